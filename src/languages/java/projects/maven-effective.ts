/**
 * One POM with what it inherits: parents, active profiles, properties, dependency management, imported BOMs. The steps and
 * their order are those of Maven's model builder.
 * @see https://maven.apache.org/ref/current/maven-model-builder/
 */
import type { Evidence } from "../../../model/location.ts";
import { dependencyKey } from "../manifests/pom-dependencies.ts";
import type { Pom, PomContent, PomDependency } from "../manifests/pom-model.ts";
import { activeProfiles } from "./maven-activation.ts";
import type { MavenContext } from "./maven-context.ts";
import { interpolate, type Interpolated, type PropertyValue } from "./maven-interpolation.ts";
import type { PomSet } from "./maven-poms.ts";
import { projectValue, superValue } from "./maven-project-values.ts";

/** A POM's own content, or a profile of it that is active. */
export interface Section {
  readonly pom: Pom;
  readonly content: PomContent;
  readonly profile?: string;
}

export interface Declared extends Section {
  readonly dependency: PomDependency;
}

/** What dependency management says of an artifact. */
export interface ManagedEntry {
  readonly version: Interpolated;
  readonly scope: string | undefined;
  readonly exclusions: readonly string[];
  readonly evidence: Evidence;
}

/** A parent or BOM that could not be reached. */
export interface OutsidePom {
  readonly coordinates: string;
  readonly kind: "parent" | "bom";
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export class EffectivePom {
  readonly pom: Pom;
  /** Itself, its parent, the parent's parent, as far as they can be reached. */
  readonly lineage: readonly Pom[];
  /** Sections in force, the strongest first: each POM's profiles go before its own content, the last one first. */
  readonly sections: readonly Section[];
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: Interpolated;
  readonly #set: PomSet;
  readonly #context: MavenContext;
  readonly #managed = new Map<string, ManagedEntry | undefined>();
  #imports: readonly EffectivePom[] | undefined;
  readonly #unreached: OutsidePom[] = [];
  #outside: readonly OutsidePom[] | undefined;
  readonly #computedKeys = new Map<PomContent, ReadonlyMap<string, PomDependency>>();

  constructor(pom: Pom, set: PomSet, context: MavenContext) {
    this.pom = pom;
    this.#set = set;
    this.#context = context;
    const lineage = new Set<Pom>();
    for (let next: Pom | undefined = pom; next !== undefined && !lineage.has(next); next = set.parentOf(next)) {
      lineage.add(next);
    }
    this.lineage = [...lineage];
    this.sections = this.lineage.flatMap((each) => sectionsOf(each, pom, context));
    this.artifactId = this.interpolate(pom.artifactId ?? "").value;
    this.groupId = this.interpolate("${project.groupId}").value.replace("${project.groupId}", "");
    const version = this.interpolate("${project.version}");
    this.version = version.value === "${project.version}" ? { value: "", missing: undefined, origin: [] } : version;
  }

  interpolate(text: string): Interpolated {
    return interpolate(text, (name) => this.#property(name));
  }

  /** The order is Maven's: the project's own values, the user's, the POM's, the machine's, then names without a prefix. */
  #property(name: string): PropertyValue | undefined {
    const plain = /^(?:project|pom)\.(.+)$/.exec(name)?.[1];
    const own = plain === undefined ? undefined : (projectValue(plain, this.lineage) ?? superValue(plain));
    if (own !== undefined) return { value: own };
    if (name === "basedir") return { value: "." };
    const user = this.#context.properties.get(name);
    if (user !== undefined) return user;
    for (const { pom, content } of this.sections) {
      const property = content.properties.get(name);
      if (property === undefined) continue;
      const message = `\${${name}} is "${property.value}"`;
      return { value: property.value, evidence: { file: pom.path, line: property.line, message } };
    }
    const { system } = this.#context;
    const given = system.get(name) ?? system.get(`env.${name}`) ?? projectValue(name, this.lineage);
    return given === undefined ? undefined : { value: given };
  }

  /** Dependencies after inheritance, a key each; texts are as written. */
  declared(): readonly Declared[] {
    return this.#merged((content) => content.dependencies);
  }

  /**
   * Within a POM the last of equal entries counts, and a profile's replaces the POM's own; a child's goes before its parent's.
   * Keys are compared before anything is filled in.
   */
  #merged(of: (content: PomContent) => readonly PomDependency[]): readonly Declared[] {
    const all = new Map<string, Declared>();
    for (let start = 0, after = 0; start < this.sections.length; start = after) {
      const pom = this.sections[start]?.pom;
      while (this.sections[after]?.pom === pom && after < this.sections.length) after++;
      const own = new Map<string, Declared>();
      for (const section of this.sections.slice(start, after).toReversed()) {
        for (const dependency of of(section.content)) own.set(dependencyKey(dependency), { ...section, dependency });
      }
      for (const [key, entry] of own) if (!all.has(key)) all.set(key, entry);
    }
    return [...all.values()];
  }

  /** What dependency management says of a dependency without a version or scope; what is written here goes before imports. */
  managed(key: string): ManagedEntry | undefined {
    if (!this.#managed.has(key)) this.#managed.set(key, this.#findManaged(key));
    return this.#managed.get(key);
  }

  /** Depth first through the imports, each once: the first that manages it counts. Without recursion, however deep they are. */
  #findManaged(key: string): ManagedEntry | undefined {
    const seen = new Set<EffectivePom>();
    const stack: EffectivePom[] = [this];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const found = next.#ownManaged(key);
      if (found !== undefined) return found;
      stack.push(...next.#bomImports().toReversed());
    }
    return undefined;
  }

  #ownManaged(key: string): ManagedEntry | undefined {
    for (const { pom, content } of this.sections) {
      const index = managedIndex(content);
      const entry =
        index.literal.get(key) ?? (index.computed.length === 0 ? undefined : this.#computed(content).get(key));
      if (entry === undefined || this.#isImport(entry)) continue;
      const message = `${entry.artifactId} is managed here`;
      return {
        version: this.interpolate(entry.version ?? ""),
        scope: entry.scope === undefined ? undefined : this.interpolate(entry.scope).value,
        exclusions: entry.exclusions.map((each) => this.interpolate(each).value),
        evidence: { file: pom.path, line: entry.line, column: entry.column, message },
      };
    }
    return undefined;
  }

  /** Entries of a section whose keys are only known with this POM's values. */
  #computed(content: PomContent): ReadonlyMap<string, PomDependency> {
    let entries = this.#computedKeys.get(content);
    if (entries === undefined) {
      entries = new Map(managedIndex(content).computed.map((entry) => [this.key(entry), entry]));
      this.#computedKeys.set(content, entries);
    }
    return entries;
  }

  /** What identifies a dependency: all but its version. */
  key(dependency: PomDependency): string {
    return this.interpolate(dependencyKey(dependency)).value;
  }

  /** Parents and BOMs that could not be reached, its own and those of what it imports: what they say is unknown. */
  outside(): readonly OutsidePom[] {
    if (this.#outside !== undefined) return this.#outside;
    const all = new Map<string, OutsidePom>();
    const reached = new Set<EffectivePom>([this]);
    for (const each of reached) {
      for (const bom of each.#bomImports()) reached.add(bom);
      for (const unreached of each.#unreached) {
        if (!all.has(unreached.coordinates)) all.set(unreached.coordinates, unreached);
      }
    }
    this.#outside = [...all.values()];
    return this.#outside;
  }

  #isImport({ scope, type }: PomDependency): boolean {
    return scope === "import" && type === "pom";
  }

  #bomImports(): readonly EffectivePom[] {
    if (this.#imports !== undefined) return this.#imports;
    const imports: EffectivePom[] = [];
    for (const { pom, dependency } of this.#merged((content) => content.managed)) {
      if (!this.#isImport(dependency)) continue;
      const groupId = this.interpolate(dependency.groupId).value;
      const artifactId = this.interpolate(dependency.artifactId).value;
      const version = this.interpolate(dependency.version ?? "").value;
      const found = this.#set.imported(groupId, artifactId, version, this.#context);
      if (found !== undefined) imports.push(found);
      else {
        const { line, column } = dependency;
        const coordinates = `${groupId}:${artifactId}:${version}`;
        this.#unreached.push({ coordinates, kind: "bom", file: pom.path, line, column });
      }
    }
    const top = this.lineage.at(-1);
    if (top?.parent !== undefined) {
      const { groupId = "?", artifactId = "?", version = "?", line, column } = top.parent;
      const coordinates = `${groupId}:${artifactId}:${version}`;
      this.#unreached.push({ coordinates, kind: "parent", file: top.path, line, column });
    }
    this.#imports = imports;
    return imports;
  }
}

/** @param project the POM that is built */
function sectionsOf(pom: Pom, project: Pom, context: MavenContext): readonly Section[] {
  const profiles = activeProfiles(pom, project, context).map((content): Section => ({
    pom,
    content,
    profile: content.id,
  }));
  return profiles.toReversed().concat({ pom, content: pom });
}

interface ManagedIndex {
  /** By key, where that is written out. */
  readonly literal: ReadonlyMap<string, PomDependency>;
  /** Where a part of the key is computed. */
  readonly computed: readonly PomDependency[];
}

const managedIndexes = new WeakMap<PomContent, ManagedIndex>();

/** A large parent is asked once for each dependency of each child. The last of equal entries counts. */
function managedIndex(content: PomContent): ManagedIndex {
  let index = managedIndexes.get(content);
  if (index === undefined) {
    const all = new Map(content.managed.map((entry) => [dependencyKey(entry), entry]));
    const computed = [...all].filter(([key]) => key.includes("${"));
    for (const [key] of computed) all.delete(key);
    index = { literal: all, computed: computed.map(([, entry]) => entry) };
    managedIndexes.set(content, index);
  }
  return index;
}
