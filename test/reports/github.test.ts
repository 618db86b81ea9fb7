import { expect, test } from "vitest";
import { analysis, conflict, cycle, mild, printed } from "./drawn-analysis.ts";

const lines = (given = analysis()): string[] => printed("github", "check", given).trimEnd().split("\n");

test("an annotation for each conflict, then how many there are", () => {
  expect(lines(analysis({ conflicts: [conflict(), cycle, mild] }))).toEqual([
    "::error file=shop/web/src/cart.ts,line=2,col=17,title=import/undeclared::left-pad is imported, but web/package.json " +
      "does not declare it, and nothing that it requires is known to bring it%0A" +
      'fix: add "left-pad" to the dependencies of web/package.json',
    "::warning file=shop/stock/stock/book.py,line=1,col=6,title=import/cycle::2 files import each other in a circle: " +
      "stock/stock/book.py -> stock/stock/shelf.py -> stock/stock/book.py%0A" +
      "fix: cut the import of stock/stock/shelf.py at stock/stock/book.py:1",
    "::notice file=shop/web/package.json,line=15,col=5,title=manifest/unused::async is asked for, but nothing in web " +
      'imports it%0Afix: add "left-pad" to the dependencies of web/package.json',
    "::notice title=depbraid::1 error, 1 warning, 1 info; 1 diagnostic of what was not fully read",
  ]);
  expect(lines(analysis({ conflicts: [], diagnostics: [] }))).toEqual(["::notice title=depbraid::no conflicts"]);
});

// Property to what of the file's name, data to what of the message.
test.each([
  ["a,b:c%d.ts", "100% of 1,2:3", "a%2Cb%3Ac%25d.ts", "100%25 of 1,2:3"],
  ["a\r\nb.ts", "one\r\n::error::two", "a%0D%0Ab.ts", "one%0D%0A::error::two"],
  ["%0A.ts", "%0A", "%250A.ts", "%250A"],
  ["till.ts", "\x1b[2J", "till.ts", "\\u{1b}[2J"],
])("%j and %j are escaped by the toolkit's rules", (file, message, property, data) => {
  const { fix: _, ...bare } = conflict({ file, message });
  expect(lines(analysis({ root: ".", conflicts: [bare] }))[0]).toBe(
    `::error file=${property},line=2,col=17,title=import/undeclared::${data}`,
  );
});

test.each([
  [{ line: 0, column: 0 }, "file=till.ts,title"],
  [{ line: 3, column: 0 }, "file=till.ts,line=3,title"],
])("of %j only what is known is said", (place, expected) => {
  expect(lines(analysis({ root: ".", conflicts: [conflict({ file: "till.ts", ...place })] }))[0]).toContain(expected);
});

test.each([
  [".", "till.ts"],
  ["./shop/web/", "shop/web/till.ts"],
  ["../shop", "till.ts"],
  ["/srv/shop", "till.ts"],
  ["C:\\shop", "till.ts"],
])("the host looks for files where the command was started: in %j", (root, file) => {
  expect(lines(analysis({ root, conflicts: [conflict({ file: "till.ts" })] }))[0]).toContain(`file=${file},`);
});

test("no more than the host shows of each severity, and all are counted", () => {
  const conflicts = [conflict(), cycle, mild].flatMap((each) => Array.from({ length: 40 }, () => each));
  const all = lines(analysis({ conflicts, diagnostics: [] }));
  const shown = (command: string): number => all.filter((line) => line.startsWith(`::${command} `)).length;
  expect([shown("error"), shown("warning"), shown("notice")]).toEqual([10, 10, 10]);
  expect(all.at(-1)).toBe(
    "::notice title=depbraid::40 errors (10 annotated), 40 warnings (10 annotated), 40 infos (9 annotated)",
  );
});

test("what was silenced is counted", () => {
  const { stats } = analysis();
  const given = analysis({
    conflicts: [],
    diagnostics: [],
    stats: { ...stats, ignored: 3 },
    baseline: { file: "known.json", silenced: 1200, gone: 2 },
  });
  expect(lines(given)).toEqual([
    "::notice title=depbraid::no conflicts; 3 ignored, with a reason; 1,200 known to the baseline; 2 of it gone",
  ]);
  expect(printed("markdown", "check", given)).toContain(
    " read; 3 ignored, with a reason; 1,200 known to the baseline; 2 of it gone.\n",
  );
});
