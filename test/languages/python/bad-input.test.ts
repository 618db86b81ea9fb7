/** Bad input to the scanner and the parser: the imports that can be read, one diagnostic, nothing lost, time in proportion. */
import { describe, expect, test } from "vitest";
import { extract } from "../../../src/extract.ts";
import { decode } from "../../../src/files/source-text.ts";
import { python } from "../../../src/languages/python/index.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";
import { drawFacts } from "./scan-drawing.ts";

const syntax = createSyntax();

/** What comes of a file: as it is drawn, and whether it had to be parsed. */
function read(content: string | Uint8Array, host = syntax): { readonly drawn: string; readonly parsed: boolean } {
  const source = decode("shop/cart.py", Buffer.from(content), python.encoding?.bind(python));
  const { facts, parsed } = extract(source, python, [], host, { precise: false });
  return { drawn: drawFacts(facts), parsed };
}

const indentation = "this line's indentation fits no block";
const string = "a string that begins here is not closed, or not as its quotes ask";
const operand = "an operator or an operand is missing here";
const bracket = "this bracket has no partner, or one of another kind";
const character = "no part of Python begins with this character";

describe("broken syntax", () => {
  test.each([
    {
      name: "a block of tabs that goes on with spaces",
      text: "import tax\nif a:\n\timport till\n        import stock\nimport shop\n",
      drawing: `1:8 import tax\n3:9 import till\n4:16 import stock\n5:8 import shop\n! syntax 4:9 ${indentation}`,
    },
    {
      name: "an import of nothing, and a line after it",
      text: "if a:\n    import\n    tax\nimport till\nfrom shop import  # no\nstock\n",
      drawing: "4:8 import till\n! syntax 2:5 this import is not complete",
    },
    {
      name: "spaces that are less than the block's",
      text: "import tax\nif a:\n    import till\n  import stock\n",
      drawing: `1:8 import tax\n3:12 import till\n4:10 import stock\n! syntax 4:3 ${indentation}`,
    },
    {
      name: "a string that its line ends",
      text: "import tax\nx = 'till\nimport till\nx = 'it''s'\n",
      drawing: `1:8 import tax\n3:8 import till\n! syntax 2:5 ${string}`,
    },
    {
      name: "a long string that nothing ends",
      text: 'import tax\ndef f():\n    """Opens.\n    import till\nlazy import stock\n',
      drawing: `1:8 import tax\n4:12 import till\n5:13 import stock [local]\n! syntax 3:5 ${string}`,
    },
    {
      name: "a field that nothing ends",
      text: "import tax\nx = f'{till'\nimport till\n",
      drawing: `1:8 import tax\n3:8 import till\n! syntax 2:12 ${operand}`,
    },
    {
      name: "a bracket that nothing closes, with statements after it",
      text: "import tax\nx = [1,\n     2\nimport till\ndef f(a): return a\n",
      drawing: `1:8 import tax\n4:8 import till\n! syntax 2:5 ${bracket}`,
    },
    {
      name: "a bracket that is closed, with a comma missing in it",
      text: "import tax\nx = [1,\n     2 3,\n]\nimport till\n",
      drawing: `1:8 import tax\n5:8 import till\n! syntax 3:8 ${operand}`,
    },
    {
      name: "a lambda without a colon",
      text: "import tax\nx = lambda y\nif a: import till\n",
      drawing: `1:8 import tax\n3:14 import till\n! syntax 2:13 ${operand}`,
    },
    {
      name: "imports after colons and semicolons beside an error, and none in texts",
      text: "import tax\nx = = 1; import till\nif a: import stock; from . import shop\n'import no'\nx = {1: 'import no'} # import no\n",
      drawing: `1:8 import tax\n2:17 import till\n3:14 import stock\n3:26 from . (shop)\n! syntax 2:5 ${operand}`,
    },
    {
      name: "NUL between statements",
      text: "import tax\n\0\nimport till\n",
      drawing: `1:8 import tax\n3:8 import till\n! syntax 2:1 ${character}`,
    },
    {
      name: "NUL in a name",
      text: "import tax\nti\0ll = 1\nimport till\n",
      drawing: `1:8 import tax\n3:8 import till\n! syntax 2:3 ${character}`,
    },
  ])("$name", ({ text, drawing }) => {
    expect(read(text)).toEqual({ drawn: drawing, parsed: true });
  });
});

describe("encodings that are not what they say", () => {
  const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");
  const says = (name: string, wrong: string): string =>
    `! encoding 3:0 the file declares the encoding "${name}", ${wrong}; it was read as windows-1252`;
  test.each([
    {
      name: "UTF-8 that calls itself Latin-1: read as what it is",
      content: Buffer.from("# coding: latin-1\nimport größe\n"),
      drawing: "2:8 import größe",
    },
    {
      name: "Latin-1 that calls itself UTF-8",
      content: latin1("# coding: utf-8\nimport tax\nimport größe\n"),
      drawing: `2:8 import tax\n3:8 import größe\n${says("utf-8", "and has bytes that are not of it")}`,
    },
    {
      name: "Latin-1 that calls itself ASCII",
      content: latin1("# coding: ascii\nimport tax\nimport größe\n"),
      drawing: `2:8 import tax\n3:8 import größe\n${says("ascii", "and has bytes that are not of it")}`,
    },
    {
      name: "Latin-1 that calls itself what nobody knows",
      content: latin1("# coding: klingon\nimport tax\nimport größe\n"),
      drawing: `2:8 import tax\n3:8 import größe\n${says("klingon", "which is unknown")}`,
    },
    {
      name: "Latin-1 that says so, on the second line",
      content: latin1("#!/usr/bin/python\n# coding: latin-1\nimport größe\n"),
      drawing: "3:8 import größe",
    },
  ])("$name", ({ content, drawing }) => {
    expect(read(content)).toEqual({ drawn: drawing, parsed: false });
  });
});

/** A generated table of rates, with an import a thousand lines. */
function generated(lines: number): string {
  return Array.from({ length: lines }, (_, at) =>
    at % 1000 === 0
      ? `import rates.r${at}`
      : `rate_${at} = {"code": "R${at}", 'share': [${at}, -0.5e${at % 9}]}  # ${at}`,
  ).join("\n");
}

function milliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("a file of 100,000 generated lines", () => {
  const text = generated(100_000);

  test("is scanned: every import", () => {
    const { drawn, parsed } = read(text);
    expect(parsed).toBe(false);
    expect(drawn.split("\n").length).toBe(100);
    expect(drawn.split("\n").at(-1)).toBe("99001:8 import rates.r99000");
  });

  test("with one line broken: every import all the same, and one diagnostic", () => {
    const { drawn } = read(text.replace("rate_50001 =", "rate_50001 = ="));
    expect(drawn.split("\n").length).toBe(101);
    expect(drawn.split("\n").at(-1)).toBe(`! syntax 50002:14 ${operand}`);
  });

  test("whose first bracket is never closed: one diagnostic, and nothing lost", () => {
    // Errors that span so much take the grammar the square of the time: it is given up on.
    const { drawn } = read(`x = (\n${text}`, createSyntax(200));
    expect(drawn.split("\n").length).toBe(101);
    expect(drawn.split("\n").at(-1)).toBe(
      `! syntax 1:5 ${bracket}; the grammar took over 0.2 s on this file, so what surrounds its later imports is not known`,
    );
  });
});

describe("time in proportion to the length", () => {
  const repeated: Readonly<Record<string, (times: number) => string>> = {
    statements: (times) => generated(times),
    "one line": (times) => `x = ${"a + ".repeat(times)}b`,
    "open brackets": (times) => "(".repeat(times),
    "nested blocks": (times) =>
      Array.from({ length: Math.min(times, 99) }, (_, depth) => `${" ".repeat(depth)}if a:`).join("\n") +
      `\n${`${" ".repeat(99)}b\n`.repeat(times)}`,
    "open strings": (times) => `x = '\n`.repeat(times),
    "open long strings": (times) => `x = ''''\n"""`.repeat(times),
    "backslashes in a string": (times) => `'''${"\\".repeat(times)}`,
    "quotes behind backslashes": (times) => `'''${"\\'''".repeat(times)}`,
    "fields in fields": (times) => `f'${"{x:".repeat(times)}`,
    backticks: (times) => "`a` + ".repeat(times),
    "open backticks": (times) => `${"` ".repeat(times)}\n`.repeat(2),
    imports: (times) => "from rates import (a,\n b as c)\n".repeat(times),
    "half imports": (times) => "from rates import (a,\n".repeat(times),
    "words that may import": (times) => "x = import_module\n".repeat(times),
    "letters that are not ASCII": (times) => "größe = 'ü'; 価格 = größe\n".repeat(times),
    "joined lines": (times) => `x = 1${" \\\n + 1".repeat(times)}`,
    "blank joined lines": (times) => " \\\n".repeat(times),
    "comments in brackets": (times) => `(${"# a\n".repeat(times)})`,
  };
  test.each(Object.keys(repeated))("%s", (kind) => {
    const text = (times: number): string => repeated[kind]?.(times) ?? "";
    const scan = (source: string): void => void python.scan({ path: "shop/cart.py", text: source, diagnostics: [] });
    const [short, long] = [text(10_000), text(80_000)];
    scan(short);
    const shortly = Math.min(...[0, 0, 0].map(() => milliseconds(() => scan(`${short} `))));
    const longer = Math.min(...[0, 0].map(() => milliseconds(() => scan(`${long} `))));
    // Eight times as long: what grows with the square would take 64 times as long.
    expect(longer).toBeLessThan(24 * shortly + 40);
  });
});
