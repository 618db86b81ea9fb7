import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawManifest, readManifest } from "./drawn.ts";

const shop = `# "till>=0" in a comment is nothing
[build-system]
requires = ["hatchling>=1.6", 'hatch-vcs'] # two kinds of quotes
build-backend = "hatchling.build"

[project]
name = "Corner.Shop"
version = "2.1.0"
requires-python = ">=3.10"
dependencies = [
    "till>=1", # same text again below
    # "shelf",
    "till>=1",
    """ledger[audit] ~= 2.4 ; python_version < "3.12" """,
    '''
weights''',
]

[project.optional-dependencies]
card = ["terminal == 3.*"]
"cash" = [ "drawer" , ]

[dependency-groups]
tests = ["pytest>=8", { include-group = "lint" }]
lint = ["ruff"]
night = [{ include-group = "gone" }]

[tool.hatch.build.hooks.vcs]
version-file = "src/shop/_version.py"

[tool.hatch.build.targets.wheel]
packages = ["src/shop"]

[tool.uv.sources]
drawer = { path = "../drawer", editable = true }
`;

describe("pyproject.toml", () => {
  it("places every requirement", () => {
    expect(drawManifest(readManifest("shop/pyproject.toml", shop))).toBe(
      [
        "3:14 pkg:pypi/hatchling >=1.6 build",
        "3:32 pkg:pypi/hatch-vcs * build",
        "11:6 pkg:pypi/till >=1 runtime",
        "13:6 pkg:pypi/till >=1 runtime",
        '14:8 pkg:pypi/ledger ~=2.4 runtime ; python_version < "3.12"',
        "16:1 pkg:pypi/weights * runtime",
        "20:10 pkg:pypi/terminal ==3.* optional (card)",
        "21:13 pkg:pypi/drawer * optional (cash)",
        "24:11 pkg:pypi/pytest >=8 test (tests)",
        "25:10 pkg:pypi/ruff * dev (lint)",
        '26:10 ! manifest: the dependency group "night" includes "gone", which is not there',
      ].join("\n"),
    );
  });

  it("reads the project", () => {
    expect(readManifest("shop/pyproject.toml", shop).manifest).toMatchObject({
      kind: "project",
      isProject: true,
      name: "Corner.Shop",
      version: "2.1.0",
      requiresPython: { range: ">=3.10" },
      sourceDirectories: ["src"],
      generatedFiles: ["src/shop/_version.py"],
    });
  });

  it.each([
    ['[tool.setuptools]\npackage-dir = {"" = "lib"}', ["lib"]],
    ['[tool.setuptools]\npackage-dir = {bank = "lib/bank"}', ["lib"]],
    ['[tool.setuptools.packages.find]\nwhere = ["src", "extra"]', ["src", "extra"]],
    ['[tool.setuptools]\npackages = {find = {where = ["sdk/python"]}}', ["sdk/python"]],
    ['[tool.poetry]\npackages = [{include = "bank", from = "source"}]', ["source"]],
    ['[tool.pdm.build]\npackage-dir = "code"', ["code"]],
    ['[tool.maturin]\npython-source = "./python/"', ["python"]],
    ['[build-system]\nrequires = []\nbuild-backend = "uv_build"', ["src"]],
    ['[build-system]\nbuild-backend = "uv_build"\n[tool.uv.build-backend]\nmodule-root = ""', [""]],
    ["[tool.black]\nline-length = 88", []],
  ])("finds the source directories of %j", (text, expected) => {
    expect(readManifest("pyproject.toml", text).manifest).toMatchObject({ sourceDirectories: expected });
  });

  it("is no project when it only configures tools", () => {
    expect(readManifest("pyproject.toml", "[tool.ruff]\nline-length = 88\n").manifest).toMatchObject({
      isProject: false,
    });
  });

  it("reads Poetry's tables", () => {
    const text = `[tool.poetry]
name = "bank"
version = "1.0"
[tool.poetry.dependencies]
python = "^3.9"
vault = "^1.2.3"
teller = {version = "~0.4", optional = true, python = "<3.12"}
notes = "*"
coins = [{version = "1.0", markers = "sys_platform == 'win32'"}, {version = "^0.0.3"}]
ledger = {path = "../ledger", develop = true}
stamps = {git = "https://bank.example/stamps.git"}
odd = "^1 || ^2"
[tool.poetry.group.test.dependencies]
pytest = ">=7,<9"
[tool.poetry.dev-dependencies]
ruff = "0.4.*"
`;
    const reading = readManifest("pyproject.toml", text);
    expect(reading.manifest).toMatchObject({ name: "bank", version: "1.0", requiresPython: { range: ">=3.9,<4.0" } });
    expect(drawManifest(reading)).toBe(
      [
        "6:10 pkg:pypi/vault >=1.2.3,<2.0.0 runtime",
        '7:10 pkg:pypi/teller >=0.4,<0.5 optional ; python_version < "3.12"',
        "8:10 pkg:pypi/notes * runtime",
        "9:10 pkg:pypi/coins ==1.0 runtime ; sys_platform == 'win32'",
        "9:66 pkg:pypi/coins >=0.0.3,<0.0.4 runtime",
        "10:10 pkg:pypi/ledger * runtime",
        "11:10 pkg:pypi/stamps https://bank.example/stamps.git runtime",
        "12:8 pkg:pypi/odd ^1 || ^2 runtime",
        "14:11 pkg:pypi/pytest >=7,<9 test (test)",
        "16:9 pkg:pypi/ruff ==0.4.* dev (dev)",
        '12:8 ! manifest: the constraint "^1 || ^2" of odd is not understood',
      ].join("\n"),
    );
  });

  it("keeps the tables around one that does not parse", () => {
    const text =
      '[project]\nname = "bank"\ndependencies = ["vault"]\n[tool.broken]\nx = = 1\n[dependency-groups]\ndev = ["ruff"]\n';
    const drawing = drawManifest(readManifest("pyproject.toml", text));
    expect(drawing).toContain("3:18 pkg:pypi/vault * runtime\n7:9 pkg:pypi/ruff * dev (dev)\n5:");
    expect(drawing).toContain("the file is not TOML");
  });

  it.each([
    ['[project]\ndependencies = ["till >"]', "2:23 ! manifest"],
    ["[project]\n__proto__ = 1\nconstructor = 2\n", ""],
    [`x = ${"[".repeat(10_000)}`, "manifest"],
    ["\0", "manifest"],
    ["[project", "manifest"],
  ])("survives %j", (text, expected) => {
    expect(drawManifest(readManifest("pyproject.toml", text))).toContain(expected);
  });

  it("places any requirement of any list on its own line", () => {
    const name = fc.stringMatching(/^[a-z]{1,8}$/);
    const quote = fc.constantFrom('"', "'", '"""', "'''");
    const filler = fc.constantFrom(" ", "\n", '\n  # "no"\n', " # ]\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, quote, name), { minLength: 1, maxLength: 8 }), (entries) => {
        const list = entries.map(([space, mark, each]) => `${space}${mark}${each}${mark}`).join(",");
        const text = `[project]\nname = "x]y" # [\ndependencies = [${list}\n]\n`;
        const found = readManifest("pyproject.toml", text).manifest?.requirements ?? [];
        const lines = text.split("\n");
        expect(found.map(({ line, column }) => /^[a-z]+/.exec(lines[line - 1]?.slice(column - 1) ?? "")?.[0])).toEqual(
          entries.map(([, , each]) => each),
        );
      }),
    );
  });
});
