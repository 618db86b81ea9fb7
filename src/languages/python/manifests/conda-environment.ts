/**
 * Conda's `environment.yml`: packages of conda, and among them a list for pip.
 * @see https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html#create-env-file-manually
 */
import type { ManifestReader } from "../../language.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { readMatchSpec } from "./conda-match-spec.ts";
import type { CondaPackage, DeclaredRequirement, PythonManifest, RequirementsLink } from "./manifest.ts";
import { noPathSettings } from "./path-settings.ts";
import { readRequirementLine } from "./requirements.ts";
import { readYamlPlaces, type YamlNode } from "../../../files/yaml-places.ts";

export const condaEnvironment: ManifestReader<PythonManifest> = {
  format: "conda environment",
  matches: (name) => /^(?:environment|conda|env)(?:[-_.][^/]*)?\.ya?ml$/.test(name),
  read(file) {
    const diagnostics: Diagnostic[] = [];
    const dependencies = readYamlPlaces(file, diagnostics)?.entries.get("dependencies");
    // Other tools' files have such names, too.
    if (dependencies === undefined || dependencies.items.length === 0) return { diagnostics };
    const requirements: DeclaredRequirement[] = [];
    const links: RequirementsLink[] = [];
    const conda: CondaPackage[] = [];
    const complain = ({ line, column }: YamlNode, message: string): void => {
      diagnostics.push({ code: "manifest", file: file.path, line, column, message });
    };
    for (const item of dependencies.items) {
      if (item.text !== undefined) {
        const found = readMatchSpec(item.text);
        if (found === undefined) complain(item, `"${item.text.slice(0, 80)}" is no match spec of conda`);
        else conda.push({ ...found, scope: "runtime", environment: file.path, line: item.line, column: item.column });
      }
      const known = item.entries.get("pip");
      if (item.text === undefined && known === undefined) complain(item, 'only a list for "pip" may stand here');
      for (const { text, line, column } of known?.items ?? []) {
        if (text === undefined) continue;
        const read = readRequirementLine(
          { text, line, column },
          { file: file.path, scope: "runtime", environment: file.path },
          diagnostics,
        );
        if (read === undefined) continue;
        if ("kind" in read) links.push(read);
        else requirements.push(read);
      }
    }
    diagnostics.push(...namesAlone(file.path, conda));
    return {
      manifest: {
        kind: "environment",
        path: file.path,
        of: "project-around",
        requirements,
        links,
        conda,
        mixed: true,
        ...(diagnostics.length > 0 ? { open: "all" } : {}),
        settings: noPathSettings,
      },
      diagnostics,
    };
  },
};

const mostNamed = 8;

/** What a package of conda holds is not known: most are called as the distribution of the same software, and not all. */
export function namesAlone(file: string, conda: readonly CondaPackage[]): readonly Diagnostic[] {
  const packages = conda.filter(({ name }) => name !== "python" && name !== "pip");
  const [first] = packages;
  if (first === undefined) return [];
  const names = [...new Set(packages.map(({ name }) => name))];
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : "";
  const message = `conda's packages are known by their names alone: ${names.slice(0, mostNamed).join(", ")}${more}`;
  return [{ code: "unsupported", file, line: first.line, column: first.column, message }];
}
