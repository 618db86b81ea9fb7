/** Notebooks made by chance: cells of programs, with lines among them that only IPython knows. */
import fc from "fast-check";
import type { Age } from "../scan-expressions.ts";
import { programs } from "../scan-programs.ts";

const magics: fc.Arbitrary<readonly string[]> = fc
  .constantFrom(
    "%matplotlib inline",
    "%time import_module('no')",
    "%load_ext shop.magics",
    "files, more = !ls 'import no",
    "x = %env HOME",
    "!echo \\\n  import no",
    "%pip install -q till 'tax>=1'",
    '!pip install stock==2 && echo "',
    "pip install --quiet shop",
    "?shop.till",
    "shop.till??",
  )
  .map((line) => [line]);

/** A cell with lines of IPython wherever a statement may stand. */
const mixedCell = (age: Age): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom("", "", "", "%%time\n", "%%bash\n", "  \n%%js\n"), programs(age, [magics]))
    .map(([first, text]) => first + text);

export interface MadeNotebook {
  readonly json: string;
  readonly cells: readonly string[];
}

/** Python alone. */
export function plainNotebooks(age: Age): fc.Arbitrary<MadeNotebook> {
  return notebooks(programs(age));
}

export function notebooksOfMagics(age: Age): fc.Arbitrary<MadeNotebook> {
  return notebooks(mixedCell(age));
}

/** Cells as one string or as a list of lines, with other cells between them, indented or not. */
function notebooks(cell: fc.Arbitrary<string>): fc.Arbitrary<MadeNotebook> {
  const written = fc
    .tuple(cell, fc.boolean(), fc.constantFrom("markdown", "raw", ""))
    .map(([text, inLines, other]) => ({
      text,
      json: [
        ...(other === "" ? [] : [{ cell_type: other, source: ["import no\n"] }]),
        { cell_type: "code", outputs: [{ text: "import no" }], source: inLines ? text.split(/(?<=\n)/) : text },
      ],
    }));
  return fc
    .tuple(fc.array(written, { minLength: 1, maxLength: 3 }), fc.constantFrom(undefined, 1, "\t"))
    .map(([made, indent]) => ({
      cells: made.map(({ text }) => text),
      json: JSON.stringify({ cells: made.flatMap(({ json }) => json), metadata: {}, nbformat: 4 }, undefined, indent),
    }));
}
