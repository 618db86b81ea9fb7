/** Tier two: the facts of a Python file by its tree. */
import type { SourceText } from "../../files/source-text.ts";
import type { FileFacts } from "../../model/facts.ts";
import { ParseTimeout, type Syntax, type SyntaxNode } from "../../syntax/syntax.ts";
import type { Parsed } from "../language.ts";
import { asPython, cythonFacts, isCython } from "./cython.ts";
import type { ImportRecord } from "./facts/import-record.ts";
import { KnownNames } from "./facts/known-names.ts";
import { moduleFacts } from "./facts/module-facts.ts";
import { WatchedReader } from "./facts/strings/watched.ts";
import { isNotebook, notebookFacts } from "./notebook/notebook-facts.ts";
import { isPackageFile } from "./package-file.ts";
import { addBoundNames, bindingNodes } from "./parse/bindings.ts";
import { readBroken, readUnbroken, readWithoutTree } from "./parse/broken.ts";
import { GuardTracker, guardNodes } from "./parse/guards.ts";
import { isImportStatement } from "./facts/import-statement.ts";
import { boundNames, importNodes, readImportNode } from "./parse/imports.ts";
import { scriptHeaders, watchedNames } from "./parse/watched.ts";

/**
 * Never throws on bad syntax: one diagnostic, and every import that can still be read. Throws `ParseTimeout`. No tree is
 * handed on: bridges read Python's text.
 */
export function parse(file: SourceText, syntax: Syntax): Parsed {
  if (isNotebook(file.path)) return { facts: notebookFacts(file, (cell) => parseModule(cell, syntax).facts) };
  if (isCython(file.path)) {
    const { facts, root } = parseModule(asPython(file), syntax);
    return { facts: cythonFacts(file, facts, root) };
  }
  return { facts: parseModule(file, syntax).facts };
}

interface ParsedModule {
  readonly facts: FileFacts;
  /** Absent when the grammar took too long. */
  readonly root?: SyntaxNode;
}

function parseModule(file: SourceText, syntax: Syntax): ParsedModule {
  try {
    const root = syntax.parse("python", grammarText(file.text));
    const facts = readTree(file, root);
    return { facts: root.hasError ? readBroken(file, root, facts) : readUnbroken(file, facts), root };
  } catch (error) {
    // Errors that span a long file are what takes the grammar so long.
    const facts = error instanceof ParseTimeout ? readWithoutTree(file, error) : undefined;
    if (facts === undefined) throw error;
    return { facts };
  }
}

/** The grammar knows no line that ends in `\r` alone; CPython does. Offsets stay. */
function grammarText(text: string): string {
  return text.includes("\r") ? text.replaceAll(/\r(?!\n)/g, "\n") : text;
}

function readTree(file: SourceText, root: SyntaxNode): FileFacts {
  const { path, text } = file;
  const isPackage = isPackageFile(path);
  const types = [...importNodes, ...guardNodes];
  if (isPackage) types.push(...bindingNodes.filter((type) => !types.includes(type)));
  const annotations = path.endsWith(".pyi") ? "bind" : "do-not-bind";

  const nodes = root.descendantsOfType(types);
  const isWhole = ({ startIndex: at, endIndex: end }: SyntaxNode): boolean =>
    (!root.hasError && isOnOneLine(text, at, end)) || (isImportStatement(text, at) && beginsStatement(text, at));
  const words = watchedNames(text, root, namesOf(file, nodes.filter(isImport).filter(isWhole)).words ?? []);
  const names = new KnownNames(path);
  const watched = new WatchedReader(text, path, names);
  const guards = new GuardTracker(text, names);
  const records: ImportRecord[] = [];
  const bound = new Set<string>();
  let next = 0;
  const readWords = (before: number): void => {
    for (let word = words[next]; word !== undefined && word.at < before; word = words[++next]) {
      if (word.isConstant) watched.readConstant(word.at);
      else records.push(...watched.read(word.at, guards.at(word.at)));
    }
  };
  for (const node of nodes) {
    readWords(node.startIndex);
    const around = guards.at(node.startIndex);
    // Beside an error a statement may be read otherwise than it is meant: across lines, from half a word.
    if (isImport(node)) {
      if (isWhole(node)) {
        const own = readImportNode(text, node, around);
        names.learn(own, boundNames(text, node));
        records.push(...own);
      }
    } else if (guardNodes.includes(node.type)) {
      guards.enter(node);
    }
    if (isPackage) addBoundNames(text, node, around.flags, annotations, bound);
  }
  readWords(Infinity);
  for (const at of scriptHeaders(text, root)) watched.readHeader(at);
  return moduleFacts(file, { records, names, bound, told: watched.told() });
}

/** The grammar also takes what is on the next line for what an import lacks. */
function isOnOneLine(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return false;
  }
  return true;
}

/** Whether nothing of a statement stands before `at`: no `from`, and no `lazy`, which the grammar does not know. */
function beginsStatement(text: string, at: number): boolean {
  let before = at - 1;
  while (" \t\f".includes(text.charAt(before)) && before >= 0) before--;
  if (before < 0 || ";:".includes(text.charAt(before))) return true;
  if (!"\r\n".includes(text.charAt(before))) return false;
  const line = text.slice(before - 1, before + 1) === "\r\n" ? before - 2 : before - 1;
  return text.charAt(line) !== "\\";
}

function isImport(node: SyntaxNode): boolean {
  return importNodes.includes(node.type);
}

/** All that the imports say, wherever they stand: to know what to look for. */
function namesOf({ path, text }: SourceText, imports: readonly SyntaxNode[]): KnownNames {
  const names = new KnownNames(path);
  const nowhere = { flags: 0, branch: undefined };
  for (const node of imports) names.learn(readImportNode(text, node, nowhere), boundNames(text, node));
  return names;
}
