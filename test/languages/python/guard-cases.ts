/** What surrounds an import: files with the facts that both tiers must find in them. */
import type { Case } from "./scan-cases.ts";

export const guards: readonly Case[] = [
  {
    name: "type checking, by any module's name, and not in its else",
    text: "if TYPE_CHECKING:\n    import a\nelse:\n    import b\nif t.TYPE_CHECKING: import c\nif (typing.TYPE_CHECKING and x): import d\nif TYPE_CHECKING or x: import e\n",
    drawing:
      "2:12 import a [typeOnly]\n4:12 import b\n5:28 import c [typeOnly]\n6:41 import d [typeOnly]\n7:31 import e",
  },
  {
    name: "not type checking",
    text: "if not TYPE_CHECKING: import a\nelif b: import c\nelse: import d\n",
    drawing: "1:30 import a\n2:16 import c [typeOnly]\n3:14 import d [typeOnly]",
  },
  {
    name: "what never runs",
    text: "if False:\n    import a\nif 0: import b\nif x == 0: import c\n",
    drawing: "2:12 import a [typeOnly]\n3:14 import b [typeOnly]\n4:19 import c",
  },
  {
    name: "a try that catches",
    text: "try:\n    import a\nexcept ImportError:\n    import b\nelse:\n    import c\nfinally:\n    import d\n",
    drawing: "2:12 import a [optional]\n4:12 import b [optional]\n6:12 import c\n8:12 import d",
  },
  {
    name: "what counts as catching",
    text: "try: import a\nexcept (KeyError, errors.ModuleNotFoundError) as e: pass\ntry: import b\nexcept: pass\ntry: import c\nexcept Exception: pass\ntry: import d\nexcept KeyError: import e\ntry: import f\nexcept* BaseException: pass\n",
    drawing:
      "1:13 import a [optional]\n3:13 import b [optional]\n5:13 import c [optional]\n7:13 import d\n8:25 import e\n9:13 import f [optional]",
  },
  {
    name: "a function defined in a try runs after it",
    text: "try:\n    import a\n    def f():\n        import b\n    class C: import c\nexcept ImportError:\n    def f(): import d\n",
    drawing:
      "2:12 import a [optional]\n4:16 import b [local]\n5:21 import c [optional]\n7:21 import d [optional local]",
  },
  {
    name: "a try in a try",
    text: "try:\n    try:\n        import a\n    except KeyError:\n        import b\nexcept ImportError:\n    pass\n",
    drawing: "3:16 import a [optional]\n5:16 import b [optional]",
  },
  {
    name: "suppress",
    text: "with suppress(ImportError): import a\nwith open(x) as f, contextlib.suppress(KeyError, ImportError):\n    import b\nwith suppress(KeyError): import c\n",
    drawing: "1:36 import a [optional]\n3:12 import b [optional]\n4:33 import c",
  },
  {
    name: "tests of the version or the platform, from the first on",
    text: "if x: import a\nelif sys.version_info >= (3, 8): import b\nelse: import c\nif os.name == 'nt': import d\nif 'sys.platform' in x: import e\nif platform.system() == 'Windows' or y:\n    def f(): import g\n",
    drawing:
      '1:14 import a\n2:41 import b [if python_version >= "3.8"]\n3:14 import c [if python_version < "3.8"]\n4:28 import d [if os_name == "nt"]\n5:32 import e\n7:21 import g [optional local]',
  },
];

/** Each tests one condition: what it says of the import under it, and of the one in the `else`. */
export const conditionTests: readonly (readonly [condition: string, holds: string, fails: string])[] = [
  // Versions: https://docs.python.org/3/library/sys.html#sys.version_info
  ["sys.version_info >= (3, 11)", 'if python_version >= "3.11"', 'if python_version < "3.11"'],
  ["sys.version_info > (3, 11)", 'if python_version >= "3.11"', 'if python_version < "3.11"'],
  ["sys.version_info < (3,)", 'if python_version < "3"', 'if python_version >= "3"'],
  ["sys.version_info <= (3, 8)", 'if python_version < "3.8"', 'if python_version >= "3.8"'],
  ["sys.version_info >= (3, 9, 2)", 'if python_full_version >= "3.9.2"', 'if python_full_version < "3.9.2"'],
  ["sys.version_info >= (3, 9, 0, 'final', 0)", 'if python_version >= "3.9"', 'if python_version < "3.9"'],
  ["(3, 8) <= sys.version_info", 'if python_version >= "3.8"', 'if python_version < "3.8"'],
  [
    "(3, 8) <= sys.version_info < (3, 10)",
    'if python_version >= "3.8" and python_version < "3.10"',
    'if python_version < "3.8" or python_version >= "3.10"',
  ],
  ["sys.version_info[:2] > (3, 8)", 'if python_version >= "3.9"', 'if python_version < "3.9"'],
  ["sys.version_info[0:2] <= (3, 8)", 'if python_version < "3.9"', 'if python_version >= "3.9"'],
  [
    "sys.version_info[:2] == (3, 8)",
    'if python_version >= "3.8" and python_version < "3.9"',
    'if python_version < "3.8" or python_version >= "3.9"',
  ],
  ["sys.version_info[0] >= 3", 'if python_version >= "3"', 'if python_version < "3"'],
  [
    "sys.version_info.major == 2",
    'if python_version >= "2" and python_version < "3"',
    'if python_version < "2" or python_version >= "3"',
  ],
  ["sys.version_info[:1] >= (3,)", 'if python_version >= "3"', 'if python_version < "3"'],
  ["sys.hexversion >= 0x030800f0", 'if python_version >= "3.8"', 'if python_version < "3.8"'],
  ["_sys.version_info >= (3, 8)", 'if python_version >= "3.8"', 'if python_version < "3.8"'],
  ["version_info >= (3, 8)", 'if python_version >= "3.8"', 'if python_version < "3.8"'],
  ["six.PY2", 'if python_version < "3"', 'if python_version >= "3"'],
  ["not PY3", 'if python_version < "3"', 'if python_version >= "3"'],
  // What compares otherwise says only that it asks.
  ["sys.version_info == (3, 8)", "optional", "optional"],
  ["sys.version_info[1] >= 8", "optional", "optional"],
  ["sys.version_info >= OLDEST", "optional", "optional"],
  ["sys.version_info >= (3, x)", "optional", "optional"],
  ["works(sys.version_info)", "optional", "optional"],
  // Platforms.
  ["sys.platform == 'win32'", 'if sys_platform == "win32"', 'if sys_platform != "win32"'],
  ["'win32' == sys.platform", 'if sys_platform == "win32"', 'if sys_platform != "win32"'],
  [
    "sys.platform in ('win32', \"cygwin\")",
    'if sys_platform == "win32" or sys_platform == "cygwin"',
    'if sys_platform != "win32" and sys_platform != "cygwin"',
  ],
  ["sys.platform not in {'darwin'}", 'if sys_platform != "darwin"', 'if sys_platform == "darwin"'],
  ["sys.platform.startswith('win')", 'if sys_platform == "win32"', 'if sys_platform != "win32"'],
  [
    "sys.platform.startswith(('aix', 'linux'))",
    'if sys_platform == "aix" or sys_platform == "linux"',
    'if sys_platform != "aix" and sys_platform != "linux"',
  ],
  ["'linux' in sys.platform", 'if sys_platform == "linux"', 'if sys_platform != "linux"'],
  ["os.name == 'nt'", 'if os_name == "nt"', 'if os_name != "nt"'],
  ["platform.system() != 'Windows'", 'if platform_system != "Windows"', 'if platform_system == "Windows"'],
  ["platform.system().lower() == 'darwin'", 'if platform_system == "Darwin"', 'if platform_system != "Darwin"'],
  [
    "platform.python_implementation() == 'PyPy'",
    'if platform_python_implementation == "PyPy"',
    'if platform_python_implementation != "PyPy"',
  ],
  [
    "sys.implementation.name == 'cpython'",
    'if implementation_name == "cpython"',
    'if implementation_name != "cpython"',
  ],
  ["sys.platform == f'{x}'", "optional", "optional"],
  ["sys.platform.startswith('plan9')", "optional", "optional"],
  // Joined.
  ["sys.version_info >= (3, 8) and open", 'if python_version >= "3.8"', "optional"],
  ["sys.version_info >= (3, 8) or open", "optional", 'if python_version < "3.8"'],
  ["not (sys.version_info >= (3, 8))", 'if python_version < "3.8"', 'if python_version >= "3.8"'],
  [
    "sys.version_info >= (3, 8) and sys.platform == 'win32'",
    'if python_version >= "3.8" and sys_platform == "win32"',
    'if python_version < "3.8" or sys_platform != "win32"',
  ],
  ["TYPE_CHECKING or sys.version_info >= (3, 8)", 'if python_version >= "3.8"', 'if python_version < "3.8"'],
  ["TYPE_CHECKING and sys.version_info >= (3, 8)", 'typeOnly if python_version >= "3.8"', "optional"],
  ["sys.version_info >= (3, 8) if open else shut", "optional", "optional"],
  // Type checkers, and nobody.
  ["MYPY", "typeOnly", ""],
  ["not (open and TYPE_CHECKING)", "", "typeOnly"],
  ["not TYPE_CHECKING and open", "", ""],
  ["True", "", "typeOnly"],
  ["open == 0", "", ""],
  ["DEBUG", "", ""],
];

function conditionCase([condition, holds, fails]: (typeof conditionTests)[number]): Case {
  const drawn = [holds, fails].map((each) => (each === "" ? "" : ` [${each}]`));
  return {
    name: condition,
    text: `if ${condition}:\n    import a\nelse:\n    import b\n`,
    drawing: `2:12 import a${drawn[0] ?? ""}\n4:12 import b${drawn[1] ?? ""}`,
  };
}

export const conditions: readonly Case[] = [
  ...conditionTests.map(conditionCase),
  {
    name: "type checking by other names",
    text: "import typing as t\nfrom typing_extensions import TYPE_CHECKING as TC\nLATE: bool = t.TYPE_CHECKING\nif TC: import a\nif t.TYPE_CHECKING: import b\nif LATE: import c\n",
    drawing:
      "1:8 import typing\n2:6 from typing_extensions (TYPE_CHECKING)\n4:15 import a [typeOnly]\n5:28 import b [typeOnly]\n6:17 import c [typeOnly]",
  },
  {
    name: "the version and the platform by other names",
    text: "import sys as s, os as o\nfrom sys import platform, version_info as v\nif s.version_info >= (3, 8): import a\nif v < (3,): import b\nif platform == 'win32': import c\nif o.name == 'nt': import d\n",
    drawing:
      '1:8 import sys\n1:18 import os\n2:6 from sys (platform, version_info)\n3:37 import a [if python_version >= "3.8"]\n4:21 import b [if python_version < "3"]\n5:32 import c [if sys_platform == "win32"]\n6:27 import d [if os_name == "nt"]',
  },
  {
    name: "a constant that is set once to a test of them",
    text: "WINDOWS = os.name == 'nt'\nDEBUG = False\nTWICE = sys.version_info < (3,)\nif x:\n    TWICE = True\nif not WINDOWS: import a\nif DEBUG: import b\nif TWICE: import c\n",
    drawing: '6:24 import a [if os_name != "nt"]\n7:18 import b\n8:18 import c',
  },
  {
    name: "branches in branches, and in functions",
    text: "if sys.version_info >= (3, 8):\n    if sys.platform == 'win32':\n        import a\n    elif x: import b\n    def f():\n        import c\n",
    drawing:
      '3:16 import a [if python_version >= "3.8" and sys_platform == "win32"]\n4:20 import b [if python_version >= "3.8" and sys_platform != "win32"]\n6:16 import c [local if python_version >= "3.8"]',
  },
  {
    name: "branches of loops and handlers are none",
    text: "if os.name == 'nt':\n    for a in b: pass\n    else: import c\n    try: pass\n    except E: pass\n    else: import d\n",
    drawing: '3:18 import c [if os_name == "nt"]\n6:18 import d [if os_name == "nt"]',
  },
  {
    name: "suppress by other names",
    text: "import contextlib as c\nfrom contextlib import suppress as quiet\nwith c.suppress(ImportError): import a\nwith quiet(ModuleNotFoundError): import b\nwith loud(ImportError): import d\n",
    drawing:
      "1:8 import contextlib\n2:6 from contextlib (suppress)\n3:38 import a [optional]\n4:41 import b [optional]\n5:32 import d",
  },
];
