/**
 * Packages that webpack leaves to the page: `externals: { jquery: "jQuery" }`. The page has them as globals, so nobody
 * declares them. Only an object says so; lists and functions leave packages to the program that loads the bundle.
 * @see https://webpack.js.org/configuration/externals/#object
 */

const beginning = /\bexternals\s*[:=]\s*\{/g;
/** A key, and the global behind it: not `commonjs x`, which is loaded after all. */
const entry =
  /(?:^|[,{\n])\s*(?:(["'])([^"'\n]+)\1|([\w$]+))\s*:\s*(["'`])(?:(?:window|root|global|var)[ .])?[\w$.]+\4/g;

/** Of the text of a configuration that is a program. */
export function pageGlobals(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { index, 0: opened } of text.matchAll(beginning)) {
    const start = index + opened.length;
    const end = text.indexOf("}", start);
    for (const [, , quoted, plain] of text.slice(start, end < 0 ? undefined : end).matchAll(entry)) {
      const name = quoted ?? plain;
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}
