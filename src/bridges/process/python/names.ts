/** Where the names of a file stand: which statements may call or bind one. Cheap, and never too little. */
import type { Statement } from "./statements.ts";
import { kinds, type Tokens } from "./tokens.ts";

/** More rounds than any chain of other names has. */
const maxRounds = 4;

export class Names {
  readonly #tokens: Tokens;
  readonly #statements: readonly Statement[];
  /** By name: its tokens. */
  readonly #places = new Map<string, number[]>();

  constructor(tokens: Tokens, statements: readonly Statement[]) {
    this.#tokens = tokens;
    this.#statements = statements;
    tokens.kinds.forEach((kind, at) => {
      if (kind !== kinds.name) return;
      const name = this.#word(at);
      const places = this.#places.get(name);
      if (places === undefined) this.#places.set(name, [at]);
      else places.push(at);
    });
  }

  /** The statements in which one of these is called, in their order. */
  calling(names: ReadonlySet<string>): readonly number[] {
    return this.#around([...names].flatMap((name) => this.#at(name).filter((at) => this.#word(at + 1) === "(")));
  }

  /** The statements in which a name may be bound: not where it is only called or looked into. */
  binding(name: string): readonly number[] {
    return this.#around(this.#at(name).filter((at) => this.#mayBeBound(at)));
  }

  /**
   * The names under which these functions may be called too: `from subprocess import run as start`, `start = subprocess.run`,
   * `start = partial(subprocess.run, check=True)`. Where a name comes from is decided by its binding.
   */
  withAliases(names: ReadonlySet<string>): ReadonlySet<string> {
    const all = new Set(names);
    let words: readonly string[] = [...names];
    for (let round = 0; round < maxRounds && words.length > 0; round++) {
      const found = words.flatMap((word) => this.#at(word).flatMap((at) => this.#aliasAt(at) ?? []));
      words = [...new Set(found)].filter((word) => !all.has(word));
      for (const word of words) all.add(word);
    }
    return all;
  }

  firstWord(statement: number): string {
    const first = this.#statements[statement]?.first ?? -1;
    const word = this.#word(first);
    return word === "async" ? this.#word(first + 1) : word;
  }

  #at(name: string): readonly number[] {
    return this.#places.get(name) ?? [];
  }

  #word(at: number): string {
    return this.#tokens.text.slice(this.#tokens.starts[at] ?? 0, this.#tokens.ends[at] ?? 0);
  }

  #mayBeBound(at: number): boolean {
    const before = this.#word(at - 1);
    if (before === "def" || before === "class") return true;
    if (before === "." && !["self", "cls"].includes(this.#word(at - 2))) return false;
    const next = this.#word(at + 1);
    // Of `import os.path` the first part is bound.
    if (next === ".") return before === "import" || ["append", "extend", "insert"].includes(this.#word(at + 2));
    return next !== "(";
  }

  #aliasAt(at: number): string | undefined {
    const next = this.#word(at + 1);
    if (next === "as") return this.#word(at + 2);
    if (next === "(") return undefined;
    const first = this.#statements[this.#statementAt(at)]?.first ?? at;
    const own = this.#word(first) === "self" && this.#word(first + 1) === "." ? first + 2 : first;
    const after = this.#word(own + 1);
    return own < at && (after === "=" || after === ":") ? this.#word(own) : undefined;
  }

  #around(tokens: readonly number[]): readonly number[] {
    return [...new Set(tokens.map((at) => this.#statementAt(at)))].sort((a, b) => a - b);
  }

  /** Index of the statement that a token is in. */
  #statementAt(token: number): number {
    let low = 0;
    let high = this.#statements.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#statements[middle]?.first ?? 0) <= token) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
