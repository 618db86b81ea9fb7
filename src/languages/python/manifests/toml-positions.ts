/**
 * Where the values of a TOML document stand. The parser in use gives values without positions; this reads the same text
 * once more, for places only. Ask it about documents that the parser accepted: on others it stops at what it cannot read.
 * @see https://toml.io/en/v1.0.0
 */

/** Keys and array indexes from the top of the document. */
export type TomlPath = readonly (string | number)[];

export class TomlPositions {
  readonly #offsets: ReadonlyMap<string, number>;

  constructor(text: string) {
    this.#offsets = new TomlReader(text).read();
  }

  /** The UTF-16 offset at which a value begins (its quote, bracket or first character), or a table's header. */
  offset(path: TomlPath): number | undefined {
    return this.#offsets.get(keyOf(path));
  }
}

/** NUL cannot stand in a TOML key unescaped, and escaped ones are rarer than this costs. */
function keyOf(path: TomlPath): string {
  return path.join("\0");
}

/** An open array or inline table around the cursor. */
interface Frame {
  readonly kind: "array" | "inline";
  readonly path: TomlPath;
  index: number;
}

const bareKey = /[A-Za-z0-9_-]+/y;
const scalarEnd = /[,\]}#\r\n]/g;

class TomlReader {
  readonly #text: string;
  readonly #offsets = new Map<string, number>();
  readonly #tableCounts = new Map<string, number>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): ReadonlyMap<string, number> {
    let table: TomlPath = [];
    for (;;) {
      this.#skipSpace();
      if (this.#at >= this.#text.length) break;
      const start = this.#at;
      if (this.#text[this.#at] === "[") {
        table = this.#header(start);
        continue;
      }
      const key = this.#key();
      if (key.length === 0 || !this.#assignment()) break;
      this.#value([...table, ...key]);
      if (this.#at <= start) break;
    }
    return this.#offsets;
  }

  /** `[a.b]` and `[[a.b]]`; a path through an array of tables goes to its last element. */
  #header(start: number): TomlPath {
    const list = this.#text.startsWith("[[", start);
    this.#at += list ? 2 : 1;
    const path: (string | number)[] = [];
    const parts = this.#key();
    for (const [at, part] of parts.entries()) {
      path.push(part);
      const count = this.#tableCounts.get(keyOf(path));
      if (list && at === parts.length - 1) {
        this.#tableCounts.set(keyOf(path), (count ?? 0) + 1);
        path.push(count ?? 0);
      } else if (count !== undefined) path.push(count - 1);
    }
    this.#offsets.set(keyOf(path), start);
    const end = this.#text.indexOf("]", this.#at);
    this.#at = end < 0 ? this.#text.length : end + (list ? 2 : 1);
    return path;
  }

  /** A dotted key: `a."b c".d`. Leaves the cursor on what follows. */
  #key(): string[] {
    const parts: string[] = [];
    for (;;) {
      this.#skipBlanks();
      const quote = this.#text[this.#at];
      if (quote === '"' || quote === "'") {
        const start = this.#at;
        this.#string();
        parts.push(unquoted(this.#text.slice(start, this.#at)));
      } else {
        bareKey.lastIndex = this.#at;
        const bare = bareKey.exec(this.#text)?.[0];
        if (bare === undefined) return parts;
        this.#at += bare.length;
        parts.push(bare);
      }
      this.#skipBlanks();
      if (this.#text[this.#at] !== ".") return parts;
      this.#at++;
    }
  }

  /** Moves over `=` and the blanks around it. */
  #assignment(): boolean {
    this.#skipBlanks();
    if (this.#text[this.#at] !== "=") return false;
    this.#at++;
    this.#skipBlanks();
    return true;
  }

  /** One value with everything inside it; nesting is kept in a list, not on the stack. */
  #value(path: TomlPath): void {
    const open: Frame[] = [];
    let current: TomlPath | undefined = path;
    for (;;) {
      if (current !== undefined) {
        const entered = this.#begin(current);
        if (entered !== undefined) open.push(entered);
      }
      const frame = open.at(-1);
      if (frame === undefined) return;
      this.#skipSpace();
      const character = this.#text[this.#at];
      current = undefined;
      if (character === undefined) return;
      if (character === ",") this.#at++;
      else if (character === "]" || character === "}") {
        this.#at++;
        open.pop();
      } else if (frame.kind === "array") current = [...frame.path, frame.index++];
      else {
        const key = this.#key();
        if (key.length === 0 || !this.#assignment()) return;
        current = [...frame.path, ...key];
      }
    }
  }

  /** Notes where a value begins; reads it whole, or only its bracket and says what was opened. */
  #begin(path: TomlPath): Frame | undefined {
    this.#offsets.set(keyOf(path), this.#at);
    const character = this.#text[this.#at];
    if (character === '"' || character === "'") this.#string();
    else if (character === "[" || character === "{") {
      this.#at++;
      return { kind: character === "[" ? "array" : "inline", path, index: 0 };
    } else {
      scalarEnd.lastIndex = this.#at;
      this.#at = scalarEnd.exec(this.#text)?.index ?? this.#text.length;
    }
    return undefined;
  }

  /** All four kinds of string. */
  #string(): void {
    const quote = this.#text[this.#at] ?? "";
    const triple = quote.repeat(3);
    const long = this.#text.startsWith(triple, this.#at);
    const close = long ? triple : quote;
    this.#at += close.length;
    while (this.#at < this.#text.length) {
      if (this.#text[this.#at] === "\\" && quote === '"') this.#at += 2;
      else if (this.#text.startsWith(close, this.#at)) {
        this.#at += close.length;
        // One or two quotes may stand right before the closing three.
        if (long) this.#skipAll(quote);
        return;
      } else this.#at++;
    }
  }

  #skipAll(character: string): void {
    while (this.#text[this.#at] === character) this.#at++;
  }

  #skipBlanks(): void {
    while (this.#text[this.#at] === " " || this.#text[this.#at] === "\t") this.#at++;
  }

  /** Blanks, line ends and comments. */
  #skipSpace(): void {
    for (;;) {
      const character = this.#text[this.#at];
      if (character === " " || character === "\t" || character === "\n" || character === "\r") this.#at++;
      else if (character === "#") {
        const end = this.#text.indexOf("\n", this.#at);
        this.#at = end < 0 ? this.#text.length : end;
      } else return;
    }
  }
}

/** The text of a quoted key; escapes other than of quotes and backslashes stay as they are. */
function unquoted(written: string): string {
  const inner = written.slice(1, -1);
  return written.startsWith('"') ? inner.replaceAll(/\\(["\\])/g, "$1") : inner;
}
