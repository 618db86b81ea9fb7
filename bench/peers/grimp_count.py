# /// script
# dependencies = ["grimp"]
# ///
"""Builds grimp's graph of all packages at the top of a directory, from nothing, and prints how many imports it has."""

import os
import sys


def main() -> None:
    directory = os.path.abspath(sys.argv[1])
    packages = [
        name for name in sorted(os.listdir(directory)) if os.path.exists(os.path.join(directory, name, "__init__.py"))
    ]
    sys.path.insert(0, directory)
    import grimp

    print(grimp.build_graph(*packages, cache_dir=None).count_imports())


if __name__ == "__main__":
    main()
