import { describe, expect, test } from "vitest";
import { python } from "../../../../src/languages/python/index.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";

const locked = (...names: readonly string[]): string =>
  names.map((name) => `[[package]]\nname = "${name}"\nversion = "1.0"\n`).join("\n");
const member = (path: string): string =>
  `[[package]]\nname = "${path.replace(/.*\//, "")}"\nversion = "0"\nsource = { editable = "${path}" }\n\n`;
const project = (name: string, dependencies = ""): string =>
  `[project]\nname = "${name}"\ndependencies = [${dependencies}]\n`;

/** A project a line, what installs it, what is locked for it; then the imports, and what was not read. */
function draw(files: Readonly<Record<string, string>>): string {
  const { projects, diagnostics, drawing } = resolveRepository(python, files);
  const lines = projects.map(
    ({ id, installScope, locks }) =>
      `${id} by ${installScope}: ${locks.map(({ package: name, line }) => `${name.slice(9)}:${line}`).join(" ")}`,
  );
  return [...lines, drawing, ...diagnostics.map((each) => `! ${each.file} ${each.message}`)].join("\n");
}

describe("a lockfile", () => {
  test.each<[name: string, files: Readonly<Record<string, string>>, drawn: string]>([
    [
      "tells what comes along, and that the rest does not come",
      {
        "pyproject.toml": project("shop", '"flask"'),
        "uv.lock": locked("flask", "click"),
        "shop.py": "import flask\nimport click\nimport yaml\n",
      },
      `project:pyproject.toml by project:pyproject.toml: flask:1 click:5
shop.py:1 flask -> pkg:pypi/flask (declared) ~declared
shop.py:2 click -> pkg:pypi/click (transitive) ~declared
shop.py:3 yaml -> pkg:pypi/pyyaml (undeclared)`,
    ],
    [
      "of a workspace serves its members, and not who has one of their own",
      {
        "pyproject.toml": project("shop"),
        "uv.lock": member(".") + member("packages/till") + member("packages/stock") + locked("click"),
        "packages/till/pyproject.toml": project("till"),
        "packages/till/till.py": "import click\nimport yaml\n",
        "packages/stock/pyproject.toml": project("stock"),
        "packages/stock/uv.lock": locked("pyyaml"),
        "packages/stock/stock.py": "import yaml\n",
      },
      `project:packages/stock/pyproject.toml by project:packages/stock/pyproject.toml: pyyaml:1
project:packages/till/pyproject.toml by project:pyproject.toml: 
project:pyproject.toml by project:pyproject.toml: click:16
packages/stock/stock.py:1 yaml -> pkg:pypi/pyyaml (transitive)
packages/till/till.py:1 click -> pkg:pypi/click (transitive) ~declared
packages/till/till.py:2 yaml -> pkg:pypi/pyyaml (undeclared)`,
    ],
    [
      "that is one of several proves nothing missing",
      {
        "pyproject.toml": project("shop"),
        "pylock.docs.toml": '[[packages]]\nname = "click"\nversion = "8"\n',
        "shop.py": "import click\nimport yaml\n",
      },
      `project:pyproject.toml by project:pyproject.toml: click:1
shop.py:1 click -> pkg:pypi/click (transitive) ~declared
shop.py:2 yaml -> pkg:pypi/pyyaml (unknown)`,
    ],
    [
      "with conda's packages in it knows them by name",
      {
        "pyproject.toml": project("shop"),
        "pixi.lock": "packages:\n- conda: https://conda.anaconda.org/conda-forge/noarch/click-8.1-pyh_0.conda\n",
        "shop.py": "import click\nimport yaml\n",
      },
      `project:pyproject.toml by project:pyproject.toml: 
shop.py:1 click -> pkg:pypi/click (transitive) ~declared
shop.py:2 yaml -> pkg:pypi/pyyaml (unknown)
! pixi.lock conda's packages are known by their names alone: click`,
    ],
    [
      "beside no manifest is of nobody",
      { "pyproject.toml": project("shop"), "docs/uv.lock": locked("yaml"), "docs/conf.py": "import yaml\n" },
      `project:pyproject.toml by project:pyproject.toml: 
docs/conf.py:1 yaml -> pkg:pypi/pyyaml (unknown)
! docs/uv.lock no manifest that is read lies beside this lockfile: it is of no project`,
    ],
  ])("%s", (_, files, drawn) => {
    expect(draw(files)).toBe(drawn);
  });
});
