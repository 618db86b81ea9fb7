/** Forms of globs beyond stars and braces, written with those. */

/** Files that are loaded as modules whatever a bundler is told. */
const loadable = [".js", ".ts", ".jsx", ".tsx", ".mjs", ".cjs", ".mts", ".cts", ".json", ".vue", ".svelte"];

const sources: Readonly<Record<string, readonly string[]>> = {
  js: ["ts", "tsx", "jsx"],
  jsx: ["tsx"],
  mjs: ["mts"],
  cjs: ["cts"],
};

/** `@(a|b)`, `(a|b)` and `[ab]` as `{a,b}`. @see https://github.com/SuperchupuDev/tinyglobby */
export function asBraces(pattern: string): string {
  return pattern
    .replace(/[@+]?\(([\w.|-]*)\)/g, (_, list: string) => `{${list.replaceAll("|", ",")}}`)
    .replace(/\[(\w+)\]/g, (_, list: string) => `{${[...list].join(",")}}`);
}

/** Whether a pattern has what is not read: ranges, what is not to match. */
export function hasMoreThanStars(pattern: string): boolean {
  return /[[\]()!]/.test(pattern);
}

/** What a path put together may mean: without an ending it is found by trying them, and an output stands for its source. */
export function loadablePatterns(pattern: string): readonly string[] {
  const name = pattern.slice(pattern.lastIndexOf("/") + 1);
  const ending = /\.([cm]?jsx?)$/.exec(name)?.[1];
  if (ending !== undefined) {
    const stem = pattern.slice(0, -ending.length);
    return [pattern, ...(sources[ending] ?? []).map((source) => stem + source)];
  }
  if (/\.[A-Za-z][\w]*$/.test(name)) return [pattern];
  const endings = loadable.map((each) => pattern + each);
  const indexes = name.endsWith("*") ? [] : [pattern, ...loadable.map((each) => `${pattern}/index${each}`)];
  return [...endings, ...indexes];
}
