/**
 * Splits a shell line into its commands and their words, as far as a shell's own quoting goes. Expansions are holes.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html "Token Recognition", "Quoting"
 */
import { hole } from "./value.ts";

/** One simple command: its words in order, redirections left out. */
export type Words = readonly string[];

/** More than any line that a person writes. */
const maxWords = 4096;

const separators = new Set([";", "&", "|", "\n", "(", ")", "{", "}"]);

/** The commands of a line, in order, whatever joins them (`&&`, `||`, `|`, `;`, a new line, brackets). */
export function splitCommands(line: string): readonly Words[] {
  const commands: string[][] = [];
  let words: string[] = [];
  let word: string | undefined;
  let redirects = false; // the next word is the file of a redirection
  let count = 0;
  const endWord = (): void => {
    if (word !== undefined && !redirects) words.push(word);
    if (word !== undefined) {
      redirects = false;
      count++;
    }
    word = undefined;
  };
  const endCommand = (): void => {
    endWord();
    redirects = false;
    if (words.length > 0) commands.push(words);
    words = [];
  };

  for (let at = 0; at < line.length; at++) {
    if (count >= maxWords) break;
    const char = line.charAt(at);
    if (char === " " || char === "\t" || char === "\r") {
      endWord();
    } else if (char === "#" && word === undefined) {
      const end = line.indexOf("\n", at);
      at = end < 0 ? line.length : end - 1;
    } else if (char === "'") {
      const end = line.indexOf("'", at + 1);
      word = (word ?? "") + line.slice(at + 1, end < 0 ? line.length : end);
      at = end < 0 ? line.length : end;
    } else if (char === '"') {
      const quoted = doubleQuoted(line, at + 1);
      word = (word ?? "") + quoted.text;
      at = quoted.last;
    } else if (char === "\\") {
      // A backslash hides one character; before a path's letter it is a Windows separator more often than not.
      const next = line.charAt(at + 1);
      at++;
      if (next === "\n" || (next === "\r" && line.charAt(at + 1) === "\n")) {
        if (next === "\r") at++;
      } else word = (word ?? "") + (/\w/u.test(next) ? `/${next}` : next);
    } else if (char === "$" || char === "`") {
      at = skipExpansion(line, at);
      word = (word ?? "") + hole;
    } else if (char === "<" || char === ">") {
      if (word !== undefined && /^\d+$/u.test(word)) word = undefined; // the number of a file: `2>`
      endWord();
      while (line.charAt(at + 1) === ">" || line.charAt(at + 1) === "<" || line.charAt(at + 1) === "&") at++;
      redirects = true;
    } else if (isSeparator(line, at, word)) {
      endCommand();
    } else {
      word = (word ?? "") + char;
    }
  }
  endCommand();
  return commands;
}

/** Braces are words of their own only where a word would begin. */
function isSeparator(line: string, at: number, word: string | undefined): boolean {
  const char = line.charAt(at);
  if (!separators.has(char)) return false;
  return char === "{" || char === "}" ? word === undefined : true;
}

function doubleQuoted(line: string, from: number): { readonly text: string; readonly last: number } {
  let text = "";
  let at = from;
  for (; at < line.length && line.charAt(at) !== '"'; at++) {
    const char = line.charAt(at);
    if (char === "\\" && '"\\$`\n'.includes(line.charAt(at + 1))) {
      at++;
      if (line.charAt(at) !== "\n") text += line.charAt(at);
    } else if (char === "$" || char === "`") {
      at = skipExpansion(line, at);
      text += hole;
    } else text += char;
  }
  return { text, last: at };
}

const closers: Readonly<Record<string, string>> = { "(": ")", "{": "}" };

/** The offset of the last character of `$x`, `${x}`, `$(x)` or `` `x` `` that begins at `at`. */
function skipExpansion(line: string, at: number): number {
  if (line.charAt(at) === "`") {
    const end = line.indexOf("`", at + 1);
    return end < 0 ? line.length : end;
  }
  const open = line.charAt(at + 1);
  const close = closers[open];
  if (close === undefined) {
    let end = at + 1;
    while (/\w/u.test(line.charAt(end))) end++;
    // `$?`, `$@`, `$1`: one character of its own.
    return end === at + 1 ? at + 1 : end - 1;
  }
  let depth = 0;
  for (let end = at + 1; end < line.length; end++) {
    const char = line.charAt(end);
    if (char === open) depth++;
    else if (char === close && --depth === 0) return end;
  }
  return line.length;
}
