/** Where bundlers and frameworks point their customary aliases, configured in code that is never run here. */
import { joinPath } from "./join-path.ts";

/** Prefixes and the directories of a project that they stand for. A development server serves `public` as its root. */
const customs: readonly (readonly [prefix: string, directories: readonly string[]])[] = [
  ["@/", ["src", "", "app"]],
  ["~/", ["src", "", "app"]],
  ["@@/", [""]],
  ["~~/", [""]],
  ["$lib/", ["src/lib"]],
  ["@site/", [""]],
  ["@app/", ["src/app", "app", "src"]],
  ["@assets/", ["src/assets", "assets", "public"]],
  ["@components/", ["src/components", "components", "app/components"]],
  ["@hooks/", ["src/hooks", "hooks"]],
  ["@layouts/", ["src/layouts", "layouts"]],
  ["@lib/", ["src/lib", "lib"]],
  ["@pages/", ["src/pages", "pages"]],
  ["@root/", [""]],
  ["@shared/", ["src/shared", "shared"]],
  ["@src/", ["src"]],
  ["@store/", ["src/store", "store"]],
  ["@styles/", ["src/styles", "styles"]],
  ["@utils/", ["src/utils", "utils"]],
  ["@views/", ["src/views", "views"]],
  ["/", ["", "public", "static"]],
];

/**
 * Whether a specifier begins as an alias by custom that a scope of packages may be called, too: a name of which nothing is
 * known is an alias rather than a package's, and one that is known is the package's.
 */
export function isCustomaryAlias(specifier: string): boolean {
  return customs.some(([prefix]) => prefix.length > 3 && prefix.startsWith("@") && specifier.startsWith(prefix));
}

/** Paths that a specifier may mean by custom, likeliest first; none for most specifiers. */
export function customaryPaths(specifier: string, projectDirectory: string): readonly string[] {
  const custom = customs.find(([prefix]) => specifier.startsWith(prefix));
  if (custom === undefined) return [];
  const rest = specifier.slice(custom[0].length);
  return custom[1].flatMap((directory) => joinPath(projectDirectory, `./${directory}/${rest}`) ?? []);
}

/**
 * Where a specifier leads if a bundler is told to look for modules in the project's own directories: for names that
 * nothing else explains.
 */
export function ownDirectoryPaths(specifier: string, projectDirectory: string): readonly string[] {
  return ["src", "app", "lib", ""].flatMap(
    (directory) => joinPath(projectDirectory, `./${directory}/${specifier}`) ?? [],
  );
}
