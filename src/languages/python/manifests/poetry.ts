/**
 * Poetry's own tables, as projects had them before `[project]`, and still may.
 * @see https://python-poetry.org/docs/pyproject/
 * @see https://python-poetry.org/docs/dependency-specification/
 */
import type { RuntimeDemand } from "../../../model/runtime-demand.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { RequirementScope } from "../../../model/requirement.ts";
import { distributionPurl, normalizeName } from "../versions/distribution-name.ts";
import { parseSpecifiers } from "../versions/specifiers.ts";
import type { DeclaredRequirement } from "./manifest.ts";
import { poetryRange, pythonMarker } from "./poetry-constraint.ts";
import { pythonAt } from "./required-python.ts";
import { isTable, tableAt, textAt, type TomlDocument, valueAt } from "./toml-document.ts";
import type { TomlPath } from "./toml-positions.ts";

export interface PoetryProject {
  readonly name?: string;
  readonly version?: string;
  readonly requiresPython?: RuntimeDemand;
  readonly requirements: readonly DeclaredRequirement[];
}

interface Place {
  readonly document: TomlDocument;
  readonly scope: RequirementScope;
  readonly group?: string;
}

/** Undefined when the file has no table of Poetry's. */
export function readPoetry(document: TomlDocument, diagnostics: Diagnostic[]): PoetryProject | undefined {
  const poetry = valueAt(document.root, "tool", "poetry");
  if (!isTable(poetry)) return undefined;
  const top: TomlPath = ["tool", "poetry"];
  const name = textAt(poetry, "name");
  const version = textAt(poetry, "version");
  const python = textAt(poetry, "dependencies", "python");
  const range = python === undefined ? undefined : poetryRange(python);
  const requiresPython =
    range === undefined ? undefined : pythonAt(document, [...top, "dependencies", "python"], range);
  const requirements = [
    ...readTable([...top, "dependencies"], { document, scope: "runtime" }, diagnostics),
    ...readTable([...top, "dev-dependencies"], { document, scope: "dev", group: "dev" }, diagnostics),
    ...Object.keys(tableAt(poetry, "group")).flatMap((group) => {
      const scope = /^tests?$/.test(group) ? "test" : group === "main" ? "runtime" : "dev";
      return readTable([...top, "group", group, "dependencies"], { document, scope, group }, diagnostics);
    }),
  ];
  return {
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(requiresPython === undefined ? {} : { requiresPython }),
    requirements,
  };
}

function readTable(path: TomlPath, place: Place, diagnostics: Diagnostic[]): readonly DeclaredRequirement[] {
  const table = tableAt(place.document.root, ...path.map(String));
  return Object.entries(table).flatMap(([name, value]) => {
    if (name === "python") return [];
    // Several constraints for several environments: a list of tables.
    if (!Array.isArray(value)) return readEntry(name, value, [...path, name], place, diagnostics) ?? [];
    const entries: readonly unknown[] = value;
    return entries.flatMap((entry, at) => readEntry(name, entry, [...path, name, at], place, diagnostics) ?? []);
  });
}

function readEntry(
  name: string,
  value: unknown,
  path: TomlPath,
  { document, scope, group }: Place,
  diagnostics: Diagnostic[],
): DeclaredRequirement | undefined {
  const { line, column } = document.place(path);
  const constraint = typeof value === "string" ? value : textAt(value, "version");
  const source = textAt(value, "git") ?? textAt(value, "url");
  const directory = textAt(value, "path");
  const range = constraint === undefined ? (source ?? "*") : poetryRange(constraint);
  if (constraint !== undefined && (range === undefined || (range !== "*" && parseSpecifiers(range) === undefined))) {
    const message = `the constraint "${constraint}" of ${name} is not understood`;
    diagnostics.push({ code: "manifest", file: document.path, line, column, message });
  }
  const python = textAt(value, "python");
  const conditions = [textAt(value, "markers"), python === undefined ? undefined : pythonMarker(python)];
  const marker = conditions.filter((each) => each !== undefined).join(" and ");
  const optional = valueAt(value, "optional") === true;
  const written = valueAt(value, "extras");
  const extras = Array.isArray(written) ? written.filter((each) => typeof each === "string").map(normalizeName) : [];
  return {
    package: distributionPurl(name),
    range: range ?? constraint ?? "*",
    scope: optional && scope === "runtime" ? "optional" : scope,
    ...(group === undefined ? {} : { group }),
    ...(marker === "" ? {} : { marker }),
    ...(extras.length === 0 ? {} : { extras }),
    file: document.path,
    line,
    column,
    ...(directory === undefined ? {} : { path: directory }),
  };
}
