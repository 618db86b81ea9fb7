/** What POMs say and Maven refuses: modules that are not there, versions that are no ranges. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Fault } from "../../../model/fault.ts";
import type { Project } from "../../../model/project.ts";
import type { Pom, PomValue } from "../manifests/pom-model.ts";
import { mavenVersions } from "../versions.ts";
import { joinPath } from "./build.ts";

/** "Child module ... does not exist": Maven stops, in a profile only when that is on. */
export function missingModules(pom: Pom, files: FileIndex): readonly Diagnostic[] {
  const ofProfiles = pom.profiles.flatMap(({ modules }) => modules);
  const named = (modules: readonly PomValue[], severity: Fault["severity"]): readonly Diagnostic[] =>
    modules
      .filter(({ value }) => isMissing(directoryOf(pom.path), value, files))
      .map(({ value, line }): Diagnostic => {
        const message = `the module "${value}" is not in this repository`;
        const fix = `remove the module "${value}", or correct its path`;
        const fault: Fault = { kind: "missing-target", severity, subject: value, fix };
        return { code: "manifest", file: pom.path, line, column: 1, message, fault };
      });
  return [...named(pom.modules, "error"), ...named(ofProfiles, "warning")];
}

/** A module is a directory with a POM, of whatever language, or the POM itself. */
function isMissing(directory: string, value: string, files: FileIndex): boolean {
  const path = /[${}@]/.test(value) ? undefined : joinPath(directory, value.trim());
  if (path === undefined || path === "" || files.has(path)) return false;
  if (files.names(path).some((name) => name.startsWith("pom.") || name.startsWith("."))) return false;
  if (files.has(".gitmodules")) return false;
  const parts = path.split("/");
  return !parts.some((_, end) => files.isIgnored(parts.slice(0, end + 1).join("/")));
}

/** "Invalid version specification": a version that begins as a range does, and is none. */
export function refusedRanges({ requirements, manifest }: Project): readonly Diagnostic[] {
  return requirements.flatMap(({ package: subject, range, file, line, column }): readonly Diagnostic[] => {
    if (file !== manifest || !/^[[(]/.test(range) || range.includes("${")) return [];
    if (mavenVersions.range(range) !== undefined) return [];
    const message = `"${range}" begins as a range of versions and is none: Maven refuses it`;
    const fix = "write a range such as [1.0,2.0), or a version";
    const fault: Fault = { kind: "invalid", severity: "error", subject, fix };
    return [{ code: "manifest", file, line, column, message, fault }];
  });
}
