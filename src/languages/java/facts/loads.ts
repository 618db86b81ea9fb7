/**
 * Classes and libraries that a program loads by their names: `Class.forName("org.acme.Shop")`, `loader.loadClass("...")`,
 * `System.loadLibrary("shop")`. Both tiers tell of literals that are the first argument of such a call; what they mean is
 * read here, from the text.
 * @see https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/lang/Class.html#forName(java.lang.String)
 */
import { bytesOf } from "../../../files/source-bytes.ts";
import type { ImportFact } from "../../../model/facts.ts";
import type { LineCounter } from "../../../model/location.ts";
import { binaryName } from "./binary-name.ts";
import { guardedStretches, type Stretch } from "./guards.ts";
import { endOfQuoted } from "./literals.ts";
import { characterBits, identifierPart, skipBlanksAndComments } from "./names.ts";

/** A string literal right after an opening parenthesis, by the offsets of both. */
export interface FoundLoad {
  readonly parenthesis: number;
  readonly start: number;
}

type Loader = "class" | "other class" | "library" | "library file";

/** Before a native library's name in a specifier: no class is called so. */
export const libraryMark = "library ";

const libraryName = /^[\w.+-]+$/;

const noFacts: readonly ImportFact[] = [];

/** Whether the call whose arguments begin at a parenthesis loads something. Asked of every string after a parenthesis. */
export function mayLoad(text: string, parenthesis: number): boolean {
  return loaderBefore(text, parenthesis) !== undefined;
}

export function loadFacts(text: string, loads: readonly FoundLoad[], lines: LineCounter): readonly ImportFact[] {
  if (loads.length === 0) return noFacts;
  const bytes = bytesOf(text);
  let guarded: readonly Stretch[] | undefined;
  let nextGuard = 0;
  return loads.flatMap(({ parenthesis, start }) => {
    const loader = loaderBefore(text, parenthesis);
    const end = endOfQuoted(text, bytes, start, 34);
    if (loader === undefined || !endsArgument(text, bytes, end)) return [];
    const specifier = specifierOf(loader, text.slice(start + 1, end - 1));
    if (specifier === undefined) return [];
    guarded ??= guardedStretches(text);
    while ((guarded[nextGuard]?.end ?? start) < start) nextGuard++;
    const optional = (guarded[nextGuard]?.start ?? start) < start;
    const { line, column } = lines.at(start);
    // A loader of somebody's own may look for other things than classes.
    const kind = loader === "other class" ? "dotted-path" : "dynamic";
    const written = { start, end, line, column };
    return { kind, specifier, names: [], ...written, typeOnly: false, dynamic: true, optional, local: false };
  });
}

/** A literal that is joined to something else is no name; nor is one with an escape, or a text block. */
function endsArgument(text: string, bytes: Uint8Array, end: number): boolean {
  if (end < 0) return false;
  const next = text.charCodeAt(skipBlanksAndComments(text, bytes, end));
  return next === 41 || next === 44;
}

function specifierOf(loader: Loader, literal: string): string | undefined {
  if (loader === "class" || loader === "other class") return binaryName.test(literal) ? literal : undefined;
  const name = loader === "library" ? literal : literal.slice(literal.lastIndexOf("/") + 1);
  return libraryName.test(name) ? libraryMark + literal : undefined;
}

/** What a call loads, by the name of its method. Told by the name's last letter first: hardly any other has it. */
function loaderBefore(text: string, parenthesis: number): Loader | undefined {
  let end = parenthesis;
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end--;
  switch (text.charCodeAt(end - 1)) {
    case 101: // e
      return endsWord(text, end, "forName") ? "class" : undefined;
    case 115: // s
      return endsWord(text, end, "loadClass") ? "other class" : undefined;
    case 121: // y
      return endsWord(text, end, "loadLibrary") ? "library" : undefined;
    case 100: // d
      return text.endsWith("System.load", end) && endsWord(text, end, "load") ? "library file" : undefined;
    default:
      return undefined;
  }
}

function endsWord(text: string, end: number, word: string): boolean {
  if (!text.endsWith(word, end)) return false;
  const before = text.charCodeAt(end - word.length - 1);
  return before !== before || (before < 128 && ((characterBits[before] ?? 0) & identifierPart) === 0);
}
