/**
 * `poetry.lock`: formats 1.0 and 1.1, which keep all hashes at the end of the file, and 2.0 and later.
 * @see https://python-poetry.org/docs/basic-usage/#installing-with-poetrylock
 */
import type { ManifestReader } from "../../../language.ts";
import type { Diagnostic } from "../../../../model/diagnostic.ts";
import type { PythonManifest } from "../manifest.ts";
import { poetryRange } from "../poetry-constraint.ts";
import { listAt, tableAt, textAt, type TomlTable } from "../toml-document.ts";
import { hashOfFiles, lockFile } from "./lock-builder.ts";
import type { LockedNeed, LockedPackage } from "../../../../model/locked-package.ts";
import { readTomlLock } from "./toml-lock.ts";

export const poetryLock: ManifestReader<PythonManifest> = {
  format: "poetry.lock",
  matches: (name) => name === "poetry.lock",
  read(file) {
    const diagnostics: Diagnostic[] = [];
    const { root, packages } = readTomlLock(file, ["package"], diagnostics);
    const ranges = new Map<string, string>();
    const locked = packages.flatMap(({ table, line, column }): readonly LockedPackage[] => {
      const name = textAt(table, "name");
      const version = textAt(table, "version");
      // A project of this repository: no version of it is locked.
      if (textAt(table, "source", "type") === "directory") return [];
      if (name === undefined || version === undefined) {
        const message = "this package has no name or no version; it was left out";
        diagnostics.push({ code: "manifest", file: file.path, line, column, message });
        return [];
      }
      const integrity = integrityOf(table, name, version, root);
      return [{ name, version, line, column, integrity, requires: needsOf(table, ranges) }];
    });
    return { manifest: lockFile(file.path, locked), diagnostics };
  },
};

function integrityOf(table: TomlTable, name: string, version: string, root: TomlTable): string | undefined {
  const own = hashesOf(listAt(table, "files"));
  if (own.length > 0) return hashOfFiles(own);
  const all = hashesOf(listAt(root, "metadata", "files", name));
  // The files of all locked versions of a name stand in one list; a file's name tells its version.
  const ofVersion = all.filter((each) => each.name.includes(`-${version}-`) || each.name.includes(`-${version}.`));
  return hashOfFiles(ofVersion.length > 0 ? ofVersion : all);
}

function hashesOf(files: readonly unknown[]): readonly { readonly name: string; readonly hash: string }[] {
  return files.flatMap((file) => {
    const name = textAt(file, "file");
    const hash = textAt(file, "hash");
    return name === undefined || hash === undefined ? [] : [{ name, hash }];
  });
}

/** `idna = ">=2.8"`, a table with a `version`, or a list of such tables, one for each kind of environment. */
function needsOf(table: TomlTable, ranges: Map<string, string>): readonly LockedNeed[] {
  return Object.entries(tableAt(table, "dependencies")).flatMap(([name, value]) => {
    const alternatives: readonly unknown[] = Array.isArray(value) ? value : [value];
    return alternatives.map((each): LockedNeed => {
      const constraint = (typeof each === "string" ? each : textAt(each, "version")) ?? "*";
      let range = ranges.get(constraint);
      // The same few constraints stand there over and over.
      if (range === undefined) ranges.set(constraint, (range = poetryRange(constraint) ?? constraint));
      return { name, range };
    });
  });
}
