/** Strings by number; 0 is the empty string. */
export class StringTable {
  readonly strings: string[] = [""];
  readonly #index = new Map<string, number>([["", 0]]);

  intern(text: string): number {
    let at = this.#index.get(text);
    if (at === undefined) {
      at = this.strings.length;
      this.strings.push(text);
      this.#index.set(text, at);
    }
    return at;
  }
}
