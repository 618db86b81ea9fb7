/**
 * `pdm.lock`. A package whose extras are asked for stands once more for them.
 * @see https://pdm-project.org/latest/usage/lockfile/
 */
import type { ManifestReader } from "../../../language.ts";
import type { Diagnostic } from "../../../../model/diagnostic.ts";
import type { PythonManifest } from "../manifest.ts";
import { listAt, textAt, textsAt, type TomlTable } from "../toml-document.ts";
import { hashOfFiles, lockFile, needOf } from "./lock-builder.ts";
import type { LockedPackage } from "../../../../model/locked-package.ts";
import { readTomlLock } from "./toml-lock.ts";

export const pdmLock: ManifestReader<PythonManifest> = {
  format: "pdm.lock",
  matches: (name) => /^pdm(?:\.[^.]+)?\.lock$/.test(name),
  read(file) {
    const diagnostics: Diagnostic[] = [];
    const { root, packages } = readTomlLock(file, ["package"], diagnostics);
    const locked = packages.flatMap(({ table, line, column }): readonly LockedPackage[] => {
      // A project of this repository: no version of it is locked.
      if (textAt(table, "path")?.match(/\.(?:whl|zip|tar\.\w+)$/) === null) return [];
      const name = textAt(table, "name");
      const version = textAt(table, "version") ?? textAt(table, "revision");
      if (name === undefined || version === undefined) {
        const message = "this package has no name or no version; it was left out";
        diagnostics.push({ code: "manifest", file: file.path, line, column, message });
        return [];
      }
      const requires = textsAt(table, "dependencies").flatMap((text) => needOf(text) ?? []);
      return [{ name, version, line, column, integrity: integrityOf(table, `${name} ${version}`, root), requires }];
    });
    return { manifest: lockFile(file.path, locked), diagnostics };
  },
};

/** Before lockfile version 4.0 all hashes stood at the end of the file, by name and version. */
function integrityOf(table: TomlTable, key: string, root: TomlTable): string | undefined {
  const own = listAt(table, "files");
  return hashOfFiles(
    (own.length > 0 ? own : listAt(root, "metadata", "files", key)).flatMap((file) => {
      const hash = textAt(file, "hash");
      return hash === undefined ? [] : [{ name: textAt(file, "file") ?? textAt(file, "url") ?? "", hash }];
    }),
  );
}
