/**
 * Python's expressions as common ones, by precedence climbing. What makes no command (a comparison, a comprehension, a
 * lambda) is `unknown`, but the calls and names in it are found.
 * @see https://docs.python.org/3/reference/expressions.html#operator-precedence
 */
import { type CallExpression, type Expression, nothing, others } from "../expression.ts";
import type { Cursor } from "./cursor.ts";
import type { Listener } from "./listener.ts";
import { binary, combine, ends, method, prefixes } from "./operators.ts";
import { readString } from "./string.ts";
import { kinds } from "./tokens.ts";

/** Nested deeper than this nothing is a command that a person wrote. */
const maxDepth = 100;

export class ExpressionReader {
  readonly #cursor: Cursor;
  readonly #listener: Listener;
  #depth = 0;

  constructor(cursor: Cursor, listener: Listener) {
    this.#cursor = cursor;
    this.#listener = listener;
  }

  /** Expressions between commas, stars allowed: one, or a tuple. */
  list(): Expression {
    const first = this.item();
    if (this.#cursor.word() !== ",") return first;
    const items = [first];
    while (this.#cursor.take(",")) {
      if (this.#isAtEnd()) break;
      items.push(this.item());
    }
    return { kind: "list", items };
  }

  /** An expression, or one with a star before it. */
  item(): Expression {
    if (this.#cursor.take("*")) return { kind: "spread", of: this.#binary(5) };
    return this.expression();
  }

  /** A conditional expression, a lambda, or what binds tighter. */
  expression(): Expression {
    const cursor = this.#cursor;
    return this.#deeper(() => {
      const value = this.#binary(1);
      if (cursor.word() !== "if") return value;
      cursor.at++;
      this.#binary(1);
      return cursor.take("else") ? { kind: "choice", of: [value, this.expression()] } : value;
    });
  }

  /** Too deep: what is left of this bracket is left out. */
  #deeper(read: () => Expression): Expression {
    if (this.#depth > maxDepth) {
      this.#cursor.skipItem();
      return nothing;
    }
    this.#depth++;
    const value = read();
    this.#depth--;
    return value;
  }

  #isAtEnd(): boolean {
    const { isDone } = this.#cursor;
    return isDone || ")]}=:".includes(this.#cursor.word());
  }

  #binary(least: number): Expression {
    const cursor = this.#cursor;
    const { at } = cursor;
    const start = cursor.start();
    let left = this.#unary();
    for (;;) {
      if (cursor.kind() !== kinds.operator && cursor.kind() !== kinds.name) return left;
      const operator = cursor.word();
      const binds = binary.get(operator);
      if (binds === undefined || binds < least || cursor.at === at) return left;
      // `not` stands between values only as `not in`.
      if (operator === "not" && cursor.word(1) !== "in") return left;
      cursor.at++;
      if (operator === "not") cursor.at++;
      else if (operator === "is") cursor.take("not");
      // Powers lean to the right.
      const right = operator === "**" ? this.#deeper(() => this.#binary(11)) : this.#binary(binds + 1);
      left = combine(operator, left, right, start, cursor.endBefore());
    }
  }

  #unary(): Expression {
    const cursor = this.#cursor;
    const word = cursor.word();
    const binds = prefixes.get(word);
    if (binds === undefined || cursor.kind() === kinds.string) return this.#primary();
    cursor.at++;
    if (word === "yield" && this.#isAtEnd()) return nothing;
    const value = this.#deeper(() => (binds === 0 ? this.list() : this.#binary(binds)));
    return word === "await" ? value : nothing;
  }

  /** An atom, and the calls, members and subscripts that follow it. */
  #primary(): Expression {
    const cursor = this.#cursor;
    const start = cursor.start();
    let value = this.#atom();
    for (;;) {
      const word = cursor.word();
      if (word === "(") {
        cursor.at++;
        value = this.#call(value, start);
      } else if (word === ".") {
        cursor.at++;
        value = { kind: "member", object: value, property: cursor.name() ?? "" };
      } else if (word === "[") {
        cursor.at++;
        value = this.#subscript(value, start);
      } else return value;
    }
  }

  #atom(): Expression {
    const cursor = this.#cursor;
    switch (cursor.kind()) {
      case kinds.string:
      case kinds.formatStart:
        return this.#strings();
      case kinds.number: {
        const written = cursor.word();
        cursor.at++;
        return /^(?:\d+|0[xob]\w+)$/i.test(written) ? { kind: "text", text: written } : nothing;
      }
      case kinds.name:
        return this.#name();
      default:
    }
    const word = cursor.word();
    if (word === "" || ")]},=:".includes(word)) return nothing;
    cursor.at++;
    if (word === "(") return this.#parenthesis();
    if (word === "[") return this.#bracket();
    if (word === "{") return this.#brace();
    return nothing;
  }

  #name(): Expression {
    const cursor = this.#cursor;
    const at = cursor.start();
    const name = cursor.word();
    if (ends.has(name)) return nothing;
    cursor.at++;
    if (name === "True") return { kind: "true" };
    if (name === "None" || name === "False") return nothing;
    if (name === "lambda") return this.#lambda(at);
    if (cursor.word() !== ":=") return { kind: "name", name, at };
    cursor.at++;
    const value = this.expression();
    this.#listener.named(name, at, value);
    return value;
  }

  #lambda(start: number): Expression {
    const cursor = this.#cursor;
    const body = cursor.word() === ":" ? start : cursor.start();
    this.#listener.parameters();
    if (cursor.take(":")) this.expression();
    this.#listener.lambda(body, cursor.endBefore());
    return nothing;
  }

  #strings(): Expression {
    const parts: Expression[] = [];
    while (this.#cursor.kind() === kinds.string || this.#cursor.kind() === kinds.formatStart) {
      parts.push(readString(this.#cursor, () => this.list()));
    }
    const [only] = parts;
    return only !== undefined && parts.length === 1 ? only : { kind: "sum", parts };
  }

  #parenthesis(): Expression {
    const cursor = this.#cursor;
    if (cursor.take(")")) return { kind: "list", items: [] };
    const value = this.list();
    const isComprehension = this.#comprehension();
    this.#close(")");
    return isComprehension ? nothing : value;
  }

  #bracket(): Expression {
    const cursor = this.#cursor;
    const items: Expression[] = [];
    let isComprehension = false;
    while (!cursor.isDone && cursor.word() !== "]") {
      items.push(this.item());
      isComprehension = this.#comprehension() || isComprehension;
      if (!cursor.take(",")) break;
    }
    this.#close("]");
    return isComprehension ? nothing : { kind: "list", items };
  }

  #brace(): Expression {
    const cursor = this.#cursor;
    const entries = new Map<string, Expression>();
    let isRecord = cursor.word() === "}";
    while (!cursor.isDone && cursor.word() !== "}") {
      if (cursor.take("**")) {
        this.#binary(5);
        isRecord = true;
      } else {
        const key = this.item();
        if (cursor.take(":")) {
          const value = this.expression();
          if (key.kind === "text") entries.set(key.text, value);
          isRecord = true;
        }
      }
      if (this.#comprehension()) isRecord = false;
      if (!cursor.take(",")) break;
    }
    this.#close("}");
    return isRecord ? { kind: "record", entries } : nothing;
  }

  /** `for x in y if z`, any number of them. */
  #comprehension(): boolean {
    const cursor = this.#cursor;
    if (cursor.word() !== "for" && cursor.word() !== "async") return false;
    while (!cursor.isDone) {
      cursor.take("async");
      if (cursor.take("for")) {
        const from = cursor.at;
        this.#targets();
        this.#listener.bound(from, cursor.at);
        cursor.take("in");
        this.#binary(1);
      } else if (cursor.take("if")) this.#binary(1);
      else break;
    }
    return true;
  }

  #targets(): void {
    const cursor = this.#cursor;
    do {
      if (cursor.word() === "in") return;
      cursor.take("*");
      this.#primary();
    } while (cursor.take(","));
  }

  /** What could not be read before a closing bracket is left out. */
  #close(bracket: string): void {
    if (!this.#cursor.take(bracket)) this.#cursor.leave();
  }

  #call(callee: Expression, start: number): Expression {
    const cursor = this.#cursor;
    const args: Expression[] = [];
    const named = new Map<string, Expression>();
    while (!cursor.isDone && cursor.word() !== ")") {
      if (cursor.take("**")) {
        this.expression();
        named.set(others, nothing);
      } else if (cursor.kind() === kinds.name && cursor.word(1) === "=") {
        const name = cursor.word();
        cursor.at += 2;
        named.set(name, this.expression());
      } else {
        const value = this.item();
        args.push(this.#comprehension() ? nothing : value);
      }
      if (!cursor.take(",")) break;
    }
    this.#close(")");
    const call: CallExpression = { kind: "call", callee, args, named, made: false, start, end: cursor.endBefore() };
    this.#listener.called(call, lastName(callee));
    return call;
  }

  /** `path.parents[1]`. What other subscripts give (`os.environ["X"]`, `sys.argv[1]`) is not known. */
  #subscript(value: Expression, start: number): Expression {
    const cursor = this.#cursor;
    const index = cursor.word() === ":" ? nothing : this.list();
    while (cursor.take(":")) if (!this.#isAtEnd()) this.list();
    this.#close("]");
    if (value.kind !== "member" || value.property !== "parents") return nothing;
    return method(value.object, "parents", [index], start, cursor.endBefore());
  }
}

/** The last name of a callee: `run` of `subprocess.run`; empty where it has none. */
function lastName(callee: Expression): string {
  if (callee.kind === "name") return callee.name;
  return callee.kind === "member" ? callee.property : "";
}
