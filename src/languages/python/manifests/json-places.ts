/** JSON with the places of its values. Deep nesting is refused, as the parser is recursive; duplicate keys are reported. */
import type { Node, ParseError } from "jsonc-parser";
import { jsoncLibrary } from "../../../files/late-libraries.ts";
import type { SourceText } from "../../../files/source-text.ts";
import { type Diagnostic, fileDiagnostic } from "../../../model/diagnostic.ts";
import { LineCounter } from "../../../model/location.ts";

/** Deeper than any that a tool writes. */
const maxDepth = 200;

export interface JsonValue {
  /** 1-based; of a member's key. */
  readonly line: number;
  readonly column: number;
  /** A text; undefined for anything else. */
  readonly text: string | undefined;
  /** The members of an object in order; of duplicates the last. */
  readonly members: ReadonlyMap<string, JsonValue>;
  readonly items: readonly JsonValue[];
}

/** Undefined when nothing of it could be read. */
export function readJsonPlaces(file: SourceText, diagnostics: Diagnostic[]): JsonValue | undefined {
  const { path, text } = file;
  if (isTooDeep(text)) {
    diagnostics.push(
      fileDiagnostic("manifest", path, `brackets are nested over ${maxDepth} deep; the file was not read`),
    );
    return undefined;
  }
  const errors: ParseError[] = [];
  const lines = new LineCounter(text);
  const root = jsoncLibrary().parseTree(text, errors);
  const [first] = errors;
  if (first !== undefined) {
    const message = "the file is not JSON; what could be read of it was";
    diagnostics.push({ code: "manifest", file: path, ...lines.at(first.offset), message });
  }
  if (root === undefined) return undefined;
  const valueOf = (node: Node, place: Node): JsonValue => {
    // Asked for before those of what lies within: lines are counted on from the last place.
    const own = lines.at(place.offset);
    const members = new Map<string, JsonValue>();
    const items: JsonValue[] = [];
    for (const child of node.children ?? []) {
      if (node.type === "array") items.push(valueOf(child, child));
      const [key, value] = child.children ?? [];
      if (node.type !== "object" || key === undefined || value === undefined) continue;
      const name = String(key.value);
      if (members.has(name)) {
        const message = `the key "${name}" stands here again; the last one counts`;
        diagnostics.push({ code: "manifest", file: path, ...lines.at(key.offset), message });
      }
      members.set(name, valueOf(value, key));
    }
    const { value }: { readonly value?: unknown } = node;
    const written = node.type === "string" && typeof value === "string" ? value : undefined;
    return { line: own.line, column: own.column, text: written, members, items };
  };
  return valueOf(root, root);
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    // { and [ open, } and ] close. Those within strings count too: no lockfile has two hundred of them in a row.
    if (character === 0x7b || character === 0x5b) {
      if (++depth > maxDepth) return true;
    } else if ((character === 0x7d || character === 0x5d) && depth > 0) depth--;
  }
  return false;
}
