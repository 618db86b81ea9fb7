/** From what package.json writes to requirements that the rest of depbraid understands. */
import { purl } from "../../../model/purl.ts";
import type { Evidence } from "../../../model/location.ts";
import type { Requirement } from "../../../model/requirement.ts";
import { joinPath } from "../resolve/join-path.ts";
import type { PackageManifest, WrittenRequirement } from "../manifests/manifest.ts";
import { nodeBuiltin } from "../resolve/node-builtins.ts";
import type { Packages } from "../resolve/packages.ts";
import { npmVersions } from "../versions.ts";

export interface RequirementContext {
  readonly packages: Packages;
  /** Whether two directories of packages share an installation. */
  readonly sharesInstall: (directory: string, other: string) => boolean;
  /** Names that a locked package wants beside it; undefined where no lockfile tells. */
  readonly peers: ReadonlySet<string> | undefined;
  /** Whether every file of the package that may import something is one that depbraid reads. */
  readonly isReadable: boolean;
  readonly usedBy: (name: string) => Evidence | undefined;
}

/**
 * What works by being installed: plug-ins and presets found by name, and runtimes that compilers call without an import
 * in the source.
 */
const worksByPresence =
  /^(@types\/|(@[^/]+\/)?(eslint|stylelint|prettier|babel|postcss|karma|grunt|gulp|jest|vite|rollup|commitlint|semantic-release)-|@(babel|eslint|commitlint|semantic-release|tsconfig|swc|vitejs)\/|tslib$|core-js$|regenerator-runtime$|typescript$|.*-loader$|.*-polyfill$)/;

export function requirementsOf(manifest: PackageManifest, context: RequirementContext): readonly Requirement[] {
  return manifest.requirements.map((written) => {
    const { name, range, scope, line, column } = written;
    const path = pathOf(manifest, written, context);
    const usedBy = context.usedBy(name);
    return {
      package: purl("npm", name),
      range,
      scope,
      file: manifest.file,
      line,
      column,
      ...(path === undefined ? {} : { path }),
      ...(usedBy === undefined ? {} : { usedBy }),
      // A member may be used through its files, by path, or only to be built first.
      observable: context.isReadable && isObservable(written, manifest, context) && path === undefined,
    };
  });
}

function isObservable(
  { name, scope }: WrittenRequirement,
  { requirements }: PackageManifest,
  { peers }: RequirementContext,
): boolean {
  if (scope === "peer" || scope === "optional") return false;
  // A bundler may take `buffer` from a package where Node takes its own.
  if (worksByPresence.test(name) || nodeBuiltin(name) !== undefined) return false;
  if (peers !== undefined) return !peers.has(name);
  // No lockfile tells who wants whom beside it: what extends another (`vega-embed`) is likely to want it (`vega`).
  return !requirements.some((other) => other.name.startsWith(`${name}-`));
}

/** The directory of the in-repo package that a requirement is met by: by path, by protocol, or as a member that fits. */
function pathOf(
  { directory }: PackageManifest,
  { name, range }: WrittenRequirement,
  { packages, sharesInstall }: RequirementContext,
): string | undefined {
  const byPath = /^(?:file|link|portal|workspace):(.+)$/.exec(range)?.[1];
  // A packed archive is a file, not a project.
  if (byPath !== undefined && isPath(range, byPath))
    return /\.(tgz|tar|tar\.gz)$/.test(byPath) ? undefined : joinPath(directory, byPath);
  const member = packages.named(name).find((each) => sharesInstall(directory, each.directory));
  if (member === undefined) return undefined;
  if (range.startsWith("workspace:")) return member.directory;
  const set = npmVersions.range(range);
  if (set === undefined) return undefined;
  // A member without a version is never published: the workspace links it whatever the range says.
  const version = member.version === undefined ? undefined : npmVersions.parse(member.version);
  return version === undefined || set.contains(version) ? member.directory : undefined;
}

function isPath(range: string, rest: string): boolean {
  return !range.startsWith("workspace:") || rest.startsWith(".");
}
