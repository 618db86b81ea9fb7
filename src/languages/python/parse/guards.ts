import type { SyntaxNode } from "../../../syntax/syntax.ts";
import {
  catchesImportFailure,
  type Chain,
  enterBranch,
  enterElse,
  guard,
  insideFunction,
  readCondition,
  suppressesImportFailure,
} from "../facts/guards.ts";

/** The nodes that `GuardTracker` must be shown, in the order of the text. */
export const guardNodes: readonly string[] = [
  "if_statement",
  "elif_clause",
  "else_clause",
  "for_statement",
  "while_statement",
  "try_statement",
  "with_statement",
  "function_definition",
  "class_definition",
  "lambda",
];

interface Frame {
  readonly start: number;
  readonly end: number;
  readonly flags: number;
  /** On a whole statement that may have an `else`: what it has said so far. */
  readonly chain?: Chain;
}

/** Follows the blocks of a tree as its nodes go by in preorder, and tells the guards at an offset. */
export class GuardTracker {
  readonly #text: string;
  readonly #frames: Frame[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** The guards at the start of the node that is next in preorder. */
  at(offset: number): number {
    const frames = this.#frames;
    while (frames.length > 0 && (frames.at(-1)?.end ?? 0) <= offset) frames.pop();
    for (let at = frames.length - 1; at >= 0; at--) {
      const frame = frames[at];
      if (frame !== undefined && frame.start <= offset && offset < frame.end) return frame.flags;
    }
    return 0;
  }

  enter(node: SyntaxNode): void {
    const flags = this.at(node.startIndex);
    switch (node.type) {
      case "if_statement":
      case "elif_clause":
        return this.#enterCondition(node, flags);
      case "else_clause":
        return this.#push(node.childForFieldName("body"), flags | enterElse(this.#chain(node.startIndex)));
      case "for_statement":
      case "while_statement":
        this.#pushStatement(node, flags);
        return;
      case "try_statement":
        return this.#enterTry(node, flags);
      case "with_statement":
        return this.#enterWith(node, flags);
      case "class_definition":
        return this.#push(node.childForFieldName("body"), flags | guard.inner);
      default:
        return this.#push(node.childForFieldName("body"), insideFunction(flags));
    }
  }

  #push(node: SyntaxNode | null, flags: number): void {
    if (node !== null) this.#frames.push({ start: node.startIndex, end: node.endIndex, flags });
  }

  #pushStatement(node: SyntaxNode, flags: number): Chain {
    const chain = { typeOnly: false, conditional: false };
    this.#frames.push({ start: node.startIndex, end: node.endIndex, flags, chain });
    return chain;
  }

  /** That of the innermost statement around: a branch begins only when all before it is left. */
  #chain(offset: number): Chain {
    for (let at = this.#frames.length - 1; at >= 0; at--) {
      const frame = this.#frames[at];
      if (frame?.chain !== undefined && frame.start < offset && offset < frame.end) return frame.chain;
    }
    return { typeOnly: false, conditional: false };
  }

  #enterCondition(node: SyntaxNode, flags: number): void {
    const chain = node.type === "if_statement" ? this.#pushStatement(node, flags) : this.#chain(node.startIndex);
    const test = node.childForFieldName("condition");
    if (test === null) return;
    const condition = readCondition(this.#text, test.startIndex, test.endIndex);
    this.#push(node.childForFieldName("consequence"), flags | enterBranch(chain, condition));
  }

  #enterTry(node: SyntaxNode, flags: number): void {
    this.#pushStatement(node, flags);
    let catches = false;
    for (const handler of node.namedChildren) {
      if (handler.type !== "except_clause" && handler.type !== "except_group_clause") continue;
      const { start, end } = handlerHeader(handler);
      if (!catchesImportFailure(this.#text, start, end)) continue;
      catches = true;
      this.#push(blockOf(handler), flags | guard.conditional);
    }
    this.#push(node.childForFieldName("body"), catches ? flags | guard.caught : flags);
  }

  #enterWith(node: SyntaxNode, flags: number): void {
    const clause = node.namedChildren.find((child) => child.type === "with_clause");
    const suppresses = clause !== undefined && suppressesImportFailure(this.#text, clause.startIndex, clause.endIndex);
    this.#push(node.childForFieldName("body"), suppresses ? flags | guard.caught : flags);
  }
}

/** The text between `except` and its colon. */
export function handlerHeader(handler: SyntaxNode): { readonly start: number; readonly end: number } {
  const [except] = handler.children;
  const colon = handler.children.findLast((child) => child.type === ":");
  return { start: except?.endIndex ?? handler.startIndex, end: colon?.startIndex ?? handler.startIndex };
}

function blockOf(handler: SyntaxNode): SyntaxNode | null {
  return handler.namedChildren.find((child) => child.type === "block") ?? null;
}
