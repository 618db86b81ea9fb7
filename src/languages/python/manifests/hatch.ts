/**
 * Hatch's environments: a table of `pyproject.toml`, or of `hatch.toml`, which holds the same without its prefix.
 * @see https://hatch.pypa.io/latest/config/environment/overview/
 */
import type { ManifestReader } from "../../language.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { DeclaredRequirement, PythonManifest } from "./manifest.ts";
import { noPathSettings } from "./path-settings.ts";
import { readList } from "./requirement-lists.ts";
import { readToml, tableAt, type TomlDocument } from "./toml-document.ts";

export const hatchToml: ManifestReader<PythonManifest> = {
  format: "hatch.toml",
  matches: (name) => name === "hatch.toml",
  read(file) {
    const diagnostics: Diagnostic[] = [];
    const document = readToml(file, diagnostics);
    return {
      manifest: {
        kind: "environment",
        path: file.path,
        of: "project-around",
        requirements: hatchEnvironments(document, ["envs"], diagnostics),
        links: [],
        conda: [],
        mixed: true,
        ...(diagnostics.length > 0 ? { open: "all" } : {}),
        settings: noPathSettings,
      },
      diagnostics,
    };
  },
};

/** What the environments in a table are filled with beside the project; each is installed by itself. */
export function hatchEnvironments(
  document: TomlDocument,
  top: readonly string[],
  diagnostics: Diagnostic[],
): readonly DeclaredRequirement[] {
  return Object.keys(tableAt(document.root, ...top)).flatMap((group) => {
    const scope = /^(?:hatch-)?tests?$/.test(group) ? "test" : "dev";
    const where = { scope, group, environment: `hatch ${group}` } as const;
    return ["dependencies", "extra-dependencies"].flatMap((key) =>
      readList(document, [...top, group, key], where, diagnostics),
    );
  });
}
