/** What is no proper Java: its readable facts stand, one diagnostic says what is wrong, and every other file is unharmed. */
import { describe, expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import { memoryFileSystem } from "../../../src/files/file-system.ts";
import { java } from "../../../src/languages/java/index.ts";
import { resolveRepository } from "../../drawn/resolve.ts";

const shop = {
  "shop/Till.java": "package shop; public class Till { }",
  "shop/Desk.java": "package shop; class Desk { Till till; }",
};
const unharmed = "shop/Desk.java:1 Till -> shop/Till.java";

describe("bad input", () => {
  test.each([
    [
      "a comment without an end",
      "package shop;\nclass Odd { Till till; /* open\n }",
      ["2 Till -> shop/Till.java"],
      ["a comment that begins here has no end"],
    ],
    [
      "a text block without an end",
      'package shop;\nclass Odd { Till till; String text = """\n open; }',
      ["2 Till -> shop/Till.java"],
      ["a string or character literal that begins here has no end"],
    ],
    [
      "a byte order mark",
      "\uFEFFpackage shop;\nimport shop.Till;\nclass Odd { }",
      ["2 shop.Till -> shop/Till.java"],
      [],
    ],
    [
      "a template",
      "package ${package};\n#foreach ($x in $y)\nclass ${name} { shop.Till till; }\n#end",
      ["3 shop.Till -> shop/Till.java"],
      ["a package declaration here is not a dotted name and a semicolon, or is not the first"],
    ],
    [
      "a comment without an end, over all of it",
      "/** open\npackage shop;\nclass Odd { Till till; }",
      [],
      ["a comment that begins here has no end"],
    ],
    [
      "a text block without an end, and code on the lines after it",
      'package shop;\nclass Odd { String text = """open; }\nTill till; }',
      ["3 Till -> shop/Till.java"],
      ["a string or character literal that begins here has no end"],
    ],
    [
      "a template of another kind",
      "package {{package}};\n{{#imports}}\nimport {{import}};\n{{/imports}}\nclass {{name}} extends shop.Till { }",
      ["5 shop.Till -> shop/Till.java"],
      ["a package declaration here is not a dotted name and a semicolon, or is not the first"],
    ],
    [
      "a file of another language",
      "# it is\ndef till():\n    return 'Till'\n",
      [],
      ["a character here can be no part of Java source"],
    ],
    [
      "half of a merge",
      "package shop;\n<<<<<<< HEAD\nclass Odd { Till till; }\n=======\nclass Odd { Desk desk; }\n>>>>>>> theirs\n",
      ["3 Till -> shop/Till.java", "5 Desk -> shop/Desk.java"],
      ["something is missing or too much here"],
    ],
    ["no Java at all", "<html>it's</html>", [], ["a string or character literal that begins here has no end"]],
    ["nothing", "", [], []],
  ])("%s", (_, text, edges, messages) => {
    const { drawing, diagnostics } = resolveRepository(java, { ...shop, "shop/Odd.java": text });
    const lines = drawing.split("\n");
    expect(lines).toContain(unharmed);
    const own = lines.filter((line) => line.startsWith("shop/Odd.java:")).map((line) => line.slice(14));
    expect(own).toEqual(edges);
    expect(diagnostics).toEqual(messages.map((message) => expect.objectContaining({ file: "shop/Odd.java", message })));
  });

  test("byte order marks of two bytes", async () => {
    const text = "\uFEFFpackage shop;\r\nclass Odd { Till till; }";
    const little = Buffer.from(text, "utf16le");
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big]) {
      const fileSystem = memoryFileSystem({ ...shop, "shop/Odd.java": new Uint8Array(bytes) });
      const { graph, diagnostics } = await analyze({ fileSystem });
      expect(diagnostics).toEqual([]);
      expect(graph.dependencies("file:shop/Odd.java")).toMatchObject([
        { to: "file:shop/Till.java", line: 2, column: 13 },
      ]);
    }
  });

  test("a class outside of its package's directory, and two public types in one file", () => {
    const { drawing, diagnostics } = resolveRepository(java, {
      ...shop,
      "elsewhere/Both.java": "package shop; public class Both { } public class Second { Till till; }",
      "app/Main.java": "package app; import shop.Second; class Main extends shop.Both { }",
    });
    expect(diagnostics).toEqual([]);
    expect(drawing.split("\n")).toEqual([
      "app/Main.java:1 shop.Second -> elsewhere/Both.java",
      "app/Main.java:1 shop.Both -> elsewhere/Both.java",
      "elsewhere/Both.java:1 Till -> shop/Till.java",
      unharmed,
    ]);
  });

  test("a generated parser of 5 MB", () => {
    const rule = (at: number): string =>
      `  final void rule${at}() throws ParseError { if (token.kind == Kind.K${at}) { jj[${at}] = new int[] { ${at}, 0x${at} }; } else throw new ParseError("rule ${at}"); }\n`;
    let body = "";
    for (let at = 0; body.length < 5_000_000; at++) body += rule(at);
    const { drawing, diagnostics } = resolveRepository(java, {
      ...shop,
      "shop/ParseError.java": "package shop; class ParseError extends Exception { }",
      "shop/Parser.java": `package shop;\nclass Parser {\n${body}  Till last;\n}`,
    });
    expect(diagnostics).toEqual([]);
    const lines = drawing.split("\n").filter((line) => line.startsWith("shop/Parser.java:"));
    expect(lines.map((line) => line.replace(/^\S+ /, ""))).toEqual([
      "ParseError -> shop/ParseError.java",
      "Till -> shop/Till.java",
    ]);
  });
});
