import { expect, test } from "vitest";
import { python } from "../../../../src/languages/python/index.ts";
import { pinnedPython } from "../../../../src/languages/python/manifests/required-python.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";

test.each([
  ["3.12", "==3.12.*"],
  ["3", "==3.*"],
  ["3.12.1", "==3.12.1"],
  ["cpython-3.13", "==3.13.*"],
  ["3.13t", "==3.13.*"],
  ["3.13.*", "==3.13.*"],
  [">=3.9,<3.12", ">=3.9,<3.12"],
  ["pypy3.10-7.3.15", undefined],
  ["system", undefined],
])("%s picks %s", (range, expected) => {
  const place = { file: ".python-version", line: 1, column: 1 };
  expect(pinnedPython({ runtime: "python", strength: "pins", range, ...place })).toBe(expected);
});

const toolbox = "import tomllib\nimport distutils\n";

test.each([
  [{ "pyproject.toml": '[project]\nname = "station"', ".python-version": "3.10\n" }, "unresolved builtin"],
  [{ "pyproject.toml": '[project]\nname = "station"', ".python-version": "3.12\n" }, "builtin unresolved"],
  [{ "pyproject.toml": '[project]\nname = "station"', ".tool-versions": "python 3.12.1\n" }, "builtin unresolved"],
  [{ "environment.yml": "dependencies: [python=3.12, pip: [requests]]" }, "builtin unresolved"],
  // What a project says of itself comes first.
  [
    { "pyproject.toml": '[project]\nname = "station"\nrequires-python = ">=3.11,<3.12"', ".python-version": "3.12\n" },
    "builtin builtin",
  ],
  [{ "pyproject.toml": '[project]\nname = "station"' }, "builtin builtin"],
])("modules of the standard library by %j: %s", (manifests, expected) => {
  const { drawing } = resolveRepository(python, { ...manifests, "gauge.py": toolbox });
  const kinds = drawing.split("\n").filter((line) => line.startsWith("gauge.py:"));
  expect(kinds.map((line) => (line.includes("builtin:") ? "builtin" : "unresolved")).join(" ")).toBe(expected);
});

test("what a project says of the Python, with its place", () => {
  const { projects } = resolveRepository(python, {
    "web/pyproject.toml": '[project]\nname = "station"\nrequires-python = ">=3.10"',
    "bank/setup.cfg": "[metadata]\nname = bank\n[options]\npython_requires = >=3.9",
    "shop/setup.py": 'from setuptools import setup\nsetup(name="shop", python_requires=">=3.8")',
    "till/pyproject.toml": '[tool.poetry]\nname = "till"\n[tool.poetry.dependencies]\npython = "^3.11"',
    ".python-version": "3.12\n",
  });
  const drawn = projects.flatMap(({ runtimes = [] }) =>
    runtimes.map((each) => `${each.file}:${each.line}:${each.column} ${each.strength} ${each.runtime} ${each.range}`),
  );
  const pinned = ".python-version:1:1 pins python 3.12";
  expect(drawn).toEqual([
    "bank/setup.cfg:4:19 requires python >=3.9",
    pinned,
    "shop/setup.py:2:37 requires python >=3.8",
    pinned,
    "till/pyproject.toml:4:11 requires python >=3.11,<4.0",
    pinned,
    "web/pyproject.toml:3:20 requires python >=3.10",
    pinned,
  ]);
});
