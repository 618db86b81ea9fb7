/**
 * Classes that the annotations of Spring Boot's configurations name in strings, since they may not be there:
 * `@ConditionalOnClass(name = "org.acme.Till")`, `@AutoConfigureAfter(name = { "org.acme.A", "org.acme.B" })`. Both tiers read
 * them from the text by this. Only a line that begins with an annotation is read, and only in files that import these: so
 * none has to be told from one in a comment or a string.
 * @see https://docs.spring.io/spring-boot/reference/features/developing-auto-configuration.html
 */
import { bytesOf } from "../../../files/source-bytes.ts";
import { binaryName } from "./binary-name.ts";
import { endOfQuoted, endOfString, endOfWord } from "./literals.ts";
import { isWordStart, skipBlanksAndComments } from "./names.ts";

/** A name between quotes, by the offsets of both. */
export interface FoundCondition {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The package that all of them are in or below. */
const home = "org.springframework.boot.autoconfigure";

/** Which elements of an annotation are names of classes; what is without a name is `value`. */
const elements: ReadonlyMap<string, readonly string[]> = new Map([
  ["ConditionalOnClass", ["name"]],
  ["ConditionalOnMissingClass", ["value"]],
  ["ConditionalOnBean", ["type"]],
  ["ConditionalOnMissingBean", ["type", "ignoredType"]],
  ["ConditionalOnSingleCandidate", ["type"]],
  ["AutoConfigureAfter", ["name"]],
  ["AutoConfigureBefore", ["name"]],
  ["AutoConfiguration", ["afterName", "beforeName"]],
]);

/** An annotation further to the right is not looked for. */
const widestLine = 400;

const none: readonly FoundCondition[] = [];

/** @param imports what the file imports: names, and packages of imports on demand */
export function readConditions(
  text: string,
  imports: readonly { readonly specifier: string }[],
): readonly FoundCondition[] {
  if (!imports.some(({ specifier }) => isAtHome(specifier))) return none;
  const bytes = bytesOf(text);
  const found: FoundCondition[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (!isWordStart(text, at + 1)) continue;
    const end = endOfWord(text, bytes, at + 1);
    const wanted = elements.get(text.slice(at + 1, end));
    if (wanted === undefined || !beginsWithAnnotation(bytes, at)) continue;
    const parenthesis = skipBlanksAndComments(text, bytes, end);
    // A comment without an end is the last that there is.
    if (parenthesis < 0) break;
    if (bytes[parenthesis] === 40) at = new ElementReader(text, bytes, wanted).read(parenthesis + 1, found) - 1;
  }
  return found;
}

function isAtHome(specifier: string): boolean {
  return specifier.startsWith(home) && (specifier.length === home.length || specifier.charAt(home.length) === ".");
}

/** Whether the first sign on the line of an annotation is that of one. */
function beginsWithAnnotation(bytes: Uint8Array, at: number): boolean {
  let start = at;
  const limit = Math.max(0, at - widestLine);
  while (start > limit && bytes[start - 1] !== 10) start--;
  if (start === limit && limit > 0) return false;
  while (bytes[start] === 32 || bytes[start] === 9) start++;
  return bytes[start] === 64;
}

/** Reads what stands between the parentheses of an annotation. */
class ElementReader {
  readonly #text: string;
  readonly #bytes: Uint8Array;
  readonly #wanted: readonly string[];
  #element = "value";

  constructor(text: string, bytes: Uint8Array, wanted: readonly string[]) {
    this.#text = text;
    this.#bytes = bytes;
    this.#wanted = wanted;
  }

  /** The offset after them, or of what cannot stand there: then they have no end. */
  read(from: number, found: FoundCondition[]): number {
    const text = this.#text;
    const bytes = this.#bytes;
    let depth = 1;
    let previous = 40;
    for (let at = this.#next(from); at >= 0 && at < text.length; at = this.#next(at)) {
      const code = bytes[at] ?? 0;
      if (code === 34) {
        const end = endOfString(text, bytes, at);
        if (end < 0) return at + 1;
        if (beginsValue(previous)) this.#string(at, end, found);
        at = end;
      } else if (code === 39) {
        const end = endOfQuoted(text, bytes, at, 39);
        if (end < 0) return at + 1;
        at = end;
      } else if (isWordStart(text, at)) {
        const end = endOfWord(text, bytes, at);
        if (depth === 1 && bytes[this.#next(end)] === 61) this.#element = text.slice(at, end);
        at = end;
      } else {
        if (code === 59 || code === 64) return at;
        if (code === 40 || code === 123) depth++;
        else if (code === 41 || code === 125) depth--;
        at++;
        if (depth === 0) return at;
      }
      previous = code;
    }
    return text.length;
  }

  /** What is joined to something else is no name. */
  #string(start: number, end: number, found: FoundCondition[]): void {
    const next = this.#bytes[this.#next(end)];
    if (!this.#wanted.includes(this.#element) || (next !== 44 && next !== 41 && next !== 125)) return;
    const name = this.#text.slice(start + 1, end - 1);
    if (binaryName.test(name)) found.push({ name, start, end });
  }

  #next(from: number): number {
    return skipBlanksAndComments(this.#text, this.#bytes, from);
  }
}

/** `(`, `{`, `,` or `=` */
function beginsValue(previous: number): boolean {
  return previous === 40 || previous === 123 || previous === 44 || previous === 61;
}
