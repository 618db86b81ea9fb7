import { commentEnd, newlineEnd } from "./byte-skips.ts";

/** The start of a logical line. */
export interface LineStart {
  /** Of its first token, or of the end of the text. */
  at: number;
  /** Columns before it, with tabs to multiples of eight, and with tabs as one. */
  indent: number;
  narrow: number;
  /** Whether lines of nothing but a backslash come before it: the grammar tells their indentation otherwise. */
  joined: boolean;
  /** Where comments are, before it, that begin their lines with `# ///`. */
  readonly marked: number[];
}

/**
 * Goes from the start of a physical line to the first token of the next logical line, past blank ones; whether there
 * is one.
 * @see https://docs.python.org/3/reference/lexical_analysis.html#indentation
 */
export function toLogicalLine(bytes: Uint8Array, length: number, line: LineStart): boolean {
  let { at } = line;
  line.joined = false;
  if (line.marked.length > 0) line.marked.length = 0;
  // Of the first of several joined lines that have nothing but blanks: theirs counts, unless it is none.
  let first = 0;
  for (;;) {
    const start = at;
    while (bytes[at] === 32) at++;
    let indent = at - start;
    let narrow = indent;
    let code = bytes[at];
    for (; code === 9 || code === 12 || code === 32; code = bytes[++at]) {
      indent = code === 32 ? indent + 1 : code === 9 ? (indent | 7) + 1 : 0;
      narrow = code === 12 ? 0 : narrow + 1;
    }
    if (code === 35) {
      if (at === start && bytes[at + 2] === 47 && bytes[at + 3] === 47) line.marked.push(at);
      at = commentEnd(bytes, at);
      code = bytes[at];
    }
    const next = code === 92 ? bytes[at + 1] : 0;
    if (code === 10 || code === 13) {
      first = 0;
      at = newlineEnd(bytes, at);
    } else if (next === 10 || next === 13) {
      first ||= indent;
      line.joined = true;
      at = newlineEnd(bytes, at + 1);
    } else {
      line.at = at;
      line.indent = first || indent;
      line.narrow = first || narrow;
      return at < length;
    }
  }
}
