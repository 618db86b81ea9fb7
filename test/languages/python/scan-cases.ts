/** Python files with the facts that both tiers must find in them. */

import { conditions, guards } from "./guard-cases.ts";
import { calls, frameworks } from "./string-cases.ts";
import { newer, python2, scripts } from "./version-cases.ts";

export interface Case {
  readonly name: string;
  readonly text: string;
  readonly drawing: string;
  /** `shop/cart.py` where it does not matter. */
  readonly path?: string;
}

const statements: readonly Case[] = [
  {
    name: "modules, a fact each",
    text: "import shop.cart as c, tax\n",
    drawing: "1:8 import shop.cart\n1:24 import tax",
  },
  {
    name: "names, not their aliases, in one fact",
    text: "from ..prices import (Price as P, Tax,)\n",
    drawing: "1:6 from ..prices (Price, Tax)",
  },
  { name: "everything", text: "from .stock import *\n", drawing: "1:6 from .stock (*)" },
  { name: "the package itself", text: "from . import stock\n", drawing: "1:6 from . (stock)" },
  { name: "no blanks about the dots", text: "from...import(stock)\n", drawing: "1:5 from ... (stock)" },
  { name: "blanks and joined lines in a name", text: "import shop . \\\n  cart\n", drawing: "1:8 import shop.cart" },
  { name: "blanks between dots", text: "from . . till import drawer\n", drawing: "1:6 from ..till (drawer)" },
  {
    name: "comments between brackets",
    text: "from shop import (  # one\n    cart,  # two\n\n    till as t\n)\n",
    drawing: "1:6 from shop (cart, till)",
  },
  { name: "after semicolons", text: "x = 1; import tax; import till\n", drawing: "1:15 import tax\n1:27 import till" },
  { name: "the future", text: "from __future__ import division\n", drawing: "1:6 from __future__ (division)" },
  { name: "no line end at the end", text: "import tax", drawing: "1:8 import tax" },
  {
    name: "lines that end in a return",
    text: "import tax\rif open:\r  import till\r",
    drawing: "1:8 import tax\n3:10 import till",
  },
  { name: "lines that end in both", text: "x = '''\r\n'''\r\nimport tax\r\n", drawing: "3:8 import tax" },
  {
    name: "a form feed before a statement",
    text: "import tax\n\f\nimport till\n",
    drawing: "1:8 import tax\n3:8 import till",
  },
  {
    name: "names outside ASCII",
    text: "import größe.maß\nfrom 価格 import 税\n",
    drawing: "1:8 import größe.maß\n2:6 from 価格 (税)",
  },
  {
    name: "names of prototypes",
    text: "import __proto__\nfrom constructor import __proto__\n",
    drawing: "1:8 import __proto__\n2:6 from constructor (__proto__)",
  },
];

const notImports: readonly Case[] = [
  { name: "text", text: "'''\nimport tax\n'''\n\"import till\"\n# import stock\nx = 'a\\\nimport b'\n", drawing: "" },
  { name: "words that begin alike", text: "imports = 1\nfrom_ = 2\nfromage(1)\nimportant.x = 3\n", drawing: "" },
  {
    name: "yield from, raise from",
    text: "def f():\n    yield from x\n    raise A from b\n    x = (yield\n    from_)\n",
    drawing: "",
  },
  {
    name: "a quote behind backslashes",
    text: 'x = """\\\\\\"""\nimport tax\n"""\nimport till\n',
    drawing: "4:8 import till",
  },
  { name: "nested fields", text: "x = f'{a['b']}{f\"{c:{d}}\"!r:>{w}}{{'\nimport tax\n", drawing: "2:8 import tax" },
  {
    name: "a format with fields that have formats",
    text: "x = f'{a:{b:0}.{c:1}}'\nimport tax\n",
    drawing: "2:8 import tax",
  },
  {
    name: "a field over lines",
    text: "x = f'''\nimport till {\na:\nimport b\n}'''\nimport tax\n",
    drawing: "6:8 import tax",
  },
  { name: "named characters", text: "x = f'\\N{EM DASH}{y}'\nimport tax\n", drawing: "2:8 import tax" },
  { name: "templates of 3.14", text: "x = t'{price}' + rt'{tax}'\nimport till\n", drawing: "2:8 import till" },
  { name: "raw bytes", text: "x = rb'\\'; import till'; y = Rb'''\n''' \nimport tax\n", drawing: "3:8 import tax" },
];

const blocks: readonly Case[] = [
  {
    name: "functions",
    text: "def sell():\n    import tax\n    class A:\n        import till\n",
    drawing: "2:12 import tax [local]\n4:16 import till [local]",
  },
  {
    name: "classes",
    text: "class Shop:\n    import tax\n    async def open(self): import till\n",
    drawing: "2:12 import tax\n3:34 import till [local]",
  },
  {
    name: "statements after headers",
    text: "if a: import b; import c\nelif d: import e\nelse: import f\nwhile x[lambda: 1:2]: import g\n",
    drawing: "1:14 import b\n1:24 import c\n2:16 import e\n3:14 import f\n4:30 import g",
  },
  {
    name: "soft keywords",
    text: "match order:\n    case {'tax': t, **rest} if t: import tax\n    case [a, *b] as c:\n        import till\nmatch = case = 1\nmatch(order)\ncase[0] = type\nprint(match)\n",
    drawing: "2:42 import tax\n4:16 import till",
  },
  {
    name: "a comment that leaves the block, and does not",
    text: "if TYPE_CHECKING:\n    import tax\n# here\n    import till\nimport shop\n",
    drawing: "2:12 import tax [typeOnly]\n4:12 import till [typeOnly]\n5:8 import shop",
  },
  {
    name: "tabs that are eight columns",
    text: "if a:\n\tif b:\n\t\timport tax\n\timport till\n",
    drawing: "3:10 import tax\n4:9 import till",
  },
  { name: "a decorator", text: "@till.open\ndef f():\n    import tax\n", drawing: "3:12 import tax [local]" },
  {
    name: "a loop's else",
    text: "for a, in b:\n    pass\nelse:\n    import tax\nwhile 1: pass\nelse: import till\n",
    drawing: "4:12 import tax\n6:14 import till",
  },
];

const init = "shop/__init__.py";
const bindings: readonly Case[] = [
  {
    name: "imports",
    path: init,
    text: "import a.b\nimport c.d as e\nfrom .f import g as h, i\nfrom j import *\n",
    drawing: "1:8 import a.b\n2:8 import c.d\n3:6 from .f (g, i)\n4:6 from j (*)\ndeclares a e h i",
  },
  {
    name: "assignments",
    path: init,
    text: "a = b = 1\nc, (d, *e) = f\ng.h = i[j] = k().l = 2\nm: int = 3\nn: int\no += 1\n__all__ = ['p']\nq = lambda r=1: r\n[s, t] = u == v\nw, = x\n",
    drawing: "declares __all__ a b c d e m o q s t w\nexports p",
  },
  {
    name: "a package's path that is widened",
    path: init,
    text: "if a: __path__.append(b); c = 1\n",
    drawing:
      "declares __path__ c\n! unsupported 1:7 this package looks for its modules elsewhere too: what it finds there is known only when it runs",
  },
  {
    name: "a package's path that is read, or whose parts are set",
    path: init,
    text: "__path__.a: int\n__path__.b = 2\n__path__.c += 3\nd = __path__.e\ndef f():\n    __path__.append(g)\n",
    drawing: "declares d f",
  },
  {
    name: "a package's path that is shared with others of its name",
    path: init,
    text: "__path__ = __import__('pkgutil').extend_path(__path__, __name__)\n",
    drawing: "1:23 dynamic pkgutil [dynamic]\ndeclares __path__",
  },
  {
    name: "lists of names",
    path: init,
    text: "__all__ = ('a', \"b\",) + till.__all__\n__all__ += ['c']\n__all__.extend(['d', e])\nif x: __all__.append('f')\nprint(__all__ == ['g'])\ndef f():\n    __all__ = ['h']\n",
    drawing: "declares __all__ f\nexports a b c d f",
  },
  { name: "lists of names of other files", text: "__all__ = ['a']\n", drawing: "" },
  {
    name: "annotations in a stub",
    path: "shop/__init__.pyi",
    text: "a: int\nb.c: int\ndef f() -> None: ...\n",
    drawing: "declares a f",
  },
  {
    name: "blocks",
    path: init,
    text: "if a:\n    b = 1\nfor c, (d, e[f]) in g: h = 1\nwith i as j, k as (l, m), n as o.p: pass\ntry: pass\nexcept E as q: pass\nclass R:\n    s = 1\nasync def t(u):\n    v = 1\n",
    drawing: "declares R b c d h j l m q t",
  },
  {
    name: "assignment expressions",
    path: init,
    text: "if (a := b): pass\nx = [c := 1 for d in e]\nf = lambda: (g := 1)\n",
    drawing: "declares a c f x",
  },
  {
    name: "patterns",
    path: init,
    text: "match a:\n    case [b, *c]: pass\n    case D(e, f=g) as h: pass\n    case {'i': j, **k}: pass\n    case l.m | _: pass\n    case 1 | n: pass\n",
    drawing: "declares b c e g h j k n",
  },
  {
    name: "type aliases",
    path: init,
    text: "type Price = int\ntype Tax[T] = list[T]\ntype = 1\n",
    drawing: "declares Price Tax type",
  },
  { name: "none for other files", path: "shop/cart.py", text: "a = 1\n", drawing: "" },
];

export const cases: Readonly<Record<string, readonly Case[]>> = {
  statements,
  "what is no import": notImports,
  blocks,
  guards,
  conditions,
  calls,
  frameworks,
  bindings,
  "newer Pythons": newer,
  scripts,
  "Python 2": python2,
};
