/** Every ivy.xml that stands alone as a project: where Maven or Gradle builds its directory, those decide. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import { type Diagnostic, fileDiagnostic } from "../../../model/diagnostic.ts";
import { projectId } from "../../../model/project.ts";
import type { Requirement, RequirementScope } from "../../../model/requirement.ts";
import type { Ivy, IvyDependency } from "../manifests/ivy.ts";
import { type JavaBuild, mavenPurl } from "./build.ts";
import { processorOf } from "./generators.ts";
import { isTestSourceSet, withConventions } from "./source-roots.ts";

/** @param taken directories that another tool builds */
export function ivyBuilds(
  ivies: readonly Ivy[],
  taken: ReadonlySet<string>,
  files: FileIndex,
): { readonly builds: readonly JavaBuild[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const builds: JavaBuild[] = [];
  for (const ivy of ivies) {
    if (!taken.has(directoryOf(ivy.path))) builds.push(makeBuild(ivy, files, diagnostics));
    else {
      const message = "another tool builds this directory: what the Ivy file declares is not read";
      diagnostics.push(fileDiagnostic("unsupported", ivy.path, message));
    }
  }
  return { builds, diagnostics };
}

function makeBuild(ivy: Ivy, files: FileIndex, diagnostics: Diagnostic[]): JavaBuild {
  const { path, organisation, module, revision, dependencies } = ivy;
  const id = projectId(path);
  const directory = directoryOf(path);
  return {
    project: {
      id,
      directory,
      manifest: path,
      ecosystem: "maven",
      ...(module === "" ? {} : { package: mavenPurl(organisation, module) }),
      ...(revision === undefined || revision.includes("${") ? {} : { version: revision }),
      installScope: id,
      sourceRoots: withConventions(directory, [], files),
      requirements: dependencies.flatMap((each) => requirements(path, each, diagnostics)),
      locks: [],
    },
    release: undefined,
    generators: [],
    processors: dependencies.flatMap(({ name }) => processorOf(name)),
    // Ant may put anything on the classpath beside what Ivy brings.
    complete: false,
    testClassesOf: new Set(),
  };
}

/** One for each configuration that asks for it. */
function requirements(
  file: string,
  { organisation, name, revision, configurations, line, column }: IvyDependency,
  diagnostics: Diagnostic[],
): readonly Requirement[] {
  const computed = [organisation, name, revision].find((each) => each.includes("${"));
  if (computed !== undefined) {
    const what = computed === revision ? `the version of ${name}` : "the dependency it is part of";
    const message = `${computed} is a property of the build that runs Ivy: ${what} is unknown`;
    diagnostics.push({ code: "manifest", file, line, column, message });
    if (computed !== revision) return [];
  }
  const range = computed !== undefined || revision === "" ? "*" : rangeOf(revision);
  const wanted = mavenPurl(organisation, name);
  // What the build does with its configurations is not read: nothing is judged by them.
  const asked = (scope: RequirementScope): Omit<Requirement, "group"> => {
    return { package: wanted, range, scope, file, line, column, observable: false };
  };
  if (configurations.length === 0) return [asked("runtime")];
  return configurations.map((group) => Object.assign({ group }, asked(scopeOf(group))));
}

/** @see https://ant.apache.org/ivy/history/latest-milestone/settings/version-matchers.html */
function rangeOf(revision: string): string {
  return revision.startsWith("latest.") ? "*" : revision;
}

function scopeOf(configuration: string): RequirementScope {
  if (isTestSourceSet(configuration)) return "test";
  if (/^(?:provided|optional)$/.test(configuration)) return configuration === "optional" ? "optional" : "provided";
  return /^(?:build|tools?|docs?|javadoc|checkstyle|ant|style)$/.test(configuration) ? "build" : "runtime";
}
