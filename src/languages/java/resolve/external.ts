/**
 * Which artifact outside the repository a package comes from. Knowledge first, and of its candidates what the module
 * declares; then the names of declared artifacts. No answer is better than a bad one.
 */
import type { Confidence, Declaration } from "../../../model/resolution.ts";
import type { Purl } from "../../../model/purl.ts";
import { artifactKnowledge, type ArtifactName, type PackageKnowledge } from "./artifacts.ts";
import { mavenPurl } from "../projects/build.ts";
import type { ClassIndex } from "./class-index.ts";
import { jdkPackage } from "./jdk.ts";
import type { DeclaredArtifact, Module, Modules } from "./modules.ts";
import { matchByName } from "./naming.ts";

export type ExternalAnswer =
  | { readonly kind: "builtin"; readonly package: string }
  | {
      readonly kind: "package";
      readonly package: Purl;
      readonly confidence: Confidence;
      readonly declaration: Declaration | undefined;
    };

export class ExternalPackages {
  readonly #modules: Modules;
  readonly #classes: ClassIndex;
  readonly #told: ReadonlyMap<string, string>;
  readonly #answers = new Map<Module, Map<string, ExternalAnswer | undefined>>();

  /** @param told packages of code to the artifacts that users say they are of */
  constructor(modules: Modules, classes: ClassIndex, told: ReadonlyMap<string, string>) {
    this.#modules = modules;
    this.#classes = classes;
    this.#told = told;
  }

  /** `className` is the simple name of the top-level type; `""` when the whole package is meant. */
  resolve(module: Module, packageName: string, className: string): ExternalAnswer | undefined {
    let answers = this.#answers.get(module);
    if (answers === undefined) this.#answers.set(module, (answers = new Map()));
    const knowledge = artifactKnowledge();
    // Only packages that are split by class need the class: all others are answered once a module.
    const split = knowledge.jdkHolds(packageName, className) !== undefined;
    const key = split ? `${packageName} ${className}` : packageName;
    if (answers.has(key)) return answers.get(key);
    const answer = this.#find(module, packageName, split ? className : "");
    answers.set(key, answer);
    return answer;
  }

  #find(module: Module, packageName: string, className: string): ExternalAnswer | undefined {
    const told = this.#toldOf(packageName);
    if (told !== undefined) return { ...this.#answer(module, told), confidence: "declared" };
    const release = module.builds.find((build) => build.release !== undefined)?.release;
    const jdk = jdkPackage(packageName, className, release);
    if (jdk?.kind === "jdk") return { kind: "builtin", package: jdk.package };
    const declared = this.#modules.artifacts(module);
    const known = this.#known(packageName, className);
    const best = this.#pick(known, declared);
    const answer = (artifact: ArtifactName): ExternalAnswer => this.#answer(module, artifact);
    if (best !== undefined && isDeclared(best, declared) && known.prefix === packageName) return answer(best);
    // What older JDKs had counts as theirs unless the release no longer has it or a library for it is asked for.
    if (jdk !== undefined && !jdk.gone) return { kind: "builtin", package: jdk.package };
    const named = matchByName(packageName, [...declared.values()]);
    const depth = known.prefix === "" ? 0 : known.prefix.split(".").length;
    if (named !== undefined && (best === undefined || (known.prefix !== packageName && named.depth > depth))) {
      const found = answer(`${named.artifact.groupId}:${named.artifact.artifactId}`);
      return named.sure || found.kind === "builtin" ? found : { ...found, confidence: "inferred" };
    }
    return best === undefined ? undefined : answer(best);
  }

  /** What users say, of the package itself or the nearest around it. */
  #toldOf(packageName: string): ArtifactName | undefined {
    if (this.#told.size === 0) return undefined;
    for (let name = packageName; name !== ""; name = name.slice(0, Math.max(0, name.lastIndexOf(".")))) {
      const artifact = this.#told.get(name);
      if (artifact !== undefined) return artifact;
    }
    return undefined;
  }

  #known(packageName: string, className: string): PackageKnowledge {
    const knowledge = artifactKnowledge();
    const owners = className === "" ? [] : knowledge.byClass(packageName, className);
    if (owners.length > 0) return { prefix: packageName, candidates: owners };
    return knowledge.byPackage(packageName) ?? { prefix: "", candidates: [] };
  }

  /**
   * Declared candidates first. What the repository itself publishes, or holds the sources of, has its classes here: then
   * it is not from outside.
   */
  #pick(known: PackageKnowledge, declared: ReadonlyMap<Purl, DeclaredArtifact>): ArtifactName | undefined {
    const outside = known.candidates.filter((artifact) => this.#modules.publishing(purlOf(artifact)) === undefined);
    const asked = outside.find((artifact) => isDeclared(artifact, declared));
    if (asked !== undefined || this.#classes.package(known.prefix) !== undefined) return asked;
    return outside[0];
  }

  #answer(module: Module, artifact: ArtifactName): Extract<ExternalAnswer, { readonly kind: "package" }> {
    const name = purlOf(artifact);
    const declared = this.#modules.artifacts(module);
    const own = declared.has(name);
    const state =
      own || isProvided(artifact, declared) ? "declared" : (this.#modules.passedOn(module).get(name) ?? "unknown");
    return {
      kind: "package",
      package: name,
      confidence: own ? "declared" : "inferred",
      declaration: module.builds.length === 0 ? undefined : { package: name, state },
    };
  }
}

function purlOf(artifact: ArtifactName): Purl {
  const [groupId = "", artifactId = ""] = artifact.split(":");
  return mavenPurl(groupId, artifactId);
}

function isDeclared(artifact: ArtifactName, declared: ReadonlyMap<Purl, DeclaredArtifact>): boolean {
  return declared.has(purlOf(artifact));
}

/** Brought by a starter or aggregator that is asked for in its stead. */
function isProvided(artifact: ArtifactName, declared: ReadonlyMap<Purl, DeclaredArtifact>): boolean {
  const group = artifact.slice(0, artifact.indexOf(":"));
  const knowledge = artifactKnowledge();
  for (const { groupId, artifactId } of declared.values()) {
    if (knowledge.provides(`${groupId}:${artifactId}`).includes(group)) return true;
  }
  return false;
}
