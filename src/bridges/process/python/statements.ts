/** Python's statements, as far as commands need them: where each begins, and which block it stands in. */
import { kinds, type Tokens } from "./tokens.ts";

export interface Statement {
  /** Its tokens; the colon that ends a header is not among them. */
  readonly first: number;
  readonly end: number;
  readonly column: number;
}

/** Words that begin a statement with a block. */
const headers: ReadonlySet<string> = new Set(
  "if elif else for while try except finally with def class async match case".split(" "),
);
/** Words that are names too: they begin a block where the line ends with its colon. */
const softHeaders: ReadonlySet<string> = new Set(["match", "case"]);

export function readStatements(tokens: Tokens): readonly Statement[] {
  return new StatementReader(tokens).read();
}

class StatementReader {
  readonly #tokens: Tokens;
  readonly #statements: Statement[] = [];

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  read(): readonly Statement[] {
    const count = this.#tokens.kinds.length;
    for (let first = 0; first < count;) {
      let end = first;
      while (end < count && this.#tokens.kinds[end] !== kinds.newline) end++;
      if (end > first) this.#line(first, end);
      first = end + 1;
    }
    return this.#statements;
  }

  /** One logical line: a header and what follows its colon, statements between semicolons. */
  #line(first: number, end: number): void {
    const { starts, kinds: kindOf, text } = this.#tokens;
    const column = columnOf(text, starts[first] ?? 0);
    let from = first;
    // What follows a header in its own line is deeper than it.
    let inline = 0;
    let isHeader = this.#isHeader(first, end);
    let depth = 0;
    let lambdas = 0;
    const finish = (at: number): void => {
      if (at > from) this.#statements.push({ first: from, end: at, column: column + inline });
      from = at + 1;
    };
    for (let at = first; at < end; at++) {
      const kind = kindOf[at];
      if (kind === kinds.name) {
        if (isHeader && depth === 0 && this.#word(at) === "lambda") lambdas++;
        continue;
      }
      if (kind !== kinds.operator) continue;
      const code = text.charCodeAt(starts[at] ?? 0);
      if (code === 40 || code === 91 || code === 123) depth++;
      else if (code === 41 || code === 93 || code === 125) depth--;
      else if (depth > 0) continue;
      else if (code === 59) finish(at);
      else if (code === 58 && isHeader && this.#word(at) === ":" && lambdas-- === 0) {
        finish(at);
        inline++;
        isHeader = this.#isHeader(from, end);
        lambdas = 0;
      }
    }
    finish(end);
  }

  #isHeader(first: number, end: number): boolean {
    const word = this.#word(first);
    return headers.has(word) && (!softHeaders.has(word) || this.#word(end - 1) === ":");
  }

  #word(at: number): string {
    return this.#tokens.text.slice(this.#tokens.starts[at], this.#tokens.ends[at]);
  }
}

/** Tabs reach to columns of eight. https://docs.python.org/3/reference/lexical_analysis.html#indentation */
function columnOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && (text.charCodeAt(start - 1) === 32 || text.charCodeAt(start - 1) === 9)) start--;
  let column = 0;
  for (; start < at; start++) column = text.charCodeAt(start) === 9 ? column - (column % 8) + 8 : column + 1;
  return column;
}
