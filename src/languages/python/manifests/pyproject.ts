/**
 * `pyproject.toml`: the project (PEP 621), its dependency groups (PEP 735), its build system (PEP 518) and the tools that
 * keep requirements in tables of their own.
 * @see https://packaging.python.org/en/latest/specifications/pyproject-toml/
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { RequirementScope } from "../../../model/requirement.ts";
import { normalizeName } from "../versions/distribution-name.ts";
import { extensionModules, generatedFiles, packageLayout } from "./build-backends.ts";
import { tomlEntryPoints } from "./entry-points.ts";
import type { DeclaredRequirement, NamedFile, ProjectManifest, PythonManifest } from "./manifest.ts";
import { hatchEnvironments } from "./hatch.ts";
import { readList } from "./requirement-lists.ts";
import { readPixi } from "./pixi.ts";
import { readPoetry } from "./poetry.ts";
import { environmentSettings, joinSettings, mypySettings, type PathSettings, pytestSettings } from "./path-settings.ts";
import {
  listAt,
  readToml,
  tableAt,
  textAt,
  textsAt,
  type TomlDocument,
  type TomlTable,
  valueAt,
} from "./toml-document.ts";
import { pyrightTable } from "./tool-configurations.ts";
import { platformsByClassifiers, platformsByEnvironments } from "./target-platforms.ts";
import type { TomlPath } from "./toml-positions.ts";
import { readToxTables } from "./tox.ts";
import { pythonAt } from "./required-python.ts";
import { withUvTables } from "./uv-tables.ts";

export const pyproject: ManifestReader<PythonManifest> = {
  format: "pyproject.toml",
  matches: (name) => name === "pyproject.toml",
  read(file): ManifestReading<ProjectManifest> {
    const diagnostics: Diagnostic[] = [];
    return { manifest: readPyproject(file, diagnostics), diagnostics };
  },
};

function readPyproject(file: SourceText, diagnostics: Diagnostic[]): ProjectManifest {
  const document = readToml(file, diagnostics);
  const { root } = document;
  const { roots, placements } = packageLayout(root);
  const poetry = readPoetry(document, diagnostics);
  const name = textAt(root, "project", "name") ?? poetry?.name;
  const version = textAt(root, "project", "version") ?? poetry?.version;
  const python = textAt(root, "project", "requires-python");
  const requiresPython =
    python === undefined ? poetry?.requiresPython : pythonAt(document, ["project", "requires-python"], python);
  const platforms =
    platformsByEnvironments(textsAt(root, "tool", "uv", "environments")) ??
    platformsByClassifiers([
      ...textsAt(root, "project", "classifiers"),
      ...textsAt(root, "tool", "poetry", "classifiers"),
    ]);
  // Beside a project that lists its own needs, pixi's tables fill an environment to work on it.
  const pixiScope = Object.hasOwn(root, "project") ? "dev" : "runtime";
  const pixi = readPixi(document, { path: ["tool", "pixi"], scope: pixiScope }, diagnostics);
  const tox = readToxTables(document, ["tool", "tox"], diagnostics);
  const requirements = [
    ...readLists(document, diagnostics),
    ...pixi.requirements,
    ...tox.requirements,
    ...readDependencyGroups(document, diagnostics),
    ...(poetry?.requirements ?? []),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
  return {
    kind: "project",
    format: "pyproject.toml",
    path: file.path,
    isProject: Object.hasOwn(root, "project") || Object.hasOwn(root, "build-system") || poetry !== undefined,
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(requiresPython === undefined ? {} : { requiresPython }),
    ...(platforms === undefined ? {} : { platforms }),
    requirements: withUvTables(document, requirements),
    conda: pixi.conda,
    files: [...setuptoolsFiles(document), ...tox.links.filter(({ kind }) => kind === "requirements")],
    dynamicDependencies: textsAt(root, "project", "dynamic").includes("dependencies"),
    entryPoints: tomlEntryPoints(document),
    sourceDirectories: roots,
    generatedFiles: generatedFiles(root),
    extensions: extensionModules(root),
    placements,
    settings: pathSettings(root),
  };
}

/**
 * `dynamic.dependencies = {file = ["requirements.txt"]}` of setuptools, and the same of each extra.
 * @see https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata
 */
function setuptoolsFiles(document: TomlDocument): readonly NamedFile[] {
  const top = ["tool", "setuptools", "dynamic"];
  const named = (path: TomlPath, scope: RequirementScope, group?: string): readonly NamedFile[] => {
    const keys = [...path, "file"];
    const value = valueAt(document.root, ...keys.map(String));
    const isList = Array.isArray(value);
    return textsOf(value).map((each, at) =>
      Object.assign(
        { kind: "requirements", path: each, scope } as const,
        group === undefined ? {} : { group },
        document.place(isList ? [...keys, at] : keys),
      ),
    );
  };
  const extras = Object.keys(tableAt(document.root, ...top, "optional-dependencies"));
  return [
    ...named([...top, "dependencies"], "runtime"),
    ...extras.flatMap((extra) => named([...top, "optional-dependencies", extra], "optional", extra)),
  ];
}

/** What tools are told in tables of their own. */
function pathSettings(root: TomlTable): PathSettings {
  const tool = tableAt(root, "tool");
  const pytest = [tableAt(tool, "pytest", "ini_options"), tableAt(tool, "pytest")].map((table) =>
    pytestSettings(textsOf(valueAt(table, "pythonpath")), textsOf(valueAt(table, "addopts")).join(" ")),
  );
  const environments = Object.values(tableAt(tool, "hatch", "envs")).flatMap(
    (each) => textAt(each, "env-vars", "PYTHONPATH") ?? [],
  );
  return joinSettings([
    ...pytest,
    mypySettings(textsOf(valueAt(tool, "mypy", "mypy_path"))),
    pyrightTable(valueAt(tool, "pyright")),
    pyrightTable(valueAt(tool, "basedpyright")),
    ...environments.map(environmentSettings),
    // https://docs.astral.sh/ruff/settings/#src
    mypySettings(textsAt(tool, "ruff", "src")),
  ]);
}

/** A text, or the texts of a list. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

/** Tables and lists of plain requirement strings. */
function readLists(document: TomlDocument, diagnostics: Diagnostic[]): readonly DeclaredRequirement[] {
  const { root } = document;
  const forBuilds = ["tool", "uv", "build-constraint-dependencies"];
  if (listAt(root, ...forBuilds).length > 0) {
    const message = "what uv constrains for builds alone is not read yet: it is unknown";
    diagnostics.push({ code: "unsupported", file: document.path, ...document.place(forBuilds), message });
  }
  const list = (path: TomlPath, scope: RequirementScope, group?: string): readonly DeclaredRequirement[] =>
    readList(document, path, { scope, ...(group === undefined ? {} : { group }) }, diagnostics);
  const groups = (path: readonly string[], scope: RequirementScope, ...tail: readonly string[]) =>
    Object.keys(tableAt(root, ...path)).flatMap((group) => list([...path, group, ...tail], scope, group));
  return [
    ...list(["project", "dependencies"], "runtime"),
    ...groups(["project", "optional-dependencies"], "optional"),
    ...list(["build-system", "requires"], "build"),
    ...list(["tool", "uv", "dev-dependencies"], "dev", "dev"),
    // https://docs.astral.sh/uv/reference/settings/#constraint-dependencies
    ...list(["tool", "uv", "constraint-dependencies"], "constraint"),
    ...list(["tool", "uv", "override-dependencies"], "managed"),
    ...groups(["tool", "pdm", "dev-dependencies"], "dev"),
    ...hatchEnvironments(document, ["tool", "hatch", "envs"], diagnostics),
  ];
}

/**
 * Groups that other groups include are read once, where they are written.
 * @see https://packaging.python.org/en/latest/specifications/dependency-groups/
 */
function readDependencyGroups(document: TomlDocument, diagnostics: Diagnostic[]): readonly DeclaredRequirement[] {
  const table = tableAt(document.root, "dependency-groups");
  const known = new Set(Object.keys(table).map(normalizeName));
  return Object.keys(table).flatMap((group) => {
    const path = ["dependency-groups", group];
    for (const [index, entry] of listAt(table, group).entries()) {
      if (typeof entry === "string") continue;
      const included = textAt(entry, "include-group");
      if (included !== undefined && known.has(normalizeName(included))) continue;
      const subject = included ?? group;
      const fix = included === undefined ? "write a requirement" : `add the group "${included}", or correct the name`;
      diagnostics.push({
        code: "manifest",
        file: document.path,
        ...document.place([...path, index]),
        fault: { kind: "invalid", severity: "error", subject, fix },
        message:
          included === undefined
            ? `an entry of the dependency group "${group}" is neither a requirement nor an include-group`
            : `the dependency group "${group}" includes "${included}", which is not there`,
      });
    }
    const scope = /^tests?$/.test(normalizeName(group)) ? "test" : "dev";
    return readList(document, path, { scope, group }, diagnostics);
  });
}
