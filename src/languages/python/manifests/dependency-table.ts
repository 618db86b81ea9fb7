/**
 * Tables whose keys are packages: a range, or a table that says more. Pipfiles and pixi's manifests hold such tables.
 * @see https://pipenv.pypa.io/en/latest/specifiers.html
 * @see https://pixi.sh/latest/reference/pixi_manifest/#pypi-dependencies
 */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { RequirementScope } from "../../../model/requirement.ts";
import { distributionPurl, normalizeName } from "../versions/distribution-name.ts";
import { parseMarker } from "../versions/markers.ts";
import { parseSpecifiers } from "../versions/specifiers.ts";
import type { DeclaredRequirement } from "./manifest.ts";
import { isTable, tableAt, textAt, textsAt, type TomlDocument, type TomlTable } from "./toml-document.ts";
import type { TomlPath } from "./toml-positions.ts";

export interface DependencyTablePlace {
  readonly document: TomlDocument;
  readonly scope: RequirementScope;
  readonly group?: string;
  readonly environment?: string;
  /** The condition of the whole table. */
  readonly marker?: string;
}

export function readDependencyTable(
  path: TomlPath,
  place: DependencyTablePlace,
  diagnostics: Diagnostic[],
): readonly DeclaredRequirement[] {
  const table = tableAt(place.document.root, ...path.map(String));
  return Object.entries(table).map(([name, value]) => readEntry(name, value, [...path, name], place, diagnostics));
}

function readEntry(
  name: string,
  value: unknown,
  path: TomlPath,
  { document, scope, group, environment, marker: outer }: DependencyTablePlace,
  diagnostics: Diagnostic[],
): DeclaredRequirement {
  const place = document.place(path);
  const complain = (message: string): void => {
    diagnostics.push({ code: "manifest", file: document.path, ...place, message });
  };
  const table: TomlTable = isTable(value) ? value : {};
  const written = typeof value === "string" ? value : textAt(table, "version");
  const range = written === undefined || written.trim() === "" ? "*" : written.trim();
  if (range !== "*" && parseSpecifiers(range) === undefined)
    complain(`the range "${range}" of ${name} is not understood`);
  if (typeof value !== "string" && !isTable(value)) complain(`${name} has neither a range nor a table`);
  const conditions = [outer, ...markersOf(table)].filter((each) => each !== undefined);
  for (const each of conditions) {
    if ("problem" in parseMarker(each)) complain(`the marker of ${name} is not understood: ${each}`);
  }
  const marker = conditions.length < 2 ? conditions[0] : conditions.map((each) => `(${each})`).join(" and ");
  const extras = textsAt(table, "extras").map(normalizeName);
  const directory = localPath(textAt(table, "path") ?? textAt(table, "file"));
  return {
    package: distributionPurl(name),
    range: written === undefined ? (locationOf(table) ?? range) : range,
    scope,
    ...(group === undefined ? {} : { group }),
    ...(environment === undefined ? {} : { environment }),
    ...(marker === undefined ? {} : { marker }),
    ...(extras.length === 0 ? {} : { extras }),
    file: document.path,
    ...place,
    ...(directory === undefined ? {} : { path: directory }),
  };
}

/** "markers", and each marker variable as a key of its own: `sys_platform = "== 'win32'"`. */
function markersOf(table: TomlTable): readonly string[] {
  const variables = Object.entries(table).flatMap(([key, value]) =>
    typeof value === "string" &&
    /^(?:os_name|sys_platform|platform_\w+|python_version|python_full_version|implementation_\w+)$/.test(key)
      ? [`${key} ${value}`]
      : [],
  );
  const markers = textAt(table, "markers");
  return markers === undefined ? variables : [markers, ...variables];
}

function locationOf(table: TomlTable): string | undefined {
  const git = textAt(table, "git");
  if (git !== undefined) {
    const revision = ["ref", "rev", "tag", "branch"]
      .map((key) => textAt(table, key))
      .find((each) => each !== undefined);
    return `git+${git.replace(/^git\+/, "")}${revision === undefined ? "" : `@${revision}`}`;
  }
  return textAt(table, "url") ?? textAt(table, "file");
}

/** An archive's URL is no directory. */
function localPath(path: string | undefined): string | undefined {
  return path === undefined || /^[a-z][a-z0-9+.-]+:\/\//i.test(path) ? undefined : path;
}
