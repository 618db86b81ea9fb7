import { expect, it } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { memoryFileSystem } from "../../src/files/file-system.ts";

it("a project reaches the files by which others enter it, and a broken entry is told", async () => {
  const files = {
    "pyproject.toml": `[project]
name = "bank"
dependencies = ["click"]
[project.scripts]
bank = "bank.desk:main"
safe = "bank:safe"
vault = "bank.vault:open"
bonk = "bonk.desk:main"
click = "click:main"
`,
    "bank/__init__.py": "",
    "bank/desk.py": "",
    "bank/safe.py": "",
  };
  const { graph, conflicts } = await analyze({ fileSystem: memoryFileSystem(files), root: "bank", only: ["bridge/*"] });
  const bridges = graph
    .dependencies("project:pyproject.toml")
    .filter(({ kind }) => kind === "bridges")
    .map(({ line, group, specifier, to, confidence }) => `${line} ${group} ${specifier} -> ${to} ${confidence}`);
  expect(bridges).toEqual([
    "5 console_scripts bank.desk:main -> file:bank/desk.py declared",
    "6 console_scripts bank:safe -> file:bank/safe.py declared",
    "7 console_scripts bank.vault:open -> unresolved:python/bank.vault declared",
    "8 console_scripts bonk.desk:main -> unresolved:python/bonk.desk inferred",
    "9 console_scripts click:main -> pkg:pypi/click declared",
  ]);
  expect(
    conflicts.map(({ severity, code, file, line, subject }) => `${severity} ${code} ${file}:${line} ${subject}`),
  ).toEqual(["error bridge/broken pyproject.toml:7 bank.vault", "warning bridge/broken pyproject.toml:8 bonk.desk"]);
});

it("an entry into what a build makes is not broken", async () => {
  const files = {
    "pyproject.toml": '[project]\nname = "bank"\n[project.scripts]\nfast = "bank.fast:run"\n',
    "bank/__init__.py": "",
    "bank/fast.c": "",
  };
  const { conflicts } = await analyze({ fileSystem: memoryFileSystem(files), only: ["bridge/*"] });
  expect(conflicts).toEqual([]);
});
