/**
 * Gradle's version catalogs: gradle/libs.versions.toml.
 * @see https://docs.gradle.org/current/userguide/version_catalogs.html
 */
import { tomlLibrary } from "../../../files/late-libraries.ts";
import type { SourceText } from "../../../files/source-text.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import type { GradleCatalog, GradleCatalogEntry, GradleText } from "./gradle-model.ts";

export const gradleCatalogReader: ManifestReader<GradleCatalog> = {
  format: "Gradle version catalog",
  matches: (name) => name.endsWith(".versions.toml"),
  read: readCatalog,
};

function readCatalog(file: SourceText): ManifestReading<GradleCatalog> {
  let content: Record<string, unknown>;
  try {
    content = tomlLibrary().parse(file.text);
  } catch (error) {
    const { line, column } = error instanceof tomlLibrary().TomlError ? error : { line: 0, column: 0 };
    const message = "the version catalog is no valid TOML; it was left out";
    return { diagnostics: [{ code: "manifest", file: file.path, line, column, message }] };
  }
  const lines = libraryLines(file.text);
  const versions = table(content["versions"]);
  const libraries = new Map<string, readonly GradleCatalogEntry[]>();
  for (const [alias, value] of Object.entries(table(content["libraries"]))) {
    const entry = makeEntry(value, versions, lines.get(alias) ?? 0);
    if (entry !== undefined) libraries.set(accessor(alias), [entry]);
  }
  for (const [alias, value] of Object.entries(table(content["bundles"]))) {
    if (!Array.isArray(value)) continue;
    const entries = value.flatMap((each) => libraries.get(accessor(String(each))) ?? []);
    libraries.set(`bundles.${accessor(alias)}`, entries);
  }
  const name = file.path.slice(file.path.lastIndexOf("/") + 1, -".versions.toml".length);
  const values = catalogValues(name, versions, libraries);
  return { manifest: { kind: "gradle-catalog", path: file.path, name, libraries, values }, diagnostics: [] };
}

function catalogValues(
  name: string,
  versions: Readonly<Record<string, unknown>>,
  libraries: ReadonlyMap<string, readonly GradleCatalogEntry[]>,
): ReadonlyMap<string, GradleText> {
  const values = new Map<string, GradleText>();
  const set = (key: string, value: string | undefined, line: number): void => {
    if (value !== undefined) values.set(`${name}.${key}`, { value, template: false, line, column: 1 });
  };
  for (const [alias, version] of Object.entries(versions)) {
    set(`versions.${accessor(alias)}`, versionOf(version, versions), 0);
  }
  for (const [key, [entry]] of libraries) {
    if (entry === undefined || key.startsWith("bundles.")) continue;
    set(`${key}.module`, `${entry.groupId}:${entry.artifactId}`, entry.line);
    set(`${key}.version`, entry.version, entry.line);
  }
  return values;
}

/** An alias as scripts write it: `jackson-databind` is `jackson.databind`. */
function accessor(alias: string): string {
  return alias.replaceAll(/[-_]/g, ".");
}

function table(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function makeEntry(
  value: unknown,
  versions: Readonly<Record<string, unknown>>,
  line: number,
): GradleCatalogEntry | undefined {
  if (typeof value === "string") {
    const [groupId, artifactId, version] = value.split(":");
    return groupId && artifactId ? { groupId, artifactId, version, line } : undefined;
  }
  const entry = table(value);
  const module = typeof entry["module"] === "string" ? entry["module"].split(":") : [entry["group"], entry["name"]];
  const [groupId, artifactId] = module;
  if (typeof groupId !== "string" || typeof artifactId !== "string") return undefined;
  return { groupId, artifactId, version: versionOf(entry["version"], versions), line };
}

/** `"1.0"`, `{ ref = "x" }`, or a rich version, of which what is strictly or first required counts. */
function versionOf(value: unknown, versions: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof value === "string") return value;
  const rich = table(value);
  if (typeof rich["ref"] === "string") {
    return Object.hasOwn(versions, rich["ref"]) ? versionOf(versions[rich["ref"]], {}) : undefined;
  }
  return ["strictly", "require", "prefer"].map((key) => rich[key]).find((each) => typeof each === "string");
}

/** Where each alias of the `[libraries]` table is written, which the TOML library does not tell. */
function libraryLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let inLibraries = false;
  for (const [index, line] of text.split("\n").entries()) {
    const header = /^\s*\[([^\]]*)\]\s*(?:#.*)?$/.exec(line)?.[1]?.trim();
    if (header !== undefined) inLibraries = header === "libraries";
    const alias = inLibraries ? /^\s*["']?([\w-]+)["']?\s*[.=]/.exec(line)?.[1] : undefined;
    if (alias !== undefined && !lines.has(alias)) lines.set(alias, index + 1);
  }
  return lines;
}
