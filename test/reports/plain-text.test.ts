import fc from "fast-check";
import { expect, test } from "vitest";
import { columns, printable, wrap } from "../../src/reports/plain-text.ts";

test.each([
  ["tab\there", "tab  here"],
  ["\x1b[31mred", "\\u{1b}[31mred"],
  ["a\nb", "a\\u{a}b"],
  ["\x9b2J", "\\u{9b}2J"],
  ["user\u202Egnp.exe", "user\\u{202e}gnp.exe"],
  ["\uD800", "\\u{d800}"],
  ["naïve 名 😀", "naïve 名 😀"],
])("%j prints as %j", (text, expected) => {
  expect(printable(text)).toBe(expected);
});

test("nothing hostile is left, and nothing changes twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
      expect(printable(printable(text))).toBe(printable(text));
    }),
  );
});

test.each([
  ["abc", 3],
  ["名前", 4],
  ["é", 1],
  ["e\u0301", 1],
  ["😀", 2],
])("%s takes %d columns", (text, expected) => {
  expect(columns(text)).toBe(expected);
});

test("wrapping keeps every word and the width", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "grapheme-ascii", minLength: 1 }).filter((word) => !word.includes(" "))),
      fc.integer({ min: 5, max: 60 }),
      (words, width) => {
        const lines = wrap(words.join(" "), width);
        expect(lines.join(" ")).toBe(words.join(" "));
        for (const line of lines) expect(line.length <= width || !line.includes(" ")).toBe(true);
      },
    ),
  );
});
