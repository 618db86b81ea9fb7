/** Every pom.xml of the repository as a project with its effective requirements. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { type Project, projectId } from "../../../model/project.ts";
import type { MavenConfig } from "../manifests/maven-config.ts";
import type { MavenExtensions } from "../manifests/maven-extensions.ts";
import type { Pom } from "../manifests/pom-model.ts";
import { type JavaBuild, mavenPurl, releaseOf, toolGroup } from "./build.ts";
import { generatorOf, isBundler, processorOf } from "./generators.ts";
import { MavenContexts, type MavenSettings, mavenSettings } from "./maven-context.ts";
import { missingModules, refusedRanges } from "./maven-faults.ts";
import { mavenJava } from "./maven-java.ts";
import { PomSet } from "./maven-poms.ts";
import { MavenRequirements } from "./maven-requirements.ts";
import { mavenSourceRoots } from "./source-roots.ts";

export interface MavenFiles {
  readonly poms: readonly Pom[];
  readonly configs: readonly MavenConfig[];
  readonly extensions: readonly MavenExtensions[];
  readonly settings: MavenSettings | undefined;
}

export function mavenBuilds(
  maven: MavenFiles,
  files: FileIndex,
): { readonly builds: readonly JavaBuild[]; readonly diagnostics: readonly Diagnostic[] } {
  const set = pomSet(maven, files);
  const diagnostics = new Map<string, Diagnostic>();
  const builds = maven.poms.map((pom) => {
    const requirements = new MavenRequirements(set.effective(pom), set, diagnostics);
    return makeBuild({ set, pom, requirements, extensions: maven.extensions }, files);
  });
  const faults = maven.poms.flatMap((pom) => missingModules(pom, files));
  faults.push(...builds.flatMap(({ project }) => refusedRanges(project)));
  return {
    builds,
    diagnostics: [...diagnostics.values(), ...faults, ...(maven.settings?.repository?.diagnostics ?? [])],
  };
}

export function pomSet({ poms, configs, settings = mavenSettings({}) }: MavenFiles, files: FileIndex): PomSet {
  return new PomSet(poms, new MavenContexts(settings, configs, files), settings.repository);
}

interface Parts {
  readonly set: PomSet;
  readonly pom: Pom;
  readonly requirements: MavenRequirements;
  readonly extensions: readonly MavenExtensions[];
}

function makeBuild({ set, pom, requirements, extensions }: Parts, files: FileIndex): JavaBuild {
  const effective = set.effective(pom);
  const id = projectId(pom.path);
  const directory = directoryOf(pom.path);
  // A parent from elsewhere is no project of the repository.
  const parent = effective.lineage.slice(1).find((each) => set.poms.includes(each));
  const plugins = effective.sections.flatMap(({ content }) => content.plugins);
  const runtimes = mavenJava(effective);
  const loaded = extensions
    .filter(({ path }) => directoryOf(directoryOf(path)) === directory)
    .flatMap(({ path, extensions: list }) => list.map((dependency) => ({ path, dependency })));
  const project: Project = {
    id,
    directory,
    manifest: pom.path,
    ecosystem: "maven",
    ...(effective.artifactId === "" ? {} : { package: mavenPurl(effective.groupId, effective.artifactId) }),
    ...(effective.version.missing === undefined && effective.version.value !== ""
      ? { version: effective.version.value }
      : {}),
    ...(parent === undefined ? {} : { parent: projectId(parent.path) }),
    installScope: id,
    sourceRoots: mavenSourceRoots(effective, plugins, files),
    requirements: requirements.all(loaded),
    ...(runtimes.length === 0 ? {} : { runtimes }),
    locks: [],
  };
  return {
    project,
    release: releaseOf(runtimes),
    generators: plugins.flatMap((plugin) => generatorOf(plugin.artifactId, plugin)),
    bundles: plugins.some(({ artifactId, goals }) => isBundler(artifactId) && goals.some((goal) => goal === "shade")),
    processors: project.requirements.flatMap(({ package: name, group }) =>
      group === toolGroup ? [] : processorOf(name.slice(name.lastIndexOf("/") + 1)),
    ),
    complete: true,
    testClassesOf: requirements.testClassesOf,
  };
}
