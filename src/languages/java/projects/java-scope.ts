import { isTestSourceSet } from "./source-roots.ts";

/** Whether a file is production code by its place, and where that does not tell, by its name. */
export function scopeByPlace(path: string): "main" | "test" {
  const layout = /(?:^|\/)src\/([^/]+)\/(?:java|groovy|kotlin|scala)\//.exec(path);
  if (layout !== null) return isTestSourceSet(layout[1] ?? "") ? "test" : "main";
  const directories = path.split("/").slice(0, -1);
  if (directories.some((name) => /^(?:tests?|testing|it|javatests)$/.test(name))) return "test";
  return /[^/](?:Test|Tests|TestCase|IT)\.java$/.test(path) ? "test" : "main";
}
