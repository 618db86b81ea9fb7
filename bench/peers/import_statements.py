"""The referee: import statements and bound names by CPython's own grammar.

Reads JSON from standard input: {"root": DIR, "files": [PATH]}.
Writes JSON: {"files": {PATH: {"imports": [[line, module, [NAME]]], "bound": [NAME]}}}, where a module
is written as in the source (`..pkg.mod`), names are empty for `import a.b`, and `bound` lists what the module's own top level
binds, the names of imported submodules left out. Files that CPython does not compile have `"error"` instead.
"""

import ast
import json
import os
import sys
import warnings


def main() -> None:
    order = json.load(sys.stdin)
    warnings.simplefilter("ignore")
    files = {path: read(os.path.join(order["root"], path)) for path in order["files"]}
    json.dump({"files": files}, sys.stdout)


def read(path: str) -> dict[str, object]:
    try:
        with open(path, "rb") as file:
            tree = ast.parse(file.read(), path)
    except (SyntaxError, ValueError, RecursionError) as error:
        return {"error": str(error)}
    return {"imports": list(statements(tree)), "bound": sorted(bound(tree.body))}


def statements(tree: ast.Module):
    """All import statements, wherever they stand."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.lineno, alias.name, []
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or ""), [alias.name for alias in node.names]


def bound(body: list[ast.stmt]) -> set[str]:
    """Names that a module's top level binds, compound statements included, functions and classes not entered."""
    names: set[str] = set()
    for statement in body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(statement.name)
        elif isinstance(statement, ast.Import):
            names.update(alias.asname or alias.name.partition(".")[0] for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom):
            # `from . import till` binds the submodule itself.
            own = statement.level == 1 and statement.module is None
            names.update(alias.asname or alias.name for alias in statement.names if not own or alias.asname)
        elif isinstance(statement, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
            for target in statement.targets if isinstance(statement, ast.Assign) else [statement.target]:
                names |= stored(target)
        else:
            for target in (getattr(statement, "target", None), *(i.optional_vars for i in getattr(statement, "items", []))):
                if target is not None:
                    names |= stored(target)
            for field in ("body", "orelse", "finalbody"):
                names |= bound(getattr(statement, field, []))
            for block in (*getattr(statement, "handlers", []), *getattr(statement, "cases", [])):
                names |= bound(block.body)
    return names


def stored(target: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


if __name__ == "__main__":
    main()
