/** The versions of Python that a project says it is for, and the files by which version managers pick one. */
import type { RuntimeDemand } from "../../../model/runtime-demand.ts";
import { isVersionFile, type ManagedRuntime, readVersionFile } from "../../../files/version-files.ts";
import type { ManifestReader } from "../../language.ts";
import type { PythonManifest } from "./manifest.ts";
import type { TomlDocument } from "./toml-document.ts";
import type { TomlPath } from "./toml-positions.ts";

interface Place {
  readonly line: number;
  readonly column: number;
}

export function requiredPython(file: string, range: string, { line, column }: Place): RuntimeDemand {
  return { runtime: "python", range, strength: "requires", file, line, column };
}

export function pythonAt(document: TomlDocument, path: TomlPath, range: string): RuntimeDemand {
  return requiredPython(document.path, range, document.place(path));
}

const managed: readonly ManagedRuntime[] = [{ runtime: "python", files: [".python-version"], keys: ["python"] }];

export const versionFiles: ManifestReader<PythonManifest> = {
  format: ".python-version",
  matches: (name) => name !== ".sdkmanrc" && isVersionFile(name, managed),
  read(file) {
    const runtimes = readVersionFile(file, managed);
    return { manifest: { kind: "version-file", path: file.path, requirements: [], runtimes }, diagnostics: [] };
  },
};

/**
 * The specifiers that a pin of a version manager amounts to: `3.12` is any 3.12. Undefined for another implementation, and
 * for names (`system`, `miniconda3-latest`).
 * @see https://docs.astral.sh/uv/concepts/python-versions/#requesting-a-version
 */
export function pinnedPython({ range }: RuntimeDemand): string | undefined {
  const [, version] = /^(?:cpython[-@]?|python)?(\d+(?:\.\d+)*)(?:t|\.\*)?$/.exec(range) ?? [];
  if (version !== undefined) return version.split(".").length < 3 ? `==${version}.*` : `==${version}`;
  return /^[<>=!~]/.test(range) ? range : undefined;
}
