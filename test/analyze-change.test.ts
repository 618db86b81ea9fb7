import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { analyze } from "../src/analyze.ts";
import { analyzeChange, type ChangeAnalysis } from "../src/analyze-change.ts";
import type { Conflict } from "../src/model/conflict.ts";

const home = mkdtempSync(join(tmpdir(), "depbraid-change-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const root = join(home, "shop");

function git(...args: string[]): void {
  const settings = [
    "user.name=Baker",
    "user.email=baker@example.org",
    "commit.gpgsign=false",
    "protocol.file.allow=always",
  ];
  execFileSync("git", [...settings.flatMap((each) => ["-c", each]), ...args], { cwd: root, stdio: "pipe" });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function told(conflicts: readonly Conflict[]): readonly string[] {
  return conflicts.map(({ code, file, line, subject }) => `${code} ${file}:${line} ${subject}`);
}

mkdirSync(root);
git("init", "-q", "-b", "main");
write("web/package.json", '{ "name": "till", "dependencies": { "bread": "1" } }');
write("web/src/till.ts", 'import "bread";\nimport "./drawer.js";\nimport "butter";\n');
write("web/src/old.ts", 'import "./lost.js";\nimport "bread";\n');
write("web/src/going.ts", 'import "./nowhere.js";\n');
write("web/kept/made.ts", 'import "./unmade.js";\n');
write("web/.gitignore", "kept/\n*.local.ts\n");
write("stock/pyproject.toml", '[project]\nname = "stock"\ndependencies = ["requests"]\n');
write("stock/stock/__init__.py", "");
write("stock/stock/shelf.py", "import requests\nfrom .gone import box\nimport numpy\n");
symlinkSync("stock", join(root, "stock/alias"));
symlinkSync("../../..", join(root, "stock/out"));
git("add", ".");
git("add", "-f", "web/kept");
git("commit", "-qm", "open the shop");
git("checkout", "-qb", "feature");
execFileSync("git", ["clone", "-q", root, join(home, "then")]);

// Lines are shifted, a file is moved, one is gone, a conflict is put before one like it.
write(
  "web/src/till.ts",
  '// the till\nimport "butter/salted";\nimport "bread";\nimport "./drawer.js";\nimport "butter";\n',
);
git("mv", "web/src/old.ts", "web/src/older.ts");
rmSync(join(root, "web/src/going.ts"));
write("stock/stock/crate.py", "from .gone import lid\n");
rmSync(join(root, "stock/alias"));
git("add", "-A");
git("commit", "-qm", "change it");
write("stock/stock/shelf.py", "import requests\nfrom .gone import box\nimport numpy\nimport scipy\n");
write("web/src/draft.ts", 'import "./unwritten.js";\n');
write("web/src/note.local.ts", 'import "./ignored.js";\n');

const change = await analyzeChange({ root, since: "main" });

test("conflicts of the work tree that were not there before, committed or not", () => {
  expect(told(change.introduced)).toEqual([
    "import/unresolved stock/stock/crate.py:1 .gone",
    "import/unresolved web/src/draft.ts:1 ./unwritten.js",
    "import/undeclared stock/stock/shelf.py:4 pkg:pypi/scipy",
  ]);
  expect(told(change.gone)).toEqual(["import/unresolved web/src/going.ts:1 ./nowhere.js"]);
});

test("what was before is what a checkout of that commit gives", async () => {
  const then = await analyze({ root: join(home, "then") });
  expect(then.conflicts.length).toBeGreaterThan(5);
  expect(change.before.conflicts).toEqual(then.conflicts);
  expect(change.before.diagnostics).toEqual(then.diagnostics);
  expect(change.before.stats.nodes).toBe(then.stats.nodes);
});

test("files that are as they were are not read again", () => {
  expect(change.before.stats.cached).toBe(2); // web/kept/made.ts, stock/stock/__init__.py
});

test("a directory of the repository is compared with itself", async () => {
  const { introduced, gone } = await analyzeChange({ root: join(root, "web"), since: "main" });
  expect(told(introduced)).toEqual(["import/unresolved src/draft.ts:1 ./unwritten.js"]);
  expect(told(gone)).toEqual(["import/unresolved src/going.ts:1 ./nowhere.js"]);
  // It was not there at all.
  mkdirSync(join(root, "new"));
  write("new/package.json", '{ "name": "new" }');
  write("new/a.js", 'import "./b.js";\n');
  const fresh = await analyzeChange({ root: join(root, "new"), since: "main" });
  rmSync(join(root, "new"), { recursive: true });
  expect(told(fresh.introduced)).toEqual(["import/unresolved a.js:1 ./b.js"]);
});

test("the same options hold for both", async () => {
  const only = await analyzeChange({ root, since: "main", only: ["import/undeclared"], exclude: ["stock/"] });
  expect([only.introduced, only.gone]).toEqual([[], []]);
  expect(told(only.before.conflicts)).toEqual(["import/undeclared web/src/till.ts:3 pkg:npm/butter"]);
});

test("packages that are installed beside the sources serve both", async () => {
  write(".gitignore", ".venv/\n");
  write("stock/.venv/pyvenv.cfg", "version = 3.12\n");
  write("stock/.venv/lib/python3.12/site-packages/numpy-2.0.dist-info/METADATA", "Name: numpy\nVersion: 2.0\n");
  const installed = await analyzeChange({ root, since: "main" });
  const line = (analysis: ChangeAnalysis["now"]): unknown =>
    analysis.conflicts.find(({ subject }) => subject === "pkg:pypi/numpy")?.message;
  rmSync(join(root, "stock/.venv"), { recursive: true });
  expect(line(installed.before)).toBe(line(installed.now));
  expect(line(installed.now)).not.toBe(line(change.now));
  rmSync(join(root, ".gitignore"));
});

test("files of a submodule are seen as they are", async () => {
  git("submodule", "--quiet", "add", join(home, "then"), "vendor");
  git("commit", "-qm", "a submodule");
  const { introduced, before } = await analyzeChange({ root, since: "HEAD" });
  git("reset", "-q", "--hard", "HEAD~1");
  expect(told(introduced).filter((each) => each.includes(" vendor/"))).toEqual([]);
  expect(told(before.conflicts).filter((each) => each.includes(" vendor/")).length).toBeGreaterThan(3);
});

test("nothing of the repository runs, and nothing of it is written", async () => {
  const trap = join(root, "trap.sh");
  writeFileSync(trap, `#!/bin/sh\necho ran >> "${join(root, "ran.txt")}"\ncat\n`, { mode: 0o755 });
  write(".gitattributes", "*.ts diff=trap filter=trap text=auto working-tree-encoding=UTF-16\n");
  git("add", ".gitattributes");
  git("commit", "-qm", "attributes");
  const settings = ["core.fsmonitor", "core.pager", "core.sshCommand", "diff.external", "diff.trap.textconv"];
  for (const setting of [...settings, "filter.trap.clean", "filter.trap.smudge", "filter.trap.process"]) {
    git("config", setting, trap);
  }
  for (const hook of ["post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc"]) {
    writeFileSync(join(root, ".git/hooks", hook), `#!/bin/sh\necho ${hook} >> "${join(root, "ran.txt")}"\n`, {
      mode: 0o755,
    });
  }
  write("web/src/till.ts", "touched");
  const index = join(root, ".git/index");
  const [bytes, time] = [readFileSync(index), statSync(index).mtimeMs];
  await analyzeChange({ root, since: "main" });
  expect([readFileSync(index).equals(bytes), statSync(index).mtimeMs]).toEqual([true, time]);
  expect(existsSync(join(root, "ran.txt"))).toBe(false);
});
