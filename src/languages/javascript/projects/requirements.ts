/** From what package.json writes to requirements that the rest of depbraid understands. */
import { directoryOf } from "../../../model/directory-of.ts";
import { purl } from "../../../model/purl.ts";
import type { Evidence } from "../../../model/location.ts";
import type { Requirement } from "../../../model/requirement.ts";
import { joinPath } from "../resolve/join-path.ts";
import { type Fault, isTemplate } from "../../../model/fault.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { type Catalogs, catalogOf } from "../manifests/catalogs.ts";
import { type PackageManifest, type WrittenRequirement } from "../manifests/manifest.ts";
import type { WrittenOverride } from "../manifests/overrides.ts";
import { nodeBuiltin } from "../resolve/node-builtins.ts";
import { isPackageName } from "../resolve/package-name.ts";
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
  /** What the root of its workspace lays down, by files. */
  readonly settings: readonly RootSettings[];
  readonly complain: (diagnostic: Diagnostic) => void;
}

/** Catalogs and overrides of one file. */
export interface RootSettings {
  readonly file: string;
  readonly catalogs?: Catalogs;
  readonly overrides?: readonly WrittenOverride[];
  readonly peerRules?: true;
}

/**
 * What works by being installed: plug-ins and presets found by name, and runtimes that compilers call without an import
 * in the source. Add a kind: a line here.
 */
const worksByPresence: readonly RegExp[] = [
  /^@types\/|^(?:@[^/]+\/)?(?:eslint|stylelint|prettier|babel|postcss|karma|grunt|gulp|jest|vite|rollup|commitlint|semantic-release)-/,
  /^@(?:babel|eslint|commitlint|semantic-release|tsconfig|swc|vitejs)\/|-loader$/,
  // What compilers have their output call, and what bundlers call for files of a kind.
  /^(?:tslib|core-js|regenerator-runtime|typescript|sass|sass-embedded|node-sass|less|stylus|pug)$|-polyfill$/,
  // Runners of tests and measurements load their parts by short names.
  /^@(?:wdio|size-limit)\//,
  // Drivers of databases, which ORMs and query builders load by the name of a dialect.
  /^(?:pg|pg-native|mysql2?|sqlite3|better-sqlite3|tedious|oracledb|mssql|mariadb|mongodb-client-encryption)$/,
  // Destinations of logs, loaded in a thread of their own.
  /^pino-/,
  // Native parts of an app, which its build links.
  /^(?:expo-|react-native(?:-web)?$|@react-native-community\/cli)/,
  // What servers of frameworks fall back to.
  /^(?:isbot|sharp|@(?:react-router|remix-run)\/(?:node|serve))$/,
];

export function requirementsOf(manifest: PackageManifest, context: RequirementContext): readonly Requirement[] {
  const written = manifest.requirements.map((each) => {
    const { name, scope, line, column } = each;
    const { range, origin } = rangeOf(manifest, each, context);
    if (origin === undefined && isRefused(range)) context.complain(refusal(manifest, each));
    const path = pathOf(manifest, { ...each, range }, context);
    const usedBy = context.usedBy(name);
    const real = path === undefined ? aliasedPackage(range, name) : name;
    return {
      package: purl("npm", real),
      range,
      ...(real === name ? {} : { alias: name }),
      scope,
      file: each.file ?? manifest.file,
      line,
      column,
      ...(each.bundled ? { bundled: true as const } : {}),
      ...(path === undefined ? {} : { path }),
      ...(usedBy === undefined ? {} : { usedBy }),
      ...(origin === undefined ? {} : { origin }),
      // A member may be used through its files, by path, or only to be built first.
      observable: context.isReadable && isObservable(each, manifest, context) && path === undefined,
    };
  });
  return [...written, ...managedVersions(manifest, context)];
}

/**
 * The package that a requirement means: its range may name another than its key. What JSR publishes is in npm under names
 * of its own.
 * @see https://docs.npmjs.com/cli/v11/using-npm/package-spec#aliases
 * @see https://jsr.io/docs/npm-compatibility
 */
function aliasedPackage(range: string, name: string): string {
  const [, protocol, rest = ""] = /^(npm|jsr):(.*)$/.exec(range) ?? [];
  if (protocol === undefined) return name;
  const at = rest.indexOf("@", 1);
  const written = at < 0 ? rest : rest.slice(0, at);
  // `jsr:^1.0.0` is of the package of its key.
  const real = protocol === "jsr" && !written.startsWith("@") ? name : written;
  const installed = protocol === "jsr" ? `@jsr/${real.replace(/^@/, "").replace("/", "__")}` : real;
  return isPackageName(installed) ? installed : name;
}

interface EffectiveRange {
  readonly range: string;
  readonly origin?: readonly Evidence[];
}

/** The range itself, or what it stands for in a catalog of the workspace. */
function rangeOf(
  { file }: PackageManifest,
  { name, range, line, column }: WrittenRequirement,
  { settings, complain }: RequirementContext,
): EffectiveRange {
  const catalog = catalogOf(range);
  if (catalog === undefined) return { range };
  for (const { file: of, catalogs } of settings) {
    const found = catalogs?.get(catalog)?.get(name);
    if (found === undefined) continue;
    return {
      range: found.text,
      origin: [{ file: of, line: found.line, message: `the catalog "${catalog}" has ${found.text}` }],
    };
  }
  const message = `no catalog "${catalog}" of the workspace has "${name}": its range is not known`;
  // Without any catalog the root of the workspace lies elsewhere.
  const isKnown = settings.some(({ catalogs }) => catalogs !== undefined);
  const fix = `add "${name}" to the catalog, or write the range here`;
  const fault: Fault = { kind: "invalid", severity: "error", subject: purl("npm", name), fix };
  complain({ code: "manifest", file, line, column, message, ...(isKnown ? { fault } : {}) });
  return { range };
}

/**
 * Whether npm takes a text for neither a range, nor an address or a path, nor a tag: those need no escapes in a URL.
 * @see https://github.com/npm/npm-package-arg "Invalid tag name"
 */
function isRefused(range: string): boolean {
  if (/[:/\\]/.test(range) || isTemplate(range) || range.length > 256) return false;
  return npmVersions.range(range) === undefined && encodeURIComponent(range) !== range;
}

function refusal(
  { file }: PackageManifest,
  { name, range, line, column, file: other }: WrittenRequirement,
): Diagnostic {
  const fix = "write a range that npm understands, such as ^1.2.3";
  const fault: Fault = { kind: "invalid", severity: "error", subject: purl("npm", name), fix };
  const message = `"${range}" is no range, no tag and no address: npm refuses it for ${name}`;
  return { code: "manifest", file: other ?? file, line, column, message, fault };
}

/** Overrides count where they stand at the root of an installation, and settle what is asked for. */
function managedVersions(manifest: PackageManifest, { settings }: RequirementContext): readonly Requirement[] {
  const own = settings.filter(({ file }) => directoryOf(file) === manifest.directory);
  return own.flatMap(({ file, overrides = [] }) =>
    overrides.map(({ name, range, key, only, line, column }): Requirement => {
      const same = range.startsWith("$")
        ? manifest.requirements.find((each) => each.name === range.slice(1))
        : undefined;
      return {
        package: purl("npm", name),
        range: same?.range ?? range,
        scope: "managed",
        group: key,
        ...(only === undefined ? {} : { marker: only }),
        file,
        line,
        column,
        ...(same === undefined
          ? {}
          : { origin: [{ file: manifest.file, line: same.line, message: `${range} is ${same.range}` }] }),
        observable: false,
      };
    }),
  );
}

function isObservable(
  { name, scope }: WrittenRequirement,
  { requirements }: PackageManifest,
  { peers }: RequirementContext,
): boolean {
  if (scope === "peer" || scope === "optional") return false;
  // A bundler may take `buffer` from a package where Node takes its own.
  if (worksByPresence.some((form) => form.test(name)) || nodeBuiltin(name) !== undefined) return false;
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
  const named = packages.named(name);
  const member = named.find((each) => sharesInstall(directory, each.directory));
  // The protocol always means a package of the repository, also where its root has no package.json (Rush).
  if (range.startsWith("workspace:")) return (member ?? (named.length === 1 ? named[0] : undefined))?.directory;
  if (member === undefined) return undefined;
  const set = npmVersions.range(range);
  if (set === undefined) return undefined;
  // A member without a version is never published: the workspace links it whatever the range says.
  const version = member.version === undefined ? undefined : npmVersions.parse(member.version);
  return version === undefined || set.contains(version) ? member.directory : undefined;
}

function isPath(range: string, rest: string): boolean {
  return !range.startsWith("workspace:") || rest.startsWith(".");
}
