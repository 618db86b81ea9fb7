/**
 * `paths`, `baseUrl` and `rootDirs` of the configurations that govern a file.
 * @see https://www.typescriptlang.org/docs/handbook/modules/reference.html#paths
 */
import { below, joinPath } from "./join-path.ts";
import type { PathMapping } from "../manifests/manifest.ts";
import type { TsConfig } from "./tsconfigs.ts";

export interface MappedPaths {
  /** Where to look, likeliest first. */
  readonly paths: readonly string[];
  /** Whether the pattern speaks of this specifier in particular: `*` speaks of every one. */
  readonly isSpecific: boolean;
}

/** The targets of the pattern that fits best, the star filled in: an exact one, else the longest before the star. */
export function mappedTargets<Mapping extends PathMapping>(
  mappings: readonly Mapping[],
  specifier: string,
): { readonly mapping: Mapping; readonly targets: readonly string[]; readonly length: number } | undefined {
  let best: { readonly mapping: Mapping; readonly star: string; readonly length: number } | undefined;
  for (const mapping of mappings) {
    const { pattern } = mapping;
    const at = pattern.indexOf("*");
    if (at < 0) {
      if (pattern === specifier) best = { mapping, star: "", length: Infinity };
      continue;
    }
    const [prefix, suffix] = [pattern.slice(0, at), pattern.slice(at + 1)];
    if (specifier.length < pattern.length - 1 || !specifier.startsWith(prefix) || !specifier.endsWith(suffix)) continue;
    if (best === undefined || prefix.length > best.length)
      best = { mapping, star: specifier.slice(at, specifier.length - suffix.length), length: prefix.length };
  }
  if (best === undefined) return undefined;
  const { mapping, star, length } = best;
  return { mapping, targets: mapping.targets.map((target) => target.replace("*", () => star)), length };
}

export function mappedPaths(config: TsConfig, specifier: string): MappedPaths | undefined {
  const mapped = mappedTargets(config.paths, specifier);
  if (mapped === undefined) return undefined;
  const { base } = mapped.mapping;
  const paths = mapped.targets.flatMap(
    (path) => (path.startsWith("/") ? joinPath("", path.replace(/^\/+/, "")) : joinPath(base, path)) ?? [],
  );
  return { paths, isSpecific: mapped.length > 0 };
}

/**
 * The same place below the other directories that are one at run time.
 * @see https://www.typescriptlang.org/tsconfig/#rootDirs
 */
export function rootDirPaths(config: TsConfig, path: string): readonly string[] {
  const roots = config.rootDirs;
  if (roots.length < 2) return [];
  const own = roots.filter((root) => below(root, path) !== undefined).sort((a, b) => b.length - a.length)[0];
  const rest = own === undefined ? undefined : below(own, path);
  // A root itself has no place in another.
  if (rest === undefined || rest === "") return [];
  return roots.flatMap((root) => (root === own ? [] : (joinPath(root, rest) ?? [])));
}
