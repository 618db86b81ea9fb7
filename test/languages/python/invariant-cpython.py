"""Reads paths from standard input and prints what CPython's own parser says of each file, one JSON value a line.

A value is null where CPython rejects the file; else {"imports": [[kind, specifier, names, line, last line, local,
type only, conditional]...], "bound": [names], "dynamic": [[specifier, line]...]} in the order of the text.
"""

import ast
import json
import re
import sys
import warnings

FAILURES = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}
PLATFORM = {"sys.version_info", "sys.hexversion", "sys.platform", "sys.implementation", "os.name", "platform.system",
            "platform.python_implementation", "platform.python_version_tuple"}
LOCAL, TYPE_ONLY, CONDITIONAL, CAUGHT = 1, 2, 4, 8


GUARDS = {"contextlib", "os", "platform", "six", "sys", "typing", "typing_extensions"}
MODULES = GUARDS | {"importlib", "importlib_resources", "builtins", "pkgutil", "runpy", "pytest"}
DYNAMIC = {"importlib.import_module": "name", "_importlib.import_module": "name", "import_module": "name",
           "importlib.util.find_spec": "name", "importlib.find_loader": "fullname", "pkgutil.find_loader": "fullname",
           "__import__": "name", "builtins.__import__": "name", "__builtin__.__import__": "name",
           "__builtins__.__import__": "name", "importlib.resources.files": "anchor",
           "importlib_resources.files": "anchor", "pkgutil.get_loader": "module_or_name", "pkgutil.get_data": "package",
           "runpy.run_module": "mod_name", "pytest.importorskip": "modname", "importorskip": "modname"}
MODULE = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
SPEAKING = re.compile(r"TYPE_CHECKING|version_info|hexversion|platform|implementation|\b_?os\b|\bPY[23]\b")


class Names:
    """What names stand for: by imports under other names, and by constants that are set once at the top level."""

    def __init__(self, tree, source):
        self.origins, self.constants = {}, {}
        assigned = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    if alias.asname and alias.name.split(".")[0] in MODULES:
                        self.origins[alias.asname] = alias.name
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module.split(".")[0] in MODULES:
                for alias in node.names:
                    self.origins[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        lines = source.split("\n")
        for node in ast.walk(tree):
            if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
                continue
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if not isinstance(target, ast.Name) or not CONSTANT.fullmatch(target.id):
                continue
            if lines[node.lineno - 1][: node.col_offset].strip():
                continue
            if target.id in assigned:
                self.constants.pop(target.id, None)
            elif node in tree.body and node.lineno == node.end_lineno and SPEAKING.search(ast.unparse(node.value)):
                self.constants[target.id] = node.value
            assigned.add(target.id)

    def dotted(self, node):
        parts = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return ""
        known = self.origins.get(node.id)
        return ".".join([known or (node.id.lstrip("_") if parts else node.id), *reversed(parts)])

    def written(self, node):
        return f"{self.written(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else getattr(node, "id", "?")

    def dotted_exactly(self, node):
        first, dot, rest = self.written(node).partition(".")
        return self.origins.get(first, first) + dot + rest

    def asks_platform(self, test):
        for node in ast.walk(test):
            name = self.dotted(node)
            if name in ("version_info", "hexversion", "PY2", "PY3", "six.PY2", "six.PY3") or name in PLATFORM:
                return True
            if isinstance(node, ast.Name) and node.id in self.constants and alone(test, node):
                if self.asks_platform(self.constants[node.id]):
                    return True
        return False

    def sense(self, test):
        """Whether only type checkers, or nobody, come to where it holds, and to where it fails."""
        if isinstance(test, ast.BoolOp):
            parts = [self.sense(value) for value in test.values]
            holds, fails = [part[0] for part in parts], [part[1] for part in parts]
            return (any(holds), all(fails)) if isinstance(test.op, ast.And) else (all(holds), any(fails))
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            return self.sense(test.operand)[::-1]
        if isinstance(test, ast.Constant) and type(test.value) in (bool, int):
            return (test.value == 0, test.value == 1)
        name = self.dotted(test)
        if name.split(".")[-1] == "TYPE_CHECKING" or name == "MYPY":
            return (True, False)
        if name in self.constants:
            return self.sense(self.constants[name])
        return (False, False)


def dynamic(tree, names):
    """Calls that import by an absolute name, where the name is a string without escapes."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        parameter = DYNAMIC.get(names.dotted_exactly(node.func))
        if parameter is None or any(isinstance(each, ast.Starred) for each in node.args[:1]):
            continue
        keywords = {each.arg: each.value for each in node.keywords}
        value = node.args[0] if node.args else keywords.get(parameter)
        level = keywords.get("level") or (node.args[4] if len(node.args) > 4 else None)
        level = level and not (isinstance(level, ast.Constant) and level.value == 0)
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and MODULE.fullmatch(value.value) and not level:
            found.append([value.value, value.lineno, value.col_offset])
    return [each[:2] for each in sorted(found, key=lambda each: each[1:])]


def alone(test, name):
    """Whether a name is a condition of its own, and no part of a comparison or a call."""
    if test is name:
        return True
    if isinstance(test, ast.BoolOp):
        return any(alone(value, name) for value in test.values)
    return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) and alone(test.operand, name)


def catches(handler):
    if handler.type is None:
        return True
    names = {node.id if isinstance(node, ast.Name) else node.attr
             for node in ast.walk(handler.type) if isinstance(node, (ast.Name, ast.Attribute))}
    return bool(names & FAILURES)


def suppresses(item, names):
    call = item.context_expr
    return (isinstance(call, ast.Call) and names.dotted(call.func) in ("suppress", "contextlib.suppress")
            and any(names.dotted(argument).split(".")[-1] in FAILURES for argument in call.args))


def bind(node, bound):
    for child in ast.walk(node):
        if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
            bound.add(child.id)


class Reader:
    def __init__(self, names):
        self.names = names
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
            caught = any(suppresses(item, self.names) for item in node.items)
            self.body(node.body, flags | (CAUGHT if caught else 0), module)
        elif type(node).__name__ == "Match":
            for case in node.cases:
                self.body(case.body, flags, module)
        elif isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
            self.body(node.body, flags, module)
            self.body(node.orelse, flags, module)

    def chain(self, node, flags, module, type_only, conditional):
        while True:
            holds, fails = self.names.sense(node.test)
            conditional = conditional or self.names.asks_platform(node.test)
            platform = CONDITIONAL if conditional else 0
            self.body(node.body, flags | platform | (TYPE_ONLY if type_only or holds else 0), module)
            type_only = type_only or fails
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
            source = file.read()
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    reader = Reader(Names(tree, source.decode("latin-1")))
    reader.stub = path.endswith(".pyi")
    reader.body(tree.body, 0, True)
    return {"imports": reader.imports, "bound": sorted(reader.bound), "dynamic": dynamic(tree, reader.names)}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        print(json.dumps(read(line.rstrip("\n"))))
