/** One comparison of a condition, whose sides are the words between the operators. */
import { mirroredOperator } from "../../versions/markers.ts";
import { closes, split, unwrap } from "./words.ts";

export type Operator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not in";

export interface Comparison {
  readonly left: readonly string[];
  readonly operator: Operator;
  readonly right: readonly string[];
}

const operators: ReadonlySet<string> = new Set(["==", "!=", "<", "<=", ">", ">=", "in"]);

/** `a < b <= c` is two of them; undefined where nothing is compared. */
export function readComparisons(words: readonly string[]): readonly Comparison[] | undefined {
  const sides: (readonly string[])[] = [];
  const between: Operator[] = [];
  let start = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "(" || word === "[" || word === "{") {
      const close = closes(words, at, words.length);
      if (close < 0) return undefined;
      at = close;
    } else if (isOperator(word)) {
      const negated = word === "in" && words[at - 1] === "not";
      sides.push(words.slice(start, negated ? at - 1 : at));
      between.push(negated ? "not in" : word);
      start = at + 1;
    }
  }
  if (between.length === 0) return undefined;
  sides.push(words.slice(start));
  return between.map((operator, at) => ({
    left: unwrap(sides[at] ?? []),
    operator,
    right: unwrap(sides[at + 1] ?? []),
  }));
}

function isOperator(word: string): word is Operator {
  return operators.has(word);
}

/** The same with its sides exchanged; undefined for `in`. */
export function mirror({ left, operator, right }: Comparison): Comparison | undefined {
  const turned = mirroredOperator(operator);
  return turned === undefined ? undefined : { left: right, operator: turned, right: left };
}

/** The items of `(a, b)`, `[a, b]` or `{a, b}`; undefined for all else. A comma after the last adds none. */
export function itemsOf(words: readonly string[]): readonly (readonly string[])[] | undefined {
  const [open = ""] = words;
  if (!"([{".includes(open) || open === "" || closes(words, 0, words.length) !== words.length - 1) return undefined;
  const items = split(words.slice(1, -1), [","]);
  return items.at(-1)?.length === 0 ? items.slice(0, -1) : items;
}
