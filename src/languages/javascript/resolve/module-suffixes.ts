/**
 * Variants of a module that stand before it: `till.ios.ts` for `./till`.
 * @see https://www.typescriptlang.org/tsconfig/#moduleSuffixes
 */
import type { TsConfig } from "./tsconfigs.ts";

/** The paths to try for a path, in the order of the suffixes; the path alone where there are none. */
export function suffixedPaths(path: string, configs: readonly TsConfig[]): readonly string[] {
  const suffixes = configs[0]?.moduleSuffixes ?? [];
  if (suffixes.length === 0) return [path];
  const slash = path.lastIndexOf("/");
  const ending = /\.[cm]?[jt]sx?$|\.json$/.exec(path.slice(slash + 1));
  const at = ending === null ? path.length : slash + 1 + ending.index;
  return suffixes.map((suffix) => path.slice(0, at) + suffix + path.slice(at));
}
