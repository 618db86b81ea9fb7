/** Every Gradle build of the repository: settings, scripts, properties and catalogs put together into projects. */
import type { FileIndex } from "../../../files/file-index.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { type Project, projectId, type SourceRoot } from "../../../model/project.ts";
import { directoryOf, type JavaBuild, joinPath, mavenPurl, parseRelease } from "./build.ts";
import { evaluate, type GradleScope } from "./gradle-values.ts";
import { generatorOf, noRuns, processorOf } from "./generators.ts";
import { type GradlePeer, GradleRequirements } from "./gradle-requirements.ts";
import type { GradleCatalog, GradleProperties, GradleScript, GradleSettings } from "../manifests/gradle-model.ts";
import { isTestSourceSet, withConventions } from "./source-roots.ts";

export interface GradleFiles {
  readonly scripts: readonly GradleScript[];
  readonly settings: readonly GradleSettings[];
  readonly properties: readonly GradleProperties[];
  readonly catalogs: readonly GradleCatalog[];
}

/** One project of a build, before its requirements are known. */
interface Member {
  readonly script: GradleScript;
  readonly directory: string;
  /** `:web:api`; `:` for the root. */
  readonly path: string;
  readonly root: string;
  readonly settings: GradleSettings | undefined;
  /** Its own script, those it applies and the plug-ins of its build that are scripts, then the root's script. */
  readonly scopes: readonly GradleScope[];
  readonly scripts: readonly GradleScript[];
  readonly complete: boolean;
  readonly rootScript: GradleScript | undefined;
}

export function gradleBuilds(
  gradle: GradleFiles,
  files: FileIndex,
): { readonly builds: readonly JavaBuild[]; readonly diagnostics: readonly Diagnostic[] } {
  const members = gradle.scripts
    .filter(({ path }) => /(?:^|\/)build\.gradle(?:\.kts)?$/.test(path))
    .map((script) => makeMember(script, gradle));
  const peers = new Map<string, GradlePeer>();
  for (const member of members) {
    const name = nameOf(member);
    peers.set(`${member.root}\n${member.path}`, { directory: member.directory, package: name });
  }
  const diagnostics: Diagnostic[] = [];
  const builds = members.map((member) => {
    const requirements = new GradleRequirements(
      member.script.path,
      member.scopes,
      gradle.catalogs,
      (path) => peers.get(`${member.root}\n${path.startsWith(":") ? path : `:${path}`}`),
      diagnostics,
    );
    return makeBuild(member, requirements, peers, files);
  });
  return { builds, diagnostics };
}

function makeMember(script: GradleScript, gradle: GradleFiles): Member {
  const directory = directoryOf(script.path);
  const within = (each: { readonly path: string }): boolean => {
    const above = directoryOf(each.path);
    return above === "" || above === directory || directory.startsWith(`${above}/`);
  };
  // The build's own settings are the nearest ones that hold this project.
  const candidates = gradle.settings.filter(within).sort((a, b) => b.path.length - a.path.length);
  const placed = candidates
    .map((settings) => ({ settings, path: memberPath(settings, directory) }))
    .find(({ path }) => path !== undefined);
  const settings = placed?.settings;
  const root = settings === undefined ? directory : directoryOf(settings.path);
  const rootScript = gradle.scripts.find(
    (each) => directoryOf(each.path) === root && each !== script && /(?:^|\/)build\.gradle(?:\.kts)?$/.test(each.path),
  );
  const { scripts, complete } = withApplied(script, gradle.scripts);
  const properties = gradle.properties
    .filter((each) => within(each) && (root === "" || each.path.startsWith(`${root}/`)))
    .sort((a, b) => b.path.length - a.path.length);
  const scopes: GradleScope[] = [
    ...scripts,
    ...(rootScript === undefined ? [] : withApplied(rootScript, gradle.scripts).scripts),
  ].map(({ path, variables }) => ({ path, values: variables }));
  for (const { path, values } of properties) scopes.push({ path, values });
  return { script, directory, path: placed?.path ?? ":", root, settings, scopes, scripts, complete, rootScript };
}

/** The path by which a build knows a directory; undefined when it does not include it. */
function memberPath(settings: GradleSettings, directory: string): string | undefined {
  const root = directoryOf(settings.path);
  if (root === directory) return ":";
  return settings.included.find((path) => {
    const place = settings.directories.get(path) ?? path.slice(1).replaceAll(":", "/");
    return joinPath(root, place) === directory;
  });
}

/** A script with all that it applies: files by `apply from`, and plug-ins that are scripts of the same build. */
function withApplied(
  script: GradleScript,
  all: readonly GradleScript[],
): { readonly scripts: readonly GradleScript[]; readonly complete: boolean } {
  const scripts = [script];
  let complete = true;
  for (const each of scripts) {
    const found: (GradleScript | undefined)[] = each.plugins.map((id) =>
      all.find(({ path }) => path.includes("/src/main/") && /\/([^/]+?)\.gradle(?:\.kts)?$/.exec(path)?.[1] === id),
    );
    for (const { value } of each.applied) {
      const plain = value.replace(/^\$\{?(?:rootDir|rootProject\.projectDir|projectDir)\}?\//, "");
      const places = new Set([joinPath(directoryOf(each.path), plain), plain]);
      const applied = all.find(({ path }) => places.has(path));
      if (applied === undefined) complete = false;
      found.push(applied);
    }
    for (const next of found) if (next !== undefined && !scripts.includes(next)) scripts.push(next);
  }
  return { scripts, complete };
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

function makeBuild(
  member: Member,
  requirements: GradleRequirements,
  peers: ReadonlyMap<string, GradlePeer>,
  files: FileIndex,
): JavaBuild {
  const { script, directory, scripts, rootScript } = member;
  for (const each of scripts) requirements.add(each, ["own", "all"]);
  if (rootScript !== undefined) requirements.add(rootScript, ["below", "all"]);
  const id = projectId(script.path);
  const version = valueOf(member, "version");
  const name = peers.get(`${member.root}\n${member.path}`)?.package;
  const project: Project = {
    id,
    directory,
    manifest: script.path,
    ecosystem: "maven",
    ...(name === undefined ? {} : { package: name }),
    ...(version === undefined ? {} : { version }),
    ...(rootScript === undefined ? {} : { parent: projectId(rootScript.path) }),
    installScope: id,
    sourceRoots: sourceRoots(directory, scripts, files),
    requirements: requirements.all,
    locks: [],
  };
  const plugins = [...scripts, ...(rootScript === undefined ? [] : [rootScript])].flatMap((each) => each.plugins);
  const artifacts = project.requirements.map((each) => each.package.slice(each.package.lastIndexOf("/") + 1));
  return {
    project,
    release: parseRelease([...scripts, rootScript].find((each) => each?.release !== undefined)?.release),
    generators: plugins.flatMap((plugin) => generatorOf(plugin, noRuns)),
    processors: artifacts.flatMap(processorOf),
    complete: member.complete && requirements.complete,
    testClassesOf: requirements.testClassesOf,
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
