/**
 * Cython's own files. No grammar of ours reads Cython, so the statements that import are read one by one, as in a file with
 * errors; what else the grammar cannot make sense of is no error of the file.
 * @see https://cython.readthedocs.io/en/latest/src/userguide/sharing_declarations.html
 */
import type { SourceText } from "../../files/source-text.ts";
import type { FileFacts, ImportFact } from "../../model/facts.ts";
import { LineCounter } from "../../model/location.ts";
import type { SyntaxNode } from "../../syntax/syntax.ts";
import { isInText } from "./parse/text-nodes.ts";

export function isCython(path: string): boolean {
  return /\.p(?:yx|xd|xi)$/.test(path);
}

/** `cimport` says `import` for what is read here, in as many characters. */
export function asPython(file: SourceText): SourceText {
  return { ...file, text: file.text.replaceAll(/^([ \t]*(?:from[ \t]+[\w.]+[ \t]+)?)cimport\b/gm, "$1 import") };
}

/** Declarations that Cython brings itself: they are compiled in, and nothing imports them when the module runs. */
const ownDeclarations = /^(?:libc|libcpp|cpython|posix|openmp|cython)(?:\.|$)/;

/**
 * `include "shared.pxi"` pastes another file in.
 * @see https://cython.readthedocs.io/en/latest/src/userguide/language_basics.html#the-include-statement
 */
const include = /^[ \t]*include[ \t]+(?=[uUrRbB]{0,2}["'])/gm;
const plainName = /[uUrR]?(["'])([^"'\\\r\n]+)\1/y;

/** @param root of the file's tree, which tells what is text, whatever stands between */
export function cythonFacts(file: SourceText, facts: FileFacts, root: SyntaxNode | undefined): FileFacts {
  const isMeant = ({ specifier }: ImportFact): boolean => !ownDeclarations.test(specifier);
  const imports = facts.imports.filter(isMeant);
  const diagnostics = facts.diagnostics.filter(({ code }) => code !== "syntax");
  const lines = new LineCounter(file.text);
  for (const { index, 0: before } of file.text.matchAll(include)) {
    const start = index + before.length;
    if (root !== undefined && isInText(root, start - 1)) continue;
    const place = lines.at(start);
    plainName.lastIndex = start;
    const [literal, , specifier] = plainName.exec(file.text) ?? [];
    if (literal === undefined || specifier === undefined) {
      const message = "the file that is pasted in here is not named plainly: it has no edge";
      diagnostics.push({ code: "unsupported", file: file.path, ...place, message });
    } else {
      imports.push({ ...always, specifier, start, end: start + literal.length, ...place });
    }
  }
  return { ...facts, imports: imports.toSorted((a, b) => a.start - b.start), diagnostics };
}

/** It is done when the file is compiled, whatever is around it. */
const always = {
  kind: "include",
  names: [],
  typeOnly: false,
  dynamic: false,
  optional: false,
  local: false,
} as const;
