/**
 * Gradle's version catalogs: gradle/libs.versions.toml.
 * @see https://docs.gradle.org/current/userguide/version_catalogs.html
 */
import { tomlLibrary } from "../../../files/late-libraries.ts";
import type { SourceText } from "../../../files/source-text.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import type { RichVersion } from "../versions/rich.ts";
import { assembleCatalog, type CatalogLibrary, type CatalogVersion } from "./gradle-catalog-parts.ts";
import type { GradleCatalog } from "./gradle-model.ts";

export const gradleCatalogReader: ManifestReader<GradleCatalog> = {
  format: "Gradle version catalog",
  matches: (name) => name.endsWith(".versions.toml"),
  read: readCatalog,
};

type Table = Readonly<Record<string, unknown>>;

function readCatalog(file: SourceText): ManifestReading<GradleCatalog> {
  let content: Table;
  try {
    content = tomlLibrary().parse(file.text);
  } catch (error) {
    const { line, column } = error instanceof tomlLibrary().TomlError ? error : { line: 0, column: 0 };
    const message = "the version catalog is no valid TOML; it was left out";
    return { diagnostics: [{ code: "manifest", file: file.path, line, column, message }] };
  }
  const lines = aliasLines(file.text);
  const rows = (name: string): readonly (readonly [string, unknown, number])[] =>
    Object.entries(table(content[name])).map(([alias, value]) => [alias, value, lines.get(`${name} ${alias}`) ?? 0]);
  const libraries = rows("libraries").flatMap(([alias, value, line]) => {
    const library = makeLibrary(value, line);
    return library === undefined ? [] : [[alias, library] as const];
  });
  const bundles = rows("bundles").flatMap(([alias, value, line]) =>
    Array.isArray(value) ? [[alias, { aliases: value.map(String), line }] as const] : [],
  );
  const plugins = rows("plugins").flatMap(([alias, value, line]) => {
    const [id, version] = typeof value === "string" ? value.split(":") : [table(value)["id"], table(value)["version"]];
    return typeof id === "string" ? [[alias, { id, version: versionOf(version), line }] as const] : [];
  });
  const versions = rows("versions").flatMap(([alias, value, line]) => {
    const version = versionOf(value);
    return version.kind === "rich" ? [[alias, { rich: version.rich, line }] as const] : [];
  });
  const name = file.path.slice(file.path.lastIndexOf("/") + 1, -".versions.toml".length);
  const parts = {
    versions: new Map(versions),
    libraries: new Map(libraries),
    bundles: new Map(bundles),
    plugins: new Map(plugins),
  };
  const { catalog, diagnostics } = assembleCatalog(file.path, name, parts);
  return { manifest: catalog, diagnostics };
}

function table(value: unknown): Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function makeLibrary(value: unknown, line: number): CatalogLibrary | undefined {
  if (typeof value === "string") {
    const [groupId, artifactId, version] = value.split(":");
    return groupId && artifactId ? { groupId, artifactId, version: versionOf(version), line } : undefined;
  }
  const entry = table(value);
  const [groupId, artifactId] =
    typeof entry["module"] === "string" ? entry["module"].split(":") : [entry["group"], entry["name"]];
  if (typeof groupId !== "string" || typeof artifactId !== "string") return undefined;
  return { groupId, artifactId, version: versionOf(entry["version"]), line };
}

/** `"1.0"`, `{ ref = "x" }`, or a rich version. */
function versionOf(value: unknown): CatalogVersion {
  if (typeof value === "string") return { kind: "rich", rich: { require: value } };
  const rich = table(value);
  if (typeof rich["ref"] === "string") return { kind: "ref", alias: rich["ref"] };
  const text = (key: string): string | undefined => (typeof rich[key] === "string" ? rich[key] : undefined);
  const reject = Array.isArray(rich["reject"]) ? rich["reject"].map(String) : [];
  const made: RichVersion = { strictly: text("strictly"), require: text("require"), prefer: text("prefer"), reject };
  const says = reject.length > 0 || [made.strictly, made.require, made.prefer].some((each) => each !== undefined);
  return says ? { kind: "rich", rich: made } : { kind: "none" };
}

/** Where each alias of each table is written, by table and alias, which the TOML library does not tell. */
function aliasLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let current = "";
  for (const [index, line] of text.split("\n").entries()) {
    const header = /^\s*\[([^\]]*)\]\s*(?:#.*)?$/.exec(line)?.[1]?.trim();
    if (header !== undefined) {
      current = header;
      const [name, alias] = header.split(".").map((part) => part.trim());
      if (alias !== undefined && !lines.has(`${name} ${alias}`)) lines.set(`${name} ${alias}`, index + 1);
    }
    const alias = /^\s*["']?([\w-]+)["']?\s*[.=]/.exec(line)?.[1];
    if (alias !== undefined && !lines.has(`${current} ${alias}`)) lines.set(`${current} ${alias}`, index + 1);
  }
  return lines;
}
