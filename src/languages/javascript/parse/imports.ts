/** The imports of a file, read from Babel's tree. */
import type { Node, TryStatement } from "@babel/types";
import type { FileFacts, ImportKind, LoaderSettings } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";
import type { BabelFile } from "../../../syntax/syntax.ts";
import { type AmbientModule, toFacts, withAmbientModules } from "../facts/found-import.ts";
import { headReferences } from "../facts/head-references.ts";
import { jsdocImports } from "../facts/jsdoc-imports.ts";
import type { SourceCode } from "../facts/source-code.ts";
import type { CallImport, Place } from "./call-import.ts";
import { type CallReader, computed, literal, lookedFor, readCall, readNew } from "./calls.ts";
import { childrenOf } from "./children.ts";
import { exportedNames, importedNames, isTypeOnlyExport, isTypeOnlyImport } from "./clauses.ts";
import { loaderSettings } from "./loader-settings.ts";
import { madeRequires } from "./made-requires.ts";
import { RequireNames, type Scopes } from "./require.ts";

const top: Place = { local: false, optional: false };

/**
 * In order of `start`. `local`: in the body of a function (an arrow's expression is its body; parameters are not) or
 * anywhere in the braces of a class. What is erased before it runs is neither local nor optional. `require` and
 * `import()` have no names.
 */
export function readImports(file: BabelFile, { text, dialect, includes, isComponent }: SourceCode): FileFacts {
  const found: CallImport[] = [];
  const ambient: AmbientModule[] = [];
  let loader: LoaderSettings | undefined;
  // An explicit stack: a tree may be deeper than the engine's own.
  const stack: { readonly node: Node; readonly place: Place; readonly scopes: Scopes }[] = [];
  const program = file.program;
  const whole = { start: 0, end: text.length };
  const made = madeRequires(program, text);
  const names = new RequireNames(made);
  const reader: CallReader = { text, isComponent, made, names };
  stack.push({ node: program, place: top, scopes: { scope: whole, block: whole } });
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, place } = entry;
    for (const each of read(node, place, reader)) found.push(each);
    if (node.type === "TSModuleDeclaration" && node.id.type === "StringLiteral") {
      ambient.push({ name: node.id.value, start: node.id.start ?? 0, end: node.id.end ?? 0 });
    }
    loader ??= loaderSettings(node);
    const scopes = names.enter(node, entry.scopes);
    for (const { child, key } of childrenOf(node)) {
      stack.push({ node: child, place: placeWithin(node, key, place), scopes });
    }
  }
  const own = found.flatMap((each) => asked(each, names) ?? []);
  const isModule = program.body.some(({ type }) => moduleItem.test(type));
  ambient.sort((one, other) => one.start - other.start);
  const { imports, declarations } = withAmbientModules(own, ambient, { isModule });
  const comments = dialect.typescript ? [] : commentImports(file, text);
  const all = [...headReferences(text), ...includes, ...comments, ...imports];
  const facts = toFacts(all, declarations, text, new LineCounter(text));
  return loader === undefined ? facts : { ...facts, loader };
}

/** What makes a file a module. https://www.typescriptlang.org/docs/handbook/2/modules.html */
const moduleItem = /^(?:TS)?(?:Import|Export|NamespaceExport)\w*(?:Declaration|Assignment)$/;

function commentImports({ comments }: BabelFile, text: string): readonly CallImport[] {
  return (comments ?? []).flatMap(({ type, value, start, end }) =>
    type === "CommentBlock" && value.startsWith("*") && value.includes("import")
      ? jsdocImports(text, start ?? 0, end ?? 0)
      : [],
  );
}

/** By what its name stands for where it is used; undefined where that is none of CommonJS's or a loader's. */
function asked(found: CallImport, names: RequireNames): CallImport | undefined {
  const { by, kind, start } = found;
  const meaning = by === undefined ? "here" : names.meaning(by, start);
  if (meaning === undefined || meaning === "here") return meaning === undefined ? undefined : found;
  if (meaning === "elsewhere") return { ...found, ...lookedFor(meaning, found) };
  // `define((require) => { require("x") })`
  return kind === "require" ? { ...found, kind: "amd" } : found;
}

function placeWithin(node: Node, key: string, place: Place): Place {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ObjectMethod":
      return key === "body" && !place.local ? { ...place, local: true } : place;
    case "ClassBody":
      return place.local ? place : { ...place, local: true };
    case "TryStatement":
      return key === "block" && hasHandler(node) && !place.optional ? { ...place, optional: true } : place;
    default:
      return place;
  }
}

function hasHandler({ handler }: TryStatement): boolean {
  return handler !== null && handler !== undefined;
}

function read(node: Node, place: Place, reader: CallReader): readonly CallImport[] {
  switch (node.type) {
    case "ImportDeclaration":
      return declared("import", node.source, importedNames(node), isTypeOnlyImport(node));
    case "ExportAllDeclaration":
      return declared("export", node.source, ["*"], node.exportKind === "type");
    case "DeclareExportAllDeclaration":
      return declared("export", node.source, ["*"], true);
    case "ExportNamedDeclaration":
      return declared("export", node.source, exportedNames(node), isTypeOnlyExport(node));
    case "TSImportEqualsDeclaration":
      if (node.moduleReference.type !== "TSExternalModuleReference") return [];
      return declared("import-equals", node.moduleReference.expression, [], node.importKind === "type");
    case "TSImportType":
      return declared("dynamic", node.argument, [], true);
    case "ImportExpression": {
      const plain = literal("dynamic", node.source, place);
      return plain.length > 0 ? plain : computed(node.source, place);
    }
    case "CallExpression":
      return readCall(node, place, reader);
    case "NewExpression":
      return readNew(node, place, reader);
    default:
      return [];
  }
}

function declared(
  kind: ImportKind,
  source: Node | null | undefined,
  names: readonly string[],
  typeOnly: boolean,
): readonly CallImport[] {
  return literal(kind, source ?? undefined, top, { names, typeOnly });
}
