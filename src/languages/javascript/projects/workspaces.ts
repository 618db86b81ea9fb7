/**
 * Which package.json belongs to which workspace.
 * @see https://docs.npmjs.com/cli/v11/using-npm/workspaces
 */
import { directoryOf } from "../../../model/directory-of.ts";
import { expandBraces, matchesGlob } from "../resolve/glob.ts";
import { below } from "../resolve/join-path.ts";
import { type PackageManifest, type WorkspaceManifest } from "../manifests/manifest.ts";
import type { Packages } from "../resolve/packages.ts";

interface Pattern {
  readonly glob: string;
  readonly isNegated: boolean;
}

/** The workspace root of each package that is a member of one: by directories. Of nested roots the nearest counts. */
export function workspaceRoots(
  manifests: readonly PackageManifest[],
  workspaceFiles: readonly WorkspaceManifest[],
  packages: Packages,
): ReadonlyMap<string, string> {
  const patterns = new Map<string, Pattern[]>();
  const add = (directory: string, texts: readonly { readonly text: string }[]): void => {
    // A root without a manifest of its own makes no project that could hold its members together.
    if (packages.at(directory) === undefined) return;
    const known = patterns.get(directory) ?? [];
    patterns.set(directory, [...known, ...texts.flatMap(({ text }) => readPattern(text))]);
  };
  for (const { directory, workspaces } of manifests) if (workspaces !== undefined) add(directory, workspaces);
  for (const { directory, patterns: texts } of workspaceFiles) add(directory, texts);

  const roots = new Map<string, string>();
  if (patterns.size === 0) return roots;
  for (const { directory } of manifests) {
    for (let above = directory; above !== "";) {
      above = directoryOf(above);
      const globs = patterns.get(above);
      if (globs === undefined || !isMember(globs, below(above, directory) ?? "")) continue;
      roots.set(directory, above);
      break;
    }
  }
  return roots;
}

function readPattern(text: string): readonly Pattern[] {
  const isNegated = text.startsWith("!");
  const glob = text.slice(isNegated ? 1 : 0).replace(/^(\.?\/)+|\/+$/g, "");
  return expandBraces(glob).map((each) => ({ glob: each, isNegated }));
}

/** Later patterns override earlier ones. */
function isMember(patterns: readonly Pattern[], directory: string): boolean {
  const last = patterns.findLast(({ glob }) => matchesGlob(glob, directory));
  return last !== undefined && !last.isNegated;
}
