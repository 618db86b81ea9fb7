/** Text of unknown origin made fit for XML 1.0. */

/** What the Char production leaves out cannot be written even as a reference. @see https://www.w3.org/TR/xml/#charsets */
const impossible = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Between tags. A carriage return would be read as a line feed. */
export function xmlText(text: string): string {
  return possible(text).replaceAll(/[&<>\r]/g, (character) => references[character] ?? character);
}

/** Between quotes, where a reader makes spaces of tabs and line breaks. */
export function xmlAttribute(text: string): string {
  return possible(text).replaceAll(/[&<>"'\t\n\r]/g, (character) => references[character] ?? character);
}

/** Written out as in a terminal: `\u{1b}`. */
function possible(text: string): string {
  return text.replaceAll(impossible, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
