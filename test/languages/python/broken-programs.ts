/** Programs with a few mistakes: mostly no Python any more, and sometimes another program. */
import fc from "fast-check";
import type { Age } from "./scan-expressions.ts";
import { programs } from "./scan-programs.ts";

const edits = [
  "",
  "(",
  ")",
  ":",
  "'",
  '"""',
  " ",
  "\n",
  "=",
  ",",
  ".",
  "import ",
  "lazy ",
  "not ",
  "# /// script\n",
  "\\",
  "{",
  "}",
  "\t",
  "else",
  "\0",
  "#",
];

/** A module with a few of its characters cut out, doubled or changed. */
export function brokenPrograms(age: Age): fc.Arbitrary<string> {
  const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...edits)), { minLength: 1, maxLength: 3 });
  return fc.tuple(programs(age), changes).map(([text, list]) =>
    list.reduce((edited, [place, put]) => {
      const at = place % (edited.length + 1);
      return `${edited.slice(0, at)}${put}${edited.slice(put === "" ? at + 1 : at)}`;
    }, text),
  );
}

type Edit = "remove" | "double" | "exchange" | "move";

/** A module with a few of its tokens cut out, doubled, or put elsewhere. */
export function mixedPrograms(age: Age): fc.Arbitrary<string> {
  const edit = fc.constantFrom<Edit>("remove", "double", "exchange", "move");
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(), edit), { minLength: 1, maxLength: 3 });
  return fc
    .tuple(programs(age), changes)
    .map(([text, list]) =>
      list.reduce((tokens, [place, other, how]) => changed(tokens, place, other, how), tokensOf(text)).join(""),
    );
}

/** Nearly those of Python: words, blanks, quotes of three, line ends, and single signs. */
function tokensOf(text: string): readonly string[] {
  return text.match(/\w+|[ \t]+|"""|'''|\r\n|[^]/g) ?? [];
}

function changed(tokens: readonly string[], place: number, other: number, how: Edit): readonly string[] {
  if (tokens.length === 0) return tokens;
  const at = place % tokens.length;
  const to = other % tokens.length;
  const token = tokens[at] ?? "";
  switch (how) {
    case "remove":
      return tokens.toSpliced(at, 1);
    case "double":
      return tokens.toSpliced(at, 0, token);
    case "exchange":
      return tokens.with(at, tokens[to] ?? "").with(to, token);
    case "move":
      return tokens.toSpliced(at, 1).toSpliced(to, 0, token);
  }
}
