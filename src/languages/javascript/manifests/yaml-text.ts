/** Small YAML files that people write, with the places of what they say. */
import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import type { SourceText } from "../../../files/source-text.ts";
import { type Diagnostic, fileDiagnostic } from "../../../model/diagnostic.ts";
import type { PlacedText } from "./json-fields.ts";

const require = createRequire(import.meta.url);

/** A map, a list or a text; what is none of these (a number, a flag) is a text as it is written. */
export type YamlValue =
  | { readonly kind: "map"; readonly entries: ReadonlyMap<string, YamlValue> }
  | { readonly kind: "list"; readonly items: readonly YamlValue[] }
  | ({ readonly kind: "text" } & PlacedText);

export interface YamlReading {
  readonly root?: YamlValue;
  readonly diagnostics: readonly Diagnostic[];
}

/** Larger or deeper than any that a person writes: a parser of YAML is no place for hostile input. */
const maxYamlLength = 1 << 20;
const maxYamlDepth = 100;
/** After so many complaints a file says nothing new. */
const maxDiagnostics = 5;

/** Aliases are read as far as they are nested, and no further: they may name what they stand in. */
const maxValueDepth = 20;

export function readYaml(file: SourceText): YamlReading {
  const refusal = refuse(file.text);
  if (refusal !== undefined) return { diagnostics: [fileDiagnostic("manifest", file.path, refusal)] };
  // Loaded by the first such file: most trees have none, and it costs more than all the other modules of this folder.
  const { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } = require("yaml") as typeof Yaml;
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, logLevel: "silent" });
  const diagnostics: Diagnostic[] = document.errors.slice(0, maxDiagnostics).map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { code: "manifest", file: file.path, line, column: col, message: firstLine(error.message) };
  });
  const valueOf = (node: unknown, depth: number): YamlValue | undefined => {
    if (depth > maxValueDepth) return undefined;
    if (isAlias(node)) return valueOf(node.resolve(document), depth + 1);
    if (isMap(node)) {
      const entries = new Map<string, YamlValue>();
      for (const { key, value } of node.items) {
        const read = valueOf(value, depth + 1);
        if (isScalar(key) && read !== undefined) entries.set(String(key.value), read);
      }
      return { kind: "map", entries };
    }
    if (isSeq(node)) {
      return { kind: "list", items: node.items.flatMap((item) => valueOf(item, depth + 1) ?? []) };
    }
    if (!isScalar(node) || node.value === null) return undefined;
    const { line, col } = lines.linePos(node.range?.[0] ?? 0);
    return { kind: "text", text: typeof node.value === "string" ? node.value : (node.source ?? ""), line, column: col };
  };
  const root = valueOf(document.contents, 0);
  return root === undefined ? { diagnostics } : { root, diagnostics };
}

/** The value under a key of a map. */
export function valueAt(value: YamlValue | undefined, key: string): YamlValue | undefined {
  return value?.kind === "map" ? value.entries.get(key) : undefined;
}

/** The texts of a list. */
export function textsOf(value: YamlValue | undefined): readonly PlacedText[] {
  return value?.kind === "list" ? value.items.flatMap((item) => (item.kind === "text" ? item : [])) : [];
}

/** The texts of a map, by their keys. */
export function textsByKey(value: YamlValue | undefined): ReadonlyMap<string, PlacedText> {
  const texts = new Map<string, PlacedText>();
  for (const [key, each] of value?.kind === "map" ? value.entries : []) if (each.kind === "text") texts.set(key, each);
  return texts;
}

/** Why a text is not given to the parser of YAML, which is recursive. */
function refuse(text: string): string | undefined {
  if (text.length > maxYamlLength) return "the file is too long for a file of settings";
  let deepest = 0;
  let brackets = 0;
  let inLine = 0;
  for (const char of text) {
    if (char === "\n") inLine = 0;
    else if (char === "[" || char === "{") brackets++;
    else if (char === "]" || char === "}") brackets = Math.max(0, brackets - 1);
    // Indents, dashes and question marks at the start of a line nest, too.
    else if (char === " " || char === "-" || char === "?") inLine++;
    deepest = Math.max(deepest, brackets, inLine >> 1);
  }
  return deepest > maxYamlDepth ? "the file is nested too deep for a file of settings" : undefined;
}

function firstLine(message: string): string {
  // The place stands beside the message.
  return (message.split("\n", 1)[0] ?? message).replace(/ at line \d+, column \d+:$/, "");
}
