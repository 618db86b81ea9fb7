/** Where the sources of a build are: what it says, then the layout that Maven and Gradle share. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import type { SourceRoot } from "../../../model/project.ts";
import { joinPath } from "./build.ts";
import { isLanguageDirectory } from "./layout.ts";
import type { PomPlugin } from "../manifests/pom-model.ts";
import type { EffectivePom } from "./maven-effective.ts";

/** Names of source sets that are not shipped: `src/<name>/java`, `src/<name>/kotlin`. */
const testSet =
  /^(?:test|tests|it|e2e|jmh|bench|benchmark|benchmarks|perf|testFixtures|androidTest|integration|functional|acceptance)$|[tT]est(?:s|ing)?$|^test[A-Z]|[-_](?:test|it)$/;

export function isTestSourceSet(name: string): boolean {
  return testSet.test(name);
}

/** @see https://maven.apache.org/guides/introduction/introduction-to-the-standard-directory-layout.html */
export function mavenSourceRoots(
  effective: EffectivePom,
  plugins: readonly PomPlugin[],
  files: FileIndex,
): readonly SourceRoot[] {
  const directory = directoryOf(effective.pom.path);
  const nearest = (name: "sourceDirectory" | "testSourceDirectory"): string | undefined =>
    effective.lineage.find((pom) => pom[name] !== undefined)?.[name];
  const stated: SourceRoot[] = [];
  const state = (text: string | undefined, scope: "main" | "test"): void => {
    if (text === undefined) return;
    const { value, missing } = effective.interpolate(text);
    const path = missing === undefined ? joinPath(directory, value) : undefined;
    if (path !== undefined) stated.push({ directory: path, scope });
  };
  state(nearest("sourceDirectory"), "main");
  state(nearest("testSourceDirectory"), "test");
  for (const plugin of plugins) {
    for (const { directory: source, goals } of plugin.sources) {
      state(source, goals.some((goal) => goal.toLowerCase().includes("test")) ? "test" : "main");
    }
  }
  return withConventions(directory, stated, files);
}

/** What the build says goes first; then every `src/<set>/java` that exists, and those of the other languages of the JVM. */
export function withConventions(home: string, stated: readonly SourceRoot[], files: FileIndex): readonly SourceRoot[] {
  const roots = new Map<string, SourceRoot>();
  for (const root of stated) {
    if (files.hasDirectory(root.directory) && !roots.has(root.directory)) roots.set(root.directory, root);
  }
  const source = joinPath(home, "src") ?? "src";
  for (const set of files.names(source)) {
    for (const language of files.names(`${source}/${set}`)) {
      const directory = `${source}/${set}/${language}`;
      if (roots.has(directory) || !isLanguageDirectory(language) || !files.hasDirectory(directory)) continue;
      roots.set(directory, { directory, scope: isTestSourceSet(set) ? "test" : "main" });
    }
  }
  return [...roots.values()].sort((a, b) => (a.directory < b.directory ? -1 : 1));
}
