/**
 * A text as one byte a UTF-16 code unit, at the same offsets: its ASCII characters as they are, all others as `other`. The
 * scanner's loops run over these bytes: measured, a sum over them takes half the time of one over `charCodeAt`, which asks
 * at every character how the string is held; and the compiler is done with them several times sooner.
 */

/** Stands for every character that is not ASCII: the text itself tells which one it is. */
export const other = 0x80;

/** Zeros after the text, so that the lexer may look ahead without asking for the end. */
const padding = 8;

// One buffer for all files, grown when needed.
let buffer = Buffer.allocUnsafeSlow(256 * 1024);

/** The bytes, and zeros after them. Valid until the next call. */
export function bytesOf(text: string): Uint8Array {
  const { length } = text;
  if (buffer.length < length + padding) buffer = Buffer.allocUnsafeSlow(2 * length + padding);
  // As UTF-8 any character that is not ASCII has more bytes than code units, so only ASCII has as many as it is long.
  if (buffer.write(text, 0, length + padding, "utf8") !== length) fold(text);
  buffer.fill(0, length, length + padding);
  return buffer;
}

function fold(text: string): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    buffer[at] = code < other ? code : other;
  }
}
