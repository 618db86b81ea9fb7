/** Forms of newer and older Pythons: files with the facts that both tiers must find in them. */
import type { Case } from "./scan-cases.ts";

/** Syntax that Python has since 3.8, and will have. */
export const newer: readonly Case[] = [
  {
    name: "lazy imports of 3.15",
    text: "lazy import tax\nlazy from .shop import cart as c, till\nlazy = 1; lazy.x = lazy\nimport lazy\nlazy \\\n  import stock\n",
    drawing:
      "1:13 import tax [local]\n2:11 from .shop (cart, till) [local]\n4:8 import lazy\n6:10 import stock [local]",
  },
  {
    name: "lazy imports of a package bind their names",
    path: "shop/__init__.py",
    text: "lazy import tax.rates\nlazy from .till import Drawer as D\n",
    drawing: "1:13 import tax.rates [local]\n2:11 from .till (Drawer) [local]\ndeclares D tax",
  },
  {
    name: "exceptions without brackets of 3.14",
    text: "try: import a\nexcept KeyError, ImportError: import b\ntry: import c\nexcept* KeyError, ValueError, ModuleNotFoundError: pass\ntry: import d\nexcept KeyError, ValueError: pass\n",
    drawing: "1:13 import a [optional]\n2:38 import b [optional]\n3:13 import c [optional]\n5:13 import d",
  },
  {
    name: "what exceptions without brackets bind, and those of Python 2",
    path: "shop/__init__.py",
    text: "try: a = 1\nexcept KeyError, ValueError: b = 2\ntry: c = 3\nexcept KeyError, error: d = 4\n",
    drawing: "declares a b c d error",
  },
  {
    name: "nested strings of 3.12",
    text: "x = f'{f'{f'{1}'}'}' f\"{'\\n'.join(a)}\"\ny = f'''{\n  x  # a comment: '\n}'''\nimport tax\n",
    drawing: "5:8 import tax",
  },
  {
    name: "templates of 3.14, and all prefixes",
    text: "x = [t'{a}', T\"{b!r:>{w}}\", rt'{c}\\d', tR'''{d}''', u'e', U\"f\", Rb'g', bR'h', fR'{i}', Fr'{j}']\nimport tax\n",
    drawing: "2:8 import tax",
  },
  {
    name: "type parameters",
    text: "type Price[T: int = int] = list[T]\ndef f[*A, **K](*a: *A) -> None:\n    import tax\nclass Till[T](Shop[T]): import till\n",
    drawing: "3:12 import tax [local]\n4:32 import till",
  },
  {
    name: "brackets around items of with",
    text: "with (open(a) as b, suppress(ImportError),):\n    import tax\nasync def f():\n    async with a as b: import till\n    async for c in d: import stock\n",
    drawing: "2:12 import tax [optional]\n4:31 import till [local]\n5:30 import stock [local]",
  },
  {
    name: "comments of types",
    text: "import a  # type: ignore\nfrom b import (  # type: ignore[attr]\n    c,  # type: ignore\n)\nx = []  # type: List[d.E]\ndef f(g):\n    # type: (h.I) -> None\n    pass\nfor y in z:  # type: int\n    import j  # noqa\n# import k\n",
    drawing: "1:8 import a\n2:6 from b (c)\n10:12 import j",
  },
];

/** Statements of Python 2. */
export const python2: readonly Case[] = [
  {
    name: "statements of Python 2",
    text: "print 'till', x\nprint >>log, 'a',\nexec code in scope\nraise Closed, 'shop'\ntry: import tax\nexcept ImportError, e: import till\nx = `y` <> 0777L or ur'z'\ndef f(a, (b, c)): import shop\n",
    drawing: "5:13 import tax [optional]\n6:31 import till [optional]\n8:26 import shop [local]",
  },
  {
    name: "a program of Python 2",
    text: '#!/usr/bin/python\n# -*- coding: latin-1 -*-\nimport sys, urllib2\nfrom StringIO import StringIO\nprint\nprint "%s: %d" % (a, 10L), ; print >> sys.stderr, \'x\'\nexec "import no" in {}\nif not x: raise ValueError, "no", tb\nprint lambda (k, v): k\nimport shop\n',
    drawing: "3:8 import sys\n3:13 import urllib2\n4:6 from StringIO (StringIO)\n10:8 import shop",
  },
];

const header =
  '# /// script\n# requires-python = ">=3.11"\n# dependencies = [\n#   "rich>=13",\n#\n#   "PyYAML",\n# ]\n# ///\n';
const drawn = "needs 4:6 pkg:pypi/rich >=13\nneeds 6:6 pkg:pypi/pyyaml *\nruns on >=3.11\nalone";

/** The metadata of scripts. */
export const scripts: readonly Case[] = [
  { name: "metadata", text: `${header}import rich\n`, drawing: `9:8 import rich\n${drawn}` },
  {
    name: "metadata after other comments, a docstring and statements",
    text: `#!/usr/bin/env python\n# Hello.\n'''\n# /// script\n# ///\n'''\nimport rich\n\n${header}`,
    drawing: `7:8 import rich\n${drawn.replace("4:6", "12:6").replace("6:6", "14:6")}`,
  },
  {
    name: "metadata that is not closed, indented, or of another kind",
    text: "# /// script\n# dependencies = []\n\nif a:\n    # /// script\n    # ///\n    pass\n# /// scripts\n# ///\n# /// pyproject\n# ///\n",
    drawing: "",
  },
  {
    name: "metadata that closes with its last mark",
    text: "# /// script\n# dependencies = ['a']\n# ///\n# requires-python = '>=3.9'\n# ///\n",
    drawing: "alone\n! manifest 3:3 the file is not TOML: Invalid TOML document: illegal character in key",
  },
  {
    name: "metadata that is no TOML, or asks for what cannot be",
    text: "# /// script\n# dependencies = ['a b', 'till']\n# ///\n",
    drawing:
      'needs 2:27 pkg:pypi/till *\nalone\n! manifest 2:22 "a b" is no requirement: expected a comma, a semicolon or the end of the requirement',
  },
  {
    name: "metadata twice",
    text: "# /// script\n# dependencies = ['a']\n# ///\n\n# /// script\n# ///\n",
    drawing:
      "needs 2:20 pkg:pypi/a *\nalone\n! manifest 5:1 a script has one block of metadata at most; only the first was read",
  },
];
