/** Finds the watched words of a file in its tree: those that are names, and not in a string or a comment. */
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { constantNames } from "../facts/strings/framework-names.ts";
import { commonWords } from "../facts/strings/watched-words.ts";

export interface WatchedName {
  readonly at: number;
  /** A constant at the beginning of its statement, where alone it is asked for. */
  readonly isConstant: boolean;
}

/** Those of the common words, and of further ones, in the order of the text. */
export function watchedNames(text: string, root: SyntaxNode, further: readonly string[]): readonly WatchedName[] {
  const present = [...commonWords, ...constantNames, ...further].filter((word) => text.includes(word));
  if (present.length === 0) return [];
  const constants = new Set(constantNames);
  const pattern = new RegExp(`(?<![\\p{XID_Continue}])(?:${present.join("|")})(?![\\p{XID_Continue}])`, "gu");
  const found: WatchedName[] = [];
  for (const { index: at, 0: word } of text.matchAll(pattern)) {
    const node = root.descendantForIndex(at);
    if (node.type !== "identifier" || node.startIndex !== at || node.endIndex !== at + word.length) continue;
    const isConstant = constants.has(word);
    if (!isConstant || beginsStatement(node)) found.push({ at, isConstant });
  }
  return found;
}

/** Where comments between statements are the headers of a script. */
export function scriptHeaders(text: string, root: SyntaxNode): readonly number[] {
  if (!text.includes("# /// script")) return [];
  return Array.from(text.matchAll(/^# \/\/\/ script$/gm), ({ index }) => index).filter((at) => {
    const { type, parent } = root.descendantForIndex(at);
    return type === "comment" && (parent === null || parent.type === "module" || parent.type === "block");
  });
}

function beginsStatement(name: SyntaxNode): boolean {
  for (let node: SyntaxNode | null = name; node !== null && node.startIndex === name.startIndex; node = node.parent) {
    if (node.type === "expression_statement") return true;
  }
  return false;
}
