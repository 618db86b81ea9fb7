/** A version catalog put together of what a file or settings say: references followed, aliases as scripts write them. */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { printRich, type RichVersion } from "../versions/rich.ts";
import type { GradleCatalog, GradleCatalogEntry, GradleCatalogPlugin, GradleText } from "./gradle-model.ts";

export type CatalogVersion =
  | { readonly kind: "rich"; readonly rich: RichVersion }
  | { readonly kind: "ref"; readonly alias: string }
  | { readonly kind: "none" };

export interface CatalogLibrary {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: CatalogVersion;
  readonly line: number;
}

export interface CatalogParts {
  readonly versions: ReadonlyMap<string, { readonly rich: RichVersion; readonly line: number }>;
  readonly libraries: ReadonlyMap<string, CatalogLibrary>;
  readonly bundles: ReadonlyMap<string, { readonly aliases: readonly string[]; readonly line: number }>;
  readonly plugins: ReadonlyMap<
    string,
    { readonly id: string; readonly version: CatalogVersion; readonly line: number }
  >;
}

export function assembleCatalog(
  path: string,
  name: string,
  { versions, libraries, bundles, plugins }: CatalogParts,
): { readonly catalog: GradleCatalog; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const say = (line: number, message: string): void => {
    diagnostics.push({ code: "manifest", file: path, line, column: line === 0 ? 0 : 1, message });
  };
  const byAccessor = new Map([...versions].map(([alias, version]) => [accessorOf(alias), version]));
  const versionOf = (version: CatalogVersion, line: number, whose: string): RichVersion | undefined => {
    if (version.kind === "none") return undefined;
    if (version.kind === "rich") return version.rich;
    const found = byAccessor.get(accessorOf(version.alias));
    if (found === undefined) {
      say(line, `the catalog has no version "${version.alias}": the version of ${whose} is unknown`);
    }
    return found?.rich;
  };
  const values = new Map<string, GradleText>();
  const set = (key: string, value: string | undefined, line: number): void => {
    if (value !== undefined) values.set(`${name}.${key}`, { value, template: false, line, column: 1 });
  };
  for (const [alias, { rich, line }] of byAccessor) set(`versions.${alias}`, plain(rich), line);
  const entries = new Map<string, readonly GradleCatalogEntry[]>();
  for (const [alias, { groupId, artifactId, version, line }] of libraries) {
    const rich = versionOf(version, line, artifactId);
    entries.set(accessorOf(alias), [
      { groupId, artifactId, version: rich === undefined ? undefined : printRich(rich), line },
    ]);
    set(`${accessorOf(alias)}.module`, `${groupId}:${artifactId}`, line);
    set(`${accessorOf(alias)}.version`, plain(rich), line);
  }
  for (const [alias, { aliases, line }] of bundles) {
    const unknown = aliases.filter((each) => !entries.has(accessorOf(each)));
    for (const each of unknown) say(line, `the catalog has no library "${each}", which its bundle "${alias}" names`);
    entries.set(
      `bundles.${accessorOf(alias)}`,
      aliases.flatMap((each) => entries.get(accessorOf(each)) ?? []),
    );
  }
  const made = new Map<string, GradleCatalogPlugin>();
  for (const [alias, { id, version, line }] of plugins) {
    const rich = versionOf(version, line, id);
    made.set(accessorOf(alias), { id, version: rich === undefined ? undefined : printRich(rich), line });
  }
  return { catalog: { kind: "gradle-catalog", path, name, libraries: entries, plugins: made, values }, diagnostics };
}

/** What `libs.versions.x.get()` gives. */
function plain(rich: RichVersion | undefined): string | undefined {
  return rich?.strictly ?? rich?.require ?? rich?.prefer;
}

/** An alias as scripts write it: `jackson-databind` is `jackson.databind`. */
export function accessorOf(alias: string): string {
  return alias.replaceAll(/[-_]/g, ".");
}
