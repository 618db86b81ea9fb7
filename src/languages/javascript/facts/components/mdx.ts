/**
 * The imports and exports of a page of MDX, which stand between its paragraphs.
 * @see https://mdxjs.com/docs/what-is-mdx/#esm
 */

/** Offsets of a part of a text. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;

export function mdxParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  /** The fence that a block of code waits for. */
  let code: string | undefined;
  let isFree = true;
  for (let at = frontMatterEnd(text); at < text.length;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const mark = fence.exec(line)?.[1];
    if (code !== undefined) {
      if (mark !== undefined && mark.startsWith(code) && line.trim() === mark) code = undefined;
      isFree = true;
      at = end;
      continue;
    }
    if (mark !== undefined) code = mark;
    else if (isFree && /^(?:import|export)[ \t]/.test(line)) {
      const stop = statementsEnd(text, at);
      parts.push({ start: at, end: stop });
      at = stop;
      continue;
    }
    // Within a paragraph a line may begin with any word.
    isFree = line.trim() === "" || /^ {0,3}#{1,6}\s/.test(line);
    at = end;
  }
  return parts;
}

/** To the next empty line outside of brackets. */
function statementsEnd(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (depth <= 0 && line.trim() === "") break;
    for (const sign of line.match(/[()[\]{}]/g) ?? []) depth += "([{".includes(sign) ? 1 : -1;
    at = end;
  }
  return at;
}

/** After the `---` that ends what is said of the page. */
function frontMatterEnd(text: string): number {
  if (!/^---\s*\n/.test(text.slice(0, 80))) return 0;
  const close = /\n---[ \t]*\r?(?:\n|$)/.exec(text);
  return close === null ? 0 : close.index + close[0].length;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}
