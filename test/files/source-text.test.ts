import { describe, expect, test } from "vitest";
import { decode } from "../../src/files/source-text.ts";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));

describe("encodings", () => {
  const table: [string, Uint8Array, string, readonly string[]][] = [
    ["plain", Buffer.from("rye = 1"), "rye = 1", []],
    ["UTF-8", Buffer.from("bröt = 'パン'"), "bröt = 'パン'", []],
    ["UTF-8 with a byte order mark", Buffer.from("\uFEFFrye"), "rye", []],
    ["UTF-16, little end first", bytes(0xff, 0xfe, 0x72, 0x00, 0x79, 0x00), "ry", []],
    ["UTF-16, big end first", bytes(0xfe, 0xff, 0x00, 0x72, 0x00, 0x79), "ry", []],
    ["UTF-16 cut in the middle", bytes(0xff, 0xfe, 0x72, 0x00, 0x79), "r\uFFFD", []],
    ["a byte order mark alone", bytes(0xef, 0xbb, 0xbf), "", []],
    ["nothing", bytes(), "", []],
    ["NUL bytes", bytes(0x61, 0, 0x62), "a\0b", []],
    [
      "bytes that are not UTF-8",
      latin1("rye\noat = 'brösel'\n"),
      "rye\noat = 'brösel'\n",
      ["2: the file is not UTF-8; it was read as windows-1252"],
    ],
  ];
  test.each(table)("%s", (_, content, text, diagnostics) => {
    const source = decode("bakery.py", content);
    expect(source.text).toBe(text);
    expect(source.diagnostics.map(({ line, message }) => `${line}: ${message}`)).toEqual(diagnostics);
  });
});

test("what the text declares is asked only when it is not UTF-8", () => {
  const asked: number[] = [];
  const declared = (content: Uint8Array): string => {
    asked.push(content.length);
    return "iso-8859-15";
  };
  expect(decode("a.py", Buffer.from("ö"), declared).text).toBe("ö");
  expect(decode("a.py", latin1("\xa4"), declared)).toEqual({ path: "a.py", text: "€", diagnostics: [] });
  expect(asked).toEqual([1]);
});

test.each([
  [
    "utf-8",
    "brö",
    'the file declares the encoding "utf-8", and has bytes that are not of it; it was read as windows-1252',
  ],
  [
    "us-ascii",
    "brö",
    'the file declares the encoding "us-ascii", and has bytes that are not of it; it was read as windows-1252',
  ],
  [
    "shift_jis",
    "br\xa0",
    'the file declares the encoding "shift_jis", and has bytes that are not of it; it was read as windows-1252',
  ],
])("a declared encoding that is not the file's is named: %s", (label, text, message) => {
  const source = decode("a.py", latin1(`rye\n${text}\n`), () => label);
  expect(source.text).toBe(`rye\n${text}\n`);
  expect(source.diagnostics.map((each) => `${each.line}: ${each.message}`)).toEqual([`2: ${message}`]);
});

test("an unknown declared encoding is named, and the file is read all the same", () => {
  const source = decode("a.py", latin1("brö"), () => "klingon");
  expect(source.text).toBe("brö");
  expect(source.diagnostics.map((each) => each.message)).toEqual([
    'the file declares the encoding "klingon", which is unknown; it was read as windows-1252',
  ]);
});
