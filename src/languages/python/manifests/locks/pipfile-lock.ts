/**
 * `Pipfile.lock`: a category of packages each under its name. It does not say who asks for what.
 * @see https://github.com/pypa/pipfile#pipfilelock
 */
import type { ManifestReader } from "../../../language.ts";
import type { Diagnostic } from "../../../../model/diagnostic.ts";
import { type JsonValue, readJsonPlaces } from "../json-places.ts";
import type { PythonManifest } from "../manifest.ts";
import { lockFile } from "./lock-builder.ts";
import type { LockedPackage } from "../../../../model/locked-package.ts";

export const pipfileLock: ManifestReader<PythonManifest> = {
  format: "Pipfile.lock",
  matches: (name) => name === "Pipfile.lock",
  read(file) {
    const diagnostics: Diagnostic[] = [];
    const root = readJsonPlaces(file, diagnostics);
    const packages: LockedPackage[] = [];
    for (const [category, { members }] of root?.members ?? []) {
      if (category === "_meta") continue;
      for (const [name, entry] of members) {
        // A project of this repository, or a file of it: no version is locked.
        if (entry.members.has("path") || (entry.members.has("file") && !entry.members.has("version"))) continue;
        const version = versionOf(entry);
        const { line, column } = entry;
        if (version === undefined) {
          const message = `${name} has no version here; it was left out`;
          diagnostics.push({ code: "manifest", file: file.path, line, column, message });
          continue;
        }
        const integrity = entry.members.get("hashes")?.items[0]?.text;
        packages.push({ name, version, line, column, integrity, requires: [] });
      }
    }
    return { manifest: lockFile(file.path, packages), diagnostics };
  },
};

/** `"==8.1.7"`, or the commit of a repository. */
function versionOf(entry: JsonValue): string | undefined {
  const text = (field: string): string | undefined => entry.members.get(field)?.text ?? undefined;
  return /^===?(.+)$/.exec(text("version") ?? "")?.[1] ?? text("ref");
}
