/**
 * Tier two: facts by Babel's tree. Where Babel gives up, tree-sitter's error-tolerant grammar gives the imports that can
 * still be read, and one diagnostic says where it stopped.
 */
import type { ParserOptions, ParserPlugin } from "@babel/parser";
import type { SourceText } from "../../files/source-text.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { fileDiagnostic } from "../../model/diagnostic.ts";
import { type FileFacts, type ImportFact, noFacts } from "../../model/facts.ts";
import { LineCounter, type Position } from "../../model/location.ts";
import type { TypeImports } from "../../model/resolution.ts";
import type { BabelFile, Syntax, SyntaxNode, SyntaxTree } from "../../syntax/syntax.ts";
import type { Parsed } from "../language.ts";
import { type Dialect, dialectOf } from "./facts/dialect.ts";
import { toFact } from "./facts/found-import.ts";
import { headReferences } from "./facts/head-references.ts";
import { withoutMergeMarkers } from "./facts/merge-markers.ts";
import { type SourceCode, sourceCode, withDialect } from "./facts/source-code.ts";
import { recoverImports } from "./parse/broken.ts";
import { keepsImports } from "./facts/kept-imports.ts";
import { erasedImports } from "./parse/erased-imports.ts";
import { readImports } from "./parse/imports.ts";
import { scan } from "./scan.ts";

/** Pure. Never throws on bad input. */
export function parse(file: SourceText, syntax: Syntax): Parsed {
  const code = sourceCode(file);
  const { readable, file: tree, diagnostic } = parseReadable(file, code, syntax, scan(file).doubt);
  const diagnostics = diagnostic === undefined ? [] : [diagnostic];
  if (tree !== undefined) {
    const facts = withDialect({ ...readImports(tree, readable), diagnostics }, code);
    return { facts, tree: { kind: "babel", file: tree } };
  }
  const root = syntax.parse("javascript", readable.text);
  const facts = { ...noFacts, imports: recovered(root, readable, syntax), diagnostics };
  return { facts: withDialect(facts, code), tree: { kind: "tree-sitter", root } };
}

interface Reading {
  /** The code as it was read: without the markers of a merge that was left half done. */
  readonly readable: SourceCode;
  readonly file?: BabelFile;
  readonly diagnostic?: Diagnostic;
}

/** @param doubt the scanner's of the file */
function parseReadable(file: SourceText, code: SourceCode, syntax: Syntax, doubt: string | undefined): Reading {
  const attempt = parseWithBabel(file, code, syntax, doubt);
  const text = attempt.file === undefined ? withoutMergeMarkers(code.text) : undefined;
  if (text === undefined) return { readable: code, ...attempt };
  const readable = { ...code, text };
  return { readable, ...parseWithBabel(file, readable, syntax, doubt), diagnostic: mergeDiagnostic(file) };
}

function mergeDiagnostic(file: SourceText): Diagnostic {
  const place = new LineCounter(file.text).at(/^<{7} /m.exec(file.text)?.index ?? 0);
  return { code: "syntax", file: file.path, ...place, message: "the markers of a merge: both of its sides are read" };
}

/** What the tags of a component and the head of a file say stands whatever the code is. */
function recovered(root: SyntaxNode, code: SourceCode, syntax: Syntax): readonly ImportFact[] {
  const { text, includes, dialect } = code;
  const lines = new LineCounter(text);
  const found = [...includes, ...headReferences(text)];
  const sure = found.toSorted((one, other) => one.start - other.start).map((each) => toFact(each, text, lines));
  const [plugins = []] = grammarsOf(dialect, text);
  const readPart = (part: string): FileFacts | undefined => {
    try {
      const file = syntax.babel(part, { ...options, plugins: [...plugins] });
      return readImports(file, { ...code, text: part, includes: [] });
    } catch {
      return undefined;
    }
  };
  return [...sure, ...recoverImports(root, code, readPart)].toSorted((one, other) => one.start - other.start);
}

export function parseTree(file: SourceText, syntax: Syntax): SyntaxTree {
  const { readable, file: tree } = parseReadable(file, sourceCode(file), syntax, scan(file).doubt);
  if (tree !== undefined) return { kind: "babel", file: tree };
  return { kind: "tree-sitter", root: syntax.parse("javascript", readable.text) };
}

/** Only TypeScript drops imports, and a component may need in its template what its script does not use. */
export function erased(file: SourceText, syntax: Syntax, typeImports: TypeImports): readonly Position[] {
  const { typescript, jsx } = dialectOf(file.path);
  if (typeImports === "kept" || !typescript || (!jsx && keepsImports(file.text))) return [];
  const { facts, doubt } = scan(file);
  if (doubt === undefined && !facts.imports.some(mayBeErased)) return [];
  const { file: tree } = parseReadable(file, sourceCode(file), syntax, doubt);
  if (tree === undefined) return [];
  const lines = new LineCounter(file.text);
  return erasedImports(tree, typeImports).map((offset) => lines.at(offset));
}

/** What is imported for its types only is known to be dropped, and what names nothing stays. */
function mayBeErased({ kind, names, typeOnly }: ImportFact): boolean {
  return !typeOnly && (kind === "import-equals" || (kind === "import" && names.length > 0));
}

type Attempt =
  | { readonly file: BabelFile; readonly diagnostic?: never }
  | { readonly file?: never; readonly diagnostic: Diagnostic };

/** Tries the dialect's own grammar, then its variants; the first failure is the one that is told. */
function parseWithBabel(
  file: SourceText,
  { text, dialect }: SourceCode,
  syntax: Syntax,
  doubt: string | undefined,
): Attempt {
  let first: unknown;
  // Recovery keeps an error for each pair of equal labels around a statement: 10,000 of them fill any memory. So a text
  // nested as no person writes stops at its first error; the scan that tells costs a hundredth of the parse.
  const errorRecovery = doubt !== "depth";
  for (const plugins of grammarsOf(dialect, text)) {
    try {
      return { file: syntax.babel(text, { ...options, errorRecovery, plugins: [...plugins] }) };
    } catch (error) {
      first ??= error;
      // Nested too deeply for one grammar is so for all.
      if (error instanceof RangeError) break;
    }
  }
  return { diagnostic: describe(first, file) };
}

/**
 * Errors that leave the tree whole (a name declared twice, `with` in a module) are none of our business: Babel recovers
 * from them, and imports can be read as they stand.
 */
const options: ParserOptions = {
  sourceType: "unambiguous",
  attachComment: false,
  createImportExpressions: true,
  allowImportExportEverywhere: true,
  allowReturnOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowNewTargetOutsideFunction: true,
  allowUndeclaredExports: true,
};

const common: readonly ParserPlugin[] = [
  "decoratorAutoAccessors",
  "deferredImportEvaluation",
  "deprecatedImportAssert",
  "explicitResourceManagement",
  "exportDefaultFrom",
  "sourcePhaseImports",
];

const flow: readonly ParserPlugin[] = ["flow", "jsx", "decorators-legacy", ...common];

/** The two decorator grammars disagree about `export @decorator class` and about decorated parameters. */
function grammarsOf(dialect: Dialect, text: string): readonly (readonly ParserPlugin[])[] {
  const own: readonly ParserPlugin[] = [
    ...(dialect.typescript ? [["typescript", { dts: dialect.declarations }] satisfies ParserPlugin] : []),
    ...(dialect.jsx ? ["jsx" as const] : []),
    ...common,
  ];
  const either: readonly (readonly ParserPlugin[])[] = [
    ["decorators-legacy", ...own],
    ["decorators", ...own],
  ];
  if (dialect.typescript) return either;
  return text.includes("@flow") ? [flow, ...either] : [...either, flow];
}

function describe(error: unknown, file: SourceText): Diagnostic {
  if (error instanceof SyntaxError && "pos" in error && typeof error.pos === "number") {
    const message = error.message.replace(/ \(\d+:\d+\)$/, "");
    return { code: "syntax", file: file.path, ...new LineCounter(file.text).at(error.pos), message };
  }
  if (error instanceof RangeError) {
    return fileDiagnostic("syntax", file.path, "the code is nested too deeply to parse whole");
  }
  return fileDiagnostic("syntax", file.path, error instanceof Error ? error.message : String(error));
}
