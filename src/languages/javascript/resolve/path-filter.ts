/** The regular expression of a `require.context`, which is text of the repository: used only where it cannot take long. */

const maxLength = 200;
/** Over a path, each unbounded part multiplies the cost by the path's length. */
const maxRepeats = 2;
const maxPathLength = 250;

/** Whether a path passes; one that cannot be told passes. */
export function filterOf(
  matching: { readonly source: string; readonly flags: string } | undefined,
): (path: string) => boolean {
  if (matching === undefined || !isTame(matching.source)) return () => true;
  try {
    const expression = new RegExp(matching.source, matching.flags.replace(/[gy]/g, ""));
    return (path) => path.length > maxPathLength || expression.test(path);
  } catch {
    return () => true;
  }
}

/** Nothing repeated within what is repeated, and few repeats. */
function isTame(source: string): boolean {
  if (source.length > maxLength || /\)[*+{]/.test(source) || /\\[1-9k]/.test(source)) return false;
  return (source.match(/[*+]|\{\d*,\d*\}/g) ?? []).length <= maxRepeats;
}
