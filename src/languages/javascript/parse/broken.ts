/**
 * The imports that can still be read in a file with broken syntax. tree-sitter's error-tolerant tree shows where statements and
 * calls begin and end; each that is whole is read as a file of its own, by the parser that reads whole files.
 */
import type { FileFacts, ImportFact, ImportKind } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { toFact as factOf } from "../facts/found-import.ts";
import { jsdocImports } from "../facts/jsdoc-imports.ts";
import { decodeLiteral } from "../facts/literal.ts";
import { isBehindModuleTest } from "../facts/module-test.ts";
import type { SourceCode } from "../facts/source-code.ts";

/** What a part of a file says by itself; undefined where it is broken, too. */
type ReadPart = (text: string) => FileFacts | undefined;

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

/** Parts may hold each other, all of them broken: so many times the length of the file is read at most. */
const mostReadings = 3;

/**
 * In order of `start`. Flags as in `readImports`. What is broken itself is read by its literal alone, and a `require` of the
 * file's own is not told from CommonJS's where its declaration is in another part.
 */
export function recoverImports(
  root: SyntaxNode,
  { text, dialect }: Pick<SourceCode, "text" | "dialect">,
  read: ReadPart,
): readonly ImportFact[] {
  const words = offsetsOfWords(text);
  const facts: ImportFact[] = [];
  /** Offsets of what is broken itself and was read by its literal. */
  const known = new Set<number>();
  const lines = new LineCounter(text);
  const cursor = root.walk();
  let left = mostReadings * text.length;
  // The places are kept here: a node that is asked for its parent climbs down to itself from the root.
  const levels: Level[] = [];
  for (;;) {
    const { nodeType: type, startIndex: start, endIndex: end } = cursor;
    const level = levels.at(-1);
    const place = level === undefined ? top : placeWithin(level, type, cursor.currentFieldName);
    const isLiteral = type === "string";
    let isRead = !isLiteral && !holdsWord(words, start, end);
    if (!isRead && parts.test(type) && end - start <= left) {
      left -= end - start;
      const own = read(text.slice(start, end));
      for (const each of own?.imports ?? []) facts.push(moved(each, start, place, text, lines));
      isRead = own !== undefined;
    }
    if (!isRead && type === "comment" && !dialect.typescript && text.startsWith("/**", start)) {
      for (const each of jsdocImports(text, start, end)) facts.push(factOf(each, text, lines));
    }
    if (!isRead && (isLiteral || readers.has(type))) {
      const found = isLiteral ? looseFact : toFact;
      const fact = found(cursor, place, text, lines);
      if (fact !== undefined && !known.has(fact.start)) facts.push(fact);
      if (fact !== undefined) known.add(fact.start);
    }
    const guarded = type === "try_statement" && cursor.currentNode.childForFieldName("handler") !== null;
    if (!isRead && !isLiteral && cursor.gotoFirstChild()) {
      levels.push({ type, place, guarded });
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) return facts.sort((one, other) => one.start - other.start);
      levels.pop();
    }
  }
}

/** Nodes that can stand by themselves. */
const parts = /^(?:\w+_statement|\w+_declaration|call_expression|new_expression)$/;

/** By the words before a literal, where the tree shows no more than that it is one. */
function looseFact(
  { startIndex: start, endIndex: end }: Cursor,
  place: Place,
  text: string,
  lines: LineCounter,
): ImportFact | undefined {
  const before = text.slice(Math.max(0, start - 40), start);
  const [, word = "", call] = /(?<![\w$.])(from|import|require)\s*(\(?)\s*$/.exec(before) ?? [];
  const specifier = decodeLiteral(text, start, end);
  if (word === "" || (word === "from" ? call !== "" : word === "require" && call === "")) return undefined;
  if (specifier === undefined || /\s/.test(specifier)) return undefined;
  const kind = word === "require" ? "require" : call === "" ? "import" : "dynamic";
  const at = kind === "import" ? top : place;
  return factOf({ kind, specifier, names: [], start, end, typeOnly: false, ...at }, text, lines);
}

/** An import of a part, where it stands in the file. */
function moved(fact: ImportFact, by: number, { local, optional }: Place, text: string, lines: LineCounter): ImportFact {
  const start = fact.start + by;
  const place = { ...fact, start, end: fact.end + by, ...lines.at(start) };
  if (fact.typeOnly || fact.kind === "import" || fact.kind === "export") return place;
  return {
    ...place,
    local: fact.local || local,
    optional: fact.optional || optional || isBehindModuleTest(fact.kind, text, start),
  };
}

const importWords = ["import", "export", "require", "define", "jest", "vi.", "Worker"];

/** Offsets of the words without which there is no import: nothing else is gone into. */
function offsetsOfWords(text: string): readonly number[] {
  const offsets: number[] = [];
  for (const word of importWords) {
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

type Cursor = ReturnType<SyntaxNode["walk"]>;

function toFact({ currentNode: node }: Cursor, place: Place, text: string, lines: LineCounter): ImportFact | undefined {
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
