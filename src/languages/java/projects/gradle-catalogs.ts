/** Which version catalogs a build has, and by which names: files where Gradle looks, and what settings declare. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { GradleCatalog, GradleSettings } from "../manifests/gradle-model.ts";
import { joinPath } from "./build.ts";

export interface PlacedCatalog extends GradleCatalog {
  /** Directory of the build that it belongs to. */
  readonly root: string;
}

export function placedCatalogs(
  catalogs: readonly GradleCatalog[],
  settings: readonly GradleSettings[],
): readonly PlacedCatalog[] {
  const out: PlacedCatalog[] = [];
  const byPath = new Map(catalogs.map((catalog) => [catalog.path, catalog]));
  for (const { path, catalogs: declared } of settings) {
    const root = directoryOf(path);
    for (const { name, from, own } of declared) {
      const file = from === undefined ? undefined : byPath.get(joinPath(root, withoutRoot(from)) ?? "");
      // What settings say themselves goes over the file that they name.
      if (own.libraries.size > 0 || own.plugins.size > 0 || own.values.size > 0) out.push({ ...own, root });
      if (file !== undefined) out.push({ ...renamed(file, name), root });
    }
  }
  for (const catalog of catalogs) out.push({ ...catalog, root: directoryOf(catalog.path).replace(/\/?\bgradle$/, "") });
  return out;
}

function withoutRoot(path: string): string {
  return path.replace(/^\$\{?(?:rootDir|settingsDir|rootProject\.projectDir)\}?\//, "");
}

function renamed(catalog: GradleCatalog, name: string): GradleCatalog {
  if (catalog.name === name) return catalog;
  const values = [...catalog.values].map(
    ([key, value]) => [`${name}${key.slice(catalog.name.length)}`, value] as const,
  );
  return { ...catalog, name, values: new Map(values) };
}

/** What an accessor names, in the nearest catalog of that name that has it. */
export function lookUpCatalog<T>(
  catalogs: readonly PlacedCatalog[],
  accessor: string,
  file: string,
  find: (catalog: PlacedCatalog, key: string) => T | undefined,
): { readonly catalog: PlacedCatalog; readonly found: T } | undefined {
  const [name = "", ...rest] = accessor.split(".");
  const key = rest.join(".").replace(/\.get$/, "");
  const near = catalogs
    .filter((each) => each.name === name && (each.root === "" || file.startsWith(`${each.root}/`)))
    .toSorted((a, b) => b.root.length - a.root.length);
  for (const catalog of near) {
    const found = find(catalog, key);
    if (found !== undefined) return { catalog, found };
  }
  return undefined;
}
