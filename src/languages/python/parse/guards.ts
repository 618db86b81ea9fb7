import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { type Branch, elseBranch } from "../facts/branches.ts";
import { catchesImportFailure, guard, insideFunction, suppressesImportFailure } from "../facts/guards.ts";
import type { Surroundings } from "../facts/import-record.ts";
import type { KnownNames } from "../facts/known-names.ts";

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

interface Frame extends Surroundings {
  readonly start: number;
  readonly end: number;
  /** On a whole statement that may have an `else`: the last of its branches, if it is an `if`. */
  readonly chain?: { last: Branch | undefined };
}

const nowhere: Surroundings = { flags: 0, branch: undefined };

/** Follows the blocks of a tree as its nodes go by in preorder, and tells the guards at an offset. */
export class GuardTracker {
  readonly #text: string;
  readonly #frames: Frame[] = [];

  readonly #names: KnownNames;

  constructor(text: string, names: KnownNames) {
    this.#text = text;
    this.#names = names;
  }

  /** The guards at the start of the node that is next in preorder. */
  at(offset: number): Surroundings {
    const frames = this.#frames;
    while (frames.length > 0 && (frames.at(-1)?.end ?? 0) <= offset) frames.pop();
    for (let at = frames.length - 1; at >= 0; at--) {
      const frame = frames[at];
      if (frame !== undefined && frame.start <= offset && offset < frame.end) return frame;
    }
    return nowhere;
  }

  enter(node: SyntaxNode): void {
    const around = this.at(node.startIndex);
    const { flags, branch } = around;
    switch (node.type) {
      case "if_statement":
      case "elif_clause":
        return this.#enterCondition(node, around);
      case "else_clause": {
        const last = this.#chain(node.startIndex)?.last;
        const body = { flags, branch: last === undefined ? branch : elseBranch(last, last.outer) };
        return this.#push(node.childForFieldName("body"), body);
      }
      case "for_statement":
      case "while_statement":
        this.#pushStatement(node, around);
        return;
      case "try_statement":
        return this.#enterTry(node, around);
      case "with_statement":
        return this.#enterWith(node, around);
      case "class_definition":
        return this.#push(node.childForFieldName("body"), { flags: flags | guard.inner, branch });
      default:
        return this.#push(node.childForFieldName("body"), { flags: insideFunction(flags), branch });
    }
  }

  #push(node: SyntaxNode | null, { flags, branch }: Surroundings): void {
    if (node !== null) this.#frames.push({ start: node.startIndex, end: node.endIndex, flags, branch });
  }

  #pushStatement(node: SyntaxNode, { flags, branch }: Surroundings): { last: Branch | undefined } {
    const chain = { last: undefined };
    this.#frames.push({ start: node.startIndex, end: node.endIndex, flags, branch, chain });
    return chain;
  }

  /** That of the innermost statement around: a branch begins only when all before it is left. */
  #chain(offset: number): { last: Branch | undefined } | undefined {
    for (let at = this.#frames.length - 1; at >= 0; at--) {
      const frame = this.#frames[at];
      if (frame?.chain !== undefined && frame.start < offset && offset < frame.end) return frame.chain;
    }
    return undefined;
  }

  #enterCondition(node: SyntaxNode, { flags, branch: outer }: Surroundings): void {
    const chain =
      node.type === "if_statement" ? this.#pushStatement(node, { flags, branch: outer }) : this.#chain(node.startIndex);
    const test = node.childForFieldName("condition");
    if (test === null || chain === undefined) return;
    const branch = { start: test.startIndex, end: test.endIndex, before: chain.last, outer };
    chain.last = branch;
    this.#push(node.childForFieldName("consequence"), { flags, branch });
  }

  #enterTry(node: SyntaxNode, around: Surroundings): void {
    this.#pushStatement(node, around);
    const { flags, branch } = around;
    let catches = false;
    for (const handler of node.namedChildren) {
      if (handler.type !== "except_clause" && handler.type !== "except_group_clause") continue;
      const { start, end } = handlerHeader(handler);
      if (!catchesImportFailure(this.#text, start, end)) continue;
      catches = true;
      this.#push(blockOf(handler), { flags: flags | guard.conditional, branch });
    }
    this.#push(node.childForFieldName("body"), { flags: catches ? flags | guard.caught : flags, branch });
  }

  #enterWith(node: SyntaxNode, { flags, branch }: Surroundings): void {
    const clause = node.namedChildren.find((child) => child.type === "with_clause");
    const suppresses =
      clause !== undefined && suppressesImportFailure(this.#text, clause.startIndex, clause.endIndex, this.#names);
    this.#push(node.childForFieldName("body"), { flags: suppresses ? flags | guard.caught : flags, branch });
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
