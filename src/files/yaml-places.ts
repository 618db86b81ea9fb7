/** Small YAML files that people write, as plain values with their places. */
import type { SourceText } from "./source-text.ts";
import { yamlLibrary } from "./late-libraries.ts";
import { type Diagnostic, fileDiagnostic } from "../model/diagnostic.ts";

/** What is neither a map nor a list is a text as it is written. */
export interface YamlNode {
  readonly line: number;
  readonly column: number;
  readonly text?: string;
  readonly entries: ReadonlyMap<string, YamlNode>;
  readonly items: readonly YamlNode[];
}

/** Larger or deeper than any that a person writes: the parser is recursive, and is not given hostile input. */
const maxLength = 1 << 20;
const maxDepth = 100;
/** Aliases are followed only so deep: they may name what they stand in. */
const maxValueDepth = 12;

export function readYamlPlaces(file: SourceText, diagnostics: Diagnostic[]): YamlNode | undefined {
  if (file.text.length > maxLength || isTooDeep(file.text)) {
    const message = "the file is too long or nested too deep for a file that people write; it was not read";
    diagnostics.push(fileDiagnostic("manifest", file.path, message));
    return undefined;
  }
  const { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } = yamlLibrary();
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, logLevel: "silent" });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    // The place stands beside the message.
    const message = (error.message.split("\n", 1)[0] ?? "").replace(/ at line \d+, column \d+:$/, "");
    diagnostics.push({ code: "manifest", file: file.path, line, column: col, message });
  }
  const nodeOf = (value: unknown, depth: number): YamlNode | undefined => {
    if (depth > maxValueDepth) return undefined;
    if (isAlias(value)) return nodeOf(value.resolve(document), depth + 1);
    if (!isMap(value) && !isSeq(value) && !isScalar(value)) return undefined;
    const [start, end] = value.range ?? [0, 0];
    const { line, col } = lines.linePos(start);
    // A text that breaks off is not what was meant.
    if (isScalar(value) && error !== undefined && start <= error.pos[0] && error.pos[0] <= end + 1) return undefined;
    const quoted = isScalar(value) && /["']/.test(file.text[start] ?? "");
    const place = { line, column: quoted ? col + 1 : col };
    if (isScalar(value)) {
      const text = typeof value.value === "string" ? value.value : (value.source ?? "");
      return value.value === null ? undefined : { ...place, text, entries: new Map(), items: [] };
    }
    if (isSeq(value)) {
      return { ...place, entries: new Map(), items: value.items.flatMap((item) => nodeOf(item, depth + 1) ?? []) };
    }
    const entries = new Map<string, YamlNode>();
    for (const { key, value: held } of value.items) {
      const node = nodeOf(held, depth + 1);
      if (isScalar(key) && node !== undefined) entries.set(String(key.value), node);
    }
    return { ...place, entries, items: [] };
  };
  return nodeOf(document.contents, 0);
}

function isTooDeep(text: string): boolean {
  let brackets = 0;
  let blanks = 0;
  for (const character of text) {
    if (character === "\n") blanks = 0;
    else if (character === "[" || character === "{") brackets++;
    else if (character === "]" || character === "}") brackets = Math.max(0, brackets - 1);
    // Indents, dashes and question marks at the start of a line nest, too.
    else if (character === " " || character === "-" || character === "?") blanks++;
    if (brackets > maxDepth || blanks >> 1 > maxDepth) return true;
  }
  return false;
}
