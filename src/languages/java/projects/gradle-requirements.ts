/** The requirements of one Gradle project, from every script that has a say in it. */
import type { Purl } from "../../../model/purl.ts";
import type { Requirement, RequirementScope } from "../../../model/requirement.ts";
import { artifactKnowledge, isAggregator, worksUnseen } from "../resolve/artifacts.ts";
import { mavenPurl } from "./build.ts";
import { isTestSourceSet } from "./source-roots.ts";
import { evaluate, type GradleScope, ownScopes } from "./gradle-values.ts";
import type { GapKind, GradleGaps } from "./gradle-gaps.ts";
import type { GradleFiles, Member } from "./gradle-members.ts";
import { lookUpCatalog, type PlacedCatalog } from "./gradle-catalogs.ts";
import { settleVersion } from "./gradle-rich-values.ts";
import type { GradlePeer, GradlePeers } from "./gradle-peers.ts";
import type { GradleCatalogEntry, GradleDependency, GradleScript, GradleText } from "../manifests/gradle-model.ts";

interface Place extends Pick<Requirement, "file" | "line" | "column" | "scope"> {
  readonly group: string;
  /** Whether the project's own script asks for it. */
  readonly own: boolean;
  readonly exclusions: readonly string[];
}

export class GradleRequirements {
  readonly all: Requirement[] = [];
  readonly testClassesOf: Set<Purl> = new Set();
  /** False once something that is asked for could not be read. */
  complete = true;
  /** What it passes on to the compile classpath of those that ask for it. */
  readonly exported: Set<Purl> = new Set();
  readonly #member: Member;
  readonly #gradle: GradleFiles;
  readonly #peers: GradlePeers;
  readonly #gaps: GradleGaps;

  constructor(member: Member, gradle: GradleFiles, peers: GradlePeers, gaps: GradleGaps) {
    this.#member = member;
    this.#gradle = gradle;
    this.#peers = peers;
    this.#gaps = gaps;
  }

  /** Takes what a script asks for on behalf of these: itself, the projects below it, or both. */
  add(script: GradleScript, targets: readonly GradleDependency["target"][]): void {
    const scopes = [...ownScopes(script, this.#gradle.scripts), ...this.#member.scopes];
    for (const dependency of script.dependencies) {
      if (targets.includes(dependency.target)) this.#add(script, dependency, scopes);
      // Some projects, and perhaps this one, are given what is here.
      else if (dependency.target === "some" && isPeer(dependency)) this.complete = false;
    }
  }

  #add(script: GradleScript, dependency: GradleDependency, scopes: readonly GradleScope[]): void {
    const { notation, configuration } = dependency;
    const written =
      notation.kind === "module" ? notation.coordinates : notation.kind === "project" ? notation.path : notation;
    const place: Place = {
      file: script.path,
      line: written.line,
      column: written.column,
      scope: scopeOf(dependency),
      group: configuration,
      // What others ask for on its behalf may well serve its neighbours only.
      exclusions: dependency.exclusions,
      own: dependency.target === "own" && script.path === this.#member.manifest,
    };
    switch (notation.kind) {
      case "module":
        this.#fromCoordinates(place, dependency, notation.coordinates, scopes);
        return;
      case "project":
        this.#fromPeer(
          place,
          dependency,
          this.#peers.named(this.#member.root, evaluate(notation.path, scopes).value),
          notation.path.value,
        );
        return;
      case "accessor":
        this.#fromPeer(
          place,
          dependency,
          this.#peers.accessed(this.#member.root, notation.accessor),
          notation.accessor,
        );
        return;
      case "catalog":
        this.#fromCatalog(place, notation.accessor);
    }
  }

  #fromPeer(place: Place, dependency: GradleDependency, peer: GradlePeer | undefined, written: string): void {
    if (peer?.package === undefined) {
      this.#say("project", place, `no project of this build that could be read is "${written}"`);
      return;
    }
    // Its own test classes, `project(path)` within: nothing is asked for.
    if (peer.root === this.#member.root && peer.path === this.#member.path) return;
    this.#require(place, { package: peer.package, range: "*", path: peer.directory, observable: false });
    if (dependency.testFixtures) this.testClassesOf.add(peer.package);
  }

  #fromCoordinates(
    place: Place,
    dependency: GradleDependency,
    coordinates: GradleText,
    scopes: readonly GradleScope[],
  ): void {
    const accessor = /^\$\{([\w.]+)\}$/.exec(coordinates.value)?.[1];
    if (accessor !== undefined && this.#inCatalog(accessor, place.file) !== undefined) {
      this.#fromCatalog(place, accessor);
      return;
    }
    const { value, missing, origin } = evaluate(coordinates, scopes);
    const [groupId, artifactId, version = "", classifier] = value.split("@")[0]?.split(":") ?? [];
    if (groupId === undefined || artifactId === undefined || `${groupId}:${artifactId}`.includes("$")) {
      const message =
        accessor === undefined
          ? `${missing ?? value} has no value that can be read here: the dependency was left out`
          : `"${accessor}" has no value that can be read here: it was left out`;
      this.#say("value", place, message);
      return;
    }
    const settled = settleVersion(missing === undefined ? version : "", dependency.rich, scopes);
    const unknown = missing ?? settled.missing;
    if (unknown !== undefined) {
      const message = `${unknown} has no value that can be read here: the version of ${artifactId} is unknown`;
      this.#say("version", place, message);
    }
    const from = [...origin, ...settled.origin];
    const given = {
      range: settled.range,
      ...(from.length === 0 ? {} : { origin: from }),
      ...(classifier === undefined ? {} : { classifier }),
    };
    this.#push(place, groupId, artifactId, given, classifier === undefined);
    if (classifier === "tests" || dependency.testFixtures) this.testClassesOf.add(mavenPurl(groupId, artifactId));
  }

  #inCatalog(
    accessor: string,
    file: string,
  ): { readonly catalog: PlacedCatalog; readonly found: readonly GradleCatalogEntry[] } | undefined {
    return lookUpCatalog(this.#gradle.catalogs, accessor, file, (catalog, key) => catalog.libraries.get(key));
  }

  #fromCatalog(place: Place, accessor: string): void {
    const known = this.#inCatalog(accessor, place.file);
    if (known === undefined) {
      this.#say(
        "catalog",
        place,
        `no version catalog of the repository has "${accessor}": the dependency was left out`,
      );
      return;
    }
    for (const { groupId, artifactId, version, line } of known.found) {
      const origin = [{ file: known.catalog.path, line, message: `${accessor} is ${groupId}:${artifactId}` }];
      this.#push(place, groupId, artifactId, { range: version ?? "*", origin }, true);
    }
  }

  #push(
    place: Place,
    groupId: string,
    artifactId: string,
    version: Pick<Requirement, "range" | "origin" | "classifier">,
    plain: boolean,
  ): void {
    const isCode = place.scope === "runtime" || place.scope === "test";
    const observable =
      isCode &&
      place.own &&
      plain &&
      !/runtime/i.test(place.group) &&
      !isAggregator(artifactId) &&
      !worksUnseen(artifactId) &&
      artifactKnowledge().isVerified(`${groupId}:${artifactId}`);
    this.#require(place, { package: mavenPurl(groupId, artifactId), ...version, observable });
  }

  #require(
    place: Place,
    asked: Pick<Requirement, "package" | "range" | "origin" | "classifier" | "path" | "observable">,
  ): void {
    const { file, line, column, scope, group, exclusions } = place;
    this.all.push({ file, line, column, scope, group, ...asked, ...(exclusions.length === 0 ? {} : { exclusions }) });
    if (scope === "runtime" && exporting.test(group)) this.exported.add(asked.package);
  }

  #say(kind: GapKind, { file, line, column }: Place, message: string): void {
    // The version is all that is unknown of it then.
    if (kind !== "version") this.complete = false;
    this.#gaps.add(this.#member.root, kind, { file, line, column, message });
  }
}

/** @see https://docs.gradle.org/current/userguide/java_library_plugin.html#sec:java_library_separation */
const exporting = /^(?:api|compile|compileOnlyApi|compileApi)$|Api$/;

function isPeer({ notation }: GradleDependency): boolean {
  return notation.kind === "project" || notation.kind === "accessor";
}

/** @see https://docs.gradle.org/current/userguide/java_library_plugin.html#sec:java_library_configurations_graph */
function scopeOf({ configuration, platform, block }: GradleDependency): RequirementScope {
  if (block === "buildscript") return "build";
  if (block === "constraints") return "constraint";
  if (block === "management" || platform) return "managed";
  if (/annotationProcessor$|^kapt|^ksp|[aA]nnotationProcessor$/.test(configuration)) return "build";
  const set = /^(\w+?)(?:Implementation|Api|CompileOnly|RuntimeOnly|Compile|Runtime)$/.exec(configuration)?.[1];
  if (isTestSourceSet(set ?? configuration) || /^test|Test[A-Z]/.test(configuration)) return "test";
  if (/[cC]ompileOnly|^provided/.test(configuration)) return "provided";
  if (/^(?:implementation|api|compile|runtime|runtimeOnly)$|(?:Implementation|Api|RuntimeOnly)$/.test(configuration))
    return "runtime";
  return "build";
}
