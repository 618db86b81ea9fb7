/** A path put together of literals and what is computed, in Babel's tree. */
import type { Node } from "@babel/types";
import { globOf } from "../facts/computed-paths.ts";

/** The glob of a template or of a sum; undefined where it says too little, and for all else. */
export function computedPath(node: Node | null | undefined): string | undefined {
  if (node?.extra?.parenthesized === true) return undefined;
  if (node?.type !== "TemplateLiteral" && node?.type !== "BinaryExpression") return undefined;
  const texts = [""];
  // From left to right; a sum leans to the left, so its parts are taken off the right end.
  const pending: Node[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    switch (next.type) {
      case "StringLiteral":
        texts.push((texts.pop() ?? "") + next.value);
        break;
      case "TemplateLiteral":
        for (const [index, quasi] of next.quasis.entries()) {
          const { cooked } = quasi.value;
          if (cooked === null || cooked === undefined) return undefined;
          if (index === 0) texts.push((texts.pop() ?? "") + cooked);
          else texts.push(cooked);
        }
        break;
      case "BinaryExpression":
        if (next.operator !== "+") return undefined;
        pending.push(next.right, next.left);
        break;
      default:
        texts.push("");
    }
  }
  return texts.length === 1 ? undefined : globOf(texts);
}
