/**
 * Environment markers: `python_version < "3.11" and sys_platform == "win32"`.
 * @see https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
 */
import { normalizeName } from "./distribution-name.ts";
import { type GrammarCursor, type Reading, readWhole } from "./grammar-cursor.ts";
import { containsVersion, parseSpecifier } from "./specifiers.ts";

/** Those that say the same with their sides exchanged, if they are turned round. */
export type OrderOperator = "<" | "<=" | "!=" | "==" | ">=" | ">";

const mirrored: ReadonlyMap<string, OrderOperator> = new Map([
  ["<", ">"],
  ["<=", ">="],
  ["!=", "!="],
  ["==", "=="],
  [">=", "<="],
  [">", "<"],
]);

/** The operator for exchanged sides; undefined for those that have none, `in` and `~=` among them. */
export function mirroredOperator(operator: string): OrderOperator | undefined {
  return mirrored.get(operator);
}

export type MarkerOperator = "<" | "<=" | "!=" | "==" | ">=" | ">" | "~=" | "===" | "in" | "not in";

export type MarkerOperand =
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "value"; readonly text: string };

/** One `marker_expr`. */
export interface Comparison {
  readonly left: MarkerOperand;
  readonly operator: MarkerOperator;
  readonly right: MarkerOperand;
}

/** In postfix order, so that any depth of brackets costs no stack: `a b and c or`. Never empty. */
export type Marker = readonly (Comparison | "and" | "or")[];

/** `env_var`, the old spellings with a dot included. */
const variable: RegExp = new RegExp(
  `(?:${[
    "python_version|python_full_version|os[._]name|sys[._]platform|platform_release|platform_system",
    "platform[._](?:version|machine|python_implementation)|python_implementation|implementation_name",
    "implementation_version|extras?|dependency_groups",
  ].join("|")})(?![A-Za-z0-9_.])`,
  "y",
);
const operators: readonly MarkerOperator[] = ["===", "==", "~=", "!=", "<=", ">=", "<", ">"];
const inWord = /in(?![A-Za-z0-9_])/y;
const notWord = /not(?![A-Za-z0-9_])/y;
const logicalWord = /(?:and|or)(?![A-Za-z0-9_])/y;
const someBlanks = /[ \t]+/y;

/** A marker by itself, without the semicolon. */
export function parseMarker(text: string): Reading<Marker> {
  return readWhole(text, readMarker, '"and", "or" or the end of the marker');
}

/** `marker`: from the cursor on, as far as it goes. "and" binds closer than "or". */
export function readMarker(cursor: GrammarCursor): Marker {
  const out: (Comparison | "and" | "or")[] = [];
  const pending: { readonly token: "and" | "or" | "("; readonly at: number }[] = [];
  const settle = (...tokens: readonly string[]): void => {
    for (let top = pending.at(-1); top !== undefined && tokens.includes(top.token); top = pending.at(-1)) {
      if (top.token !== "(") out.push(top.token);
      pending.pop();
    }
  };
  for (;;) {
    cursor.skipBlanks();
    if (cursor.text[cursor.at] === "(") {
      pending.push({ token: "(", at: cursor.at++ });
      continue;
    }
    out.push(readComparison(cursor));
    cursor.skipBlanks();
    while (cursor.text[cursor.at] === ")") {
      settle("and", "or");
      if (pending.pop() === undefined) return out;
      cursor.at++;
      cursor.skipBlanks();
    }
    const at = cursor.at;
    const word = cursor.match(logicalWord);
    if (word !== "and" && word !== "or") break;
    settle("and", ...(word === "or" ? ["or"] : []));
    pending.push({ token: word, at });
  }
  const open = pending.findLast((entry) => entry.token === "(");
  if (open !== undefined) cursor.fail('this "(" is not closed', open.at);
  settle("and", "or");
  return out;
}

/** `marker_expr = marker_var marker_op marker_var` */
function readComparison(cursor: GrammarCursor): Comparison {
  const left = readOperand(cursor);
  cursor.skipBlanks();
  const operator = readOperator(cursor);
  cursor.skipBlanks();
  return { left, operator, right: readOperand(cursor) };
}

function readOperator(cursor: GrammarCursor): MarkerOperator {
  for (const operator of operators) if (cursor.take(operator)) return operator;
  if (cursor.match(inWord) !== undefined) return "in";
  if (cursor.match(notWord) === undefined) {
    return cursor.fail("expected a comparison: <=, <, !=, ==, >=, >, ~=, ===, in, not in");
  }
  if (cursor.match(someBlanks) === undefined || cursor.match(inWord) === undefined) {
    return cursor.fail('expected "in" after "not"');
  }
  return "not in";
}

/** `marker_var = env_var | python_str` */
function readOperand(cursor: GrammarCursor): MarkerOperand {
  const name = cursor.match(variable);
  if (name !== undefined) return { kind: "variable", name: variableName(name) };
  const quote = cursor.text[cursor.at];
  if (quote !== '"' && quote !== "'") return cursor.fail("expected a marker variable or a quoted string");
  const end = cursor.text.indexOf(quote, cursor.at + 1);
  if (end < 0) return cursor.fail("this string is not closed");
  const text = cursor.text.slice(cursor.at + 1, end);
  cursor.at = end + 1;
  return { kind: "value", text };
}

function variableName(written: string): string {
  const name = written.replace(".", "_");
  return name === "python_implementation" ? "platform_python_implementation" : name;
}

/** Values by marker variable. */
export type Environment = Readonly<Record<string, string>>;

const versionVariables: ReadonlySet<string> = new Set([
  "implementation_version",
  "platform_release",
  "python_full_version",
  "python_version",
]);

/** Whether a marker holds. A variable that the environment lacks, or a comparison without meaning, does not hold. */
export function evaluateMarker(marker: Marker, environment: Environment): boolean {
  const stack: boolean[] = [];
  for (const item of marker) {
    if (typeof item === "object") {
      stack.push(compare(item, environment));
      continue;
    }
    const right = stack.pop() === true;
    const left = stack.pop() === true;
    stack.push(item === "and" ? left && right : left || right);
  }
  return stack.pop() === true;
}

function compare({ left, operator, right }: Comparison, environment: Environment): boolean {
  const key = left.kind === "variable" ? left.name : right.kind === "variable" ? right.name : "";
  const a = valueOf(left, key, environment);
  const b = valueOf(right, key, environment);
  if (a === undefined || b === undefined) return false;
  if (versionVariables.has(key) && operator !== "in" && operator !== "not in") {
    const specifier = parseSpecifier(operator + b);
    if (specifier !== undefined) return containsVersion([specifier], a);
  }
  switch (operator) {
    case "in":
      return b.includes(a);
    case "not in":
      return !b.includes(a);
    // Strings have no order: "the <, >, and ~= operators are always false" but where equality is part of them.
    case "==":
    case "<=":
    case ">=":
      return a === b;
    case "!=":
      return a !== b;
    default:
      return false;
  }
}

/** Extras are compared by their normalised names (PEP 685). */
function valueOf(operand: MarkerOperand, key: string, environment: Environment): string | undefined {
  const text = operand.kind === "value" ? operand.text : own(environment, operand.name);
  return text === undefined || !key.startsWith("extra") ? text : normalizeName(text);
}

function own(environment: Environment, name: string): string | undefined {
  if (Object.hasOwn(environment, name)) return environment[name];
  return name === "extra" ? "" : undefined;
}
