/** What one statement of Python tells a command: the calls in it, and the names that it binds. */
import { type Binding, type CallExpression, type Expression, nothing } from "../expression.ts";
import { Cursor } from "./cursor.ts";
import { ExpressionReader } from "./expression.ts";
import { readImport } from "./import.ts";
import { readParameters } from "./parameters.ts";
import type { Statement } from "./statements.ts";
import { kinds, type Tokens } from "./tokens.ts";

export interface Call {
  readonly call: CallExpression;
  /** Last name of what is called: `run` of `subprocess.run`; empty where it has none. */
  readonly name: string;
}

export interface StatementReading {
  readonly calls: readonly Call[];
  readonly bindings: readonly Binding[];
  /** The bodies of its lambdas. */
  readonly lambdas: readonly { readonly start: number; readonly end: number }[];
  /** What it gives back, if it is a `return`. */
  readonly returned?: Expression;
}

/** Words with an expression behind them that bind nothing by themselves. */
const plainWords: ReadonlySet<string> = new Set("return if elif while else try finally assert raise del".split(" "));
/** Such words that are names too, in this Python or another. */
const softWords: ReadonlySet<string> = new Set("match case print exec".split(" "));

/** What only the statements around a `def` tell of it. */
export interface Around {
  /** Whether it stands in a class. */
  readonly isInClass: () => boolean;
  /** What the function gives back. */
  readonly returned: () => Expression;
}

export function readStatement(tokens: Tokens, { first, end }: Statement, around: Around): StatementReading {
  return new StatementReader(tokens, new Cursor(tokens, first, end)).read(around);
}

class StatementReader {
  readonly #tokens: Tokens;
  readonly #cursor: Cursor;
  readonly #calls: Call[] = [];
  readonly #bindings: Binding[] = [];
  readonly #lambdas: { start: number; end: number }[] = [];
  readonly #expressions: ExpressionReader;

  constructor(tokens: Tokens, cursor: Cursor) {
    this.#tokens = tokens;
    this.#cursor = cursor;
    this.#expressions = new ExpressionReader(cursor, {
      called: (call, name) => this.#called(call, name),
      named: (name, at, value) => this.#bindings.push({ name, kind: "declare", at, value: () => value }),
      parameters: () => this.#parameters("", "function"),
      lambda: (start, end) => this.#lambdas.push({ start, end }),
      bound: (from, to) => this.#bindAll(from, to),
    });
  }

  read(around: Around): StatementReading {
    const cursor = this.#cursor;
    cursor.take("@");
    if (cursor.word() === "async") cursor.at++;
    const isReturn = cursor.word() === "return";
    const given = this.#statement(cursor.word(), around);
    // What no rule above reads (a `print` without brackets, a broken statement) has calls all the same.
    while (!cursor.isDone) {
      const { at } = cursor;
      if (cursor.take("as")) this.#as();
      else this.#expressions.list();
      if (cursor.at === at) cursor.at++;
    }
    const { calls, bindings, lambdas } = { calls: this.#calls, bindings: this.#bindings, lambdas: this.#lambdas };
    calls.sort((a, b) => a.call.start - b.call.start || a.call.end - b.call.end);
    return isReturn ? { calls, bindings, lambdas, returned: given ?? nothing } : { calls, bindings, lambdas };
  }

  #statement(word: string, around: Around): Expression | undefined {
    const cursor = this.#cursor;
    switch (word) {
      case "import":
      case "from":
        this.#bindings.push(...readImport(cursor));
        return undefined;
      case "def":
        this.#function(around);
        return undefined;
      case "class":
        this.#class();
        return undefined;
      case "for":
        cursor.at++;
        this.#for();
        return undefined;
      case "with":
      case "except":
        cursor.at++;
        return undefined;
      default:
    }
    const isSoft = softWords.has(word) && !"=.:,([".includes(cursor.word(1));
    if (!plainWords.has(word) && !isSoft) return this.#assignment();
    cursor.at++;
    return cursor.isDone ? undefined : this.#expressions.list();
  }

  /** `a = b = value`, `a: type = value`, `a += value`, or an expression alone. */
  #assignment(): Expression {
    const cursor = this.#cursor;
    const start = cursor.start();
    const targets: (readonly [from: number, to: number])[] = [];
    let from = cursor.at;
    let value = this.#expressions.list();
    if (cursor.take(":")) {
      targets.push([from, cursor.at - 1]);
      this.#expressions.expression();
      if (!cursor.take("=")) return value;
      value = this.#expressions.list();
    }
    while (cursor.take("=")) {
      targets.push([from, cursor.at - 1]);
      from = cursor.at;
      value = this.#expressions.list();
    }
    for (const target of targets) this.#assign(target, start, "declare", value);
    const operator = cursor.kind() === kinds.operator ? cursor.word() : "";
    if (targets.length === 0 && isAugmented(operator)) {
      const to = cursor.at++;
      const right = this.#expressions.list();
      if (operator === "+=") this.#assign([from, to], start, "add", right);
      else this.#assign([from, to], start, "assign", nothing);
    }
    return value;
  }

  #assign([from, to]: readonly [number, number], start: number, kind: Binding["kind"], value: Expression): void {
    const name = this.#nameIn(from, to);
    const at = name?.includes(".") === true ? -1 : start;
    if (name !== undefined) this.#bindings.push({ name, kind, at, value: () => value });
    else if (kind === "declare") this.#bindAll(from, to);
  }

  /** `x` or `self.x`, when the tokens are nothing else. */
  #nameIn(from: number, to: number): string | undefined {
    const { kinds: kindOf } = this.#tokens;
    if (kindOf[from] !== kinds.name) return undefined;
    if (to - from === 1) return this.#wordAt(from);
    const object = this.#wordAt(from);
    const isOwn = to - from === 3 && (object === "self" || object === "cls") && this.#wordAt(from + 1) === ".";
    return isOwn ? `self.${this.#wordAt(from + 2)}` : undefined;
  }

  #wordAt(at: number): string {
    return this.#tokens.text.slice(this.#tokens.starts[at], this.#tokens.ends[at]);
  }

  /** Every name of a pattern gets a value that is not known. */
  #bindAll(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      if (this.#tokens.kinds[at] !== kinds.name) continue;
      this.#bindings.push({ name: this.#wordAt(at), kind: "declare", at: this.#tokens.starts[at] ?? 0 });
    }
  }

  #for(): void {
    const cursor = this.#cursor;
    const from = cursor.at;
    while (!cursor.isDone && cursor.word() !== "in") cursor.at++;
    this.#bindAll(from, cursor.at);
    cursor.take("in");
  }

  /** The target of `with x as target` and `except X as target`. */
  #as(): void {
    const cursor = this.#cursor;
    const from = cursor.at;
    if (cursor.take("(") || cursor.take("[")) cursor.leave();
    else cursor.at++;
    this.#bindAll(from, Math.min(cursor.at, cursor.end));
  }

  #class(): void {
    const cursor = this.#cursor;
    const at = cursor.start();
    cursor.at++;
    const name = cursor.name();
    if (name !== undefined) this.#bindings.push({ name, kind: "declare", at });
  }

  #function({ returned, isInClass }: Around): void {
    const cursor = this.#cursor;
    const at = cursor.start();
    cursor.at++;
    const name = cursor.name() ?? "";
    if (name !== "") {
      this.#bindings.push({ name, kind: "declare", at });
      // What it gives back, under its name with brackets; as a method too, for it may be one.
      this.#bindings.push({ name: `${name}()`, kind: "declare", at, value: returned });
      this.#bindings.push({ name: `self.${name}()`, kind: "declare", at: -1, value: returned });
    }
    while (!cursor.isDone && cursor.word() !== "(") cursor.at++;
    if (!cursor.take("(")) return;
    this.#parameters(name, isInClass() ? "method" : "function");
    cursor.take(")");
    if (cursor.take("->")) this.#expressions.expression();
  }

  #parameters(of: string, kind: "function" | "method"): void {
    this.#bindings.push(...readParameters(this.#cursor, { name: of, kind }, () => this.#expressions.expression()));
  }

  #called(call: CallExpression, name: string): void {
    this.#calls.push({ call, name });
    const addition = additionOf(call, name);
    if (addition !== undefined) this.#bindings.push(addition);
  }
}

function isAugmented(operator: string): boolean {
  return operator.length > 1 && operator.endsWith("=") && !["==", "!=", "<=", ">=", ":="].includes(operator);
}

/** `names.append(x)`, `self.names.extend(x)` */
function additionOf({ callee, args, start }: CallExpression, method: string): Binding | undefined {
  const [item] = args;
  if (item === undefined || callee.kind !== "member") return undefined;
  if (method !== "append" && method !== "extend" && method !== "insert") return undefined;
  const name = ownName(callee.object);
  if (name === undefined) return undefined;
  const at = name.includes(".") ? -1 : start;
  // Where it is inserted is seldom known: nothing is known of the whole then.
  if (method === "insert") return { name, kind: "assign", at };
  const added: Expression = method === "append" ? item : { kind: "spread", of: item };
  return { name, kind: "add", at, value: () => ({ kind: "list", items: [added] }) };
}

function ownName(object: Expression): string | undefined {
  if (object.kind === "name") return object.name;
  if (object.kind !== "member" || object.object.kind !== "name") return undefined;
  const { name } = object.object;
  return name === "self" || name === "cls" ? `self.${object.property}` : undefined;
}
