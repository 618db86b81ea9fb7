/**
 * Cython's own files. No grammar of ours reads Cython, so the statements that import are read one by one, as in a file with
 * errors; what else the grammar cannot make sense of is no error of the file.
 * @see https://cython.readthedocs.io/en/latest/src/userguide/sharing_declarations.html
 */
import type { SourceText } from "../../files/source-text.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { FileFacts, ImportFact } from "../../model/facts.ts";
import { LineCounter } from "../../model/location.ts";

export function isCython(path: string): boolean {
  return /\.p(?:yx|xd|xi)$/.test(path);
}

/** `cimport` says `import` for what is read here, in as many characters. */
export function asPython(file: SourceText): SourceText {
  return { ...file, text: file.text.replaceAll(/^([ \t]*(?:from[ \t]+[\w.]+[ \t]+)?)cimport\b/gm, "$1 import") };
}

/** Declarations that Cython brings itself: they are compiled in, and nothing imports them when the module runs. */
const ownDeclarations = /^(?:libc|libcpp|cpython|posix|openmp|cython)(?:\.|$)/;

/** `include "shared.pxi"` pastes another file in. */
const include = /^[ \t]*include[ \t]+["']([^"'\n]+)["']/gm;

export function cythonFacts({ path, text }: SourceText, facts: FileFacts): FileFacts {
  const isMeant = ({ specifier }: ImportFact): boolean => !ownDeclarations.test(specifier);
  const lines = new LineCounter(text);
  const included = Array.from(text.matchAll(include), ({ index, 0: whole, 1: name = "" }): Diagnostic => {
    const message = `what "${name}" brings in here is not followed: it has no edge`;
    return { code: "unsupported", file: path, ...lines.at(index + whole.indexOf("include")), message };
  });
  return {
    ...facts,
    imports: facts.imports.filter(isMeant),
    diagnostics: [...facts.diagnostics.filter(({ code }) => code !== "syntax"), ...included],
  };
}
