import { describe, expect, test } from "vitest";
import { python } from "../../../../src/languages/python/index.ts";
import { purlName } from "../../../../src/model/purl.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";

/** A requirement a line: who asks, where, for what, in which scope and group, and where that was said. */
function draw(files: Readonly<Record<string, string>>): string {
  const { projects, diagnostics } = resolveRepository(python, files);
  const lines = projects.flatMap(({ id, requirements }) =>
    requirements.map(({ file, line, package: name, range, scope, group = "-", path = "", observable, origin = [] }) =>
      [
        `${id.replace("project:", "")} ${file}:${line} ${purlName(name)} ${range} ${scope} ${group} ${path}`.trimEnd(),
        observable ? " observable" : "",
        ...origin.map((each) => ` <- ${each.file}:${each.line} ${each.message}`),
      ].join(""),
    ),
  );
  return lines.concat(diagnostics.map((each) => `! ${each.file} ${each.message}`)).join("\n");
}

describe("requirements that stand in other files", () => {
  test.each<[name: string, files: Readonly<Record<string, string>>, drawn: string]>([
    [
      "tox's lists in pyproject.toml",
      {
        "pyproject.toml": `[project]
name = "shop"
dependencies = []
[tool.tox.env_run_base]
deps = ["-r lists/requirements-tests.txt", "pytest>=8"]
`,
        "lists/requirements-tests.txt": "hypothesis\n",
      },
      `lists/requirements-tests.txt lists/requirements-tests.txt:1 hypothesis * test - observable
pyproject.toml pyproject.toml:5 pytest >=8 test -
pyproject.toml lists/requirements-tests.txt:1 hypothesis * test - observable <- pyproject.toml:5 is named here`,
    ],
    [
      "setuptools' dynamic dependencies, and those of extras",
      {
        "pyproject.toml": `[project]
name = "shop"
dynamic = ["dependencies", "optional-dependencies"]
[tool.setuptools.dynamic]
dependencies = {file = ["requirements.txt"]}
optional-dependencies.scan = {file = "lists/scan-requirements.txt"}
optional-dependencies.gone = {file = "gone.txt"}
`,
        "requirements.txt": "requests>=2\n",
        "lists/scan-requirements.txt": "barcode\n",
      },
      `lists/scan-requirements.txt lists/scan-requirements.txt:1 barcode * runtime -
pyproject.toml requirements.txt:1 requests >=2 runtime - observable <- pyproject.toml:5 is named here
pyproject.toml lists/scan-requirements.txt:1 barcode * optional scan <- pyproject.toml:6 is named here
! pyproject.toml "gone.txt" is not there`,
    ],
    [
      "setup.cfg's files",
      {
        "setup.cfg": `[metadata]
name = shop
[options]
install_requires = file: requirements.txt
[options.extras_require]
scan = file: requirements-scan.txt
`,
        "requirements.txt": "lens>=2\n",
        "requirements-scan.txt": "barcode\n",
      },
      `setup.cfg requirements-scan.txt:1 barcode * optional scan <- setup.cfg:6 is named here
setup.cfg requirements.txt:1 lens >=2 runtime - <- setup.cfg:4 is named here`,
    ],
    [
      "setup.py's files, opened in a statement or in an expression",
      {
        "setup.py": `from setuptools import setup
import os
with open("requirements.txt") as f:
    required = f.read().strip().splitlines()
with open("README.md") as f:
    long = f.read()
setup(
    name="shop",
    long_description=long,
    install_requires=required,
    extras_require={"scan": open("scan-requirements.txt").readlines(), "rest": ["till"] + required[1:]},
)
`,
        "requirements.txt": "requests>=2\n",
        "scan-requirements.txt": "barcode\n",
        "README.md": "till\n",
      },
      `setup.py requirements.txt:1 requests >=2 runtime - observable <- setup.py:3 is named here
setup.py scan-requirements.txt:1 barcode * optional scan <- setup.py:11 is named here
! setup.py some requirements are computed when the file runs; only those written as literals were read`,
    ],
    [
      "an environment is of the project around it, and of itself where none is",
      {
        "shop/setup.py": 'from setuptools import setup\nsetup(name="shop", install_requires=["lens"])\n',
        "shop/conda/environment.yml":
          "dependencies:\n- pip:\n  - barcode\n  - -r ../extra-requirements.txt\n  - -e ../till\n",
        "shop/extra-requirements.txt": "ledger\n",
        "shop/till/pyproject.toml": '[project]\nname = "till"\n',
        "shop/till/tox.ini": "[testenv]\ndeps = pytest\n[testenv:docs]\ndeps = sphinx\n",
        "bank/Pipfile": '[packages]\nvault = "*"\nshop = {path = "../shop"}\n[dev-packages]\npytest = "*"\n',
        "bank/bank.py": "",
      },
      `bank/Pipfile bank/Pipfile:2 vault * runtime -
bank/Pipfile bank/Pipfile:3 shop * runtime - shop
bank/Pipfile bank/Pipfile:5 pytest * dev dev-packages
shop/setup.py shop/setup.py:2 lens * runtime -
shop/setup.py shop/extra-requirements.txt:1 ledger * dev extra-requirements
shop/setup.py shop/conda/environment.yml:3 barcode * dev environment
shop/setup.py shop/extra-requirements.txt:1 ledger * dev environment
shop/setup.py shop/conda/environment.yml:5 till * dev environment shop/till
shop/till/pyproject.toml shop/till/tox.ini:2 pytest * test tox
shop/till/pyproject.toml shop/till/tox.ini:4 sphinx * dev docs`,
    ],
    [
      "where uv takes a requirement from",
      {
        "pyproject.toml": `[project]
name = "shop"
dependencies = ["lens", "till", "ledger", "torch"]
[tool.uv.sources]
lens = { git = "https://shop.example/lens.git", tag = "v2" }
till = { path = "till" }
ledger = { workspace = true }
torch = [{ index = "cpu", marker = "sys_platform == 'darwin'" }, { index = "cu124" }]
`,
        "till/pyproject.toml": '[project]\nname = "till"\n',
      },
      `pyproject.toml pyproject.toml:3 lens * runtime - <- pyproject.toml:5 it comes from git+https://shop.example/lens.git@v2
pyproject.toml pyproject.toml:3 till * runtime - till <- pyproject.toml:6 it comes from till
pyproject.toml pyproject.toml:3 ledger * runtime - <- pyproject.toml:7 it comes from this workspace
pyproject.toml pyproject.toml:3 torch * runtime - observable <- pyproject.toml:8 it comes from the index "cpu" or the index "cu124"`,
    ],
  ])("%s", (_, files, drawn) => {
    expect(draw(files)).toBe(drawn);
  });
});
