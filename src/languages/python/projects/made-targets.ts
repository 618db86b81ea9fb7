/** Paths that manifests name and that are not there: whether they may come from elsewhere than the repository's own files. */
import type { FileIndex } from "../../../files/file-index.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Fault } from "../../../model/fault.ts";
import { purlName } from "../../../model/purl.ts";
import type { Requirement } from "../../../model/requirement.ts";
import type { Unit } from "./units.ts";

/** Directories and files that a project's own manifests take packages from. */
export function missingPaths(
  { manifests, environments }: Unit,
  requirements: readonly Requirement[],
  files: FileIndex,
): readonly Diagnostic[] {
  const own = new Set([...manifests, ...environments].map(({ path }) => path));
  return requirements.flatMap(({ package: subject, path, file, line, column }): readonly Diagnostic[] => {
    if (path === undefined || path === "" || !own.has(file) || files.has(path) || files.hasDirectory(path)) return [];
    if (isMade(path, files)) return [];
    const message = `${purlName(subject)} is to come from ${path}, which is not in this repository`;
    const fix = `correct the path, or add ${path}`;
    const fault: Fault = { kind: "missing-target", severity: "error", subject: path, fix };
    return [{ code: "manifest", file, line, column, message, fault }];
  });
}

/** A build makes it, git ignores it, or a submodule brings it. */
export function isMade(path: string, files: FileIndex): boolean {
  const parts = path.split("/");
  if (/\.(?:whl|zip|tar|gz|bz2)$/.test(path) || parts.some((part) => outputs.test(part))) return true;
  if (files.has(".gitmodules")) return true;
  return parts.some((_, end) => files.isIgnored(parts.slice(0, end + 1).join("/")));
}

const outputs = /^(?:dist|builds?|out|target|wheels?|wheelhouse|generated|node_modules|\..*)$/;
