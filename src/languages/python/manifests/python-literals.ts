/**
 * Evaluates the literal part of a `setup.py` without running any of it: strings, lists, tuples, dictionaries, names bound
 * to them at the top level, `+`, f-strings over such names, and `find_packages`. Everything else is unknown.
 */
import { pythonTokens, type PythonToken } from "./python-tokens.ts";

export type Literal =
  | { readonly kind: "text"; readonly text: string; readonly at: number }
  | { readonly kind: "list"; readonly items: readonly Literal[] }
  | { readonly kind: "map"; readonly entries: readonly (readonly [string, Literal])[] }
  /** `find_packages("src")`; undefined for a computed directory. */
  | { readonly kind: "packages"; readonly directory: string | undefined }
  /** What a file holds: `open("requirements.txt").read().splitlines()`. */
  | { readonly kind: "file"; readonly path: string; readonly at: number }
  | { readonly kind: "unknown"; readonly at: number };

export interface SetupCall {
  readonly at: number;
  readonly arguments: ReadonlyMap<string, Literal>;
}

const maxDepth = 40;
/** What takes a file's text, or its lines, as they are. */
const textMethods = /^(?:read|read_text|readlines|splitlines|strip|rstrip|split)$/;
const closers: ReadonlySet<string> = new Set([")", "]", "}", ","]);

/** The first `setup(...)` of a file; undefined when it calls none. */
export function findSetupCall(text: string): SetupCall | undefined {
  return new LiteralReader(pythonTokens(text)).setupCall();
}

class LiteralReader {
  readonly #tokens: readonly PythonToken[];
  readonly #names = new Map<string, Literal>();
  #next = 0;

  constructor(tokens: readonly PythonToken[]) {
    this.#tokens = tokens;
  }

  setupCall(): SetupCall | undefined {
    let startOfLine = true;
    for (let token = this.#peek(); token.kind !== "end"; token = this.#peek()) {
      if (
        token.kind === "name" &&
        token.text === "setup" &&
        this.#peek(1).text === "(" &&
        this.#peek(-1).text !== "def"
      ) {
        this.#next += 2;
        return { at: token.at, arguments: this.#arguments(0) };
      }
      if (startOfLine && token.text === "with") {
        this.#with();
        startOfLine = false;
        continue;
      }
      if (startOfLine && token.kind === "name" && /^\+?=$/.test(this.#peek(1).text)) {
        const grows = this.#peek(1).text === "+=";
        this.#next += 2;
        const value = this.#expression(0);
        const before = this.#names.get(token.text);
        this.#names.set(token.text, grows && before !== undefined ? added(before, value) : value);
        startOfLine = false;
        continue;
      }
      startOfLine = token.kind === "line";
      this.#next++;
    }
    return undefined;
  }

  /** `with open("requirements.txt") as file:` */
  #with(): void {
    this.#next++;
    const opened = this.#term(0);
    const name = this.#peek(1);
    if (this.#peek().text !== "as" || name.kind !== "name") return;
    this.#names.set(name.text, opened);
    this.#next += 2;
  }

  #peek(ahead = 0): PythonToken {
    return this.#tokens[this.#next + ahead] ?? { kind: "end", text: "", at: 0 };
  }

  /** Keyword arguments up to the closing bracket; `**names` are put in where the dictionary is known. */
  #arguments(depth: number): ReadonlyMap<string, Literal> {
    const found = new Map<string, Literal>();
    for (let token = this.#peek(); token.kind !== "end"; token = this.#peek()) {
      if (token.text === ")" && token.kind === "operator") break;
      if (token.kind === "name" && this.#peek(1).text === "=") {
        this.#next += 2;
        found.set(token.text, this.#expression(depth + 1));
      } else if (token.text === "**" && token.kind === "operator") {
        this.#next++;
        const spread = this.#expression(depth + 1);
        if (spread.kind === "map") for (const [key, value] of spread.entries) found.set(key, value);
      } else {
        const position = String(found.size);
        found.set(position, this.#expression(depth + 1));
      }
      if (!this.#skipTo(",")) break;
    }
    return found;
  }

  /** A sum of terms; unknown when anything else follows. The cursor ends before the comma, bracket or line end. */
  #expression(depth: number): Literal {
    const { at } = this.#peek();
    let value = this.#term(depth);
    while (this.#peek().text === "+" && this.#peek().kind === "operator") {
      this.#next++;
      value = added(value, this.#term(depth));
    }
    if (this.#endsHere()) return value;
    this.#skipExpression();
    return { kind: "unknown", at };
  }

  #term(depth: number): Literal {
    const token = this.#peek();
    if (depth > maxDepth) {
      this.#skipExpression();
      return { kind: "unknown", at: token.at };
    }
    if (token.kind === "string") return this.#strings();
    if (token.kind === "name") {
      this.#next++;
      if (this.#peek().text === "." && this.#peek(1).kind === "name") this.#next += 2;
      const called = this.#peek(-1).text;
      if (this.#peek().text !== "(") return this.#names.get(token.text) ?? { kind: "unknown", at: token.at };
      this.#next++;
      const given = this.#arguments(depth + 1);
      this.#next++;
      const file = called === "open" ? given.get("0") : undefined;
      if (file?.kind === "text") return this.#content({ kind: "file", path: file.text, at: file.at });
      const bound = called === token.text ? undefined : this.#names.get(token.text);
      if (bound?.kind === "file" && textMethods.test(called)) return this.#content(bound);
      if (!/^find_(?:namespace_)?packages$/.test(called)) {
        return called === "dict" ? { kind: "map", entries: [...given] } : { kind: "unknown", at: token.at };
      }
      const where = given.get("where") ?? given.get("0");
      if (where === undefined) return { kind: "packages", directory: "." };
      return { kind: "packages", directory: where.kind === "text" ? where.text : undefined };
    }
    if (token.text === "[" || token.text === "(") return this.#sequence(depth, token.text === "[" ? "]" : ")");
    if (token.text === "{") return this.#map(depth);
    this.#next++;
    return { kind: "unknown", at: token.at };
  }

  /** Over the calls by which a file's text or lines are taken; what does more to them is not followed. */
  #content(file: Literal): Literal {
    while (this.#peek().text === "." && textMethods.test(this.#peek(1).text) && this.#peek(2).text === "(") {
      this.#next += 3;
      this.#arguments(0);
      this.#next++;
    }
    return file;
  }

  /** Adjacent strings are one. An f-string is known when all its fields are names of known strings. */
  #strings(): Literal {
    const { at } = this.#peek();
    let text: string | undefined = "";
    for (let token = this.#peek(); token.kind === "string"; token = this.#peek()) {
      const part = token.bytes ? undefined : token.formatted ? this.#formatted(token.text) : token.text;
      text = part === undefined || text === undefined ? undefined : text + part;
      this.#next++;
    }
    return text === undefined ? { kind: "unknown", at } : { kind: "text", text, at };
  }

  #formatted(text: string): string | undefined {
    let known = true;
    const filled = text.replaceAll(/\{\{|\}\}|\{([^{}]*)\}/g, (whole, field: string | undefined) => {
      if (field === undefined) return whole.slice(0, 1);
      const value = this.#names.get(field.trim());
      if (value?.kind !== "text") known = false;
      return value?.kind === "text" ? value.text : "";
    });
    return known ? filled : undefined;
  }

  #sequence(depth: number, close: string): Literal {
    const { at } = this.#peek();
    this.#next++;
    const items: Literal[] = [];
    let commas = 0;
    while (this.#peek().kind !== "end" && this.#peek().text !== close) {
      items.push(this.#expression(depth + 1));
      if (this.#peek().text !== ",") break;
      this.#next++;
      commas++;
    }
    this.#next++;
    // `("text")` is only bracketed; a comprehension has left an unknown item behind.
    const [only] = items;
    if (close === ")" && commas === 0 && items.length === 1) return only ?? { kind: "unknown", at };
    return { kind: "list", items };
  }

  #map(depth: number): Literal {
    this.#next++;
    const entries: [string, Literal][] = [];
    while (this.#peek().kind !== "end" && this.#peek().text !== "}") {
      const key = this.#term(depth + 1);
      if (this.#peek().text === ":") {
        this.#next++;
        const value = this.#expression(depth + 1);
        if (key.kind === "text") entries.push([key.text, value]);
      }
      if (!this.#skipTo(",")) break;
    }
    if (this.#peek().text === "}") this.#next++;
    return { kind: "map", entries };
  }

  #endsHere(): boolean {
    const { kind, text } = this.#peek();
    return kind === "line" || kind === "end" || (kind === "operator" && closers.has(text));
  }

  /** Moves over what is left of an expression, brackets and all. */
  #skipExpression(): void {
    for (let depth = 0; this.#peek().kind !== "end"; this.#next++) {
      if (depth === 0 && this.#endsHere()) return;
      const { kind, text } = this.#peek();
      if (kind !== "operator") continue;
      if (text === "(" || text === "[" || text === "{") depth++;
      else if (text === ")" || text === "]" || text === "}") depth--;
    }
  }

  /** Moves to after the next comma of this bracket; false when the bracket ends first. */
  #skipTo(separator: string): boolean {
    if (!this.#endsHere()) this.#skipExpression();
    if (this.#peek().text !== separator || this.#peek().kind !== "operator") return false;
    this.#next++;
    return true;
  }
}

function added(left: Literal, right: Literal): Literal {
  if (left.kind === "text" && right.kind === "text") return { kind: "text", text: left.text + right.text, at: left.at };
  const items = (value: Literal): readonly Literal[] => (value.kind === "list" ? value.items : [value]);
  const isList = ({ kind }: Literal): boolean => kind === "list" || kind === "packages";
  if (isList(left) || isList(right)) return { kind: "list", items: [...items(left), ...items(right)] };
  return { kind: "unknown", at: left.kind === "unknown" || left.kind === "text" ? left.at : 0 };
}
