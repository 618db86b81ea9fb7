/**
 * `Pipfile`: a table of packages, one for development, and more under any name.
 * @see https://pipenv.pypa.io/en/latest/pipfile.html
 */
import type { ManifestReader } from "../../language.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { RequirementScope } from "../../../model/requirement.ts";
import type { PythonManifest } from "./manifest.ts";
import { noPathSettings } from "./path-settings.ts";
import { isTable, readToml, tableAt } from "./toml-document.ts";
import { readDependencyTable } from "./dependency-table.ts";

const settings: ReadonlySet<string> = new Set(["source", "requires", "scripts", "pipenv", "pipfile"]);

export const pipfile: ManifestReader<PythonManifest> = {
  format: "Pipfile",
  matches: (name) => name === "Pipfile",
  read(file) {
    const diagnostics: Diagnostic[] = [];
    const document = readToml(file, diagnostics);
    const categories = Object.keys(document.root).filter(
      (name) =>
        !settings.has(name) && isTable(document.root[name]) && Object.keys(tableAt(document.root, name)).length > 0,
    );
    const requirements = categories.flatMap((category) => {
      const group = category === "packages" ? {} : { group: category };
      return readDependencyTable([category], { document, scope: scopeOf(category), ...group }, diagnostics);
    });
    return {
      manifest: {
        kind: "environment",
        path: file.path,
        of: "project-here",
        requirements,
        links: [],
        conda: [],
        mixed: false,
        ...(diagnostics.length > 0 ? { open: "all" } : {}),
        settings: noPathSettings,
      },
      diagnostics,
    };
  },
};

function scopeOf(category: string): RequirementScope {
  if (category === "packages") return "runtime";
  return /^tests?(?:-|$)/.test(category) ? "test" : "dev";
}
