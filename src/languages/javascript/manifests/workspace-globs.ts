/**
 * Files beside package.json that say which directories are members, and nothing else of interest: lerna.json, rush.json.
 * @see https://lerna.js.org/docs/api-reference/configuration
 * @see https://rushjs.io/pages/configs/rush_json/
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { SourceText } from "../../../files/source-text.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { JsonFields, type PlacedText } from "./json-fields.ts";
import { readJson } from "../../../files/json-text.ts";
import { type Manifest, type WorkspaceManifest } from "./manifest.ts";

export const lernaJson: ManifestReader<Manifest> = {
  format: "lerna.json",
  matches: (name) => name === "lerna.json",
  read: readLerna,
};

export const rushJson: ManifestReader<Manifest> = {
  format: "rush.json",
  matches: (name) => name === "rush.json",
  read: readRush,
};

/** Every project by its folder. Rush installs all of them together, from a root that has no package.json. */
function readRush(file: SourceText): ManifestReading<WorkspaceManifest> {
  const { root, diagnostics } = readJson(file, "jsonc");
  const fields = new JsonFields(file.path);
  const projects = root?.kind === "object" ? fields.members(root).get("projects")?.value : undefined;
  const folders: PlacedText[] = [];
  for (const project of projects?.kind === "array" ? projects.items : []) {
    const members = project.kind === "object" ? fields.members(project) : undefined;
    const folder = members?.get("projectFolder")?.value;
    if (folder?.kind === "string") folders.push({ text: folder.text, line: folder.line, column: folder.column });
    else fields.complain(project, 'a project should have a text under "projectFolder"');
  }
  return { manifest: workspace(file.path, folders), diagnostics: [...diagnostics, ...fields.diagnostics] };
}

/** Without `packages`, Lerna asks the package manager, whose own files say it. */
function readLerna(file: SourceText): ManifestReading<WorkspaceManifest> {
  const { root, diagnostics } = readJson(file, "jsonc");
  const fields = new JsonFields(file.path);
  const patterns = root?.kind === "object" ? fields.strings(fields.members(root), "packages") : undefined;
  return {
    ...(patterns === undefined ? {} : { manifest: workspace(file.path, patterns) }),
    diagnostics: [...diagnostics, ...fields.diagnostics],
  };
}

function workspace(file: string, patterns: readonly PlacedText[]): WorkspaceManifest {
  return { kind: "workspace", file, directory: directoryOf(file), patterns, isRoot: true };
}
