"""Downloads source distributions with pip's own client, checks them, and unpacks each into a directory of its own.

`pip download` would run the build backend of every source distribution only to learn its requirements; nothing that is
measured here is ever executed, so this asks the same client (its index, its proxy and certificate settings) for the file alone.

Reads JSON from standard input: {"downloads": DIR, "distributions": [{"name", "version", "sha256", "directory"}]}.
Writes JSON: {"unpacked": COUNT}.
"""

import hashlib
import json
import os
import sys
import tarfile

from pip._internal.commands.download import DownloadCommand
from pip._internal.network.download import Downloader
from pip._vendor.packaging.specifiers import SpecifierSet


def main() -> None:
    order = json.load(sys.stdin)
    downloads = order["downloads"]
    os.makedirs(downloads, exist_ok=True)
    command = DownloadCommand("download", "")
    with command.main_context():
        options, _ = command.parse_args(["--no-binary", ":all:", "--quiet"])
        session = command.get_default_session(options)
        finder = command._build_package_finder(options, session)
        download = Downloader(session, "off")
        for wanted in order["distributions"]:
            archive = os.path.join(downloads, f"{wanted['name']}-{wanted['version']}.tar.gz")
            if not os.path.exists(archive):
                best = finder.find_best_candidate(wanted["name"], SpecifierSet("==" + wanted["version"])).best_candidate
                if best is None:
                    sys.exit(f"{wanted['name']} {wanted['version']}: no source distribution found")
                path, _ = download(best.link, downloads)
                os.replace(path, archive)
            check(archive, wanted)
            unpack(archive, wanted["directory"])
    json.dump({"unpacked": len(order["distributions"])}, sys.stdout)


def check(archive: str, wanted: dict[str, str]) -> None:
    with open(archive, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != wanted["sha256"]:
        os.remove(archive)
        sys.exit(f"{wanted['name']} {wanted['version']}: sha256 is {digest}, {wanted['sha256']} was pinned")


def unpack(archive: str, directory: str) -> None:
    """All but the outermost directory, which is called as the distribution and its version."""
    os.makedirs(directory, exist_ok=True)
    with tarfile.open(archive) as tar:
        for member in tar:
            member.name = member.name.partition("/")[2]
            if member.name != "" and (member.isfile() or member.isdir()):
                tar.extract(member, directory, filter="data")


if __name__ == "__main__":
    main()
