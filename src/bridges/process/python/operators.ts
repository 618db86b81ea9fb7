/** Python's operators: how tightly they bind, and what a command can make of them. */
import { type Expression, nothing } from "../expression.ts";

/** How tightly operators bind, those of two words by their first. */
export const binary: ReadonlyMap<string, number> = new Map([
  ...tightness(1, "or"),
  ...tightness(2, "and"),
  ...tightness(4, "in not is < > == >= <= != <>"),
  ...tightness(5, "|"),
  ...tightness(6, "^"),
  ...tightness(7, "&"),
  ...tightness(8, "<< >>"),
  ...tightness(9, "+ -"),
  ...tightness(10, "* / // % @"),
  ...tightness(12, "**"),
]);
export const prefixes: ReadonlyMap<string, number> = new Map([
  ...tightness(0, "yield from"),
  ...tightness(3, "not"),
  ...tightness(11, "- + ~"),
  ...tightness(13, "await"),
]);

function tightness(binds: number, operators: string): readonly (readonly [string, number])[] {
  return operators.split(" ").map((operator) => [operator, binds]);
}

/** Keywords that end an expression. */
export const ends: ReadonlySet<string> = new Set("if else for in is not and or async as from import".split(" "));

export function combine(operator: string, left: Expression, right: Expression, start: number, end: number): Expression {
  switch (operator) {
    case "or":
    case "and":
      return { kind: "choice", of: [left, right] };
    case "+":
      return chain("sum", left, right);
    case "/":
      return chain("path", left, right);
    case "%":
      return method(left, "%", right.kind === "list" ? right.items : [right], start, end);
    default:
      return nothing;
  }
}

/** Terms of a sum beyond which it is data, not a command. */
const maxSum = 256;

function chain(kind: "sum" | "path", left: Expression, right: Expression): Expression {
  const parts = left.kind === kind ? [...left.parts, right] : [left, right];
  return parts.length > maxSum ? nothing : { kind, parts };
}

export function method(
  object: Expression,
  property: string,
  args: readonly Expression[],
  start: number,
  end: number,
): Expression {
  return {
    kind: "call",
    callee: { kind: "member", object, property },
    args,
    named: new Map(),
    made: false,
    start,
    end,
  };
}
