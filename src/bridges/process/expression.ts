/**
 * Expressions of any of the three languages, as far as commands are made of them. A language turns its own tree into
 * these; everything that follows (constants, joins, command lines) is common.
 */

export type Expression =
  | { readonly kind: "text"; readonly text: string }
  /** A sum, a template, an f-string, adjacent literals: texts or lists. */
  | { readonly kind: "sum"; readonly parts: readonly Expression[] }
  /** Python's `path / "x"`. */
  | { readonly kind: "path"; readonly parts: readonly Expression[] }
  | { readonly kind: "name"; readonly name: string; readonly at: number }
  | { readonly kind: "member"; readonly object: Expression; readonly property: string }
  | CallExpression
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "spread"; readonly of: Expression }
  /** An object literal, a dict. */
  | { readonly kind: "record"; readonly entries: ReadonlyMap<string, Expression> }
  | { readonly kind: "choice"; readonly of: readonly Expression[] }
  /** `true`, `True`. */
  | { readonly kind: "true" }
  /** A function written in place. */
  | { readonly kind: "callback" }
  | { readonly kind: "unknown" };

/** A call or, with `made`, a `new`. */
export interface CallExpression {
  readonly kind: "call";
  readonly callee: Expression;
  readonly args: readonly Expression[];
  /** Python's keyword arguments. */
  readonly named: ReadonlyMap<string, Expression>;
  readonly made: boolean;
  /** UTF-16 offsets of the whole expression. */
  readonly start: number;
  readonly end: number;
}

/** The key of entries and keyword arguments that are spread from elsewhere: any may be among them. */
export const others = "...";

/** Turns a node of a language's tree into an expression. */
export type ReadExpression<Node> = (node: Node) => Expression;

export const nothing: Expression = { kind: "unknown" };

/** One file as its commands see it. */
export interface Program {
  /** Calls that may start a program, by their name, in order of `start` and then of `end`. */
  readonly calls: readonly CallExpression[];
  /** Calls of this file's own functions and methods of a name, in order of `start`. */
  callsOf(name: string): readonly CallExpression[];
  /** Bodies within which names live, as UTF-16 offsets; nested or apart, never crossing. */
  readonly bodies: readonly Body[];
  readonly bindingsOf: BindingsOf;
}

/** The bindings of a name, in their order. Asked once a name: most names of a file are never asked for. */
export type BindingsOf = (name: string) => readonly Binding[];

export interface Body {
  readonly start: number;
  readonly end: number;
}

/** One place that gives a name its value. Read only when somebody asks. */
export interface Binding {
  /** `self.x` and `this.x` stand with their object. */
  readonly name: string;
  /**
   * `declare` makes the name in the innermost body around `at` (-1: the file). `assign` gives another value to the name that
   * is seen from `at`; `add` puts items at the end of its list or text.
   */
  readonly kind: "declare" | "assign" | "add";
  readonly at: number;
  /** What an import, or a declared type, makes of the name: `subprocess.run`, `child_process`. */
  readonly origin?: string;
  /** Absent when the value cannot be known: a parameter, a loop's variable. A declaration without a value says `unset`. */
  readonly value?: () => Expression;
  readonly unset?: true;
  /** It gets its value from a caller; `value` is then its default. */
  readonly parameter?: Parameter;
}

export interface Parameter {
  /** The name of the function. */
  readonly of: string;
  readonly name: string;
  /** From 0, a method's own object left out; a `rest` parameter takes what stands there and after. */
  readonly index: number;
  readonly rest: boolean;
}
