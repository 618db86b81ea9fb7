/** The requirements of one Maven project: its effective dependencies, what it manages, what it builds with. */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Purl } from "../../../model/purl.ts";
import type { Requirement, RequirementScope } from "../../../model/requirement.ts";
import { dependencyKey } from "../manifests/pom-dependencies.ts";
import type { Pom, PomContent, PomDependency, PomPlugin } from "../manifests/pom-model.ts";
import { artifactKnowledge, isAggregator, worksUnseen } from "../resolve/artifacts.ts";
import { mavenPurl, toolGroup } from "./build.ts";
import { complete, type EffectiveDependency, effectiveDependencies } from "./maven-dependencies.ts";
import type { EffectivePom, Section } from "./maven-effective.ts";
import type { PomSet } from "./maven-poms.ts";

/** @see https://maven.apache.org/guides/introduction/introduction-to-dependency-mechanism.html#dependency-scope */
const scopes: Readonly<Record<string, RequirementScope>> = {
  compile: "runtime",
  runtime: "runtime",
  provided: "provided",
  system: "provided",
  test: "test",
  import: "managed",
  // Since Maven 4.
  "compile-only": "provided",
  "test-only": "test",
  "test-runtime": "test",
};

type Condition = Pick<Requirement, "group" | "marker">;

export class MavenRequirements {
  readonly testClassesOf: Set<Purl> = new Set();
  readonly #effective: EffectivePom;
  readonly #set: PomSet;
  readonly #diagnostics: Map<string, Diagnostic>;

  constructor(effective: EffectivePom, set: PomSet, diagnostics: Map<string, Diagnostic>) {
    this.#effective = effective;
    this.#set = set;
    this.#diagnostics = diagnostics;
  }

  /** @param extensions what `.mvn/extensions.xml` adds, with the path of that file */
  all(extensions: readonly { readonly path: string; readonly dependency: PomDependency }[]): readonly Requirement[] {
    const effective = this.#effective;
    const { pom } = effective;
    const own = effective.sections.filter((section) => section.pom === pom);
    this.#sayOutside();
    const active = new Set(own.flatMap(({ profile }) => profile ?? []));
    return [
      ...this.#dependencies(own),
      ...own.flatMap((section) =>
        section.content.plugins.flatMap(({ processors }) => this.#tools(section, processors, {})),
      ),
      ...own.flatMap((section) => this.#managed(effective, section, {})),
      ...pom.profiles.flatMap((profile) => (active.has(profile.id) ? [] : this.#inactive(profile.id, profile))),
      ...own.flatMap((section) => this.#buildTools(section)),
      ...extensions.flatMap(({ path, dependency }) => this.#tool(effective, path, dependency, { group: toolGroup })),
    ];
  }

  /** What was written twice both stands, for a check to see; what a profile replaces does not. */
  #dependencies(own: readonly Section[]): readonly Requirement[] {
    const effective = this.#effective;
    const declared = effectiveDependencies(effective, this.#set);
    const counted = new Set(declared.map(({ dependency }) => dependency));
    const repeated = own.flatMap((section) => {
      const { dependencies } = section.content;
      const keys = new Set(dependencies.filter((each) => counted.has(each)).map(dependencyKey));
      return dependencies
        .filter((each) => !counted.has(each) && keys.has(dependencyKey(each)))
        .map((dependency) => complete({ ...section, dependency }, effective, this.#set));
    });
    return [...declared, ...repeated].toSorted(byPlace(effective.lineage)).flatMap((each) => {
      const condition = each.profile === undefined ? {} : { group: each.profile };
      return this.#requirement(effective, each, condition);
    });
  }

  /** What a profile would bring that is not active, under its condition, read as if it were. */
  #inactive(id: string, content: PomContent): readonly Requirement[] {
    if (content.dependencies.length === 0 && content.managed.length === 0) return [];
    const { pom } = this.#effective;
    const condition = { group: id, marker: `profile:${id}` };
    const effective = this.#set.withProfile(pom, id);
    const section = { pom, content, profile: id };
    return [
      ...content.dependencies.flatMap((dependency) =>
        this.#requirement(effective, complete({ ...section, dependency }, effective, this.#set), condition),
      ),
      ...this.#managed(effective, section, condition),
    ];
  }

  #managed(effective: EffectivePom, section: Section, condition: Condition): readonly Requirement[] {
    return section.content.managed.flatMap((dependency) =>
      this.#tool(effective, section.pom.path, dependency, condition, "managed"),
    );
  }

  #tools(section: Section, dependencies: readonly PomDependency[], condition: Condition): readonly Requirement[] {
    return dependencies.flatMap((each) => this.#tool(this.#effective, section.pom.path, each, condition));
  }

  /** Plug-ins, what they are given, and what the build loads: nothing that the code sees. */
  #buildTools(section: Section): readonly Requirement[] {
    const { plugins, extensions } = section.content;
    const group = { group: toolGroup };
    return [
      ...this.#tools(section, extensions, group),
      ...plugins.flatMap((plugin) => {
        const { groupId, artifactId, line, column } = plugin;
        if (artifactId === "") return [];
        const version = plugin.version ?? this.#pluginManagement(plugin)?.version;
        const itself = {
          groupId,
          artifactId,
          line,
          column,
          exclusions: [],
          ...(version === undefined ? {} : { version }),
        };
        return this.#tools(section, [itself, ...plugin.dependencies], group);
      }),
    ];
  }

  #pluginManagement({ groupId, artifactId }: PomPlugin): PomPlugin | undefined {
    for (const { content } of this.#effective.sections) {
      const managed = content.managedPlugins.find(
        (each) => each.artifactId === artifactId && each.groupId === groupId && each.version !== undefined,
      );
      if (managed !== undefined) return managed;
    }
    return undefined;
  }

  /** What is not subject to dependency management. Maven knows a version for a plug-in that is given none. */
  #tool(
    effective: EffectivePom,
    file: string,
    dependency: PomDependency,
    condition: Condition,
    scope: RequirementScope = "build",
  ): readonly Requirement[] {
    const groupId = effective.interpolate(dependency.groupId);
    const artifactId = effective.interpolate(dependency.artifactId);
    const version = effective.interpolate(dependency.version ?? "");
    const unknown = groupId.missing ?? artifactId.missing;
    if (unknown !== undefined) {
      this.#say(file, dependency, `${unknown} has no value here: the dependency it is part of is unknown`);
      return [];
    }
    if (version.missing !== undefined) this.#unknownVersion(effective, file, dependency, version.missing);
    const known = version.missing === undefined && version.value !== "";
    const { line, column } = dependency;
    return [
      {
        package: mavenPurl(groupId.value, artifactId.value),
        range: known ? version.value : "*",
        scope,
        ...condition,
        file,
        line,
        column,
        ...(version.origin.length === 0 ? {} : { origin: version.origin }),
        observable: false,
      },
    ];
  }

  #requirement(effective: EffectivePom, each: EffectiveDependency, condition: Condition): readonly Requirement[] {
    const { pom: owner, dependency, groupId, artifactId, version, type, classifier, origin } = each;
    const unknown = groupId.missing ?? artifactId.missing;
    if (unknown !== undefined) {
      this.#say(owner.path, dependency, `${unknown} has no value here: the dependency it is part of is unknown`);
      return [];
    }
    const known = version !== undefined && version.missing === undefined;
    if (!known) this.#unknownVersion(effective, owner.path, dependency, version?.missing);
    const scope = scopes[each.scope] ?? "runtime";
    const name = mavenPurl(groupId.value, artifactId.value);
    if (type === "test-jar" || classifier === "tests") this.testClassesOf.add(name);
    const isCode =
      type === "jar" && classifier === "" && each.scope !== "runtime" && (scope === "runtime" || scope === "test");
    return [
      {
        package: name,
        range: known ? version.value : "*",
        scope: each.optional && scope === "runtime" ? "optional" : scope,
        ...condition,
        file: owner.path,
        line: dependency.line,
        column: dependency.column,
        ...(classifier === "" ? {} : { classifier }),
        ...(type === "jar" ? {} : { type }),
        ...(each.exclusions.length === 0 ? {} : { exclusions: each.exclusions }),
        ...(origin.length === 0 ? {} : { origin }),
        observable: isCode && !each.optional && isJudged(effective.pom, owner, groupId.value, artifactId.value),
      },
    ];
  }

  /** Said once for each parent or BOM that could not be reached, not for each dependency it would settle. */
  #sayOutside(): void {
    for (const { file, line, column, coordinates, kind } of this.#effective.outside()) {
      const message =
        kind === "parent"
          ? `the parent ${coordinates} is not in the repository: dependencies, properties, versions and scopes that it gives are unknown`
          : `the imported BOM ${coordinates} is not in the repository: versions and scopes that it manages are unknown`;
      this.#diagnostics.set(coordinates, { code: "unsupported", file, line, column, message });
    }
  }

  #unknownVersion(
    effective: EffectivePom,
    owner: string,
    dependency: PomDependency,
    missing: string | undefined,
  ): void {
    // Whatever it is, one of those may give it.
    if (effective.outside().length > 0) return;
    const why = missing === undefined ? "nothing manages it" : `${missing} has no value here`;
    this.#say(owner, dependency, `${why}: the version of ${dependency.artifactId} is unknown`);
  }

  #say(file: string, { line, column }: PomDependency, message: string): void {
    this.#diagnostics.set(`${file}:${line}`, { code: "manifest", file, line, column, message });
  }
}

/** In order of the POMs, the nearest first, and of their lines. */
function byPlace(lineage: readonly Pom[]): (a: EffectiveDependency, b: EffectiveDependency) => number {
  return (a, b) =>
    lineage.indexOf(a.pom) - lineage.indexOf(b.pom) ||
    a.dependency.line - b.dependency.line ||
    a.dependency.column - b.dependency.column;
}

/** Whether an import would show the use of what a POM itself asks for. */
function isJudged(pom: Pom, owner: Pom, groupId: string, artifactId: string): boolean {
  return (
    owner === pom &&
    pom.packaging !== "pom" &&
    !isAggregator(artifactId) &&
    !worksUnseen(artifactId) &&
    artifactKnowledge().isVerified(`${groupId}:${artifactId}`)
  );
}
