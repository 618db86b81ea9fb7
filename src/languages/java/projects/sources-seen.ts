/** Of which builds all sources are read: only of those can be said what nothing imports. */
import type { FileIndex } from "../../../files/file-index.ts";
import type { JavaBuild } from "./build.ts";

export class SourcesSeen {
  /** Directories of builds that hold production sources in Java, and those that hold sources of another language of the JVM. */
  readonly #java = new Set<string>();
  readonly #foreign = new Set<string>();

  constructor(builds: readonly JavaBuild[], files: FileIndex) {
    const directories = new Set(builds.map(({ project }) => project.directory));
    const tests = builds.flatMap(({ project }) => project.sourceRoots.filter(({ scope }) => scope === "test"));
    const testRoots = new Set(tests.map(({ directory }) => directory));
    const innermost = new Map<string, string | undefined>();
    for (const path of files.paths) {
      const isJava = path.endsWith(".java");
      const kind = isJava ? this.#java : /\.(?:kt|scala|groovy)$/.test(path) ? this.#foreign : undefined;
      // What lies among resources is carried along, not compiled.
      if (kind === undefined || path.includes("/resources/")) continue;
      const directory = path.slice(0, Math.max(0, path.lastIndexOf("/")));
      if (!innermost.has(directory)) innermost.set(directory, innermostOf(directory, directories));
      const found = innermost.get(directory);
      if (found === undefined || kind.has(found)) continue;
      if (!isJava || innermostOf(directory, testRoots) === undefined) kind.add(found);
    }
  }

  /** Nothing is called unused in a build without production code (it packages), or with sources that are not read. */
  judged(build: JavaBuild): JavaBuild {
    const { project } = build;
    if (this.#java.has(project.directory) && !this.#foreign.has(project.directory)) return build;
    const requirements = project.requirements.map((each) => ({ ...each, observable: false }));
    return { ...build, project: { ...project, requirements } };
  }
}

function innermostOf(path: string, directories: ReadonlySet<string>): string | undefined {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
    if (directories.has(at)) return at;
    if (at === "") return undefined;
  }
}
