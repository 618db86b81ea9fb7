/**
 * One POM with what it inherits: parents in the repository, properties, dependency management, imported BOMs.
 * @see https://maven.apache.org/ref/current/maven-model-builder/
 */
import type { Evidence } from "../../../model/location.ts";
import { directoryOf, joinPath } from "./build.ts";
import type { Pom, PomContent, PomDependency, PomParent } from "../manifests/pom.ts";
import { interpolate, type Interpolated, type PropertyValue } from "./maven-interpolation.ts";

export interface ManagedEntry {
  readonly version: Interpolated;
  readonly scope: string | undefined;
  readonly evidence: Evidence;
}

export interface OutsidePom {
  readonly coordinates: string;
  readonly kind: "parent" | "bom";
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Every POM of the repository, by path and by what it is. */
export class PomSet {
  readonly poms: readonly Pom[];
  readonly #byPath: ReadonlyMap<string, Pom>;
  readonly #effective = new Map<Pom, EffectivePom>();
  readonly #byName = new Map<string, Pom[]>();

  constructor(poms: readonly Pom[]) {
    this.poms = poms;
    this.#byPath = new Map(poms.map((pom) => [pom.path, pom]));
    for (const pom of poms) {
      const name = pom.artifactId ?? "";
      const namesakes = this.#byName.get(name);
      if (namesakes === undefined) this.#byName.set(name, [pom]);
      else namesakes.push(pom);
    }
  }

  effective(pom: Pom): EffectivePom {
    let effective = this.#effective.get(pom);
    if (effective === undefined) {
      effective = new EffectivePom(pom, this);
      this.#effective.set(pom, effective);
    }
    return effective;
  }

  /** By the relative path if what is there is really the parent, else by its coordinates, as a reactor finds it. */
  parentOf(pom: Pom): Pom | undefined {
    const { parent } = pom;
    if (parent === undefined) return undefined;
    if (parent.relativePath !== "") {
      const path = joinPath(directoryOf(pom.path), parent.relativePath);
      const found =
        path === undefined
          ? undefined
          : (this.#byPath.get(path) ?? this.#byPath.get(path ? `${path}/pom.xml` : "pom.xml"));
      if (found !== undefined && isParent(found, parent)) return found;
    }
    return this.#byName.get(parent.artifactId)?.find((each) => each !== pom && isParent(each, parent));
  }

  byCoordinates(groupId: string, artifactId: string): Pom | undefined {
    return this.#byName.get(artifactId)?.find((pom) => this.effective(pom).groupId === groupId);
  }
}

/** A parent may take its own group and version from its parent; then only what it says itself can disagree. */
function isParent(pom: Pom, parent: PomParent): boolean {
  if (pom.artifactId !== parent.artifactId) return false;
  if (pom.groupId !== undefined && pom.groupId !== parent.groupId) return false;
  const version = pom.version ?? pom.parent?.version;
  return version === undefined || version === parent.version || version.includes("${") || parent.version.includes("${");
}

export class EffectivePom {
  readonly pom: Pom;
  /** Itself, its parent, the parent's parent, as far as the repository holds them. */
  readonly lineage: readonly Pom[];
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: Interpolated;
  readonly #set: PomSet;
  #imports: readonly EffectivePom[] | undefined;
  #outside: OutsidePom[] = [];

  constructor(pom: Pom, set: PomSet) {
    this.pom = pom;
    this.#set = set;
    const lineage: Pom[] = [];
    for (let next: Pom | undefined = pom; next !== undefined && !lineage.includes(next); next = set.parentOf(next)) {
      lineage.push(next);
    }
    this.lineage = lineage;
    this.artifactId = this.interpolate(pom.artifactId ?? "").value;
    const group = lineage.find((each) => each.groupId !== undefined || each.parent !== undefined);
    this.groupId = this.interpolate(group?.groupId ?? group?.parent?.groupId ?? "").value;
    this.version = this.interpolate(pom.version ?? pom.parent?.version ?? "");
  }

  /** Sections in force without any switch, nearest first: each POM's active profiles go before its own content. */
  *contents(): Generator<{ readonly pom: Pom; readonly content: PomContent; readonly profile?: string }> {
    for (const pom of this.lineage) {
      for (const profile of pom.profiles) {
        if (profile.activeByDefault) yield { pom, content: profile, profile: profile.id };
      }
      yield { pom, content: pom };
    }
  }

  interpolate(text: string): Interpolated {
    return interpolate(text, (name) => this.#property(name));
  }

  #property(name: string): PropertyValue | undefined {
    const own = this.#projectValue(name);
    if (own !== undefined) return { value: own };
    for (const { pom, content } of this.contents()) {
      const property = content.properties.get(name);
      if (property === undefined) continue;
      const message = `\${${name}} is "${property.value}"`;
      return { value: property.value, evidence: { file: pom.path, line: property.line, message } };
    }
    return undefined;
  }

  /** @see https://maven.apache.org/ref/current/maven-model-builder/#model-interpolation */
  #projectValue(name: string): string | undefined {
    const { pom } = this;
    switch (name.replace(/^pom\./, "project.")) {
      case "project.groupId":
      case "groupId":
        return pom.groupId ?? pom.parent?.groupId;
      case "project.artifactId":
      case "artifactId":
        return pom.artifactId;
      case "project.version":
      case "version":
        return pom.version ?? pom.parent?.version;
      case "project.parent.groupId":
      case "parent.groupId":
        return pom.parent?.groupId;
      case "project.parent.artifactId":
        return pom.parent?.artifactId;
      case "project.parent.version":
      case "parent.version":
        return pom.parent?.version;
      case "project.basedir":
      case "basedir":
        return ".";
      case "project.build.directory":
        return "target";
      default:
        return undefined;
    }
  }

  /** What dependency management says of a dependency without a version or scope; what is written here goes first. */
  managed(key: string, seen: ReadonlySet<Pom> = new Set()): ManagedEntry | undefined {
    if (seen.has(this.pom)) return undefined;
    const artifactId = key.split(":")[1] ?? "";
    for (const { pom, content } of this.contents()) {
      for (const entry of managedByName(content, artifactId)) {
        if (entry.scope === "import" || this.key(entry) !== key) continue;
        const message = `${entry.artifactId} is managed here`;
        return {
          version: this.interpolate(entry.version ?? ""),
          scope: entry.scope,
          evidence: { file: pom.path, line: entry.line, column: entry.column, message },
        };
      }
    }
    const deeper = new Set([...seen, this.pom]);
    for (const bom of this.#bomImports()) {
      const found = bom.managed(key, deeper);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What identifies a dependency when POMs are merged: all but its version. */
  key(dependency: PomDependency): string {
    const { groupId, artifactId, type, classifier } = dependency;
    return this.interpolate(`${groupId}:${artifactId}:${type ?? "jar"}:${classifier ?? ""}`).value;
  }

  /** Parents and BOMs that only a repository holds: what they say is unknown. */
  outside(): readonly OutsidePom[] {
    this.#bomImports();
    const top = this.lineage.at(-1);
    if (top?.parent === undefined) return this.#outside;
    const { groupId, artifactId, version, line, column } = top.parent;
    const coordinates = `${groupId}:${artifactId}:${version}`;
    return [...this.#outside, { coordinates, kind: "parent", file: top.path, line, column }];
  }

  #bomImports(): readonly EffectivePom[] {
    if (this.#imports !== undefined) return this.#imports;
    const imports: EffectivePom[] = [];
    for (const { pom, content } of this.contents()) {
      for (const entry of content.managed) {
        if (entry.scope !== "import") continue;
        const groupId = this.interpolate(entry.groupId).value;
        const artifactId = this.interpolate(entry.artifactId).value;
        const found = this.#set.byCoordinates(groupId, artifactId);
        if (found === undefined) {
          const coordinates = `${groupId}:${artifactId}:${this.interpolate(entry.version ?? "").value}`;
          this.#outside.push({ coordinates, kind: "bom", file: pom.path, line: entry.line, column: entry.column });
        } else imports.push(this.#set.effective(found));
      }
    }
    this.#imports = imports;
    return imports;
  }
}

const managedIndexes = new WeakMap<PomContent, ReadonlyMap<string, readonly PomDependency[]>>();
const noEntries: readonly PomDependency[] = [];

/** Entries of one section that may manage an artifact: a large parent is asked once for each dependency of each child. */
function managedByName(content: PomContent, artifactId: string): readonly PomDependency[] {
  let index = managedIndexes.get(content);
  if (index === undefined) {
    const entries = new Map<string, PomDependency[]>();
    for (const entry of content.managed) {
      const name = entry.artifactId.includes("${") ? "" : entry.artifactId;
      const known = entries.get(name);
      if (known === undefined) entries.set(name, [entry]);
      else known.push(entry);
    }
    index = entries;
    managedIndexes.set(content, index);
  }
  const named = index.get(artifactId) ?? noEntries;
  const computed = index.get("");
  return computed === undefined ? named : [...named, ...computed];
}
