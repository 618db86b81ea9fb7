/**
 * `pixi.lock` and `conda-lock.yml`: packages of PyPI among those of conda, whose names are kept alone.
 * @see https://pixi.sh/latest/workspace/lockfile/
 * @see https://conda.github.io/conda-lock/output/
 */
import type { ManifestReader, ManifestReading } from "../../../language.ts";
import type { SourceText } from "../../../../files/source-text.ts";
import { type Diagnostic, fileDiagnostic } from "../../../../model/diagnostic.ts";
import { normalizeName } from "../../versions/distribution-name.ts";
import type { LockFile, PythonManifest } from "../manifest.ts";
import { type BlockItem, blockItems } from "./block-yaml.ts";
import { lockFile, needOf } from "./lock-builder.ts";
import type { LockedNeed, LockedPackage } from "../../../../model/locked-package.ts";

/** The list is called so by pixi since version 4 of its format, and by conda-lock and older versions of pixi. */
const lists = ["packages", "package"];

export const condaLocks: readonly ManifestReader<PythonManifest>[] = [
  { format: "pixi.lock", matches: (name) => name === "pixi.lock", read: readLock },
  {
    format: "conda-lock.yml",
    matches: (name) => /^(?:[^/]*[-_.])?conda-lock\.ya?ml$/.test(name),
    read: readLock,
  },
];

function readLock(file: SourceText): ManifestReading<LockFile> {
  const diagnostics: Diagnostic[] = [];
  const { items, unread } = blockItems(file.text, lists);
  if (unread !== undefined) {
    diagnostics.push({ code: "manifest", file: file.path, ...unread, message: "this line is not read here" });
  }
  const packages: LockedPackage[] = [];
  const conda = new Set<string>();
  const besides = new Set<string>();
  for (const item of items) {
    const location = item.texts.get("pypi");
    const kind = item.texts.get("kind") ?? item.texts.get("manager");
    if (location === undefined && kind !== "pypi" && kind !== "pip") {
      const name = condaName(item);
      if (name === undefined) continue;
      conda.add(name);
      for (const each of [name, ...pypiNames(item)]) besides.add(normalizeName(each));
      continue;
    }
    // A directory of this repository: no version is locked.
    if (location !== undefined && !location.includes("://")) continue;
    const name = item.texts.get("name");
    const version = item.texts.get("version") ?? commitOf(location);
    const { line, column } = item;
    if (name === undefined || version === undefined) {
      const message = "this package has no name or no version; it was left out";
      diagnostics.push({ code: "manifest", file: file.path, line, column, message });
      continue;
    }
    packages.push({ name, version, line, column, integrity: integrityOf(item), requires: needsOf(item) });
  }
  if (conda.size > 0) diagnostics.push(fileDiagnostic("unsupported", file.path, describe([...conda])));
  return { manifest: lockFile(file.path, packages, { besides: [...besides] }), diagnostics };
}

const mostNamed = 8;

function describe(names: readonly string[]): string {
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : "";
  return `conda's packages are known by their names alone: ${names.slice(0, mostNamed).join(", ")}${more}`;
}

/** By its name, or by its file's: `numpy-2.1.0-py312_0.conda`. */
function condaName({ texts }: BlockItem): string | undefined {
  const url = texts.get("conda") ?? texts.get("url") ?? "";
  return texts.get("name") ?? /\/([^/]+)-[^-/]+-[^-/]+\.(?:conda|tar\.bz2)$/.exec(url)?.[1];
}

/** What a package of conda is called at PyPI, where the lockfile tells: `pkg:pypi/attrs?source=...`. */
function pypiNames({ lists: own }: BlockItem): readonly string[] {
  return (own.get("purls") ?? []).flatMap((purl) => /^pkg:pypi\/([^@?#]+)/.exec(purl)?.[1] ?? []);
}

function commitOf(location: string | undefined): string | undefined {
  return location === undefined ? undefined : /(?:@|[?&]rev=|#)([0-9a-f]{7,40})$/.exec(location)?.[1];
}

function integrityOf({ texts, maps }: BlockItem): string | undefined {
  const hash = texts.get("sha256") ?? maps.get("hash")?.get("sha256");
  return hash === undefined ? undefined : `sha256:${hash}`;
}

/** A list of requirements in pixi's, names and ranges in conda-lock's. What extras alone ask for is left out. */
function needsOf({ lists: own, maps }: BlockItem): readonly LockedNeed[] {
  const listed = (own.get("requires_dist") ?? own.get("dependencies") ?? []).flatMap((text) => needOf(text) ?? []);
  const mapped = [...(maps.get("dependencies") ?? [])].map(([name, range]): LockedNeed => ({
    name,
    range: range === "" ? "*" : range,
  }));
  return [...listed, ...mapped];
}
