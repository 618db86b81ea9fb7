/**
 * Pixi's manifests: `pixi.toml`, or the table `tool.pixi` of `pyproject.toml`.
 * @see https://pixi.sh/latest/reference/pixi_manifest/
 */
import type { ManifestReader } from "../../language.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { RequirementScope } from "../../../model/requirement.ts";
import { normalizeName } from "../versions/distribution-name.ts";
import { namesAlone } from "./conda-environment.ts";
import { readDependencyTable } from "./dependency-table.ts";
import type { CondaPackage, DeclaredRequirement, PythonManifest } from "./manifest.ts";
import { noPathSettings } from "./path-settings.ts";
import { readToml, tableAt, textAt, type TomlDocument } from "./toml-document.ts";
import type { TomlPath } from "./toml-positions.ts";

export interface PixiTables {
  readonly requirements: readonly DeclaredRequirement[];
  readonly conda: readonly CondaPackage[];
}

export const pixiToml: ManifestReader<PythonManifest> = {
  format: "pixi.toml",
  matches: (name) => name === "pixi.toml",
  read(file) {
    const diagnostics: Diagnostic[] = [];
    const { requirements, conda } = readPixi(readToml(file, diagnostics), { path: [], scope: "runtime" }, diagnostics);
    diagnostics.push(...namesAlone(file.path, conda));
    return {
      manifest: {
        kind: "environment",
        path: file.path,
        of: "project-here",
        requirements,
        links: [],
        conda,
        mixed: false,
        ...(diagnostics.length > 0 ? { open: "all" } : {}),
        settings: noPathSettings,
      },
      diagnostics,
    };
  },
};

/** A table that may hold tables of dependencies, and what holds for them. */
export interface PixiTable {
  readonly path: TomlPath;
  readonly scope: RequirementScope;
  readonly group?: string;
  readonly marker?: string;
}

/** Every table of dependencies at a path of a document: the workspace's own, each feature's, and each one's for a platform. */
export function readPixi(document: TomlDocument, top: PixiTable, diagnostics: Diagnostic[]): PixiTables {
  const features = Object.keys(tableAt(document.root, ...top.path.map(String), "feature"));
  const own: readonly PixiTable[] = [
    top,
    ...features.map((group): PixiTable => ({
      path: [...top.path, "feature", group],
      scope: /^tests?(?:-|$)/.test(group) ? "test" : "dev",
      group,
    })),
  ];
  const tables = own.flatMap((table) => [table].concat(platformTables(document, table)));
  return {
    requirements: tables.flatMap(({ path, ...where }) =>
      readDependencyTable(
        [...path, "pypi-dependencies"],
        { document, ...where, ...environmentOf(where) },
        diagnostics,
      ).filter(isOther),
    ),
    conda: tables.flatMap(({ path, ...where }) =>
      condaPackages(document, [...path, "dependencies"], { ...where, ...environmentOf(where) }),
    ),
  };
}

/** Features are put together to environments, and not all of them to one. */
function environmentOf({ group }: { readonly group?: string }): { readonly environment?: string } {
  return group === undefined ? {} : { environment: `feature ${group}` };
}

/** What a table asks for on one platform alone. */
function platformTables(document: TomlDocument, { path, scope, group }: PixiTable): readonly PixiTable[] {
  return Object.keys(tableAt(document.root, ...path.map(String), "target")).map((target): PixiTable => {
    const marker = platformMarker(target);
    const named = group === undefined ? {} : { group };
    const conditional = marker === undefined ? {} : { marker };
    return Object.assign({ path: [...path, "target", target], scope }, named, conditional);
  });
}

/** The project itself, installed into its own environment. */
function isOther({ path }: DeclaredRequirement): boolean {
  return path === undefined || !/^\.?\/?$/.test(path);
}

function condaPackages(
  document: TomlDocument,
  path: TomlPath,
  where: Pick<CondaPackage, "scope" | "group" | "marker" | "environment">,
): readonly CondaPackage[] {
  const table = tableAt(document.root, ...path.map(String));
  return Object.entries(table).map(([name, value]) => {
    const version = typeof value === "string" ? value : textAt(value, "version");
    const build = textAt(value, "build");
    const channel = textAt(value, "channel");
    return Object.assign(
      { name: normalizeName(name), ...where },
      version === undefined ? {} : { version },
      build === undefined ? {} : { build },
      channel === undefined ? {} : { channel },
      document.place([...path, name]),
    );
  });
}

/** `linux-64`, `osx`, `win-64`, `unix` as markers. */
function platformMarker(target: string): string | undefined {
  const [system] = target.split("-");
  switch (system) {
    case "linux":
      return 'sys_platform == "linux"';
    case "osx":
      return 'sys_platform == "darwin"';
    case "win":
      return 'sys_platform == "win32"';
    case "unix":
      return 'os_name == "posix"';
    default:
      return undefined;
  }
}
