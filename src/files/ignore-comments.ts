import type { IgnoreComment } from "../model/settings.ts";
import type { SourceText } from "./source-text.ts";

const word = "depbraid-ignore";
/** A comment's opening, the word, codes between commas, a colon and the reason; the comment's end is no part of it. */
const form =
  /^(.*?)(?:\/\/|#|\/\*+|<!--|\*)\s*depbraid-ignore\s+([\w/*.-]+(?:\s*,\s*[\w/*.-]+)*)[ \t]*(?::\s*(.*?))?\s*(?:\*\/\s*\}?|-->)?\s*$/;

/** Most files have none: one search tells. */
export function ignoreComments({ path, text }: SourceText): readonly IgnoreComment[] {
  if (!text.includes(word)) return [];
  const comments: IgnoreComment[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const at = line.indexOf(word);
    const [, before = "", codes, reason = ""] = at < 0 ? [] : (form.exec(line) ?? []);
    if (codes === undefined) continue;
    comments.push({
      codes: codes.split(",").map((code) => code.trim()),
      reason: reason.trim(),
      alone: /^[\s{]*$/.test(before),
      file: path,
      line: index + 1,
      column: at + 1,
    });
  }
  return comments;
}
