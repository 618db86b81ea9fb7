/** Every Gradle build of the repository: settings, scripts, properties and catalogs put together into projects. */
import type { FileIndex } from "../../../files/file-index.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { type Project, projectId, type SourceRoot } from "../../../model/project.ts";
import { type JavaBuild, joinPath, mavenPurl, releaseOf } from "./build.ts";
import type { LockEntry, Requirement } from "../../../model/requirement.ts";
import { pluginRequirements } from "./gradle-plugins.ts";
import { gradleLocks } from "./gradle-locks.ts";
import { evaluate } from "./gradle-values.ts";
import { generatorOf, isBundler, noRuns, processorOf } from "./generators.ts";
import { GradleGaps } from "./gradle-gaps.ts";
import { type GradleFiles, gradleMembers, type Member } from "./gradle-members.ts";
import { GradlePeers } from "./gradle-peers.ts";
import { GradleRequirements } from "./gradle-requirements.ts";
import type { GradleScript } from "../manifests/gradle-model.ts";
import { isTestSourceSet, withConventions } from "./source-roots.ts";
import { gradleVersions } from "../versions.ts";

export function gradleBuilds(
  gradle: GradleFiles,
  files: FileIndex,
): { readonly builds: readonly JavaBuild[]; readonly diagnostics: readonly Diagnostic[] } {
  const members = gradleMembers(gradle, files);
  const peers = new GradlePeers(
    members.map((member) => {
      const { path, directory, root } = member;
      return { path, directory, root, package: nameOf(member) };
    }),
    (root) => members.find((each) => each.root === root)?.settings?.rootName,
  );
  const gaps = new GradleGaps();
  const builds = members.map((member) => {
    const requirements = new GradleRequirements(member, gradle, peers, gaps);
    const locks = gradleLocks(member, gradle.locks, gradle.verifications);
    const plugins = pluginRequirements(member, gradle.catalogs);
    return makeBuild(member, { requirements, peers, plugins, locks }, files);
  });
  return { builds, diagnostics: gaps.diagnostics() };
}

function valueOf(member: Member, name: string): string | undefined {
  for (const { values } of member.scopes) {
    const text = values.get(name);
    if (text === undefined) continue;
    const { value, missing } = evaluate(text, member.scopes);
    return missing === undefined ? value : undefined;
  }
  return undefined;
}

/** @see https://docs.gradle.org/current/userguide/writing_build_scripts.html#sec:project_api - group defaults to the path above */
function nameOf(member: Member): string | undefined {
  const rootName = member.settings?.rootName ?? (member.root.slice(member.root.lastIndexOf("/") + 1) || undefined);
  const parts = member.path.split(":").filter((part) => part !== "");
  const name = parts.at(-1) ?? rootName;
  if (name === undefined) return undefined;
  const group = valueOf(member, "group") ?? [rootName, ...parts.slice(0, -1)].filter(Boolean).join(".");
  if (parts.length === 0 && group === rootName) return mavenPurl("", name);
  return mavenPurl(group, name);
}

interface Parts {
  readonly requirements: GradleRequirements;
  readonly peers: GradlePeers;
  readonly plugins: readonly Requirement[];
  readonly locks: readonly LockEntry[];
}

function makeBuild(
  member: Member,
  { requirements, peers, plugins: loaded, locks }: Parts,
  files: FileIndex,
): JavaBuild {
  const { id, manifest, directory, scripts, above, rootScript } = member;
  for (const each of scripts) requirements.add(each, ["own", "all"]);
  for (const each of above) requirements.add(each, ["below", "all"]);
  const version = valueOf(member, "version");
  const name = peers.at(member.root, member.path)?.package;
  const runtimes = [...scripts, ...above].find(({ java }) => java.length > 0)?.java ?? [];
  const project: Project = {
    id,
    directory,
    manifest,
    ecosystem: "maven",
    versionScheme: gradleVersions.name,
    ...(name === undefined ? {} : { package: name }),
    // https://docs.gradle.org/current/userguide/declaring_dependencies_basics.html#sec:project-dependencies
    inBuild: { notation: `project("${member.path}")`, build: member.root },
    ...(version === undefined ? {} : { version }),
    ...(rootScript === undefined ? {} : { parent: projectId(rootScript.path) }),
    installScope: id,
    sourceRoots: sourceRoots(directory, scripts, files),
    requirements: requirements.all.concat(loaded),
    ...(runtimes.length === 0 ? {} : { runtimes }),
    locks,
  };
  const plugins = [...scripts, ...above].flatMap((each) => each.plugins);
  const artifacts = requirements.all.map((each) => each.package.slice(each.package.lastIndexOf("/") + 1));
  return {
    project,
    release: releaseOf(runtimes),
    generators: plugins.flatMap((plugin) => generatorOf(plugin, noRuns)),
    relocated: scripts.flatMap((each) => each.relocated),
    bundles: scripts.some((each) => each.plugins.some(isBundler)),
    processors: artifacts.flatMap(processorOf),
    complete: member.complete && requirements.complete,
    testClassesOf: requirements.testClassesOf,
    exported: requirements.exported,
  };
}

function sourceRoots(directory: string, scripts: readonly GradleScript[], files: FileIndex): readonly SourceRoot[] {
  const stated = scripts.flatMap((script) =>
    script.sources.flatMap(({ set, directory: source }): readonly SourceRoot[] => {
      const path = source.includes("$") ? undefined : joinPath(directory, source);
      return path === undefined ? [] : [{ directory: path, scope: isTestSourceSet(set) ? "test" : "main" }];
    }),
  );
  return withConventions(directory, stated, files);
}
