/** What opened a bracket, as far as it matters for what stands inside. */
export const bracket = {
  /** The file itself: nothing is open. */
  none: 0,
  parenthesis: 1,
  /** Of a record pattern: what stands before a parenthesis inside is a type, no method. */
  pattern: 2,
  square: 3,
  /** A block, or the body of an anonymous class: statements or members, each with its own end. */
  block: 4,
  /** Any other brace: the values of an array or an annotation. */
  values: 5,
  typeBody: 6,
  /** The first part of an enum's body, before its semicolon. */
  enumConstants: 7,
} as const;

export type Bracket = (typeof bracket)[keyof typeof bracket];

/** The open brackets, without recursion: ten thousand of them cost forty kilobytes. */
export class Brackets {
  depth = 0;
  #kinds: Uint8Array = new Uint8Array(64);
  #offsets: Int32Array = new Int32Array(64);
  /** By depth, for type bodies: the name of the type, undefined for a local one. */
  readonly #types: (string | undefined)[] = [];
  /** By depth: the offset after a `new` there whose arguments have not begun, or 0. */
  readonly #news: number[] = [0];
  /** By depth, for parentheses: the offset after the `new` whose arguments they hold, or 0. */
  readonly #creations: number[] = [];
  /** That of the parenthesis closed last. */
  creation = 0;

  get top(): number {
    return this.depth === 0 ? bracket.none : (this.#kinds[this.depth - 1] ?? 0);
  }

  /** Where the innermost open bracket stands. */
  get offset(): number {
    return this.depth === 0 ? -1 : (this.#offsets[this.depth - 1] ?? 0);
  }

  /** Where a type declared here belongs: `""` for the file, `Outer` for a member; undefined for a local type. */
  get scope(): string | undefined {
    if (this.depth === 0) return "";
    return this.top === bracket.typeBody ? this.#types[this.depth - 1] : undefined;
  }

  /** After `new`. */
  create(end: number): void {
    this.#news[this.depth] = end;
  }

  /** At what cannot stand between `new` and its arguments. */
  forgetCreation(): void {
    this.#news[this.depth] = 0;
  }

  openParenthesis(kind: Bracket, offset: number, use: "annotation" | "arguments"): void {
    const { depth } = this;
    const creation = use === "annotation" ? 0 : (this.#news[depth] ?? 0);
    if (creation > 0) this.#news[depth] = 0;
    this.open(kind, offset);
    this.#creations[depth] = creation;
  }

  open(kind: Bracket, offset: number, type?: string): void {
    if (this.depth === this.#kinds.length) {
      const kinds = new Uint8Array(this.depth * 2);
      kinds.set(this.#kinds);
      this.#kinds = kinds;
      const offsets = new Int32Array(this.depth * 2);
      offsets.set(this.#offsets);
      this.#offsets = offsets;
    }
    this.#kinds[this.depth] = kind;
    this.#offsets[this.depth] = offset;
    if (kind === bracket.typeBody || kind === bracket.enumConstants) this.#types[this.depth] = type;
    this.depth++;
    this.#news[this.depth] = 0;
  }

  /** The semicolon of an enum's body: members follow. */
  endConstants(): void {
    this.#kinds[this.depth - 1] = bracket.typeBody;
  }

  /** Whether the innermost bracket is one that this character closes; it is closed then. */
  close(code: number): boolean {
    const top = this.top;
    const fits =
      code === 125
        ? top >= bracket.block
        : code === 93
          ? top === bracket.square
          : top === bracket.parenthesis || top === bracket.pattern;
    if (fits) this.depth--;
    if (code === 41) this.creation = fits ? (this.#creations[this.depth] ?? 0) : 0;
    return fits;
  }

  /** After a brace that fits nothing: as if what is open inside of the innermost brace had been closed before it. */
  closeUpToBrace(): void {
    while (this.depth > 0 && this.top < bracket.block) this.depth--;
    if (this.depth > 0) this.depth--;
  }
}
