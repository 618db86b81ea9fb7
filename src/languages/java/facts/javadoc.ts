/**
 * Types that Javadoc sends its reader to: `{@link Shop#open(Till)}`, `{@linkplain org.acme.Shop}`, `@see Shop`. Both tiers
 * read them from the text by this: to them a comment is a blank.
 *
 * Only a line that begins as one of a comment is read, with a star or slashes, as nearly all are: so a tag in a string or
 * in code is none, and no comment has to be found. The text is searched once for `@`, which is rare.
 * @see https://docs.oracle.com/en/java/javase/25/docs/specs/javadoc/doc-comment-spec.html#references
 */
import { bytesOf } from "../../../files/source-bytes.ts";
import type { FoundReference } from "./found.ts";
import { endOfWord } from "./literals.ts";
import { isWordStart, startsCapital } from "./names.ts";

/** A tag further to the right is none of a comment that people read. */
const widestLine = 400;
/** As many characters may a signature have. */
const longestSignature = 300;

/** Each name once, in order of appearance. */
export function readMentions(text: string): readonly FoundReference[] {
  const bytes = bytesOf(text);
  let found: Map<string, FoundReference> | undefined;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const letter = bytes[at + 1];
    const end = letter === 108 ? endOfLink(text, bytes, at) : letter === 115 ? endOfSee(text, bytes, at) : -1;
    if (end < 0 || !isInComment(bytes, at)) continue;
    found ??= new Map();
    readReference(text, bytes, end, found);
  }
  return found === undefined ? none : [...found.values()];
}

const none: readonly FoundReference[] = [];

/** After `{@link` or `{@linkplain`, or -1. */
function endOfLink(text: string, bytes: Uint8Array, at: number): number {
  if (bytes[at - 1] !== 123 || !text.startsWith("@link", at)) return -1;
  const end = text.startsWith("plain", at + 5) ? at + 10 : at + 5;
  return isBlank(bytes[end]) ? end : -1;
}

/** After `@see`, or -1. */
function endOfSee(text: string, bytes: Uint8Array, at: number): number {
  return text.startsWith("@see", at) && isBlank(bytes[at + 4]) ? at + 4 : -1;
}

function isBlank(code: number | undefined): boolean {
  return code === 32 || (code !== undefined && code >= 9 && code <= 13);
}

/** Whether a line begins with a star or with slashes, and no comment ends in it before. */
function isInComment(bytes: Uint8Array, at: number): boolean {
  let start = at;
  const limit = Math.max(0, at - widestLine);
  for (let code = bytes[start - 1]; start > limit && code !== 10; code = bytes[start - 1]) {
    if (code === 47 && bytes[start - 2] === 42) return false;
    start--;
  }
  if (start === limit && limit > 0) return false;
  while (isBlank(bytes[start])) start++;
  const first = bytes[start];
  return (
    first === 42 || (first === 47 && (bytes[start + 1] === 42 || (bytes[start + 1] === 47 && bytes[start + 2] === 47)))
  );
}

/** A type, with a module before it perhaps, and the types of a member's parameters. */
function readReference(text: string, bytes: Uint8Array, from: number, found: Map<string, FoundReference>): void {
  let at = afterBlanks(bytes, from);
  if (isWordStart(text, at)) {
    let end = endOfName(text, bytes, at);
    if (bytes[end] === 47 && isWordStart(text, end + 1)) {
      at = end + 1;
      end = endOfName(text, bytes, at);
    }
    add(text, bytes, at, end, found);
    at = end;
  }
  if (bytes[at] !== 35 || !isWordStart(text, at + 1)) return;
  at = endOfWord(text, bytes, at + 1);
  if (bytes[at] !== 40) return;
  const limit = at + longestSignature;
  while (at < limit && at < text.length && bytes[at] !== 41) {
    if (!isWordStart(text, at)) at++;
    else {
      const end = endOfName(text, bytes, at);
      add(text, bytes, at, end, found);
      at = end;
    }
  }
}

/** A line of a comment may end between a tag and its name. */
function afterBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  let afterNewline = false;
  for (let code = bytes[at]; ; code = bytes[++at]) {
    if (code === 10) afterNewline = true;
    else if (code === 42 && afterNewline && bytes[at + 1] !== 47) afterNewline = false;
    else if (!isBlank(code)) return at;
  }
}

function endOfName(text: string, bytes: Uint8Array, start: number): number {
  for (let end = endOfWord(text, bytes, start); ;) {
    if (bytes[end] !== 46 || !isWordStart(text, end + 1)) return end;
    end = endOfWord(text, bytes, end + 1);
  }
}

function add(text: string, bytes: Uint8Array, start: number, end: number, found: Map<string, FoundReference>): void {
  if (!hasCapital(text, bytes, start, end)) return;
  const name = text.slice(start, end);
  if (!found.has(name)) found.set(name, { name, start });
}

/** Whether a part of a chain is a type's name, by the rule of both tiers. */
function hasCapital(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  for (let from = start; from < end;) {
    let to = from;
    while (to < end && bytes[to] !== 46) to++;
    if (startsCapital(text, bytes, from, to)) return true;
    from = to + 1;
  }
  return false;
}
