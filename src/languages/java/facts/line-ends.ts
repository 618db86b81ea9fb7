/**
 * The text with every lone `\r` as `\n`: both end a line, and a comment with it, but the grammar knows only `\n`.
 * Offsets stay as they are.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-3.html#jls-3.4
 */
export function withPlainLineEnds(text: string): string {
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) {
    if (text.charCodeAt(at + 1) !== 10) return text.replaceAll(/\r(?!\n)/g, "\n");
  }
  return text;
}
