/** The imports that can still be read in a file with broken syntax, from tree-sitter's error-tolerant tree. */
import type { ImportFact, ImportKind } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { isBehindModuleTest } from "../facts/module-test.ts";
import { decodeLiteral } from "../facts/literal.ts";

/** What stands around a node. */
interface Place {
  readonly local: boolean;
  readonly optional: boolean;
}

/** A node that the cursor went into. */
interface Level {
  readonly type: string;
  readonly place: Place;
  /** A `try` that has a `catch`. */
  readonly guarded: boolean;
}

const top: Place = { local: false, optional: false };

/**
 * In order of `start`. Flags as in `readImports`; names are left out, as the clause may be what is broken. A `require` of
 * the file's own is not told from CommonJS's.
 */
export function recoverImports(root: SyntaxNode, text: string): readonly ImportFact[] {
  const words = offsetsOfWords(text);
  const facts: ImportFact[] = [];
  const lines = new LineCounter(text);
  const cursor = root.walk();
  // The places are kept here: a node that is asked for its parent climbs down to itself from the root.
  const levels: Level[] = [];
  for (;;) {
    const type = cursor.nodeType;
    const level = levels.at(-1);
    const place = level === undefined ? top : placeWithin(level, type, cursor.currentFieldName);
    if (readers.has(type)) {
      const fact = toFact(cursor.currentNode, place, text, lines);
      if (fact !== undefined) facts.push(fact);
    }
    const guarded = type === "try_statement" && cursor.currentNode.childForFieldName("handler") !== null;
    if (holdsWord(words, cursor.startIndex, cursor.endIndex) && cursor.gotoFirstChild()) {
      levels.push({ type, place, guarded });
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) return facts.sort((one, other) => one.start - other.start);
      levels.pop();
    }
  }
}

/** Offsets of the words without which there is no import: nothing else is gone into. */
function offsetsOfWords(text: string): readonly number[] {
  const offsets: number[] = [];
  for (const word of ["import", "export", "require"]) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) offsets.push(at);
  }
  return offsets.sort((one, other) => one - other);
}

function holdsWord(offsets: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (offsets[low] ?? Infinity) < end;
}

const functions: ReadonlySet<string> = new Set([
  "arrow_function",
  "function_declaration",
  "function_expression",
  "generator_function",
  "generator_function_declaration",
  "method_definition",
]);

function placeWithin({ type, place, guarded }: Level, child: string, field: string): Place {
  if (child === "class_body" || (field === "body" && functions.has(type))) return { ...place, local: true };
  return guarded && field === "body" ? { ...place, optional: true } : place;
}

const readers: ReadonlyMap<string, (node: SyntaxNode) => ImportKind | undefined> = new Map([
  ["import_statement", (): ImportKind => "import"],
  ["export_statement", (): ImportKind => "export"],
  ["call_expression", (node: SyntaxNode) => kindOfCall(node.childForFieldName("function"))],
]);

function kindOfCall(callee: SyntaxNode | null): ImportKind | undefined {
  switch (callee?.type) {
    case "import":
      return "dynamic";
    case "identifier":
      return callee.text === "require" ? "require" : undefined;
    case "member_expression":
      return callee.text === "require.resolve" ? "require-resolve" : undefined;
    default:
      return undefined;
  }
}

function toFact(node: SyntaxNode, place: Place, text: string, lines: LineCounter): ImportFact | undefined {
  const kind = readers.get(node.type)?.(node);
  if (kind === undefined) return undefined;
  const isCall = node.type === "call_expression";
  const list = isCall ? node.childForFieldName("arguments") : null;
  const literal = isCall ? list?.firstNamedChild : node.childForFieldName("source");
  if (literal === null || literal === undefined) return undefined;
  const { startIndex: start, endIndex: end } = literal;
  const specifier = decodeLiteral(text, start, end);
  if (specifier === undefined) return undefined;
  const typeOnly = !isCall && isTypeOnly(text, node.startIndex);
  const elsewhere = kind === "require-resolve" && (list?.namedChildCount ?? 0) > 1;
  const optional = place.optional || elsewhere || isBehindModuleTest(kind, text, start);
  const { local } = place;
  return {
    kind,
    specifier,
    names: [],
    start,
    end,
    ...lines.at(start),
    typeOnly,
    dynamic: kind === "dynamic",
    optional,
    local,
  };
}

function isTypeOnly(text: string, start: number): boolean {
  return /^(?:import|export)\s+type\s+(?:[{*]|(?!from\b)[\w$])/.test(text.slice(start, start + 200));
}
