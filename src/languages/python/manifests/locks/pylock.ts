/**
 * `pylock.toml` and `pylock.NAME.toml` (PEP 751).
 * @see https://packaging.python.org/en/latest/specifications/pylock-toml/
 */
import type { ManifestReader } from "../../../language.ts";
import type { Diagnostic } from "../../../../model/diagnostic.ts";
import type { PythonManifest } from "../manifest.ts";
import { isTable, listAt, tableAt, textAt, textsAt, type TomlTable, valueAt } from "../toml-document.ts";
import { hashOfFiles, lockFile, needOf } from "./lock-builder.ts";
import type { LockedNeed, LockedPackage } from "../../../../model/locked-package.ts";
import { readTomlLock } from "./toml-lock.ts";

export const pylock: ManifestReader<PythonManifest> = {
  format: "pylock.toml",
  matches: (name) => /^pylock(?:\.[^.]+)?\.toml$/.test(name),
  read(file) {
    const diagnostics: Diagnostic[] = [];
    const { packages } = readTomlLock(file, ["packages"], diagnostics);
    const locked = packages.flatMap(({ table, line, column }): readonly LockedPackage[] => {
      // "packages.directory": the sources in this repository.
      if (isTable(valueAt(table, "directory"))) return [];
      const name = textAt(table, "name");
      // "packages.version" may be absent for what is not known before it is built; a commit is as exact.
      const version = textAt(table, "version") ?? textAt(table, "vcs", "commit-id");
      if (name === undefined || version === undefined) {
        const message = "this package has no name or no version; it was left out";
        diagnostics.push({ code: "manifest", file: file.path, line, column, message });
        return [];
      }
      return [{ name, version, line, column, integrity: integrityOf(table), requires: needsOf(table) }];
    });
    return {
      manifest: lockFile(file.path, locked, { partial: !/(?:^|\/)pylock\.toml$/.test(file.path) }),
      diagnostics,
    };
  },
};

/** "packages.dependencies" is optional; PDM keeps what it knows of them in its own table. */
function needsOf(table: TomlTable): readonly LockedNeed[] {
  const listed = listAt(table, "dependencies").flatMap((need): readonly LockedNeed[] => {
    const name = textAt(need, "name");
    return name === undefined ? [] : [{ name, range: "*", version: textAt(need, "version") }];
  });
  return [...listed, ...textsAt(table, "tool", "pdm", "dependencies").flatMap((text) => needOf(text) ?? [])];
}

function integrityOf(table: TomlTable): string | undefined {
  const files = [valueAt(table, "sdist"), valueAt(table, "archive"), ...listAt(table, "wheels")];
  return hashOfFiles(
    files.flatMap((file) => {
      const [hash] = Object.entries(tableAt(file, "hashes"));
      if (hash === undefined || typeof hash[1] !== "string") return [];
      const name = textAt(file, "name") ?? textAt(file, "url") ?? textAt(file, "path") ?? "";
      return [{ name, hash: `${hash[0]}:${hash[1]}` }];
    }),
  );
}
