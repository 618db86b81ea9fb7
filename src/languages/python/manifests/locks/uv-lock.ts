/**
 * `uv.lock`. Its format is uv's own; what it says of a package is read, whatever the version of the format.
 * @see https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile
 */
import type { ManifestReader } from "../../../language.ts";
import type { Diagnostic } from "../../../../model/diagnostic.ts";
import type { PythonManifest } from "../manifest.ts";
import { listAt, tableAt, textAt, type TomlTable, valueAt } from "../toml-document.ts";
import { hashOfFiles, lockFile } from "./lock-builder.ts";
import type { LockedOwn } from "../../../../model/project-lock.ts";
import type { LockedNeed, LockedPackage } from "../../../../model/locked-package.ts";
import { type LockedTable, readTomlLock } from "./toml-lock.ts";

export const uvLock: ManifestReader<PythonManifest> = {
  format: "uv.lock",
  matches: (name) => name === "uv.lock",
  read(file) {
    const diagnostics: Diagnostic[] = [];
    // Before uv 0.3 the tables were called `distribution`.
    const { packages } = readTomlLock(file, ["package", "distribution"], diagnostics);
    const members = packages.flatMap(({ table }) => projectDirectory(table) ?? []);
    const local = new Set(packages.flatMap(({ table }) => (isProject(table) ? (textAt(table, "name") ?? []) : [])));
    const locked = packages.flatMap(({ table, line, column }): readonly LockedPackage[] => {
      if (isProject(table)) return [];
      const name = textAt(table, "name");
      const version = textAt(table, "version") ?? revisionOf(textAt(table, "source", "git"));
      if (name === undefined || version === undefined) {
        const message = "this package has no name or no version; it was left out";
        diagnostics.push({ code: "manifest", file: file.path, line, column, message });
        return [];
      }
      return [{ name, version, line, column, integrity: integrityOf(table), requires: needsOf(table, local) }];
    });
    return { manifest: lockFile(file.path, locked, { members, own: ownVersion(packages) }), diagnostics };
  },
};

/** Where the project of this repository lies that a table stands for: a member of the workspace, or one asked for by path. */
function projectDirectory(table: TomlTable): string | undefined {
  return (
    textAt(table, "source", "editable") ?? textAt(table, "source", "virtual") ?? textAt(table, "source", "directory")
  );
}

/** The project that the lockfile lies at. One with a version that is made when it is built has none here. */
function ownVersion(packages: readonly LockedTable[]): LockedOwn | undefined {
  const found = packages.find(({ table }) => projectDirectory(table) === ".");
  const version = found === undefined ? undefined : textAt(found.table, "version");
  return found === undefined || version === undefined ? undefined : { version, line: found.line, column: found.column };
}

/** It is built from the sources that stand here: no version of it is locked. */
function isProject(table: TomlTable): boolean {
  return projectDirectory(table) !== undefined;
}

/** The commit at the end of a repository's URL. */
function revisionOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : /#([0-9a-f]{7,})$/.exec(url)?.[1];
}

function integrityOf(table: TomlTable): string | undefined {
  const files = [valueAt(table, "sdist"), ...listAt(table, "wheels")];
  return hashOfFiles(
    files.flatMap((file) => {
      const hash = textAt(file, "hash");
      return hash === undefined ? [] : [{ name: textAt(file, "url") ?? textAt(file, "filename") ?? "", hash }];
    }),
  );
}

/** A version stands beside a name that several are locked of. What is needed of this repository's projects is no version. */
function needsOf(table: TomlTable, local: ReadonlySet<string>): readonly LockedNeed[] {
  const extras = tableAt(table, "optional-dependencies");
  const lists = [listAt(table, "dependencies"), ...Object.keys(extras).map((extra) => listAt(extras, extra))];
  return lists.flat().flatMap((need): readonly LockedNeed[] => {
    const name = textAt(need, "name");
    if (name === undefined || local.has(name)) return [];
    return [{ name, range: "*", version: textAt(need, "version") }];
  });
}
