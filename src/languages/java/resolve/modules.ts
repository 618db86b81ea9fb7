/**
 * What compiles together: the builds of one directory, and which of them see which.
 * @see https://maven.apache.org/guides/introduction/introduction-to-dependency-mechanism.html#transitive-dependencies
 */
import { type Purl, purlName } from "../../../model/purl.ts";
import type { Requirement } from "../../../model/requirement.ts";
import { type JavaBuild, toolGroup } from "../projects/build.ts";
import { scopeByPlace } from "../projects/java-scope.ts";
import { layoutOf } from "../projects/layout.ts";

export interface DeclaredArtifact {
  readonly package: Purl;
  readonly groupId: string;
  readonly artifactId: string;
}

export interface Module {
  readonly directory: string;
  /** Usually one; two where Maven and Gradle build the same directory; none where no manifest stands. */
  readonly builds: readonly JavaBuild[];
}

export type Reach = "declared" | "transitive";

/** What a requirement asks for, apart from those that bind versions only and those that only the build loads. */
function isAsked({ scope, group }: Requirement): boolean {
  return scope !== "managed" && scope !== "constraint" && !(scope === "build" && group === toolGroup);
}

export class Modules {
  readonly #byDirectory = new Map<string, Module>();
  readonly #byPackage = new Map<Purl, Module>();
  readonly #ofDirectory = new Map<string, Module>();
  readonly #reach = new Map<Module, ReadonlyMap<Module, Reach>>();
  readonly #artifacts = new Map<Module, ReadonlyMap<Purl, DeclaredArtifact>>();

  readonly #passedOn = new Map<Module, ReadonlyMap<Purl, Reach>>();

  constructor(builds: readonly JavaBuild[]) {
    const byDirectory = new Map<string, JavaBuild[]>();
    for (const build of builds) {
      const { directory } = build.project;
      byDirectory.set(directory, [...(byDirectory.get(directory) ?? []), build]);
    }
    for (const [directory, own] of byDirectory) {
      const module: Module = { directory, builds: own };
      this.#byDirectory.set(directory, module);
      for (const { project } of own) {
        if (project.package !== undefined && !this.#byPackage.has(project.package)) {
          this.#byPackage.set(project.package, module);
        }
      }
    }
  }

  /** The innermost build that holds a file; where there is none, what the layout of its directories suggests. */
  of(path: string): Module {
    const directory = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    let module = this.#ofDirectory.get(directory);
    if (module === undefined) {
      module = this.#innermost(directory);
      this.#ofDirectory.set(directory, module);
    }
    return module;
  }

  #innermost(directory: string): Module {
    for (let at = directory; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
      const found = this.#byDirectory.get(at);
      if (found !== undefined) return found;
      if (at === "") break;
    }
    const guessed = layoutOf(`${directory}/`)?.module ?? "\0"; // a directory that no build can have
    const known = this.#byDirectory.get(guessed);
    if (known !== undefined) return known;
    const module: Module = { directory: guessed, builds: [] };
    this.#byDirectory.set(guessed, module);
    return module;
  }

  /** The module of this repository that publishes a package. */
  publishing(name: Purl): Module | undefined {
    return this.#byPackage.get(name);
  }

  /** Modules of the repository that a module may count on: by its own requirements, and by theirs. */
  reach(module: Module): ReadonlyMap<Module, Reach> {
    let reach = this.#reach.get(module);
    if (reach === undefined) {
      reach = this.#findReach(module);
      this.#reach.set(module, reach);
    }
    return reach;
  }

  #findReach(module: Module): ReadonlyMap<Module, Reach> {
    const reach = new Map<Module, Reach>();
    const queue: Module[] = [];
    const bundled = new Set<Module>();
    const add = (name: Purl, how: Reach): void => {
      const target = this.#byPackage.get(name);
      if (target === undefined || target === module || reach.has(target)) return;
      reach.set(target, how);
      queue.push(target);
    };
    for (const { project } of module.builds) {
      for (const requirement of project.requirements) if (isAsked(requirement)) add(requirement.package, "declared");
    }
    // What is exported on purpose, or packed into a jar, may be counted on: asking for the one is asking for the other.
    for (let head = 0; head < queue.length; head++) {
      const each = queue[head];
      for (const { exported, bundles, project } of each?.builds ?? []) {
        for (const name of exported ?? []) add(name, "declared");
        if (bundles !== true && (each === undefined || !bundled.has(each))) continue;
        for (const { package: name, scope } of project.requirements) {
          const target = scope === "runtime" ? this.#byPackage.get(name) : undefined;
          if (target === undefined || bundled.has(target)) continue;
          bundled.add(target);
          // It may have been passed already, as one that is asked for alone.
          if (reach.has(target)) queue.push(target);
          add(name, "declared");
        }
      }
    }
    for (let head = 0; head < queue.length; head++) {
      for (const { project } of queue[head]?.builds ?? []) {
        // Neither `provided` nor `test` nor optional requirements are passed on.
        for (const { package: name, scope } of project.requirements) if (scope === "runtime") add(name, "transitive");
      }
    }
    return reach;
  }

  /** Whether a module asks for the test classes of another as well. */
  seesTestsOf(module: Module, other: Module): boolean {
    return module.builds.some(({ testClassesOf }) =>
      [...testClassesOf].some((name) => this.#byPackage.get(name) === other),
    );
  }

  /** What a module asks for, whatever the scope, that is not of this repository. */
  artifacts(module: Module): ReadonlyMap<Purl, DeclaredArtifact> {
    let artifacts = this.#artifacts.get(module);
    if (artifacts === undefined) {
      const found = new Map<Purl, DeclaredArtifact>();
      for (const { project } of module.builds) {
        for (const requirement of project.requirements) {
          const name = requirement.package;
          if (!isAsked(requirement) || found.has(name) || this.#byPackage.has(name)) continue;
          const [groupId = "", artifactId = ""] = purlName(name).split("/");
          found.set(name, { package: name, groupId, artifactId });
        }
      }
      artifacts = found;
      this.#artifacts.set(module, artifacts);
    }
    return artifacts;
  }

  /** Whether a module asks for something from outside of the group of a package: it may well bring the published form of it. */
  asksForKin(module: Module, name: Purl): boolean {
    const [groupId] = purlName(name).split("/");
    for (const artifact of this.artifacts(module).values()) if (artifact.groupId === groupId) return true;
    return false;
  }

  /** What modules of the repository that a module may count on pass on to it, by their manifests. */
  passedOn(module: Module): ReadonlyMap<Purl, Reach> {
    let names = this.#passedOn.get(module);
    if (names === undefined) {
      const found = new Map<Purl, Reach>();
      for (const [each, how] of this.reach(module)) {
        for (const { project, exported } of each.builds) {
          if (exported === undefined) {
            for (const { package: name, scope } of project.requirements) {
              if (scope === "runtime" && !found.has(name)) found.set(name, "transitive");
            }
          } else if (how === "declared") {
            // The rest is not on the classpath that others compile with.
            for (const name of exported) found.set(name, "declared");
          }
        }
      }
      names = found;
      this.#passedOn.set(module, names);
    }
    return names;
  }

  /** Production code or not: by the source root that holds the file, else by its place. */
  scope(module: Module, path: string): "main" | "test" {
    let best = -1;
    let scope: "main" | "test" | undefined;
    for (const { project } of module.builds) {
      for (const root of project.sourceRoots) {
        if (root.directory.length > best && path.startsWith(`${root.directory}/`)) {
          best = root.directory.length;
          ({ scope } = root);
        }
      }
    }
    return scope ?? scopeByPlace(path);
  }
}
