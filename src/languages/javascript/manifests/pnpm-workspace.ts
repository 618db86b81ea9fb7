/**
 * pnpm-workspace.yaml, and what .yarnrc.yml has of the same: members, catalogs, overrides.
 * @see https://pnpm.io/pnpm-workspace_yaml
 * @see https://yarnpkg.com/configuration/yarnrc#catalog
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { SourceText } from "../../../files/source-text.ts";
import { readYamlPlaces, type YamlNode } from "../../../files/yaml-places.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { type Catalogs, defaultCatalog } from "./catalogs.ts";
import type { PlacedText } from "./json-fields.ts";
import { type Manifest } from "./manifest.ts";
import { overrideOf, splitSelector, type WrittenOverride } from "./overrides.ts";

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
  const diagnostics: Diagnostic[] = [];
  const root = readYamlPlaces(file, diagnostics);
  const packages = root?.entries.get("packages");
  if (packages?.text !== undefined) {
    const { line, column } = packages;
    const message = '"packages" should be a list of directories';
    diagnostics.push({ code: "manifest", file: file.path, line, column, message });
  }
  const manifest: Manifest = {
    kind: "workspace",
    file: file.path,
    directory: directoryOf(file.path),
    // What Yarn has its members from is package.json alone.
    ...(file.path.endsWith(".yarnrc.yml")
      ? { patterns: [], isRoot: false }
      : { patterns: textsOf(packages), isRoot: true }),
    ...(root?.entries.has("peerDependencyRules") === true ? { peerRules: true as const } : {}),
    catalogs: catalogsOf(root),
    overrides: overridesOf(root),
  };
  return { manifest, diagnostics };
}

function catalogsOf(root: YamlNode | undefined): Catalogs {
  const catalogs = new Map<string, ReadonlyMap<string, PlacedText>>();
  const single = textsByKey(root?.entries.get("catalog"));
  if (single.size > 0) catalogs.set(defaultCatalog, single);
  for (const [name, catalog] of root?.entries.get("catalogs")?.entries ?? []) catalogs.set(name, textsByKey(catalog));
  return catalogs;
}

function overridesOf(root: YamlNode | undefined): readonly WrittenOverride[] {
  return [...textsByKey(root?.entries.get("overrides"))].flatMap(([written, { text, line, column }]) => {
    const { above, selector } = splitSelector(written);
    const override = overrideOf(selector, text, "overrides", above);
    return override === undefined ? [] : [{ ...override, line, column }];
  });
}

function textsOf(list: YamlNode | undefined): readonly PlacedText[] {
  return list?.items.flatMap((item) => placed(item) ?? []) ?? [];
}

function textsByKey(map: YamlNode | undefined): ReadonlyMap<string, PlacedText> {
  const texts = new Map<string, PlacedText>();
  for (const [key, node] of map?.entries ?? []) {
    const text = placed(node);
    if (text !== undefined) texts.set(key, text);
  }
  return texts;
}

function placed({ text, line, column }: YamlNode): PlacedText | undefined {
  return text === undefined ? undefined : { text, line, column };
}
