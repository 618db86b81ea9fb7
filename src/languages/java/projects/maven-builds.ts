/** Every pom.xml of the repository as a project with its effective requirements. */
import type { FileIndex } from "../../../files/file-index.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Evidence } from "../../../model/location.ts";
import { type Project, projectId } from "../../../model/project.ts";
import type { Purl } from "../../../model/purl.ts";
import type { Requirement, RequirementScope } from "../../../model/requirement.ts";
import { artifactKnowledge, isAggregator, worksUnseen } from "../resolve/artifacts.ts";
import { directoryOf, type JavaBuild, mavenPurl, parseRelease } from "./build.ts";
import { generatorOf, processorOf } from "./generators.ts";
import type { Pom, PomDependency } from "../manifests/pom.ts";
import { type EffectivePom, PomSet } from "./maven-effective.ts";
import { mavenSourceRoots } from "./source-roots.ts";

/** @see https://maven.apache.org/guides/introduction/introduction-to-dependency-mechanism.html#dependency-scope */
const scopes: Readonly<Record<string, RequirementScope>> = {
  compile: "runtime",
  runtime: "runtime",
  provided: "provided",
  system: "provided",
  test: "test",
  import: "managed",
};

export function mavenBuilds(
  poms: readonly Pom[],
  files: FileIndex,
): { readonly builds: readonly JavaBuild[]; readonly diagnostics: readonly Diagnostic[] } {
  const set = new PomSet(poms);
  const diagnostics = new Map<string, Diagnostic>();
  const builds = poms.map((pom) => {
    const requirements = new EffectiveRequirements(set.effective(pom), diagnostics);
    return makeBuild(set, pom, requirements, files);
  });
  return { builds, diagnostics: [...diagnostics.values()] };
}

function makeBuild(set: PomSet, pom: Pom, requirements: EffectiveRequirements, files: FileIndex): JavaBuild {
  const effective = set.effective(pom);
  const id = projectId(pom.path);
  const parent = effective.lineage[1];
  const plugins = [...effective.contents()].flatMap(({ content }) => content.plugins);
  const release = ["maven.compiler.release", "maven.compiler.target", "maven.compiler.source", "java.version"]
    .map((name) => effective.interpolate(`\${${name}}`))
    .find(({ missing }) => missing === undefined)?.value;
  const compiler = plugins.find(
    (plugin) => plugin.artifactId === "maven-compiler-plugin" && plugin.release !== undefined,
  );
  const project: Project = {
    id,
    directory: directoryOf(pom.path),
    manifest: pom.path,
    ecosystem: "maven",
    ...(effective.artifactId === "" ? {} : { package: mavenPurl(effective.groupId, effective.artifactId) }),
    ...(effective.version.missing === undefined && effective.version.value !== ""
      ? { version: effective.version.value }
      : {}),
    ...(parent === undefined ? {} : { parent: projectId(parent.path) }),
    installScope: id,
    sourceRoots: mavenSourceRoots(effective, plugins, files),
    requirements: requirements.all(),
    locks: [],
  };
  return {
    project,
    release: parseRelease(compiler?.release === undefined ? release : effective.interpolate(compiler.release).value),
    generators: plugins.flatMap((plugin) => generatorOf(plugin.artifactId, plugin)),
    processors: project.requirements.flatMap(({ package: name }) => processorOf(name.slice(name.lastIndexOf("/") + 1))),
    complete: true,
    testClassesOf: requirements.testClassesOf,
  };
}

class EffectiveRequirements {
  readonly testClassesOf: Set<Purl> = new Set();
  readonly #effective: EffectivePom;
  readonly #diagnostics: Map<string, Diagnostic>;

  constructor(effective: EffectivePom, diagnostics: Map<string, Diagnostic>) {
    this.#effective = effective;
    this.#diagnostics = diagnostics;
  }

  all(): readonly Requirement[] {
    const effective = this.#effective;
    const { pom } = effective;
    const out: Requirement[] = [];
    const merged = new Set<string>();
    for (const { pom: owner, content, profile } of effective.contents()) {
      for (const dependency of content.dependencies) {
        const key = effective.key(dependency);
        // The child's entry replaces the parent's; two of its own both stand, for a check to see.
        if (owner !== pom && merged.has(key)) continue;
        if (owner === pom) merged.add(key);
        out.push(...this.#dependency(owner, dependency, profile === undefined ? {} : { group: profile }));
      }
      for (const { dependency } of owner.path === pom.path ? content.plugins.flatMap(processorsOf) : []) {
        out.push(...this.#dependency(owner, dependency, {}, "build"));
      }
    }
    for (const { pom: owner, content } of effective.contents()) {
      if (owner !== pom) continue;
      for (const entry of content.managed) out.push(...this.#dependency(owner, entry, {}, "managed"));
    }
    for (const profile of pom.profiles) {
      if (profile.activeByDefault) continue;
      const condition = { group: profile.id, marker: `profile:${profile.id}` };
      for (const each of profile.dependencies) out.push(...this.#dependency(pom, each, condition));
      for (const each of profile.managed) out.push(...this.#dependency(pom, each, condition, "managed"));
    }
    return out;
  }

  #dependency(
    owner: Pom,
    dependency: PomDependency,
    condition: Pick<Requirement, "group" | "marker">,
    fixedScope?: RequirementScope,
  ): readonly Requirement[] {
    const effective = this.#effective;
    const groupId = effective.interpolate(dependency.groupId);
    const artifactId = effective.interpolate(dependency.artifactId);
    const unknown = groupId.missing ?? artifactId.missing;
    if (unknown !== undefined) {
      this.#say(owner, dependency, `${unknown} has no value here: the dependency it is part of is unknown`);
      return [];
    }
    const managed = fixedScope === undefined ? effective.managed(effective.key(dependency)) : undefined;
    const version = dependency.version === undefined ? managed?.version : effective.interpolate(dependency.version);
    const known = version !== undefined && version.missing === undefined && version.value !== "";
    if (!known) this.#unknownVersion(owner, dependency, version?.missing);
    const origin: Evidence[] = [
      ...(dependency.version === undefined && managed !== undefined ? [managed.evidence] : []),
      ...(version?.origin ?? []),
    ];
    const scopeText = dependency.scope ?? managed?.scope ?? "compile";
    const scope: RequirementScope = fixedScope ?? scopes[effective.interpolate(scopeText).value] ?? "runtime";
    const name = mavenPurl(groupId.value, artifactId.value);
    const type = dependency.type ?? "jar";
    const classifier = dependency.classifier ?? "";
    if (fixedScope === undefined && (type === "test-jar" || classifier === "tests")) this.testClassesOf.add(name);
    const observable =
      owner === effective.pom &&
      effective.pom.packaging !== "pom" &&
      (scope === "runtime" || scope === "test") &&
      !dependency.optional &&
      scopeText !== "runtime" &&
      type === "jar" &&
      classifier === "" &&
      !isAggregator(artifactId.value) &&
      !worksUnseen(artifactId.value) &&
      artifactKnowledge().isVerified(`${groupId.value}:${artifactId.value}`);
    return [
      {
        package: name,
        range: known ? version.value : "*",
        scope: dependency.optional && scope === "runtime" ? "optional" : scope,
        ...condition,
        file: owner.path,
        line: dependency.line,
        column: dependency.column,
        ...(origin.length === 0 ? {} : { origin }),
        observable,
      },
    ];
  }

  /** Said once for each parent or BOM that only a repository holds, not for each dependency it would settle. */
  #unknownVersion(owner: Pom, dependency: PomDependency, missing: string | undefined): void {
    const [outside] = this.#effective.outside();
    if (outside !== undefined) {
      const { file, line, column, coordinates, kind } = outside;
      const what = kind === "parent" ? "parent" : "imported BOM";
      const message = `the ${what} ${coordinates} is not in the repository: versions that it manages are unknown`;
      this.#diagnostics.set(coordinates, { code: "unsupported", file, line, column, message });
    } else if (missing !== undefined) {
      this.#say(owner, dependency, `${missing} has no value here: the version of ${dependency.artifactId} is unknown`);
    }
  }

  #say(owner: Pom, { line, column }: PomDependency, message: string): void {
    this.#diagnostics.set(`${owner.path}:${line}`, { code: "manifest", file: owner.path, line, column, message });
  }
}

function processorsOf(plugin: Pom["plugins"][number]): readonly { readonly dependency: PomDependency }[] {
  return plugin.processors.map((dependency) => ({ dependency }));
}
