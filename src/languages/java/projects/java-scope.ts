import { layoutOf } from "./layout.ts";
import { isTestSourceSet } from "./source-roots.ts";

/** Whether a file is production code by its place, and where that does not tell, by its name. */
export function scopeByPlace(path: string): "main" | "test" {
  const layout = layoutOf(path);
  if (layout !== undefined) return isTestSourceSet(layout.set) ? "test" : "main";
  const directories = path.split("/").slice(0, -1);
  if (directories.some((name) => /^(?:tests?|testing|it|javatests)$/.test(name))) return "test";
  if (/[^/](?:Test|Tests|TestCase|IT)\.(?:java|kt|groovy|scala)$/.test(path)) return "test";
  // Specifications of Spock, suites of ScalaTest.
  return /[^/]Spec\.(?:kt|groovy|scala)$|[^/]Suite\.scala$/.test(path) ? "test" : "main";
}
