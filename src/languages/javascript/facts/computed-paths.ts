/**
 * A path that is put together when it is reached, as a glob over the files that it may mean.
 * @see https://esbuild.github.io/api/#glob
 */

/**
 * The pattern of literal texts with something computed between each two; undefined where it begins with nothing that says
 * where to look, or says no more than to climb: that would be all files of the repository. What follows a slash may have slashes itself.
 */
export function globOf(texts: readonly string[]): string | undefined {
  const [first = "", ...rest] = texts;
  if (!/^\.\.?\//.test(first) || /[*?{}[\]!]/.test(texts.join(""))) return undefined;
  let pattern = first;
  for (const text of rest) {
    if (!pattern.endsWith("*")) pattern += pattern.endsWith("/") ? "**/*" : "*";
    pattern += text;
  }
  return /^(?:\.\.\/)+\*\*\/\*$/.test(pattern) ? undefined : pattern;
}
