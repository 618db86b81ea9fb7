/** Of which projects depbraid reads all code: only there does the absence of an import mean anything. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import { joinPath } from "../resolve/join-path.ts";
import { type PackageManifest } from "../manifests/manifest.ts";

const source = /\.[cm]?[jt]sx?$/;
/** Files that hold imports in a language of their own. */
const unread = /\.(vue|svelte|astro|mdx|marko|gts|gjs|coffee|res|elm|imba|civet|ls)$/;

/** Directories of the projects that have sources, and nothing but sources that are read. */
export function readableProjects(manifests: readonly PackageManifest[], files: FileIndex): ReadonlySet<string> {
  const directories = new Set(manifests.map(({ directory }) => directory));
  const readable = new Set<string>();
  const unreadable = new Set<string>();
  const homes = new Map<string, string | undefined>();
  for (const path of files.paths) {
    const isSource = source.test(path);
    if (!isSource && !unread.test(path)) continue;
    const directory = directoryOf(path);
    if (!homes.has(directory)) homes.set(directory, homeOf(directories, directory));
    const home = homes.get(directory);
    if (home !== undefined) (isSource ? readable : unreadable).add(home);
  }
  for (const { directory, bins } of manifests)
    if (bins.some((bin) => isScript(joinPath(directory, bin), files))) unreadable.add(directory);
  return new Set([...readable].filter((directory) => !unreadable.has(directory)));
}

/** A command may be a script without an ending that tells its language. */
function isScript(path: string | undefined, files: FileIndex): boolean {
  return path !== undefined && files.has(path) && !source.test(path) && !/\.(sh|bash|cmd|ps1|py)$/.test(path);
}

function homeOf(directories: ReadonlySet<string>, directory: string): string | undefined {
  for (let at = directory; ; at = directoryOf(at)) {
    if (directories.has(at)) return at;
    if (at === "") return undefined;
  }
}
