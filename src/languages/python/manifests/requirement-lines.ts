/**
 * The logical lines of a requirements file: physical lines joined by backslashes, comments apart.
 * @see https://pip.pypa.io/en/stable/reference/requirements-file-format/#structure
 */
export interface LogicalLine {
  /** Without comments and line ends, blanks at its ends removed; empty for a line that is only a comment. */
  readonly text: string;
  /** What follows `#`, of all its physical lines, joined by line ends. */
  readonly comment: string;
  /** 1-based place of the first character of `text`. */
  readonly line: number;
  readonly column: number;
}

/** A comment begins at the start of a line or after a blank: `#egg=` in a URL is none. */
const commentStart = /(?:^|[ \t])#/;

export function logicalLines(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  let parts: string[] = [];
  let comments: string[] = [];
  let line = 0;
  let column = 0;
  let number = 0;
  const finish = (): void => {
    if (parts.length > 0 || comments.length > 0) {
      lines.push({ text: parts.join(" "), comment: comments.join("\n"), line, column });
    }
    parts = [];
    comments = [];
  };
  for (const physical of text.split(/\r\n|\n|\r/)) {
    number++;
    const start = commentStart.exec(physical);
    const hash = start === null ? -1 : start.index + start[0].length - 1;
    const body = hash < 0 ? physical : physical.slice(0, hash);
    if (hash >= 0) comments.push(physical.slice(hash + 1).trim());
    // A backslash before a comment joins nothing, and a comment ends what was joined.
    const joins = hash < 0 && body.endsWith("\\");
    const content = (joins ? body.slice(0, -1) : body).trim();
    if (parts.length === 0) {
      line = number;
      column = body.length - body.trimStart().length + 1;
    }
    if (content !== "") parts.push(content);
    if (!joins) finish();
  }
  finish();
  return lines;
}
