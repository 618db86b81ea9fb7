/**
 * `exports` and `imports` of package.json.
 * @see https://nodejs.org/api/esm.html#resolution-algorithm-specification
 *
 * Node takes the first target under conditions that hold. Here all targets are listed in that order: the first one is
 * Node's answer, the others help where the first one is not in the checkout because a build makes it.
 */
import type { JsonNode, JsonObject } from "../../../files/json-node.ts";

/** Whether a condition (`import`, `types`, `browser`) holds. `default` always does and is not asked for. */
export type Accepts = (condition: string) => boolean;

/**
 * PACKAGE_EXPORTS_RESOLVE: the targets of a subpath (`.` or `./x`), each `./path` from the package. Empty when the package
 * does not export it.
 */
export function exportTargets(exports: JsonNode, subpath: string, accepts: Accepts): readonly string[] {
  const keyed =
    exports.kind === "object" && exports.members.some(({ name }) => name.startsWith(".")) ? exports : undefined;
  const main = (): readonly Target[] => (subpath === "." ? packageTargets(exports, undefined, accepts) : []);
  // Whatever is asked of a package is the package itself or below it.
  if (subpath !== "." && !subpath.startsWith("./")) return [];
  const targets = keyed === undefined ? main() : matchTargets(subpath, keyed, accepts);
  return answers(targets).filter((target) => target.startsWith("./"));
}

/** PACKAGE_IMPORTS_RESOLVE: the targets of `#x`: `./path` from the package, or another package's specifier. */
export function importTargets(imports: JsonNode, specifier: string, accepts: Accepts): readonly string[] {
  return imports.kind === "object" ? answers(matchTargets(specifier, imports, accepts)) : [];
}

/** Null is an answer: here nothing is exported, whatever follows. */
type Target = string | null;

function answers(targets: readonly Target[]): readonly string[] {
  if (targets[0] === null) return [];
  return targets.filter((target) => target !== null);
}

/** The path of a target, which is a part of a URL: what follows a `?` or a `#` is handed to the module. */
export function targetFile(target: string): string {
  const end = target.search(/[?#]/);
  return end > 0 ? target.slice(0, end) : target;
}

/** PACKAGE_IMPORTS_EXPORTS_RESOLVE */
function matchTargets(matchKey: string, matchObject: JsonObject, accepts: Accepts): readonly Target[] {
  // What ends with a slash names a directory, which nothing exports.
  if (matchKey.endsWith("/")) return [];
  const exact = matchObject.members.findLast(({ name }) => name === matchKey && !name.includes("*"));
  if (exact !== undefined) return packageTargets(exact.value, undefined, accepts);
  let best: { readonly key: string; readonly value: JsonNode; readonly match: string } | undefined;
  for (const { name: key, value } of matchObject.members) {
    const match = patternMatch(key, matchKey);
    if (match !== undefined && (best === undefined || patternKeyCompare(key, best.key) < 0))
      best = { key, value, match };
  }
  if (best === undefined) return [];
  return packageTargets(best.value, { text: best.match, isFolder: isFolder(best.key) }, accepts);
}

/** What the star of a key stands for; a key that ends with `/` is the old way to say `/*`. */
function patternMatch(key: string, matchKey: string): string | undefined {
  const pattern = isFolder(key) ? `${key}*` : key;
  const star = pattern.indexOf("*");
  if (star < 0 || star !== pattern.lastIndexOf("*")) return undefined;
  const [base, trailer] = [pattern.slice(0, star), pattern.slice(star + 1)];
  if (!matchKey.startsWith(base) || matchKey === base || !matchKey.endsWith(trailer)) return undefined;
  return matchKey.length < pattern.length ? undefined : matchKey.slice(star, matchKey.length - trailer.length);
}

function isFolder(key: string): boolean {
  return key.endsWith("/");
}

/** PATTERN_KEY_COMPARE: the longer part before the star first, then the longer key. */
function patternKeyCompare(a: string, b: string): number {
  const baseLength = (key: string): number => (key.includes("*") ? key.indexOf("*") + 1 : key.length);
  return baseLength(b) - baseLength(a) || b.length - a.length;
}

/** What a key matched beside its exact text. */
interface PatternMatch {
  readonly text: string;
  /** By a key that ends with `/`: then its targets do, too. */
  readonly isFolder: boolean;
}

/** PACKAGE_TARGET_RESOLVE */
function packageTargets(target: JsonNode, match: PatternMatch | undefined, accepts: Accepts): readonly Target[] {
  switch (target.kind) {
    case "string": {
      const path = targetPath(target.text, match);
      return path === undefined || isRefused(path) ? [] : [path];
    }
    case "array":
      if (target.items.length === 0) return [null];
      return target.items
        .flatMap((item) => packageTargets(item, match, accepts))
        .sort((a, b) => Number(a === null) - Number(b === null));
    case "object":
      return target.members
        .filter(({ name }) => name === "default" || accepts(name))
        .flatMap(({ value }) => packageTargets(value, match, accepts));
    case "other":
      return target.value === null ? [null] : [];
  }
}

function targetPath(target: string, match: PatternMatch | undefined): string | undefined {
  if (match === undefined) return target;
  if (!match.isFolder) return target.replaceAll("*", () => match.text);
  return target.endsWith("/") ? target + match.text : undefined;
}

/**
 * Whether Node would throw Invalid Package Target or Invalid Module Specifier: a target may not lead out of its package, nor
 * into packages below it.
 */
function isRefused(path: string): boolean {
  if (path.startsWith("../") || path.startsWith("/")) return true;
  return path
    .replaceAll("%2e", ".")
    .replaceAll("%2E", ".")
    .split(/[/\\]/)
    .slice(1)
    .some((segment) => segment === "." || segment === ".." || segment.toLowerCase() === "node_modules");
}
