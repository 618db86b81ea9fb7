import { expect, test } from "vitest";
import type { Bridge } from "../src/bridges/bridge.ts";
import { extract } from "../src/extract.ts";
import { languages } from "../src/languages/index.ts";
import { languageOf } from "../src/languages/by-path.ts";
import { createSyntax } from "../src/syntax/syntax.ts";

const syntax = createSyntax();
const program: Readonly<Record<string, string>> = {
  "Desk.java": "import java.util.List;\nclass Desk { List<Shelf> shelves; }\n",
  "desk.py": "import json\nfrom . import shelf\n",
  "desk.ts": 'import { shelf } from "./shelf.js";\n',
};

/** A bridge that speaks of every file that imports something, and tells the kind of tree it was handed: none where bridges read the text. */
const telltale: Bridge = {
  mechanism: "telltale",
  readers: Object.fromEntries(
    languages.map(({ name }) => [
      name,
      {
        speaks: ({ imports }) => imports.length > 0,
        read: (_, tree) => [
          {
            mechanism: "telltale",
            tool: tree()?.kind ?? "text",
            target: { kind: "tool" },
            start: 0,
            line: 1,
            column: 1,
            confidence: "exact",
          },
        ],
      },
    ]),
  ),
};

test.each(Object.keys(program))("%s: scanned when sure, parsed when asked, and the same facts", (path) => {
  const language = languageOf(path);
  if (language === undefined) throw new Error(`no language reads ${path}`);
  const source = { path, text: program[path] ?? "", diagnostics: [] };
  const scanned = extract(source, language, [], syntax, { precise: false });
  const parsed = extract(source, language, [], syntax, { precise: true });
  const bridged = extract(source, language, [telltale], syntax, { precise: false });
  const kind = { java: "tree-sitter", python: "text", javascript: "babel" }[language.name] ?? "none";
  expect([scanned.parsed, parsed.parsed, bridged.parsed]).toEqual([false, true, kind !== "text"]);
  expect(scanned.facts.imports.length).toBeGreaterThan(0);
  expect(parsed.facts).toEqual(scanned.facts);
  expect(bridged.facts.bridges.map(({ tool }) => tool)).toEqual([kind]);
  expect({ ...bridged.facts, bridges: [] }).toEqual(scanned.facts);
});

test("what was wrong with the encoding comes before what was wrong with the syntax", () => {
  const language = languageOf("desk.ts");
  if (language === undefined) throw new Error("no language reads desk.ts");
  const encoding = { code: "encoding", file: "desk.ts", line: 1, column: 0, message: "not UTF-8" } as const;
  const { facts } = extract({ path: "desk.ts", text: "const = 1;\n", diagnostics: [encoding] }, language, [], syntax, {
    precise: false,
  });
  expect(facts.diagnostics.map(({ code }) => code)).toEqual(["encoding", "syntax"]);
});
