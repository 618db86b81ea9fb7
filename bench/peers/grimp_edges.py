# /// script
# dependencies = ["grimp"]
# ///
"""Builds grimp's graph of some packages. Nothing of them is executed: only top-level names are looked up on the path.

Reads JSON from standard input: {"roots": [DIR], "packages": [NAME]}.
Writes JSON: {"version", "modules": [NAME], "imports": [[importer, imported]], "unparsable": [FILE]}.
"""

import importlib.metadata
import json
import logging
import os
import sys


def main() -> None:
    order = json.load(sys.stdin)
    logging.disable()
    import grimp

    sys.path[:0] = order["roots"]
    unparsable: list[str] = []
    skip_unparsable(unparsable)
    graph = grimp.build_graph(
        *order["packages"],
        include_external_packages=False,
        exclude_type_checking_imports=False,
        cache_dir=None,
    )
    imports = [
        (importer, imported)
        for importer in sorted(graph.modules)
        for imported in sorted(graph.find_modules_directly_imported_by(importer))
    ]
    json.dump(
        {
            "version": importlib.metadata.version("grimp"),
            "modules": sorted(graph.modules),
            "imports": imports,
            "unparsable": unparsable,
        },
        sys.stdout,
    )


def skip_unparsable(unparsable: list[str]) -> None:
    """grimp gives up over the first file with a syntax error: those that CPython does not compile either are left out."""
    from grimp.adaptors.modulefinder import ModuleFinder

    is_python_file = ModuleFinder._is_python_file

    def is_parsable(self: ModuleFinder, filename: str, dirpath: str) -> bool:
        if not is_python_file(self, filename, dirpath):
            return False
        path = os.path.join(dirpath, filename)
        try:
            with open(path, "rb") as file:
                compile(file.read(), path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            unparsable.append(path)
            return False
        return True

    ModuleFinder._is_python_file = is_parsable


if __name__ == "__main__":
    main()
