import { expect, test } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";

/** A shop with two source roots, and what is found where `cart` imports `till`. */
async function ambiguous(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const fileSystem = memoryFileSystem({
    "pyproject.toml":
      '[project]\nname = "shop"\nversion = "1"\n[tool.setuptools.packages.find]\nwhere = ["src", "generated"]\n',
    ...files,
  });
  const { conflicts } = await analyze({ fileSystem, only: ["import/ambiguous"] });
  return conflicts.map(({ severity, file, line, message }) => `${severity} ${file}:${line} ${message}`);
}

const shop = { "src/shop/__init__.py": "", "src/shop/cart.py": "import shop.till\nfrom shop import till\n" };
const order = "only the order in which they are looked for decides";

test.each<[name: string, files: Readonly<Record<string, string>>, expected: readonly string[]]>([
  [
    "a module of a namespace package",
    { "src/shop/cart.py": "import shop.till\n", "src/shop/till.py": "", "generated/shop/till.py": "" },
    [`warning src/shop/cart.py:1 "shop.till" is both src/shop/till.py and generated/shop/till.py: ${order}`],
  ],
  [
    "a package",
    {
      ...shop,
      "src/shop/till.py": "",
      "generated/shop/__init__.py": "",
      "src/desk.py": "import shop\n",
    },
    [`warning src/desk.py:1 "shop" is both src/shop/__init__.py and generated/shop/__init__.py: ${order}`],
  ],
  [
    "a package that joins its directories",
    {
      "src/shop/__init__.py": "import pkgutil\n__path__ = pkgutil.extend_path(__path__, __name__)\n",
      "generated/shop/__init__.py": "import pkgutil\n__path__ = pkgutil.extend_path(__path__, __name__)\n",
      "src/desk.py": "import shop\n",
    },
    [],
  ],
  [
    "a relative import",
    { "src/a/cart.py": "from . import till\n", "src/a/till.py": "", "generated/a/till.py": "" },
    [],
  ],
  ["a variant for tests", { "src/desk.py": "import till\n", "src/till.py": "", "tests/till.py": "" }, []],
  ["another name", { "src/desk.py": "import till\n", "src/till.py": "", "generated/price.py": "" }, []],
  ["a stub beside it", { "src/desk.py": "import till\n", "src/till.py": "", "generated/till.pyi": "" }, []],
])("%s", async (_, files, expected) => {
  expect(await ambiguous(files)).toEqual(expected);
});

test("two projects that are asked for", async () => {
  const project = (name: string, ...needs: readonly string[]): string =>
    `[project]\nname = "${name}"\nversion = "1"\ndependencies = ${JSON.stringify(needs)}\n[tool.uv.sources]\n${needs
      .map((need) => `${need} = { workspace = true }`)
      .join("\n")}`;
  const files = {
    "pyproject.toml": '[tool.uv.workspace]\nmembers = ["desk", "till", "bank"]\n',
    "desk/pyproject.toml": project("desk", "till", "bank"),
    "desk/src/desk/__init__.py": "import rates\n",
    "till/pyproject.toml": project("till"),
    "till/src/rates.py": "",
    "bank/pyproject.toml": project("bank"),
    "bank/src/rates.py": "",
  };
  expect(await ambiguous(files)).toEqual([
    `warning desk/src/desk/__init__.py:1 "rates" is both bank/src/rates.py and till/src/rates.py: ${order}`,
  ]);
  expect(await ambiguous({ ...files, "desk/pyproject.toml": project("desk", "till") })).toEqual([]);
});
