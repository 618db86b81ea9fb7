/**
 * Python's tree as a program: calls, bodies and bindings. Node names are those of tree-sitter-python's grammar.
 *
 * Few nodes of a file matter to a command, and each that is looked at costs microseconds: so the text says where a name
 * stands, and only the nodes around those places are read.
 */
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import type { BindingsOf, Body, CallExpression, Program } from "../expression.ts";
import { bindingsIn, bindingTypes, lastName } from "./bindings.ts";
import { pythonExpressions } from "./expression.ts";

/**
 * @param text what the tree was made of
 * @param names last names of the functions whose calls are wanted; other names of one are found by how they are bound
 */
export function readPythonProgram(root: SyntaxNode, text: string, names: ReadonlySet<string>): Program {
  const read = pythonExpressions();
  const places = new Places(root, text);
  const callsOf = (wanted: ReadonlySet<string>): readonly CallExpression[] =>
    places.around(wanted, isCalled).flatMap((node) => {
      const callee = node.type === "call" ? node.childForFieldName("function") : null;
      const call = callee !== null && wanted.has(lastName(callee)) ? read(node) : undefined;
      return call?.kind === "call" ? [call] : [];
    });
  const bindingsOf: BindingsOf = (name) => {
    const word = /(\w+)(?:\(\))?$/u.exec(name)?.[1];
    if (word === undefined) return [];
    const nodes = places.around(new Set([word]), mayBeBound);
    return nodes.flatMap((node) => bindingsIn(node, read).filter((binding) => binding.name === name));
  };
  return {
    calls: callsOf(withAliases(text, names)),
    callsOf: (name) => callsOf(new Set([name])),
    bodies: root.descendantsOfType(["function_definition", "class_definition", "lambda"]).flatMap(bodyOf),
    bindingsOf,
  };
}

// ---- Where to look: cheap, and never too little. The tree decides.

/** Whether a word that stands from `start` to `end` is what is asked for. */
type Test = (text: string, start: number, end: number) => boolean;

function wordPattern(words: Iterable<string>): RegExp {
  return new RegExp(`(?<!\\w)(?:${[...words].join("|")})(?!\\w)`, "gu");
}

const isCalled: Test = (text, _start, end) => text.charAt(afterBlanks(text, end)) === "(";

/** Not where a name is only called or looked into. */
const mayBeBound: Test = (text, start, end) => {
  const before = text.slice(Math.max(0, start - 16), start);
  if (/\b(?:def|class)\s+$/u.test(before)) return true;
  if (before.endsWith(".") && !/(?<!\w)(?:self|cls)\.$/u.test(before)) return false;
  const next = afterBlanks(text, end);
  // Of `import os.path` the first part is bound.
  if (text.charAt(next) === ".")
    return /\bimport\s+$/u.test(before) || /^\.\s*(?:append|extend|insert)\b/u.test(text.slice(next, next + 16));
  return text.charAt(next) !== "(";
};

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}

/** More rounds than any chain of other names has, and more characters than stand between a name and its other name. */
const maxRounds = 4;
const maxAlias = 100;

/** `start = subprocess.`, `start: Starter = partial(` */
const assignedTo = /(\w+)[ \t]*(?::[^=\n]+)?=[ \t]*(?:[\w.]+\(\s*)?(?:\w+\.)*$/u;

/**
 * The names under which these functions may be called too: `from subprocess import run as start`, `start = subprocess.run`,
 * `start = partial(subprocess.run, check=True)`. Where a name comes from is decided by its binding.
 */
function withAliases(text: string, names: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(names);
  let words: readonly string[] = [...names];
  for (let round = 0; round < maxRounds && words.length > 0; round++) {
    const found = new Set<string>();
    for (const { index, 0: word } of text.matchAll(wordPattern(words))) {
      const end = index + word.length;
      const imported = /^\s+as\s+(\w+)/u.exec(text.slice(end, end + maxAlias))?.[1];
      const alias = imported ?? assignedTo.exec(text.slice(Math.max(0, index - maxAlias), index))?.[1];
      if (alias !== undefined && !all.has(alias)) found.add(alias);
    }
    for (const alias of found) all.add(alias);
    words = [...found];
  }
  return all;
}

/** What holds words that are no names. */
const nothings: ReadonlySet<string> = new Set(["string_content", "comment"]);

/** Code nested deeper is made by a machine, and holds no command. */
const maxDepth = 200;
const maxDeepPlaces = 16;

/** Where words stand, and the nodes around them. */
class Places {
  readonly #root: SyntaxNode;
  readonly #text: string;
  #deepPlaces = 0;

  constructor(root: SyntaxNode, text: string) {
    this.#root = root;
    this.#text = text;
  }

  /** The nodes around each place of these words that passes a test, within its statement; in their order, each once. */
  around(words: ReadonlySet<string>, test: Test): readonly SyntaxNode[] {
    const text = this.#text;
    const found = new Map<number, SyntaxNode>();
    for (const { index, 0: word } of text.matchAll(wordPattern(words))) {
      if (!test(text, index, index + word.length)) continue;
      if (this.#deepPlaces > maxDeepPlaces) return [];
      for (const node of this.#path(index)) found.set(node.id, node);
    }
    return [...found.values()].sort((a, b) => a.startIndex - b.startIndex || b.endIndex - a.endIndex);
  }

  /** Down from the root: the grammar finds a parent by going down as well, from the root each time. */
  #path(index: number): readonly SyntaxNode[] {
    const cursor = this.#root.walk();
    let path: SyntaxNode[] = [];
    // It answers with the number of the child, null when there is none.
    for (let depth = 0; Number.isInteger(cursor.gotoFirstChildForIndex(index)); depth++) {
      const { nodeType } = cursor;
      if (depth > maxDepth) this.#deepPlaces++;
      if (depth > maxDepth || nothings.has(nodeType)) return [];
      if (nodeType === "block") path = [];
      else if (bindingTypes.has(nodeType)) path.push(cursor.currentNode);
    }
    return path;
  }
}

/** A function's body begins with its parameters: their defaults see the names in it, which is seldom of use. */
function bodyOf(node: SyntaxNode): readonly Body[] {
  const { startIndex, endIndex: end } = node;
  if (node.type === "class_definition") {
    const body = node.childForFieldName("body");
    return body === null ? [] : [{ start: body.startIndex, end: body.endIndex }];
  }
  return [{ start: node.childForFieldName("parameters")?.startIndex ?? startIndex, end }];
}
