/** Calls and constructions that name a module or a file, read from Babel's tree. */
import type { Expression, Node } from "@babel/types";
import type { ImportKind } from "../../../model/facts.ts";
import { amdGivens } from "../facts/amd.ts";
import { isProgramPath, workers } from "../facts/program-paths.ts";
import { doublers } from "../facts/test-doubles.ts";
import { literalOf } from "./clauses.ts";
import { computedPath } from "./computed-path.ts";
import { type CallImport, importAt, type More, type Place } from "./call-import.ts";
import { metaGlob, requireContext } from "./file-sets.ts";
import type { MadeFrom, MadeRequires } from "./made-requires.ts";
import type { RequireNames } from "./require.ts";

/** What a call reads of its file. */
export interface CallReader {
  readonly text: string;
  readonly isComponent: boolean;
  readonly made: MadeRequires;
  readonly names: RequireNames;
}

type Call = Extract<Node, { type: "CallExpression" }>;

export function readCall(node: Call, place: Place, reader: CallReader): readonly CallImport[] {
  const { callee } = node;
  if (callee.extra?.parenthesized === true) return [];
  const [first] = node.arguments;
  if (callee.type === "Identifier") {
    if (callee.name === "define") return amd(amdList(node), place);
    const by = callee.name;
    if (!reader.names.has(by)) return [];
    return by === "require" && first?.type === "ArrayExpression" && node.arguments.length > 1
      ? amd(first, place, { by })
      : either("require", first, place, { by });
  }
  // createRequire(import.meta.url)("x")
  const from = reader.made.from(callee);
  if (from !== undefined) return either("require", first, lookedFor(from, place));
  if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return [];
  return readMember(node, callee.object, callee.property.name, place, reader);
}

function readMember(
  node: Call,
  object: Node,
  name: string,
  place: Place,
  { isComponent, made, names }: CallReader,
): readonly CallImport[] {
  if (object.extra?.parenthesized === true) return [];
  const [first] = node.arguments;
  if (object.type === "MetaProperty" && object.meta.name === "import") {
    if (name === "resolve") return literal("import-resolve", first, place);
    if (name === "glob" || name === "globEager") return metaGlob(node, name, place);
    return [];
  }
  if (object.type === "MemberExpression") {
    const isRegister =
      name === "register" && isName(object.object, "navigator") && isMember(object, "serviceWorker") && isPlain(object);
    return isRegister ? program(first, place) : [];
  }
  const from = name === "resolve" ? made.from(object) : undefined;
  if (from !== undefined) return literal("require-resolve", first, lookedFor(from, place));
  if (object.type !== "Identifier") return [];
  if (object.name === "module" && name === "require") return either("require", first, place);
  // https://docs.astro.build/en/reference/api-reference/#astroglob, which pages of Astro had until its version 6
  if (isComponent && object.name === "Astro" && name === "glob") return metaGlob(node, "globEager", place);
  if (Object.hasOwn(doublers, object.name)) {
    return doublers[object.name]?.has(name) === true ? literal("mock", first, place) : [];
  }
  const by = object.name;
  if (!names.has(by)) return [];
  if (name === "context" && by === "require") return requireContext(node, { ...place, by });
  if (name !== "resolve") return [];
  // With `{ paths }` it looks elsewhere than from this file.
  return literal("require-resolve", first, lookedFor(node.arguments.length > 1 ? "elsewhere" : "here", place), { by });
}

/** What is looked for from elsewhere need not be found from this file. */
export function lookedFor(from: MadeFrom, place: Place): Place {
  return from === "elsewhere" ? { ...place, optional: true } : place;
}

type Construction = Extract<Node, { type: "NewExpression" }>;

/**
 * `new URL("./x", import.meta.url)`, `new Worker("./x.js")`.
 * @see https://webpack.js.org/guides/asset-modules/#url-assets
 * @see https://vite.dev/guide/features.html#web-workers
 */
export function readNew(node: Construction, place: Place, { text }: CallReader): readonly CallImport[] {
  const { callee } = node;
  if (callee.type !== "Identifier" || callee.extra?.parenthesized === true || node.typeParameters) return [];
  const [first, base] = node.arguments;
  if (workers.has(callee.name)) return program(first, place);
  if (callee.name !== "URL" || text.slice(base?.start ?? 0, base?.end ?? 0) !== "import.meta.url") return [];
  return literal("url", first, place);
}

function program(source: Node | undefined, place: Place): readonly CallImport[] {
  return literal("url", source, place).filter(({ specifier }) => isProgramPath(specifier));
}

/** The list of dependencies of a `define` that has a factory behind it. */
function amdList({ arguments: all }: Call): Node | undefined {
  const at = literalOf(all[0]) === undefined ? 0 : 1;
  return all.length > at + 1 ? all[at] : undefined;
}

function amd(list: Node | undefined, place: Place, more: More = {}): readonly CallImport[] {
  if (list?.type !== "ArrayExpression" || list.extra?.parenthesized === true) return [];
  if (!list.elements.every((each) => each?.type === "StringLiteral")) return [];
  return list.elements
    .flatMap((each) => literal("amd", each ?? undefined, place, more))
    .filter(({ specifier }) => !amdGivens.has(specifier));
}

/** A literal, or a path put together of which enough is known. */
function either(kind: ImportKind, source: Node | undefined, place: Place, more: More = {}): readonly CallImport[] {
  const plain = literal(kind, source, place, more);
  return plain.length > 0 ? plain : computed(source, place, more);
}

export function computed(source: Node | undefined, place: Place, more: More = {}): readonly CallImport[] {
  const specifier = computedPath(source);
  if (source === undefined || specifier === undefined) return [];
  return [importAt("glob", specifier, source, { ...place, ...more })];
}

export function literal(
  kind: ImportKind,
  source: Node | undefined,
  place: Place,
  more: More = {},
): readonly CallImport[] {
  const specifier = literalOf(source);
  if (source === undefined || specifier === undefined) return [];
  return [importAt(kind, specifier, source, { ...place, ...more })];
}

function isName(node: Node, name: string): boolean {
  return node.type === "Identifier" && node.name === name && isPlain(node);
}

function isMember(node: Extract<Expression, { type: "MemberExpression" }>, name: string): boolean {
  return !node.computed && node.property.type === "Identifier" && node.property.name === name;
}

function isPlain(node: Node): boolean {
  return node.extra?.parenthesized !== true;
}
