import { expect, it } from "vitest";
import { readManifest } from "./drawn.ts";

/** `4:9 console_scripts till = shop.till:main` */
function draw(path: string, text: string): string {
  const { manifest } = readManifest(path, text);
  const entries = manifest?.kind === "project" ? manifest.entryPoints : [];
  return entries
    .map(({ line, column, group, name, module, attribute }) => {
      return `${line}:${column} ${group} ${name} = ${module}${attribute === undefined ? "" : `:${attribute}`}`;
    })
    .join("\n");
}

it("reads those of PEP 621", () => {
  const text = `[project]
name = "shop"
[project.scripts]
till = "shop.till:main"
"till-2" = 'shop.till : Till.open [extra]'
bad = "shop/till.py"
[project.gui-scripts]
desk = "shop.desk:run"
[project.entry-points."shop.plugins"]
tax = "shop.tax"
[project.entry-points.pytest11]
shop = "shop.testing"
`;
  expect(draw("pyproject.toml", text)).toBe(
    [
      "4:9 console_scripts till = shop.till:main",
      "5:13 console_scripts till-2 = shop.till:Till",
      "8:9 gui_scripts desk = shop.desk:run",
      "10:8 shop.plugins tax = shop.tax",
      "12:9 pytest11 shop = shop.testing",
    ].join("\n"),
  );
});

it("reads those of Poetry, Flit and PDM", () => {
  const text = `[tool.poetry.scripts]
till = "shop.till:main"
desk = { reference = "shop.desk:run", type = "console" }
file = { reference = "bin/file.sh", type = "file" }
old = { callable = "shop.old:run", extras = ["x"] }
[tool.poetry.plugins."shop.plugins"]
tax = "shop.tax:Tax"
[tool.flit.scripts]
flit = "shop.flit:main"
[tool.flit.entrypoints."shop.more"]
more = "shop.more"
[tool.pdm.scripts]
start = "flask run"
seed = { call = "shop.seed:run('all')" }
`;
  expect(draw("pyproject.toml", text)).toBe(
    [
      "2:9 console_scripts till = shop.till:main",
      "3:23 console_scripts desk = shop.desk:run",
      "5:21 console_scripts old = shop.old:run",
      "7:8 shop.plugins tax = shop.tax:Tax",
      "9:9 console_scripts flit = shop.flit:main",
      "11:9 shop.more more = shop.more",
      "14:18 pdm seed = shop.seed:run",
    ].join("\n"),
  );
});

it("reads those of setup.cfg", () => {
  const text = `[metadata]
name = shop
[options.entry_points]
console_scripts =
    till = shop.till:main
    desk=shop.desk:run  # here
shop.plugins = tax = shop.tax
`;
  expect(draw("setup.cfg", text)).toBe(
    [
      "5:12 console_scripts till = shop.till:main",
      "6:10 console_scripts desk = shop.desk:run",
      "7:22 shop.plugins tax = shop.tax",
    ].join("\n"),
  );
});

it.each([
  [
    "a dictionary",
    'setup(name="shop", entry_points={"console_scripts": ["till = shop.till:main", "desk=shop.desk:run"], "x": "tax = shop.tax"})\n',
    "1:62 console_scripts till = shop.till:main\n1:85 console_scripts desk = shop.desk:run\n1:114 x tax = shop.tax",
  ],
  [
    "a text",
    'setup(name="shop", entry_points="""\n[console_scripts]\ntill = shop.till:main\n[x]\ntax=shop.tax\n""")\n',
    "3:8 console_scripts till = shop.till:main\n5:5 x tax = shop.tax",
  ],
  ["what is computed", 'setup(name="shop", entry_points=read())\n', ""],
])("reads those of setup.py: %s", (_, text, drawing) => {
  expect(draw("setup.py", text)).toBe(drawing);
});
