/**
 * pnpm-workspace.yaml, and what .yarnrc.yml has of the same: members, catalogs, overrides.
 * @see https://pnpm.io/pnpm-workspace_yaml
 * @see https://yarnpkg.com/configuration/yarnrc#catalog
 */
import type { SourceText } from "../../../files/source-text.ts";
import { fileDiagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { type Catalogs, defaultCatalog } from "./catalogs.ts";
import type { PlacedText } from "./json-fields.ts";
import { directoryOf, type Manifest } from "./manifest.ts";
import { overrideOf, splitSelector, type WrittenOverride } from "./overrides.ts";
import { readYaml, textsByKey, textsOf, valueAt, type YamlValue } from "./yaml-text.ts";

export const pnpmWorkspace: ManifestReader<Manifest> = {
  format: "pnpm-workspace.yaml",
  matches: (name) => name === "pnpm-workspace.yaml",
  read: readSettings,
};

export const yarnSettings: ManifestReader<Manifest> = {
  format: ".yarnrc.yml",
  matches: (name) => name === ".yarnrc.yml",
  read: readSettings,
};

function readSettings(file: SourceText): ManifestReading<Manifest> {
  const { root, diagnostics } = readYaml(file);
  const packages = valueAt(root, "packages");
  const wrong = packages !== undefined && packages.kind !== "list";
  const message = '"packages" should be a list of directories';
  const manifest: Manifest = {
    kind: "workspace",
    file: file.path,
    directory: directoryOf(file.path),
    // What Yarn has its members from is package.json alone.
    ...(file.path.endsWith(".yarnrc.yml")
      ? { patterns: [], isRoot: false }
      : { patterns: textsOf(packages), isRoot: true }),
    catalogs: catalogsOf(root),
    overrides: overridesOf(root),
  };
  return {
    manifest,
    diagnostics: wrong ? [...diagnostics, fileDiagnostic("manifest", file.path, message)] : diagnostics,
  };
}

function catalogsOf(root: YamlValue | undefined): Catalogs {
  const catalogs = new Map<string, ReadonlyMap<string, PlacedText>>();
  const single = textsByKey(valueAt(root, "catalog"));
  if (single.size > 0) catalogs.set(defaultCatalog, single);
  const several = valueAt(root, "catalogs");
  for (const [name, catalog] of several?.kind === "map" ? several.entries : []) catalogs.set(name, textsByKey(catalog));
  return catalogs;
}

function overridesOf(root: YamlValue | undefined): readonly WrittenOverride[] {
  return [...textsByKey(valueAt(root, "overrides"))].flatMap(([written, { text, line, column }]) => {
    const { above, selector } = splitSelector(written);
    const override = overrideOf(selector, text, "overrides", above);
    return override === undefined ? [] : [{ ...override, line, column }];
  });
}
