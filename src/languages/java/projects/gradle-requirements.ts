/** The requirements of one Gradle project, from every script that has a say in it. */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Purl } from "../../../model/purl.ts";
import type { Requirement, RequirementScope } from "../../../model/requirement.ts";
import { artifactKnowledge, isAggregator } from "../resolve/artifacts.ts";
import { mavenPurl } from "./build.ts";
import { evaluate, type GradleScope } from "./gradle-values.ts";
import type { GradleCatalog, GradleDependency, GradleScript } from "../manifests/gradle-model.ts";

/** Another project of the same build. */
export interface GradlePeer {
  readonly directory: string;
  readonly package: Purl | undefined;
}

type Place = Pick<Requirement, "file" | "line" | "column" | "scope" | "group">;

export class GradleRequirements {
  readonly all: Requirement[] = [];
  readonly testClassesOf: Set<Purl> = new Set();
  /** False once something that is asked for could not be read. */
  complete = true;
  readonly #own: string;
  readonly #scopes: readonly GradleScope[];
  readonly #catalogs: readonly GradleCatalog[];
  readonly #peer: (path: string) => GradlePeer | undefined;
  readonly #diagnostics: Diagnostic[];

  /** @param own path of the project's own script: what others ask for on its behalf may well serve its neighbours only */
  constructor(
    own: string,
    scopes: readonly GradleScope[],
    catalogs: readonly GradleCatalog[],
    peer: (path: string) => GradlePeer | undefined,
    diagnostics: Diagnostic[],
  ) {
    this.#own = own;
    this.#scopes = scopes;
    this.#catalogs = catalogs;
    this.#peer = peer;
    this.#diagnostics = diagnostics;
  }

  /** Takes what a script asks for on behalf of these: itself, the projects below it, or both. */
  add(script: GradleScript, targets: readonly GradleDependency["target"][]): void {
    for (const dependency of script.dependencies) {
      if (targets.includes(dependency.target)) this.#add(script, dependency);
    }
  }

  #add(script: GradleScript, dependency: GradleDependency): void {
    const { notation, configuration } = dependency;
    const written =
      notation.kind === "module" ? notation.coordinates : notation.kind === "project" ? notation.path : notation;
    const place: Place = {
      file: script.path,
      line: written.line,
      column: written.column,
      scope: scopeOf(dependency),
      group: configuration,
    };
    switch (notation.kind) {
      case "module": {
        const { value, missing, origin } = evaluate(notation.coordinates, this.#scopes);
        const [groupId, artifactId, version] = value.split("@")[0]?.split(":") ?? [];
        if (groupId === undefined || artifactId === undefined || `${groupId}:${artifactId}`.includes("$")) {
          this.#say(place, `${missing ?? value} has no value that can be read here: the dependency was left out`);
          return;
        }
        if (missing !== undefined)
          this.#say(place, `${missing} has no value that can be read here: the version of ${artifactId} is unknown`);
        const range = missing === undefined && version ? version.replace(/!!.*$/, "") : "*";
        const classifier = value.split("@")[0]?.split(":")[3];
        this.#push(
          place,
          groupId,
          artifactId,
          { range, ...(origin.length === 0 ? {} : { origin }) },
          classifier === undefined,
        );
        if (classifier === "tests" || dependency.testFixtures) this.testClassesOf.add(mavenPurl(groupId, artifactId));
        return;
      }
      case "project": {
        const peer = this.#peer(evaluate(notation.path, this.#scopes).value);
        if (peer?.package === undefined) {
          this.#say(place, `no project of this build that could be read is "${notation.path.value}"`);
          return;
        }
        this.all.push({ ...place, package: peer.package, range: "*", path: peer.directory, observable: false });
        if (dependency.testFixtures) this.testClassesOf.add(peer.package);
        return;
      }
      case "catalog":
        this.#fromCatalog(place, notation.accessor);
    }
  }

  #fromCatalog(place: Place, accessor: string): void {
    const [name = "", ...rest] = accessor.split(".");
    const key = rest.join(".").replace(/\.get$/, "");
    // A script sees the catalogs of its own build: the nearest above it.
    const catalog = this.#catalogs
      .filter((each) => each.name === name && place.file.startsWith(each.path.replace(/(?:gradle\/)?[^/]*$/, "")))
      .sort((a, b) => b.path.length - a.path.length)[0];
    const entries = catalog?.libraries.get(key);
    if (catalog === undefined || entries === undefined) {
      this.#say(place, `no version catalog of the repository has "${accessor}": the dependency was left out`);
      return;
    }
    for (const { groupId, artifactId, version, line } of entries) {
      const origin = [{ file: catalog.path, line, message: `${accessor} is ${groupId}:${artifactId}` }];
      this.#push(place, groupId, artifactId, { range: version ?? "*", origin }, true);
    }
  }

  #push(
    place: Place,
    groupId: string,
    artifactId: string,
    version: Pick<Requirement, "range" | "origin">,
    plain: boolean,
  ): void {
    const isCode = place.scope === "runtime" || place.scope === "test";
    const observable =
      isCode &&
      place.file === this.#own &&
      plain &&
      !/runtime/i.test(place.group ?? "") &&
      !isAggregator(artifactId) &&
      artifactKnowledge().isVerified(`${groupId}:${artifactId}`);
    this.all.push({ ...place, package: mavenPurl(groupId, artifactId), ...version, observable });
  }

  #say({ file, line, column }: Place, message: string): void {
    this.complete = false;
    if (this.#diagnostics.some((each) => each.file === file && each.line === line && each.message === message)) return;
    this.#diagnostics.push({ code: "manifest", file, line, column, message });
  }
}

/** @see https://docs.gradle.org/current/userguide/java_library_plugin.html#sec:java_library_configurations_graph */
function scopeOf({ configuration, platform, block }: GradleDependency): RequirementScope {
  if (block === "buildscript") return "build";
  if (block === "constraints") return "constraint";
  if (block === "management" || platform) return "managed";
  if (/annotationProcessor$|^kapt|^ksp|[aA]nnotationProcessor$/.test(configuration)) return "build";
  if (/^(?:test|androidTest|integrationTest|functionalTest|jmh|e2e|it[A-Z])|Test[A-Z]/.test(configuration))
    return "test";
  if (/[cC]ompileOnly|^provided/.test(configuration)) return "provided";
  if (/^(?:implementation|api|compile|runtime|runtimeOnly)$|(?:Implementation|Api|RuntimeOnly)$/.test(configuration))
    return "runtime";
  return "build";
}
