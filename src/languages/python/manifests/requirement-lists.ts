/** Lists of requirements in TOML, as text after text. */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { distributionPurl } from "../versions/distribution-name.ts";
import type { DeclaredRequirement } from "./manifest.ts";
import { listAt, type TomlDocument } from "./toml-document.ts";
import type { TomlPath } from "./toml-positions.ts";
import { readRequirement, type WrittenRequirement } from "./written-requirement.ts";

export function readList(
  document: TomlDocument,
  path: TomlPath,
  where: Pick<WrittenRequirement, "scope" | "group" | "environment">,
  diagnostics: Diagnostic[],
): readonly DeclaredRequirement[] {
  return listAt(document.root, ...path.map(String)).flatMap((text, index) => {
    if (typeof text !== "string") return [];
    const place = document.place([...path, index]);
    const local = localProject(text);
    if (local !== undefined) {
      const { name, directory } = local;
      const requirement = { package: distributionPurl(name), range: "*", file: document.path, path: directory };
      return Object.assign(requirement, place, where);
    }
    // `{root:uri}` of Hatch and `${PROJECT_ROOT}` of PDM in other forms, and options of pip.
    if (text.startsWith("-") || /\{[a-z_:]+\}|\$\{/i.test(text)) {
      const message = `"${text.slice(0, 80)}" is put together when the tool runs; it was not read`;
      diagnostics.push({ code: "unsupported", file: document.path, ...place, message });
      return [];
    }
    return readRequirement({ text, file: document.path, ...place, ...where }, diagnostics) ?? [];
  });
}

/**
 * A project of this repository as PDM and Hatch write it: `-e file:///${PROJECT_ROOT}/till#egg=till`, `till @ {root:uri}/till`.
 * @see https://pdm-project.org/latest/usage/dependency/#local-dependencies
 * @see https://hatch.pypa.io/latest/config/context/
 */
function localProject(text: string): { readonly name: string; readonly directory: string } | undefined {
  const root = String.raw`(?:file:\/\/\/\$\{PROJECT_ROOT\}|\{root:uri\})\/?([^#\s;]*)`;
  const [, editable, egg] = new RegExp(`^-e\\s+${root}#egg=([A-Za-z0-9._-]+)`).exec(text) ?? [];
  if (editable !== undefined && egg !== undefined) return { name: egg, directory: editable };
  const [, name, directory] = new RegExp(`^([A-Za-z0-9._-]+)(?:\\[[^\\]]*\\])?\\s*@\\s*${root}`).exec(text) ?? [];
  return name === undefined || directory === undefined ? undefined : { name, directory };
}
