/**
 * Reads the strings of a JSON text with their places. A notebook is mostly its outputs: they are passed over, and no nesting
 * costs any depth of ours. Measured on 59 notebooks of 2.9 MB: jsonc-parser's `visit`, which decodes every string and goes
 * into each bracket by a call, takes six times as long.
 */

/** Where a value stands: the keys and numbers that lead to it, the outermost first. */
export type JsonPath = readonly (string | number)[];

/** A string value; offsets are those of its content, between the quotes. */
export interface JsonString {
  readonly start: number;
  readonly end: number;
}

interface Container {
  readonly isList: boolean;
  /** The key or number of the value that comes next, or is being read. */
  key: string | number;
  /** In an object: the next string is a key. */
  awaitsKey: boolean;
}

/** Whoever nests deeper than this writes nothing that is asked for. */
const deepest = 8;

/** Shows each string value with its path; the path is only valid during the call. False when the text is no JSON. */
export function eachString(text: string, show: (path: JsonPath, found: JsonString) => void): boolean {
  const stack: Container[] = [];
  const path: (string | number)[] = [];
  // Beyond `deepest` only brackets are counted.
  let beyond = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const top = stack.at(-1);
    if (code === 34) {
      const end = stringEnd(text, at);
      if (end < 0) return false;
      if (beyond === 0 && top?.awaitsKey === true)
        top.key = path[path.length - 1] = decoded(text, { start: at + 1, end });
      else if (beyond === 0 && top !== undefined) show(path, { start: at + 1, end });
      at = end;
    } else if (code === 123 || code === 91) {
      if (stack.length === deepest) beyond++;
      else {
        stack.push({ isList: code === 91, key: 0, awaitsKey: code === 123 });
        path.push(0);
      }
    } else if (code === 125 || code === 93) {
      if (beyond > 0) beyond--;
      else if (top === undefined || top.isList !== (code === 93)) return false;
      else {
        stack.pop();
        path.pop();
      }
    } else if (code === 44 && beyond === 0 && top !== undefined) {
      if (typeof top.key === "number") top.key = path[path.length - 1] = top.key + (top.isList ? 1 : 0);
      top.awaitsKey = !top.isList;
    } else if (code === 58 && beyond === 0 && top !== undefined) {
      top.awaitsKey = false;
    }
  }
  return stack.length === 0 && beyond === 0;
}

/** The offset of the quote that ends the string whose first quote is at `at`; -1 when there is none. */
function stringEnd(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - slashes - 1) === 92) slashes++;
    if ((slashes & 1) === 0) return end;
  }
  return -1;
}

const escape = /\\(?:u([0-9a-fA-F]{4})|(.))/gs;
const short: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

export function decoded(text: string, { start, end }: JsonString): string {
  const raw = text.slice(start, end);
  return raw.includes("\\") ? raw.replaceAll(escape, (_, hex?: string, sign?: string) => unescaped(hex, sign)) : raw;
}

function unescaped(hex: string | undefined, sign = ""): string {
  return hex === undefined ? (short[sign] ?? sign) : String.fromCharCode(Number.parseInt(hex, 16));
}

/** A text put together from JSON strings, with the way back from its offsets to those in the JSON. */
export class DecodedText {
  text = "";
  /** Pairs: an offset here, and where it stands there; between two of them both count alike. */
  readonly #here: number[] = [];
  readonly #there: number[] = [];

  #json = "";

  add(json: string, { start, end }: JsonString): void {
    this.#json = json;
    const raw = json.slice(start, end);
    let from = 0;
    for (const { 0: whole, 1: hex, 2: sign, index } of raw.matchAll(escape)) {
      this.#append(raw.slice(from, index), start + from);
      this.#append(unescaped(hex, sign), start + index);
      from = index + whole.length;
    }
    this.#append(raw.slice(from), start + from);
  }

  #append(text: string, there: number): void {
    if (text === "") return;
    this.#here.push(this.text.length);
    this.#there.push(there);
    this.text += text;
  }

  /**
   * Without the blanks that its first line begins with, on each line that begins with the same.
   * @see https://ipython.readthedocs.io/en/stable/config/inputtransforms.html
   */
  dedented(): DecodedText {
    const indent = /^[ \t]+/.exec(this.text)?.[0];
    if (indent === undefined) return this;
    const kept = new DecodedText();
    kept.#json = this.#json;
    let from = 0;
    for (const { 0: line } of this.text.matchAll(/[^\n]*\n|[^\n]+$/g)) {
      this.#copy(from + (line.startsWith(indent) ? indent.length : 0), from + line.length, kept);
      from += line.length;
    }
    return kept;
  }

  #copy(from: number, to: number, into: DecodedText): void {
    for (let at = from, run = this.#runOf(from); at < to; run++) {
      const end = Math.min(to, this.#here[run + 1] ?? to);
      into.#append(this.text.slice(at, end), this.placeOf(at));
      at = end;
    }
  }

  /** Where a character that ends before `offset` ends in the JSON. */
  endOf(offset: number): number {
    const last = this.placeOf(offset - 1);
    if (this.#json.charCodeAt(last) !== 92) return last + 1;
    return last + (this.#json.charCodeAt(last + 1) === 117 ? 6 : 2);
  }

  /** Where a character of the text begins in the JSON. */
  placeOf(offset: number): number {
    const run = this.#runOf(offset);
    return (this.#there[run] ?? 0) + offset - (this.#here[run] ?? 0);
  }

  #runOf(offset: number): number {
    let low = 0;
    for (let high = this.#here.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if ((this.#here[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}
