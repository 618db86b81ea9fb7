/**
 * JSON as it is written: every value and key with its place, comments and trailing commas tolerated. Built with a loop and
 * a stack of its own, so that nesting costs no call stack; members stay a list, so that no key (`__proto__`) is special.
 */
import { jsoncLibrary } from "./late-libraries.ts";
import type { SourceText } from "./source-text.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { JsonMember, JsonNode, JsonString, Place } from "./json-node.ts";

/** The scanner's own numbers: it declares them as enums that exist only while compiling. */
const SyntaxKind = {
  OpenBraceToken: 1,
  CloseBraceToken: 2,
  OpenBracketToken: 3,
  CloseBracketToken: 4,
  CommaToken: 5,
  ColonToken: 6,
  NullKeyword: 7,
  TrueKeyword: 8,
  FalseKeyword: 9,
  StringLiteral: 10,
  NumericLiteral: 11,
  LineCommentTrivia: 12,
  BlockCommentTrivia: 13,
  LineBreakTrivia: 14,
  Trivia: 15,
  EOF: 17,
} as const;
const ScanError = {
  None: 0,
  UnexpectedEndOfComment: 1,
  UnexpectedEndOfString: 2,
  InvalidUnicode: 4,
  InvalidEscapeCharacter: 5,
  InvalidCharacter: 6,
} as const;

export interface JsonReading {
  /** Absent when there is no value at all. */
  readonly root?: JsonNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** `json`: comments and trailing commas are reported, as its tool would reject them. `jsonc`: they are part of it. */
export type JsonDialect = "json" | "jsonc";

/** Deeper than any real manifest: what lies deeper is left out, and said. */
const maxDepth = 500;
/** After so many complaints a file says nothing new. */
const maxDiagnostics = 5;

interface Container extends Place {
  readonly kind: "object" | "array";
  readonly members: JsonMember[];
  readonly items: JsonNode[];
  /** The key that waits for its value. */
  key: JsonString | undefined;
  colon: boolean;
  /** Whether a value has ended and only a comma or the end may follow. */
  full: boolean;
  /** Where the last comma stands, while nothing follows it. */
  comma: Place | undefined;
}

/** Reads a whole text. Never throws; what is wrong is a diagnostic, and what can be read is kept. */
export function readJson(file: SourceText, dialect: JsonDialect): JsonReading {
  return new JsonReader(file, dialect).read();
}

class JsonReader {
  readonly #file: SourceText;
  readonly #dialect: JsonDialect;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #stack: Container[] = [];
  #root: JsonNode | undefined;
  /** Open brackets beyond the depth that is kept. */
  #tooDeep = 0;

  constructor(file: SourceText, dialect: JsonDialect) {
    this.#file = file;
    this.#dialect = dialect;
  }

  read(): JsonReading {
    const scanner = jsoncLibrary().createScanner(this.#file.text, this.#dialect === "jsonc");
    for (;;) {
      const token: number = scanner.scan();
      if (token === SyntaxKind.EOF) break;
      if (token === SyntaxKind.Trivia || token === SyntaxKind.LineBreakTrivia) continue;
      const place = { line: scanner.getTokenStartLine() + 1, column: scanner.getTokenStartCharacter() + 1 };
      if (scanner.getTokenError() !== ScanError.None) this.#complain(place, scanProblem(scanner.getTokenError()));
      this.#token(token, scanner.getTokenValue(), place);
    }
    const open = this.#stack.at(-1);
    if (open !== undefined) this.#complain(open, `this ${open.kind} is not closed: the file ends within it`);
    while (this.#stack.length > 0) this.#close();
    if (this.#root === undefined && this.#diagnostics.length === 0)
      this.#complain({ line: 0, column: 0 }, "the file holds no JSON value");
    return { ...(this.#root === undefined ? {} : { root: this.#root }), diagnostics: this.#diagnostics };
  }

  #token(token: number, text: string, place: Place): void {
    switch (token) {
      case SyntaxKind.OpenBraceToken:
        return this.#open("object", place);
      case SyntaxKind.OpenBracketToken:
        return this.#open("array", place);
      case SyntaxKind.CloseBraceToken:
        return this.#end("object", place);
      case SyntaxKind.CloseBracketToken:
        return this.#end("array", place);
      case SyntaxKind.CommaToken:
        return this.#commaAt(place);
      case SyntaxKind.ColonToken:
        return this.#colonAt(place);
      case SyntaxKind.StringLiteral:
        return this.#string({ kind: "string", text, ...place });
      case SyntaxKind.NumericLiteral:
        return this.#value({ kind: "other", value: Number(text), ...place });
      case SyntaxKind.TrueKeyword:
        return this.#value({ kind: "other", value: true, ...place });
      case SyntaxKind.FalseKeyword:
        return this.#value({ kind: "other", value: false, ...place });
      case SyntaxKind.NullKeyword:
        return this.#value({ kind: "other", value: null, ...place });
      case SyntaxKind.LineCommentTrivia:
      case SyntaxKind.BlockCommentTrivia:
        if (this.#dialect === "json") this.#complain(place, "JSON has no comments");
        return;
      default:
        this.#complain(place, "this is not JSON");
    }
  }

  #open(kind: "object" | "array", place: Place): void {
    if (this.#tooDeep > 0 || this.#stack.length === maxDepth) {
      if (this.#tooDeep++ === 0)
        this.#complain(place, `brackets are nested over ${maxDepth} deep; what lies deeper was left out`);
      return;
    }
    if (!this.#mayTakeValue(place)) return void this.#push(kind, place);
    this.#push(kind, place);
  }

  #push(kind: "object" | "array", place: Place): void {
    const { line, column } = place;
    const container: Container = {
      kind,
      line,
      column,
      members: [],
      items: [],
      key: undefined,
      colon: false,
      full: false,
      comma: undefined,
    };
    this.#stack.push(container);
  }

  #end(kind: "object" | "array", place: Place): void {
    if (this.#tooDeep > 0) {
      if (--this.#tooDeep === 0) this.#afterValue();
      return;
    }
    const top = this.#stack.at(-1);
    if (top?.kind !== kind) {
      this.#complain(place, `nothing is open that this bracket could close`);
      if (!this.#stack.some((container) => container.kind === kind)) return;
      while (this.#stack.at(-1)?.kind !== kind) this.#close();
    }
    const closing = this.#stack.at(-1);
    if (closing?.comma !== undefined && this.#dialect === "json")
      this.#complain(closing.comma, "JSON has no trailing commas");
    if (closing?.key !== undefined) this.#complain(closing.key, `the key "${closing.key.text}" has no value`);
    this.#close();
  }

  /** Ends the innermost container and hands it to the one around it. */
  #close(): void {
    const closed = this.#stack.pop();
    if (closed === undefined) return;
    const { kind, members, items, line, column } = closed;
    this.#keep(kind === "object" ? { kind, members, line, column } : { kind, items, line, column });
  }

  #string(node: JsonString): void {
    const top = this.#stack.at(-1);
    if (this.#tooDeep > 0 || top?.kind !== "object" || top.key !== undefined) return this.#value(node);
    if (top.full) this.#complain(node, "a comma is missing before this");
    top.full = false;
    top.comma = undefined;
    top.key = node;
    top.colon = false;
  }

  #value(node: JsonNode): void {
    if (this.#tooDeep > 0) return;
    this.#mayTakeValue(node);
    this.#keep(node);
  }

  /** Complains where a value may not stand. */
  #mayTakeValue(place: Place): boolean {
    const top = this.#stack.at(-1);
    if (top === undefined) {
      if (this.#root === undefined) return true;
      this.#complain(place, "the file goes on after its value has ended");
      return false;
    }
    if (top.kind === "object" && top.key === undefined) {
      this.#complain(place, "a key in quotes is missing before this");
      return false;
    }
    if (top.kind === "object" && !top.colon) this.#complain(place, "a colon is missing before this");
    if (top.kind === "array" && top.full) this.#complain(place, "a comma is missing before this");
    return true;
  }

  #keep(node: JsonNode): void {
    const top = this.#stack.at(-1);
    if (top === undefined) {
      this.#root ??= node;
      return;
    }
    if (top.kind === "array") top.items.push(node);
    else if (top.key !== undefined)
      top.members.push({ name: top.key.text, line: top.key.line, column: top.key.column, value: node });
    this.#afterValue();
  }

  #afterValue(): void {
    const top = this.#stack.at(-1);
    if (top === undefined) return;
    top.key = undefined;
    top.full = true;
    top.comma = undefined;
  }

  #commaAt(place: Place): void {
    if (this.#tooDeep > 0) return;
    const top = this.#stack.at(-1);
    if (top === undefined || !top.full) this.#complain(place, "nothing stands before this comma");
    if (top === undefined) return;
    top.full = false;
    top.key = undefined;
    top.comma = place;
  }

  #colonAt(place: Place): void {
    if (this.#tooDeep > 0) return;
    const top = this.#stack.at(-1);
    if (top?.key === undefined || top.colon) this.#complain(place, "a colon may not stand here");
    else top.colon = true;
  }

  #complain(place: Place, message: string): void {
    if (this.#diagnostics.length >= maxDiagnostics) return;
    const { line, column } = place;
    this.#diagnostics.push({ code: "manifest", file: this.#file.path, line, column, message });
  }
}

function scanProblem(error: number): string {
  switch (error) {
    case ScanError.UnexpectedEndOfString:
      return "this string is not closed";
    case ScanError.UnexpectedEndOfComment:
      return "this comment is not closed";
    case ScanError.InvalidUnicode:
    case ScanError.InvalidEscapeCharacter:
      return "this string has an escape that JSON does not know";
    case ScanError.InvalidCharacter:
      return "this string has a control character in it";
    default:
      return "this number is not complete";
  }
}
