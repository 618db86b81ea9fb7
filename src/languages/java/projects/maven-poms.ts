/** Every POM that can be reached: those of the repository, by path and by what they are, and those of a local repository. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { Pom, PomParent } from "../manifests/pom-model.ts";
import { parseGenericVersion } from "../versions/generic.ts";
import { parseRange } from "../versions/range.ts";
import { joinPath } from "./build.ts";
import type { LocalRepository } from "./local-repository.ts";
import type { MavenContext, MavenContexts } from "./maven-context.ts";
import { EffectivePom } from "./maven-effective.ts";

export class PomSet {
  readonly poms: readonly Pom[];
  readonly #contexts: MavenContexts;
  readonly #repository: LocalRepository | undefined;
  readonly #byPath: ReadonlyMap<string, Pom>;
  readonly #byName = new Map<string, Pom[]>();
  readonly #parents = new Map<Pom, Pom | undefined>();
  readonly #effective = new Map<MavenContext, Map<Pom, EffectivePom>>();

  constructor(poms: readonly Pom[], contexts: MavenContexts, repository: LocalRepository | undefined) {
    this.poms = poms;
    this.#contexts = contexts;
    this.#repository = repository;
    this.#byPath = new Map(poms.map((pom) => [pom.path, pom]));
    for (const pom of poms) {
      const name = pom.artifactId ?? "";
      const namesakes = this.#byName.get(name);
      if (namesakes === undefined) this.#byName.set(name, [pom]);
      else namesakes.push(pom);
    }
  }

  effective(pom: Pom): EffectivePom {
    return this.#in(pom, this.#contexts.of(pom.path));
  }

  /** A POM as it would be with one more profile switched on. */
  withProfile(pom: Pom, id: string): EffectivePom {
    const context = this.#contexts.of(pom.path);
    return new EffectivePom(pom, this, { ...context, profiles: new Map([...context.profiles, [id, true]]) });
  }

  #in(pom: Pom, context: MavenContext): EffectivePom {
    let known = this.#effective.get(context);
    if (known === undefined) this.#effective.set(context, (known = new Map()));
    let effective = known.get(pom);
    if (effective === undefined) known.set(pom, (effective = new EffectivePom(pom, this, context)));
    return effective;
  }

  /**
   * By the relative path if what is there is really the parent, else by its coordinates, as a reactor finds it, else from the
   * local repository.
   * @see https://maven.apache.org/ref/current/maven-model/maven.html#parent
   */
  parentOf(pom: Pom): Pom | undefined {
    if (!this.#parents.has(pom)) this.#parents.set(pom, this.#findParent(pom));
    return this.#parents.get(pom);
  }

  #findParent(pom: Pom): Pom | undefined {
    const { parent } = pom;
    if (parent === undefined) return undefined;
    if (parent.relativePath !== "" && this.#byPath.has(pom.path)) {
      const path = joinPath(directoryOf(pom.path), parent.relativePath);
      const found = path === undefined ? undefined : (this.#byPath.get(path) ?? this.#byPath.get(pomIn(path)));
      if (found !== undefined && found !== pom && isParent(found, parent)) return found;
    }
    const { groupId, artifactId, version } = parent;
    if (groupId === undefined || artifactId === undefined || version === undefined) return undefined;
    return (
      this.#byName.get(artifactId)?.find((each) => each !== pom && isParent(each, parent)) ??
      this.#repository?.pom(groupId, artifactId, version)
    );
  }

  /** A BOM of exactly these coordinates, as it is read when it is imported. */
  imported(groupId: string, artifactId: string, version: string, context: MavenContext): EffectivePom | undefined {
    const own = this.#byName.get(artifactId)?.find((pom) => {
      const effective = this.effective(pom);
      return effective.groupId === groupId && effective.version.value === version;
    });
    const found = own ?? this.#repository?.pom(groupId, artifactId, version);
    return found === undefined ? undefined : this.#in(found, context.ofImports);
  }

  /** The one project of the repository of that name; of that group, unless it is left out. */
  named(groupId: string, artifactId: string): EffectivePom | undefined {
    const found = (this.#byName.get(artifactId) ?? [])
      .map((pom) => this.effective(pom))
      .filter((each) => groupId === "" || each.groupId === groupId);
    return found.length === 1 ? found[0] : undefined;
  }
}

function pomIn(directory: string): string {
  return directory === "" ? "pom.xml" : `${directory}/pom.xml`;
}

/**
 * A parent may take its own group and version from its parent; then only what it says itself can disagree. What a child
 * leaves out is that of the POM that is found.
 */
function isParent(pom: Pom, parent: PomParent): boolean {
  if (parent.artifactId !== undefined && pom.artifactId !== parent.artifactId) return false;
  const groupId = pom.groupId ?? pom.parent?.groupId;
  if (parent.groupId !== undefined && groupId !== undefined && groupId !== parent.groupId) return false;
  const version = pom.version ?? pom.parent?.version;
  if (version === undefined || parent.version === undefined || version === parent.version) return true;
  if (version.includes("${") || parent.version.includes("${")) return true;
  // A range of parents, since Maven 3.2.2.
  return /^[[(]/.test(parent.version) && parseRange(parent.version)?.contains(parseGenericVersion(version)) === true;
}
