/** The functions that import a module by its name in a string, as both tiers know them. */
import { guard } from "./guards.ts";
import type { ImportRecord } from "./import-record.ts";

export type DynamicWord = "import_module" | "__import__" | "importorskip";

/** The objects whose method each is; without an object it is the function itself, imported by its name. */
const owners: Readonly<Record<DynamicWord, readonly string[]>> = {
  import_module: ["importlib", "_importlib"],
  __import__: ["builtins", "__builtin__", "__builtins__"],
  importorskip: ["pytest"],
};

/** A file with none of these words has no such call. */
export const dynamicWords: readonly DynamicWord[] = ["import_module", "__import__", "importorskip"];

export function asDynamicWord(word: string): DynamicWord | undefined {
  return dynamicWords.find((known) => known === word);
}

export function mayOwn(owner: string, word: DynamicWord): boolean {
  return owners[word].includes(owner);
}

const moduleName = /^(?:\.*[\p{XID_Start}_]\p{XID_Continue}*(?:\.[\p{XID_Start}_]\p{XID_Continue}*)*|\.+)$/u;

/** The record of such a call; undefined when the name is none that the function takes. Only `import_module` takes dots. */
export function dynamicRecord(
  word: DynamicWord,
  specifier: string,
  argument: { readonly start: number; readonly end: number },
  flags: number,
): ImportRecord | undefined {
  if (!moduleName.test(specifier)) return undefined;
  if (word !== "import_module" && specifier.startsWith(".")) return undefined;
  return {
    kind: "dynamic",
    specifier,
    names: [],
    start: argument.start,
    end: argument.end,
    flags: word === "importorskip" ? flags | guard.conditional : flags,
  };
}

/** The value of one string literal without escapes or replacement fields; undefined for all other text. */
export function literalValue(literal: string): string | undefined {
  return /^[rRuU]?("""|'''|"|')([^\\]*)\1$/.exec(literal)?.[2];
}
