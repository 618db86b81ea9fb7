/** The words of a condition, an exception list or a `with` clause, and how they are grouped. */

/** A string with its prefix, a comment, a name or number, a comparison, or any other sign. */
const token =
  /([rRuUbBfFtT]{0,2})("""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\r\n]|\\[\s\S])*"?|'(?:[^'\\\r\n]|\\[\s\S])*'?)|#[^\r\n]*|[\w\u0080-\uffff]+|[<>=!]=|[^\s\\]/g;
const name = /^[\w\u0080-\uffff]/;

/** Names with their dots, and signs. A string is its content after a `"`; one with a value of its own kind only `"`. */
export function wordsOf(source: string): readonly string[] {
  const words: string[] = [];
  let joins = false;
  for (const [part, prefix, quoted] of source.matchAll(token)) {
    if (part.startsWith("#")) continue;
    const last = words.at(-1);
    if (part === "." && last !== undefined && name.test(last)) {
      words[words.length - 1] = `${last}.`;
      joins = true;
    } else if (joins) {
      words[words.length - 1] = `${last ?? ""}${part}`;
      joins = false;
    } else {
      words.push(quoted === undefined ? part : `"${contentOf(prefix ?? "", quoted)}`);
    }
  }
  return words;
}

function contentOf(prefix: string, quoted: string): string {
  if (/[bft]/i.test(prefix) || quoted.includes("\\")) return "";
  const width = /^(?:"""|''')/.test(quoted) ? 3 : 1;
  return quoted.slice(width, -width);
}

/** Without the brackets around the whole. */
export function unwrap(words: readonly string[]): readonly string[] {
  let start = 0;
  let end = words.length;
  while (words[start] === "(" && end - start > 2 && closes(words, start, end) === end - 1) {
    if (split(words.slice(start + 1, end - 1), [","]).length > 1) break;
    start++;
    end--;
  }
  return start === 0 ? words : words.slice(start, end);
}

/** Where the bracket at `start` is closed, or -1. Looks at the outermost pair only as deep as people nest. */
export function closes(words: readonly string[], start: number, end: number): number {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const word = words[at];
    if (word === "(" || word === "[" || word === "{") {
      if (++depth > 16) return -1;
    }
    if (word === ")" || word === "]" || word === "}") {
      depth--;
      if (depth === 0) return at;
    }
  }
  return -1;
}

/** The parts between these words, where they stand outside of all brackets. */
export function split(words: readonly string[], separators: readonly string[]): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "(" || word === "[" || word === "{") depth++;
    if (word === ")" || word === "]" || word === "}") depth--;
    if (depth > 0 || !separators.includes(word)) continue;
    parts.push(words.slice(start, at));
    start = at + 1;
  }
  parts.push(words.slice(start));
  return parts;
}
