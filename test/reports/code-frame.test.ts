import fc from "fast-check";
import { expect, test } from "vitest";
import { codeFrame } from "../../src/reports/code-frame.ts";
import { palette } from "../../src/reports/colour.ts";
import { columns } from "../../src/reports/plain-text.ts";

const style = palette({ colour: false });

function frame(text: string, line: number, column: number, width = 80): string {
  const lines = text.split("\n");
  return codeFrame((at) => lines[at - 1], { line, column }, width, style).join("\n");
}

test.each([
  ["a quoted text with its quotes", 'import a from "./a";', 1, 15, '1 │ import a from "./a";\n  │               ^^^^^'],
  ["a dotted name", "import java.util.List;", 1, 8, "1 │ import java.util.List;\n  │        ^^^^^^^^^^^^^^"],
  ["the line before", "x = 1\nimport a", 2, 8, "1 │ x = 1\n2 │ import a\n  │        ^"],
  ["no empty line before", "\n  \nimport a", 3, 8, "3 │ import a\n  │        ^"],
  [
    "common indentation is left out",
    "    def f():\n        import a",
    2,
    16,
    "1 │ def f():\n2 │     import a\n  │            ^",
  ],
  ["tabs", "a =\tb", 1, 5, "1 │ a =  b\n  │      ^"],
  ["wide characters", 'let 名 = "x";', 1, 9, '1 │ let 名 = "x";\n  │          ^^^'],
  ["control characters", '\x1b[2J"x"', 1, 5, '1 │ \\u{1b}[2J"x"\n  │          ^^^'],
  ["line numbers grow", `${"\n".repeat(9)}import a`, 10, 8, "10 │ import a\n   │        ^"],
  ["no column, no caret", "import a", 1, 0, "1 │ import a"],
  ["a column behind the end", "ab", 1, 3, "1 │ ab\n  │   ^"],
  ["a column far behind the end", "ab", 1, 30, "1 │ ab"],
  ["a quote without an end", 'a "b', 1, 3, '1 │ a "b\n  │   ^^'],
  ["no such line", "a", 5, 1, ""],
  ["the whole file", "a", 0, 0, ""],
])("%s", (_, text, line, column, expected) => {
  expect(frame(text, line, column)).toBe(expected);
});

test("a long line is cropped around the place, whatever it costs to look at", () => {
  const long = `${"a".repeat(20_000_000)} "here" ${"b".repeat(20_000_000)}`;
  const start = performance.now();
  const drawn = frame(long, 1, 20_000_002, 40);
  expect(performance.now() - start).toBeLessThan(500);
  expect(drawn).toBe(`1 │ …${"a".repeat(17)} "here" ${"b".repeat(11)}…\n  │ ${" ".repeat(19)}^^^^^^`);
});

test("any line becomes one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.nat(310), (text, column) => {
      const rows = codeFrame((at) => (at === 1 ? text : undefined), { line: 1, column }, 60, style);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).not.toMatch(/[\n\r\t]/);
    }),
  );
});

test("carets stand below the place, and no row is wider than the terminal but for its marks", () => {
  const ascii = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(ascii, fc.nat(), fc.integer({ min: 30, max: 120 }), (text, place, width) => {
      const column = (place % text.length) + 1;
      const [code = "", carets = ""] = codeFrame(
        (at) => (at === 1 ? text : undefined),
        { line: 1, column },
        width,
        style,
      );
      expect((code[carets.indexOf("^")] ?? " ").trim()).toBe((text[column - 1] ?? "").trim());
      expect(Math.max(columns(code), columns(carets))).toBeLessThanOrEqual(width + 2);
    }),
  );
});
