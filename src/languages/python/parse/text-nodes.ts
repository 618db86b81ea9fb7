import type { SyntaxNode } from "../../../syntax/syntax.ts";

const textNodes: ReadonlySet<string> = new Set(["string", "string_content", "string_start", "comment"]);

/** Whether a string or a comment is at an offset, as far as a tree tells that may have errors. */
export function isInText(root: SyntaxNode, at: number): boolean {
  return textNodes.has(root.descendantForIndex(at).type);
}
