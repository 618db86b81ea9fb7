import { type Dialect, dialectOf, sourceEndings } from "../dialects/dialect.ts";
import { fileName } from "../dialects/outline.ts";
import { layoutOf } from "./layout.ts";
import { isTestSourceSet } from "./source-roots.ts";

/** Whether a file is production code by its place, and where that does not tell, by its name. */
export function scopeByPlace(path: string): "main" | "test" {
  const set = layoutOf(path)?.set ?? resourceSet(path);
  if (set !== undefined) return isTestSourceSet(set) ? "test" : "main";
  const directories = path.split("/").slice(0, -1);
  if (directories.some((name) => /^(?:tests?|testing|it|javatests)$/.test(name))) return "test";
  return isSource(path) && isTestName(fileName(path), dialectOf(path)) ? "test" : "main";
}

function isTestName(name: string, dialect: Dialect): boolean {
  if (/.(?:Test|Tests|TestCase|IT)$/.test(name)) return true;
  // Specifications of Spock, suites of ScalaTest.
  return dialect !== "java" && (dialect === "scala" ? /.(?:Spec|Suite)$/ : /.Spec$/).test(name);
}

/** Sources among resources are data, whatever set they are of. */
function resourceSet(path: string): string | undefined {
  return isSource(path) ? undefined : /(?:^|\/)src\/([^/]+)\/(?:resources|webapp)\//.exec(path)?.[1];
}

function isSource(path: string): boolean {
  return sourceEndings.some((ending) => path.endsWith(ending));
}
