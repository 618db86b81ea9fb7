/** What expressions tell besides their values. */
import type { CallExpression, Expression } from "../expression.ts";

export interface Listener {
  /** @param name last name of what is called; empty where it has none */
  called(call: CallExpression, name: string): void;
  /** `(name := value)` */
  named(name: string, at: number, value: Expression): void;
  /** Reads a lambda's parameters up to the colon, from behind the word. */
  parameters(): void;
  lambda(start: number, end: number): void;
  /** Names that a comprehension binds, as tokens from here to there. */
  bound(from: number, to: number): void;
}
