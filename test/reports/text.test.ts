import { expect, test } from "vitest";
import { analysis, clash, conflict, cycle, mild, printed, till } from "./drawn-analysis.ts";

test("conflicts by project, worst first, with code, evidence, other places and a way out", () => {
  expect(printed("text", "check", analysis())).toBe(`web/package.json  2 errors

  ✖ error  left-pad is imported, but web/package.json does not declare it, and nothing that it
           requires is known to bring it
    web/src/cart.ts:2:17  import/undeclared
      1 │ import { render } from "./render.js";
      2 │ import pad from "left-pad";
        │                 ^^^^^^^^^^
    also in web/src/till.ts:1:17
    fix: add "left-pad" to the dependencies of web/package.json

stock/pyproject.toml  1 warning

  ▲ warning  2 files import each other in a circle: stock/stock/book.py -> stock/stock/shelf.py ->
             stock/stock/book.py
    stock/stock/book.py:1:6  import/cycle
      1 │ from stock.shelf import Shelf
        │      ^^^^^^^^^^^
    stock/stock/book.py:1:6  imports stock/stock/shelf.py
    stock/stock/shelf.py:3:6  → imports stock/stock/book.py
    fix: cut the import of stock/stock/shelf.py at stock/stock/book.py:1

Not fully read: 1 syntax
  stock/setup.py:3:9  syntax  a bracket is never closed
2 errors, 1 warning, 1 info in 1,234 files (java 200, python 34, typescript 1,000) · 1 diagnostic · 0.41 s
1 info not shown: --verbose shows it.
depbraid explain CODE tells why a conflict breaks things and how to mend it.
`);
});

test("a clash: its ranges over one axis, its causes as a tree, and a way out that was checked", () => {
  expect(printed("text", "check", analysis({ conflicts: [clash], diagnostics: [] }), { quiet: true })).toBe(
    `stock/requirements.txt  1 error

  ✖ error  no version of requests is both <2.30 and >=2.31
    stock/requirements.txt:1:1  version/disjoint
    <2.30   ←───○
    >=2.31           ●───────→
                2.30 2.31
    stock/requirements.txt:4:1  asks for >=2.31
      stock/base.txt:2  is where it is from
      ... and 2 more
    fix (checked): let stock/requirements.txt:1 ask for >=2.31

`,
  );
});

test("of many causes the first lines are shown, and all when asked for", () => {
  const causes = Array.from({ length: 14 }, (_, at) => ({
    file: "stock/pins.txt",
    line: at + 1,
    message: `step ${at}`,
  }));
  const given = analysis({ conflicts: [{ ...clash, causes }] });
  expect(printed("text", "check", given)).toContain("step 9\n    ... and 4 more lines: --verbose shows all\n");
  expect(printed("text", "check", given, { verbose: true })).toContain("step 13\n");
});

test("infos are shown when asked for", () => {
  expect(printed("text", "check", analysis({ conflicts: [mild] }))).not.toContain("async");
  expect(printed("text", "check", analysis({ conflicts: [mild] }), { verbose: true })).toContain(
    "● info  async is asked for",
  );
});

test("something friendly when there is nothing", () => {
  expect(printed("text", "check", analysis({ conflicts: [], diagnostics: [] }))).toBe(
    "✔ Everything holds together.\nno conflicts in 1,234 files (java 200, python 34, typescript 1,000) · 0.41 s\n",
  );
  expect(printed("text", "check", analysis({ conflicts: [mild] }))).toContain("✔ Nothing to worry about.");
  const since = { revision: "main", commit: "0123456789abcdef", silenced: 2, gone: 1 };
  expect(printed("text", "check", analysis({ conflicts: [], diagnostics: [], since }))).toBe(
    `✔ Nothing new.
no conflicts in 1,234 files (java 200, python 34, typescript 1,000) · 0.41 s
2 conflicts not shown: there already where HEAD left main (0123456789ab), and 1 other of then is gone.
`,
  );
});

test("what was not read is not called whole", () => {
  expect(analysis().diagnostics.length).toBeGreaterThan(0);
  expect(printed("text", "check", analysis({ conflicts: [] }))).toContain("✔ No conflict in what could be read.");
});

test("an empty directory is not called clean", () => {
  const { stats } = analysis();
  const empty = analysis({ conflicts: [], diagnostics: [], stats: { ...stats, files: { java: 0, python: 0 } } });
  expect(printed("text", "check", empty)).toBe(
    "No source files were found in shop.\nno conflicts in 0 files · 0.41 s\n",
  );
});

test("quiet leaves the conflicts alone", () => {
  const quiet = printed("text", "check", analysis({ conflicts: [cycle] }), { quiet: true });
  expect(quiet).toContain("import/cycle");
  expect(quiet).not.toContain("0.41 s");
  expect(printed("text", "check", analysis({ conflicts: [] }), { quiet: true })).toBe("");
});

test("colour is all that colour changes", () => {
  const coloured = printed("text", "check", analysis(), { colour: true });
  expect(coloured).toContain("\x1b[31m✖ error");
  // oxlint-disable-next-line no-control-regex
  expect(coloured.replaceAll(/\x1b\[\d+m/g, "")).toBe(printed("text", "check", analysis()));
});

test("diagnostics are counted by code, and listed when there are few or when asked for", () => {
  const diagnostics = Array.from({ length: 7 }, (_, at) => ({
    code: at < 4 ? ("syntax" as const) : ("manifest" as const),
    file: `f${at}.py`,
    line: at,
    column: 0,
    message: "it cannot be read",
  }));
  const short = printed("text", "check", analysis({ conflicts: [], diagnostics }));
  expect(short).toContain("Not fully read: 4 syntax, 3 manifest (--verbose lists them)\n");
  expect(short).not.toContain("f3.py");
  const long = printed("text", "check", analysis({ conflicts: [], diagnostics }), { verbose: true });
  expect(long).toContain("  f0.py  syntax  it cannot be read\n  f1.py:1  syntax  it cannot be read\n");
});

test("hostile text cannot drive the terminal", () => {
  const evil = "\x1b[2J\x1b]0;owned\x07\u202E\u2066\r\n";
  const hostile = conflict({
    message: evil,
    file: evil,
    project: `project:${evil}`,
    evidence: [{ file: evil, line: 1, message: evil }],
    fix: { message: evil },
  });
  const given = analysis({
    root: evil,
    conflicts: [hostile],
    diagnostics: [{ code: "syntax", file: evil, line: 1, column: 1, message: evil }],
    line: () => evil,
  });
  for (const command of ["check", "graph"] as const) {
    // oxlint-disable-next-line no-control-regex
    expect(printed("text", command, given)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202A-\u202E\u2066-\u2069]/u);
  }
  expect(printed("text", "check", given)).toContain("\\u{1b}[2J");
});

test("many places and much evidence are bounded, and counted", () => {
  const evidence = Array.from({ length: 9 }, (_, at) => ({ file: `e${at}.ts`, line: 1, message: "asks too" }));
  const more = Array.from({ length: 6 }, (_, at) => conflict({ file: `f${at}.ts` }));
  const text = printed("text", "check", analysis({ conflicts: [conflict({ evidence }), ...more] }));
  expect(text).toContain("    e4.ts:1  asks too\n    ... and 4 more\n");
  expect(text).toContain(
    "    also in f0.ts:2:17\n            f1.ts:2:17\n            f2.ts:2:17\n            and 3 more files\n",
  );
});

test("conflicts fold only when they say the same of the same thing in one project", () => {
  const others = [
    { subject: "pkg:npm/x" },
    { project: "project:package.json" },
    { severity: "warning" },
    { message: "other" },
  ] as const;
  for (const other of others) {
    expect(printed("text", "check", analysis({ conflicts: [conflict(), { ...till, ...other }] }))).not.toContain(
      "also in",
    );
  }
});

test("ten thousand conflicts stay readable and cost less than a second", () => {
  const conflicts = Array.from({ length: 10_000 }, (_, at) =>
    conflict({ subject: `pkg:npm/p${at}`, project: `project:p${at % 20}/package.json` }),
  );
  const start = performance.now();
  const text = printed("text", "check", analysis({ conflicts }));
  expect(performance.now() - start).toBeLessThan(1000);
  expect(text).toContain("... and 490 more of import/undeclared: --verbose shows all");
  expect(text.split("\n").length).toBeLessThan(2500);
});

test("the graph: what each node depends on, and what there is in all", () => {
  expect(printed("text", "graph", analysis({ diagnostics: [] }))).toBe(`file:web/src/cart.ts
  -> file:web/src/render.ts  imports ./render.js line 1
  -> pkg:npm/left-pad  imports left-pad line 2 (undeclared)

3 nodes (file 2, package 1) · 2 edges (imports 2) · 0.41 s
`);
});
