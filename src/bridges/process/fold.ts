/** Folds expressions to values: what the file itself says a text or a list is. */
import type { CallExpression, Expression } from "./expression.ts";
import type { Bound, Scopes } from "./scopes.ts";
import {
  asText,
  choose,
  concatenate,
  hole,
  list,
  spread,
  text,
  type Text,
  unknown,
  unknownNamed,
  unsure,
  type Value,
} from "./value.ts";
import { joinPaths } from "./path-text.ts";

/** Computes a call from its folded arguments; a method's receiver comes first. */
export type Fold = (args: readonly Value[]) => Value;

/** What a language's own names mean. Keys are origins: where a name comes from and the members taken of it. */
export interface Vocabulary {
  readonly constants: ReadonlyMap<string, string>;
  readonly functions: ReadonlyMap<string, Fold>;
  /** By the name of the method, whatever it is called on. */
  readonly methods: ReadonlyMap<string, Fold>;
  /** By the name of the property, whatever it is read from. */
  readonly properties: ReadonlyMap<string, (of: Text) => Text>;
  /** Functions that give back what they are given, as far as it is called: `util.promisify`. */
  readonly wrappers: ReadonlySet<string>;
  /** What a name means that nothing in the file makes. */
  unbound(name: string): string;
  /** The module that a call loads, if it does: `require("x")`. */
  loads(callee: string, args: readonly Expression[]): string | undefined;
}

/** Nesting and steps beyond those of any command that a person writes. */
const maxDepth = 48;
const maxSteps = 4096;
const maxAlternatives = 16;

export class Folder {
  readonly #scopes: Scopes;
  readonly #vocabulary: Vocabulary;
  /** The calls whose arguments the parameters of these functions stand for. */
  readonly #callers: ReadonlyMap<string, CallExpression>;
  /** Functions whose parameters were asked for in vain since the last `takeAsked`. */
  #asked = new Set<string>();
  #steps = 0;

  constructor(scopes: Scopes, vocabulary: Vocabulary, callers: ReadonlyMap<string, CallExpression> = new Map()) {
    this.#scopes = scopes;
    this.#vocabulary = vocabulary;
    this.#callers = callers;
  }

  /** The same, with what a function's parameters get from one of its calls. */
  calledBy(name: string, call: CallExpression): Folder {
    return new Folder(this.#scopes, this.#vocabulary, new Map([...this.#callers, [name, call]]));
  }

  /** The functions on whose callers the answers so far depended. */
  takeAsked(): ReadonlySet<string> {
    const asked = this.#asked;
    this.#asked = new Set();
    return asked;
  }

  /** Whether a callee is a function of this file by this name. */
  isOwn(callee: Expression): boolean {
    const own = ownFunction(callee);
    return own !== undefined && this.#scopes.find(own.name, own.at) !== undefined;
  }

  #find(name: string, at: number): Bound | undefined {
    const bound = this.#scopes.find(name, at);
    if (bound?.parameter === undefined) return bound;
    const { of, name: written, index, rest } = bound.parameter;
    const call = this.#callers.get(of);
    if (call === undefined) {
      this.#asked.add(of);
      return bound;
    }
    const after = call.args.slice(index);
    const given = call.named.get(written) ?? (rest ? listOf(after) : after[0]);
    const hidden = call.args.slice(0, index + 1).some((each) => each.kind === "spread");
    if (given === undefined || (hidden && !rest)) return bound;
    return { ...bound, value: () => given };
  }

  fold(expression: Expression): Value {
    this.#steps = 0;
    return this.#fold(expression, 0);
  }

  /** Each value that an expression may have, where the file says which: arms of a condition, what a function gives back. */
  alternatives(expression: Expression): readonly Value[] {
    this.#steps = 0;
    const queue = [expression];
    const found: Value[] = [];
    for (let at = 0; at < queue.length && at < maxAlternatives; at++) {
      const each = queue[at];
      if (each === undefined) break;
      if (each.kind === "choice") queue.push(...each.of);
      else {
        const meant = this.#seenThrough(each);
        if (meant === undefined) found.push(this.#fold(each, 0));
        else queue.push(meant);
      }
    }
    if (found.length < 2) return found;
    return found.map((value) => (value.kind === "text" ? unsure(value) : list(value.items.map(unsure))));
  }

  /** The expression that a name or a call of this file's own function stands for. */
  #seenThrough(expression: Expression): Expression | undefined {
    const name = expression.kind === "call" ? ownFunction(expression.callee) : expression;
    if (name?.kind !== "name") return undefined;
    const bound = this.#find(name.name, name.at);
    return bound?.additions.length === 0 ? bound.value?.() : undefined;
  }

  /** Items of a list of arguments, spreads laid out. */
  items(expressions: readonly Expression[]): readonly Text[] {
    this.#steps = 0;
    return this.#items(expressions, 0);
  }

  /** Where a name or a chain of members comes from: `subprocess.run`. Undefined when that is this file's own business. */
  origin(expression: Expression): string | undefined {
    this.#steps = 0;
    return this.#origin(expression, 0);
  }

  /** The object literal or dict that an expression is, itself or by the one name that holds it. */
  record(expression: Expression): (Expression & { readonly kind: "record" }) | undefined {
    let current = expression;
    for (let hops = 0; hops < maxDepth && current.kind === "name"; hops++) {
      const value = this.#find(current.name, current.at)?.value;
      if (value === undefined) return undefined;
      current = value();
    }
    return current.kind === "record" ? current : undefined;
  }

  #fold(expression: Expression, depth: number): Value {
    if (depth > maxDepth || this.#steps++ > maxSteps) return unknown;
    switch (expression.kind) {
      case "text":
        return text(expression.text);
      case "sum":
        return sum(expression.parts.map((part) => this.#fold(part, depth + 1)));
      case "path": {
        const parts = expression.parts.map((part) => asText(this.#fold(part, depth + 1)));
        return joinTexts(parts);
      }
      case "name":
        return this.#name(expression, expression.name, expression.at, depth);
      case "member":
        return this.#member(expression, depth);
      case "call":
        return this.#call(expression, depth);
      case "list":
        return list(this.#items(expression.items, depth + 1));
      case "choice":
        return choose(expression.of.map((each) => this.#fold(each, depth + 1)));
      case "spread":
      case "record":
      case "true":
      case "callback":
      case "unknown":
        return unknown;
    }
  }

  #items(expressions: readonly Expression[], depth: number): readonly Text[] {
    return expressions.flatMap((each) => {
      if (each.kind === "spread") return spread(this.#fold(each.of, depth + 1));
      const value = this.#fold(each, depth + 1);
      return value.kind === "list" ? [unknown] : [value];
    });
  }

  #name(expression: Expression, name: string, at: number, depth: number): Value {
    const bound = this.#find(name, at);
    if (bound?.value === undefined) {
      const constant = this.#constant(expression, depth);
      return constant ?? unknownNamed(name.slice(name.lastIndexOf(".") + 1));
    }
    const value = this.#fold(bound.value(), depth + 1);
    if (bound.additions.length === 0) return value;
    const added = bound.additions.flatMap((each) => {
      const more = each.value === undefined ? unknown : this.#fold(each.value(), depth + 1);
      return value.kind === "list" ? spread(more) : [asText(more)];
    });
    return value.kind === "list" ? list([...value.items, ...added]) : concatenate([value, ...added]);
  }

  #member(expression: Expression & { readonly kind: "member" }, depth: number): Value {
    const constant = this.#constant(expression, depth);
    if (constant !== undefined) return constant;
    const { object, property } = expression;
    if (object.kind === "name" && (object.name === "self" || object.name === "this" || object.name === "cls")) {
      return this.#name(expression, `self.${property}`, object.at, depth);
    }
    const entry = this.record(object)?.entries.get(property);
    if (entry !== undefined) return this.#fold(entry, depth + 1);
    const read = this.#vocabulary.properties.get(property);
    return read === undefined ? unknownNamed(property) : read(asText(this.#fold(object, depth + 1)));
  }

  #constant(expression: Expression, depth: number): Text | undefined {
    const origin = this.#origin(expression, depth + 1);
    const constant = origin === undefined ? undefined : this.#vocabulary.constants.get(origin);
    return constant === undefined ? undefined : text(constant);
  }

  #call(call: CallExpression, depth: number): Value {
    const { callee, args } = call;
    const { functions, methods } = this.#vocabulary;
    const origin = this.#origin(callee, depth + 1);
    const known = origin === undefined ? undefined : functions.get(origin);
    if (known !== undefined) return known(this.#values(args, depth));
    const own = ownFunction(callee);
    const returned = own === undefined ? undefined : this.#find(own.name, own.at)?.value;
    if (returned !== undefined) {
      const value = this.#fold(returned(), depth + 1);
      if (value.kind === "list" || value.text !== hole) return value;
    }
    if (callee.kind === "name") return unknownNamed(callee.name.replace(/\(\)$/u, ""));
    if (callee.kind !== "member") return unknown;
    const method = methods.get(callee.property);
    if (method === undefined) return unknownNamed(callee.property);
    return method([this.#fold(callee.object, depth + 1), ...this.#values(args, depth)]);
  }

  #values(args: readonly Expression[], depth: number): readonly Value[] {
    return args.flatMap((each): readonly Value[] =>
      each.kind === "spread" ? spread(this.#fold(each.of, depth + 1)) : [this.#fold(each, depth + 1)],
    );
  }

  #origin(expression: Expression, depth: number): string | undefined {
    if (depth > maxDepth || this.#steps++ > maxSteps) return undefined;
    if (expression.kind === "name") {
      const bound = this.#find(expression.name, expression.at);
      if (bound === undefined) return this.#vocabulary.unbound(expression.name);
      if (bound.origin !== undefined) return bound.origin;
      return bound.value === undefined ? undefined : this.#origin(bound.value(), depth + 1);
    }
    if (expression.kind === "member") {
      const { object, property } = expression;
      const origin = this.#origin(object, depth + 1);
      return origin === undefined ? undefined : `${origin}.${property}`;
    }
    if (expression.kind !== "call") return undefined;
    const callee = this.#origin(expression.callee, depth + 1);
    if (callee === undefined) return undefined;
    const [first] = expression.args;
    if (this.#vocabulary.wrappers.has(callee) && first !== undefined) return this.#origin(first, depth + 1);
    return this.#vocabulary.loads(callee, expression.args) ?? `${callee}()`;
  }
}

/** The name under which what a function of this file gives back is bound: with brackets, so that no variable is it. */
function ownFunction(callee: Expression): (Expression & { readonly kind: "name" }) | undefined {
  if (callee.kind === "name") return { ...callee, name: callee.name.endsWith("()") ? callee.name : `${callee.name}()` };
  if (callee.kind !== "member" || callee.object.kind !== "name") return undefined;
  const { name, at } = callee.object;
  return name === "self" || name === "this" ? { kind: "name", name: `self.${callee.property}()`, at } : undefined;
}

function listOf(items: readonly Expression[]): Expression {
  return { kind: "list", items };
}

/** `+`: of lists a list, of texts a text. */
function sum(values: readonly Value[]): Value {
  if (values.some((value) => value.kind === "list")) return list(values.flatMap(spread));
  return concatenate(values.map(asText));
}

/** Joins paths that are known in part. */
export function joinTexts(parts: readonly Text[]): Text {
  if (parts.length === 0) return unknown;
  return { kind: "text", text: joinPaths(parts.map((part) => part.text)), sure: parts.every((part) => part.sure) };
}
