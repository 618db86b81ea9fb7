import { describe, expect, test } from "vitest";
import { readMentions } from "../../../../src/languages/java/facts/javadoc.ts";

const drawn = (text: string): readonly string[] => readMentions(text).map(({ name, start }) => `${name} ${start}`);
const names = (text: string): string =>
  readMentions(text)
    .map(({ name }) => name)
    .join(" ");

test("each name once, where it first stands", () => {
  expect(drawn("/** {@link Till} and {@link Row}\n * {@link Till} */")).toEqual(["Till 11", "Row 28"]);
});

describe("what a comment sends its reader to", () => {
  test.each([
    ["/** {@link Till} */", "Till"],
    ["/**\n * {@linkplain org.acme.Till the till} {@link Till.Row}\n */", "org.acme.Till Till.Row"],
    ["/**\n * @see Till\n * @see Row#open the row\n */", "Till Row"],
    ["/** {@link Till#open(Row, java.util.List[], int...) opens} */", "Till Row java.util.List"],
    ["/** {@link #open(Row)} {@link #close} {@link #sum() Sum} */", "Row"],
    ["/** {@link java.base/java.util.List} */", "java.util.List"],
    ["/**\n * {@link\n *   Till}\n * @see\n *\tRow */", "Till Row"],
    ["/// {@link Till}\n", "Till"],
    ["  * {@link Till", "Till"],
  ])("%j", (text, expected) => {
    expect(names(text)).toBe(expected);
  });
});

describe("what is none", () => {
  test.each([
    '/** @see "The Book" @see <a href="Till">Till</a> */',
    "/** @link Till {@code Till} {@value Till#MAX} @seeTill {@linkTill} @author Till */",
    "/** {@link till} {@link org.acme.till} */",
    'String s = "{@link Till}"; // {@link Till}',
    '  "* {@link Till}",',
    '  /** shop */ String s = "{@link Till}";',
    '  */ String s = "{@link Till}";',
    "@link Till @see Till",
    "/** {@link",
    "/** @see */ class Till { }",
    `* ${" ".repeat(500)}{@link Till}`,
  ])("%j", (text) => {
    expect(names(text)).toBe("");
  });
});

describe("hostile input costs bounded time", () => {
  test.each([["{@link #a("], ["* {@link Till#open("], ["@"], ["\n* @see\n"], ["* @see "]])("%j", (piece) => {
    const started = performance.now();
    readMentions(piece.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
