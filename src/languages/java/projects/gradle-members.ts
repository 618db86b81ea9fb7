/** Which projects the Gradle builds of the repository have, and which scripts have a say in each. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import { projectId } from "../../../model/project.ts";
import type { GradleProperties, GradleScript, GradleSection, GradleSettings } from "../manifests/gradle-model.ts";
import type { GradleConstants } from "../manifests/gradle-constants.ts";
import type { GradleLock } from "../manifests/gradle-lockfile.ts";
import type { GradleVerification } from "../manifests/gradle-verification.ts";
import { joinPath } from "./build.ts";
import type { PlacedCatalog } from "./gradle-catalogs.ts";
import { evaluate, type GradleScope, ownScopes } from "./gradle-values.ts";

export interface GradleFiles {
  readonly scripts: readonly GradleScript[];
  readonly settings: readonly GradleSettings[];
  readonly properties: readonly GradleProperties[];
  readonly catalogs: readonly PlacedCatalog[];
  readonly constants: readonly GradleConstants[];
  readonly locks: readonly GradleLock[];
  readonly verifications: readonly GradleVerification[];
}

/** One project of a build, before its requirements are known. */
export interface Member {
  readonly id: string;
  /** Its own script, or the one that speaks for it. */
  readonly manifest: string;
  readonly directory: string;
  /** `:web:api`; `:` for the root. */
  readonly path: string;
  /** Directory of the build. */
  readonly root: string;
  readonly settings: GradleSettings | undefined;
  /** Its own script, what others say for it by name, and all that these apply. */
  readonly scripts: readonly GradleScript[];
  /** Scripts of the projects above it: what they say for those below them. */
  readonly above: readonly GradleScript[];
  readonly scopes: readonly GradleScope[];
  readonly complete: boolean;
  /** The root's script, when it is not its own. */
  readonly rootScript: GradleScript | undefined;
}

/** A place where a project may be. */
interface Place {
  readonly directory: string;
  readonly path: string;
  readonly root: string;
  readonly settings: GradleSettings | undefined;
  readonly script: GradleScript | undefined;
}

const buildScript = /(?:^|\/)build\.gradle(?:\.kts)?$/;

export function gradleMembers(gradle: GradleFiles, files: FileIndex): readonly Member[] {
  const assembly = new Assembly(gradle);
  const taken = new Set<GradleScript>();
  const places: Place[] = [];
  // The build's own settings are the nearest ones that hold a project.
  for (const settings of [...gradle.settings].sort((a, b) => b.path.length - a.path.length)) {
    for (const place of assembly.placesOf(settings)) {
      if (place.script !== undefined && taken.has(place.script)) continue;
      if (place.script !== undefined) taken.add(place.script);
      places.push(place);
    }
  }
  for (const script of gradle.scripts) {
    if (!buildScript.test(script.path) || taken.has(script) || assembly.isApplied(script)) continue;
    const directory = directoryOf(script.path);
    places.push({ directory, path: ":", root: directory, settings: undefined, script });
  }
  const members = places.flatMap((place) => assembly.member(place, files) ?? []);
  const order = new Map(gradle.scripts.map((script, index) => [script.path, index]));
  return members.sort((a, b) => (order.get(a.manifest) ?? -1) - (order.get(b.manifest) ?? -1));
}

class Assembly {
  readonly #gradle: GradleFiles;
  readonly #applied: ReadonlySet<GradleScript>;
  readonly #scriptByPath: ReadonlyMap<string, GradleScript>;
  /** Sections by the directory of their build and the path of their project. */
  readonly #sections = new Map<string, { readonly host: GradleScript; readonly script: GradleScript }[]>();

  constructor(gradle: GradleFiles) {
    this.#gradle = gradle;
    this.#scriptByPath = new Map(gradle.scripts.map((script) => [script.path, script]));
    this.#applied = new Set(
      gradle.scripts.flatMap((script) => withApplied([script], "", gradle.scripts).scripts.slice(1)),
    );
    for (const host of gradle.scripts) for (const section of host.sections) this.#addSection(host, section);
  }

  #addSection(host: GradleScript, { project, script }: GradleSection): void {
    const root = this.#rootOf(host.path);
    const scopes = [...ownScopes(host, []), ...this.#properties(root, root)];
    const { value } = evaluate(project, scopes);
    const key = `${root}\n${value.startsWith(":") ? value : `:${value}`}`;
    this.#sections.set(key, [...(this.#sections.get(key) ?? []), { host, script }]);
  }

  /** Directory of the nearest settings above a file. */
  #rootOf(path: string): string {
    let best: string | undefined;
    for (const settings of this.#gradle.settings) {
      const root = directoryOf(settings.path);
      if ((root === "" || path.startsWith(`${root}/`)) && root.length >= (best?.length ?? 0)) best = root;
    }
    return best ?? directoryOf(path);
  }

  isApplied(script: GradleScript): boolean {
    return this.#applied.has(script);
  }

  *placesOf(settings: GradleSettings): Iterable<Place> {
    const root = directoryOf(settings.path);
    yield { directory: root, path: ":", root, settings, script: this.#scriptIn(root, []) };
    const scopes = this.#properties(root, root);
    for (const member of settings.members) {
      const directory = joinPath(root, member.directory);
      if (directory === undefined) continue;
      const { value: path } = evaluate({ value: member.path, template: true, line: 0, column: 0 }, scopes);
      const { scriptName } = settings;
      const name = path.slice(path.lastIndexOf(":") + 1);
      const called = scriptName === undefined ? [] : [`${scriptName.before}${name}${scriptName.after}`];
      yield { directory, path, root, settings, script: this.#scriptIn(directory, called) };
    }
  }

  #scriptIn(directory: string, called: readonly string[]): GradleScript | undefined {
    const start = directory === "" ? "" : `${directory}/`;
    for (const name of [...called, "build.gradle", "build.gradle.kts"]) {
      const script = this.#scriptByPath.get(`${start}${name}`);
      if (script !== undefined) return script;
    }
    return undefined;
  }

  /** Properties that hold in a directory, the nearest first. */
  #properties(directory: string, root: string): readonly GradleScope[] {
    return this.#gradle.properties
      .filter(({ path }) => isWithin(directory, directoryOf(path)) && isWithin(directoryOf(path), root))
      .sort((a, b) => b.path.length - a.path.length);
  }

  /** Undefined for a place that is no project worth the name: without scripts of any kind, and without sources. */
  member(place: Place, files: FileIndex): Member | undefined {
    const { script, directory, path, root } = place;
    const sections = this.#sections.get(`${root}\n${path}`) ?? [];
    const rootScript = this.#scriptIn(root, []);
    const hasSources = path !== ":" && files.hasDirectory(directory === "" ? "src" : `${directory}/src`);
    if (script === undefined && sections.length === 0 && (!hasSources || rootScript === undefined)) return undefined;
    const all = this.#gradle.scripts;
    const own = [...(script === undefined ? [] : [script]), ...sections.map((section) => section.script)];
    const { scripts, complete } = withApplied(own, directory, all);
    const above = withApplied(this.#ancestors(place), root, all).scripts;
    const scopes: GradleScope[] = own.flatMap((each) => ownScopes(each, all));
    scopes.push(...[...scripts, ...above].map((each) => ({ path: each.path, values: each.variables })));
    scopes.push(...this.#properties(directory, root));
    scopes.push(...this.#gradle.catalogs.filter((each) => isWithin(root, each.root)));
    scopes.push(...this.#gradle.constants.filter((each) => isWithin(root, each.root)));
    const manifest = script?.path ?? sections[0]?.host.path ?? rootScript?.path ?? "";
    return {
      ...place,
      id: script === undefined ? `${projectId(manifest)}#${path}` : projectId(manifest),
      manifest,
      scripts,
      above,
      scopes,
      complete: complete && ![...scripts, ...above].some((each) => each.partial),
      rootScript: rootScript === script ? undefined : rootScript,
    };
  }

  /** Scripts of the projects above, the nearest first. */
  #ancestors({ path, root, settings, script }: Place): readonly GradleScript[] {
    if (settings === undefined || path === ":") return [];
    const found: (GradleScript | undefined)[] = [];
    for (const member of settings.members) {
      if (!path.startsWith(`${member.path}:`)) continue;
      found.unshift(this.#scriptIn(joinPath(root, member.directory) ?? root, []));
    }
    found.push(this.#scriptIn(root, []));
    return found.filter((each) => each !== undefined && each !== script).flatMap((each) => each ?? []);
  }
}

/** Whether a path is a directory, or lies in it. */
function isWithin(path: string, directory: string): boolean {
  return directory === "" || path === directory || path.startsWith(`${directory}/`);
}

/** Scripts with all that they apply: files by `apply from`, and plug-ins that are scripts of the same build. */
function withApplied(
  from: readonly GradleScript[],
  directory: string,
  all: readonly GradleScript[],
): { readonly scripts: readonly GradleScript[]; readonly complete: boolean } {
  const scripts = [...from];
  let complete = true;
  for (const each of scripts) {
    const found: (GradleScript | undefined)[] = each.plugins.map((id) =>
      all.find(({ path }) => path.includes("/src/main/") && /\/([^/]+?)\.gradle(?:\.kts)?$/.exec(path)?.[1] === id),
    );
    for (const { value } of each.applied) {
      const plain = value.replace(/^\$\{?(?:rootDir|rootProject\.projectDir|projectDir)\}?\//, "");
      const places = new Set([joinPath(directoryOf(each.path), plain), joinPath(directory, plain), plain]);
      const applied = all.find(({ path }) => places.has(path));
      if (applied === undefined) complete = false;
      found.push(applied);
    }
    for (const next of found) if (next !== undefined && !scripts.includes(next)) scripts.push(next);
  }
  return { scripts, complete };
}
