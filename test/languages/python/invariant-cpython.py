"""Reads paths from standard input and prints what CPython's own parser says of each file, one JSON value a line.

A value is null where CPython rejects the file; else {"imports": [[kind, specifier, names, line, last line, local,
type only, optional]...], "bound": [names]} in the order of the text.
"""

import ast
import json
import sys
import warnings

FAILURES = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}
PLATFORM = {"sys.version_info", "sys.hexversion", "sys.platform", "sys.implementation", "os.name", "platform.system",
            "platform.python_implementation", "platform.python_version_tuple"}
LOCAL, TYPE_ONLY, CONDITIONAL, CAUGHT = 1, 2, 4, 8


def dotted(node):
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    return ".".join([node.id.lstrip("_") if parts else node.id, *reversed(parts)])


def asks_platform(test):
    for node in ast.walk(test):
        name = dotted(node)
        if name in ("version_info", "hexversion") or name in PLATFORM:
            return True
    return False


def sense(test):
    if isinstance(test, ast.BoolOp):
        parts = [sense(value) for value in test.values]
        if isinstance(test.op, ast.And):
            return "checking" if "checking" in parts else "plain"
        if "runtime" in parts:
            return "runtime"
        return "checking" if all(part == "checking" for part in parts) else "plain"
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = test.operand
        return {"checking": "runtime", "runtime": "checking"}.get(sense(inner), "plain") if named(inner) else "plain"
    if named(test) or (isinstance(test, ast.Constant) and (test.value is False or type(test.value) is int and test.value == 0)):
        return "checking"
    return "plain"


def named(test):
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return named(test.operand)
    return dotted(test).split(".")[-1] == "TYPE_CHECKING"


def catches(handler):
    if handler.type is None:
        return True
    names = {node.id if isinstance(node, ast.Name) else node.attr
             for node in ast.walk(handler.type) if isinstance(node, (ast.Name, ast.Attribute))}
    return bool(names & FAILURES)


def suppresses(item):
    call = item.context_expr
    return (isinstance(call, ast.Call) and dotted(call.func) in ("suppress", "contextlib.suppress")
            and any(dotted(argument).split(".")[-1] in FAILURES for argument in call.args))


def bind(node, bound):
    for child in ast.walk(node):
        if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
            bound.add(child.id)


class Reader:
    def __init__(self):
        self.imports = []
        self.bound = set()

    def body(self, statements, flags, module):
        for statement in statements:
            self.statement(statement, flags, module)

    def add(self, kind, node, specifier, names, flags):
        self.imports.append([kind, specifier, names, node.lineno, node.end_lineno, bool(flags & LOCAL),
                             bool(flags & TYPE_ONLY), bool(flags & (CONDITIONAL | CAUGHT))])

    def statement(self, node, flags, module):
        if module:
            self.binds(node)
        if isinstance(node, ast.Import):
            for alias in node.names:
                self.add("import", node, alias.name, [], flags)
        elif isinstance(node, ast.ImportFrom):
            specifier = "." * node.level + (node.module or "")
            self.add("from", node, specifier, [alias.name for alias in node.names], flags)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.body(node.body, flags & ~CAUGHT | LOCAL, False)
        elif isinstance(node, ast.ClassDef):
            self.body(node.body, flags, False)
        elif isinstance(node, ast.If):
            self.chain(node, flags, module, False, False)
        elif isinstance(node, ast.Try) or type(node).__name__ == "TryStar":
            caught = any(map(catches, node.handlers))
            self.body(node.body, flags | (CAUGHT if caught else 0), module)
            for handler in node.handlers:
                self.body(handler.body, flags | (CONDITIONAL if catches(handler) else 0), module)
            self.body(node.orelse, flags, module)
            self.body(node.finalbody, flags, module)
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            caught = any(map(suppresses, node.items))
            self.body(node.body, flags | (CAUGHT if caught else 0), module)
        elif type(node).__name__ == "Match":
            for case in node.cases:
                self.body(case.body, flags, module)
        elif isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
            self.body(node.body, flags, module)
            self.body(node.orelse, flags, module)

    def chain(self, node, flags, module, type_only, conditional):
        while True:
            here = sense(node.test)
            conditional = conditional or asks_platform(node.test)
            platform = CONDITIONAL if conditional else 0
            self.body(node.body, flags | platform | (TYPE_ONLY if type_only or here == "checking" else 0), module)
            type_only = type_only or here == "runtime"
            rest = node.orelse
            # `else: if` reads as `elif` here, but for the column of its body.
            if len(rest) == 1 and isinstance(rest[0], ast.If) and rest[0].col_offset == node.col_offset:
                node = rest[0]
                if module:
                    bind(node.test, self.bound)
                continue
            self.body(rest, flags | platform | (TYPE_ONLY if type_only else 0), module)
            return

    def binds(self, node):
        if isinstance(node, ast.Import):
            self.bound.update(alias.asname or alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            self.bound.update(alias.asname or alias.name for alias in node.names if alias.name != "*")
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            self.bound.add(node.name)
        elif isinstance(node, (ast.Assign, ast.AugAssign)):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                bind(target, self.bound)
        elif isinstance(node, ast.AnnAssign):
            if node.value is not None or self.stub:
                bind(node.target, self.bound)
        elif isinstance(node, (ast.For, ast.AsyncFor)):
            bind(node.target, self.bound)
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                if item.optional_vars is not None:
                    bind(item.optional_vars, self.bound)
        elif isinstance(node, ast.Try) or type(node).__name__ == "TryStar":
            self.bound.update(handler.name for handler in node.handlers if handler.name)
        elif type(node).__name__ == "TypeAlias":
            self.bound.add(node.name.id)
        elif type(node).__name__ == "Match":
            for child in (part for case in node.cases for part in ast.walk(case.pattern)):
                self.bound.update(filter(None, [getattr(child, "name", None), getattr(child, "rest", None)]))
        self.walruses(node)

    def walruses(self, node):
        """Names bound by `:=` in the expressions of one statement, and not in its blocks or in functions."""
        blocks = ("body", "orelse", "finalbody", "handlers", "cases")
        for name, value in ast.iter_fields(node):
            if isinstance(node, ast.stmt) and name in blocks:
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.NamedExpr):
                    self.bound.add(child.target.id)
                if isinstance(child, ast.Lambda):
                    self.walruses(child.args)
                elif isinstance(child, ast.AST):
                    self.walruses(child)


def read(path):
    try:
        with open(path, "rb") as file:
            tree = ast.parse(file.read())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    reader = Reader()
    reader.stub = path.endswith(".pyi")
    reader.body(tree.body, 0, True)
    return {"imports": reader.imports, "bound": sorted(reader.bound)}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        print(json.dumps(read(line.rstrip("\n"))))
