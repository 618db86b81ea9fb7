/**
 * What git leaves in a file whose two sides it could not merge.
 * @see https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
 */

const marker = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/gm;

/** The text with its markers blank, so that both sides can be read; undefined where it has none. */
export function withoutMergeMarkers(text: string): string | undefined {
  if (!text.includes("\n=======") || !/^<{7} /m.test(text)) return undefined;
  return text.replace(marker, (line) => " ".repeat(line.length));
}
