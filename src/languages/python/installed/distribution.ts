/**
 * What the metadata of one installed distribution say: the modules that it brought, and what it asks for in turn.
 * @see https://packaging.python.org/en/latest/specifications/recording-installed-packages/
 */
import { normalizeName } from "../versions/distribution-name.ts";

export interface InstalledDistribution {
  /** Normalised. */
  readonly name: string;
  readonly version: string;
  /** Dotted names of its modules and regular packages, each without those inside of it: `yaml`, `google.cloud.storage`. */
  readonly modules: readonly string[];
  /** Normalised names of what it asks for, without extras. */
  readonly requires: readonly string[];
}

/** `PyYAML-6.0.2.dist-info`, `six-1.16.0-py3.11.egg-info` */
const directoryName = /^([A-Za-z0-9][A-Za-z0-9._]*?)-([^-]+)(?:-py[0-9.]+)?\.(?:dist|egg)-info$/;

export function distributionOf(directory: string): { readonly name: string; readonly version: string } | undefined {
  const [, name, version] = directoryName.exec(directory) ?? [];
  return name === undefined || version === undefined ? undefined : { name: normalizeName(name), version };
}

/** More than any real distribution has. */
const mostModules = 2000;

/**
 * Modules by the files that were installed: the shallowest names that are a module or a regular package. What lies in
 * directories without `__init__` shares its namespace with others.
 */
export function modulesOfRecord(record: string): readonly string[] {
  const paths = record.split(/\r?\n/).flatMap((line) => pathOf(line) ?? []);
  const packages = new Set(
    paths.flatMap((path) => /^(.+)\/__init__\.(?:py|pyi|[^/]*\.?(?:so|pyd))$/.exec(path)?.[1] ?? []),
  );
  const modules = new Set<string>();
  for (const path of paths) {
    if (modules.size === mostModules) break;
    const module = shallowest(path, packages);
    if (module !== undefined) modules.add(module.replaceAll("/", "."));
  }
  return [...modules];
}

/** The path of a line, if it is a module's and within the directory of the environment. */
function pathOf(line: string): string | undefined {
  const path = line.startsWith('"') ? /^"((?:[^"]|"")*)"/.exec(line)?.[1] : line.slice(0, line.indexOf(","));
  if (path === undefined || !/\.(?:py|pyi|so|pyd)$/.test(path) || /^(?:\.\.|\/)/.test(path)) return undefined;
  // An editable installation brings only what leads to the sources.
  if (path.startsWith("__editable__")) return undefined;
  return /(?:^|\/)(?:__pycache__|[^/]+\.(?:dist-info|egg-info|data|libs))\//.test(path) ? undefined : path;
}

function shallowest(path: string, packages: ReadonlySet<string>): string | undefined {
  for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) {
    if (packages.has(path.slice(0, slash))) return path.slice(0, slash);
  }
  const name = path.slice(path.lastIndexOf("/") + 1);
  const stem = name.slice(0, name.indexOf("."));
  return path.slice(0, path.length - name.length) + stem;
}

/** `top_level.txt`: a name a line. A path there (`google/cloud`) is an old way to say a dotted name. */
export function modulesOfTopLevel(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().replaceAll("/", "."))
    .filter((line) => line !== "")
    .slice(0, mostModules);
}

/** `Requires-Dist` headers; what is asked for with an extra is left out. */
export function requirementsOf(metadata: string): readonly string[] {
  const end = /\r?\n\r?\n/.exec(metadata)?.index ?? metadata.length;
  const names = new Set<string>();
  for (const [, requirement = ""] of metadata.slice(0, end).matchAll(/^Requires-Dist:[ \t]*(.+)$/gim)) {
    if (/;.*\bextra\s*[=!]=/.test(requirement)) continue;
    const name = /^[A-Za-z0-9][A-Za-z0-9._-]*/.exec(requirement)?.[0];
    if (name !== undefined) names.add(normalizeName(name));
  }
  return [...names];
}
