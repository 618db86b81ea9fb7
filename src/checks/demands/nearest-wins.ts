/**
 * Of several versions of one artifact that come by several ways Maven takes the nearest one, of equally near ones the first.
 * Followed as far as the repository knows: through its own modules.
 * @see https://maven.apache.org/guides/introduction/introduction-to-dependency-mechanism.html#transitive-dependencies
 */
import type { Project } from "../../model/project.ts";
import { type Purl, purlName } from "../../model/purl.ts";
import type { Requirement } from "../../model/requirement.ts";
import type { VersionScheme } from "../../model/version-scheme.ts";
import type { VersionSchemes } from "../../model/version-schemes.ts";
import { compareExact } from "./exact-versions.ts";
import { fileKey, Management } from "./management.ts";

/** A version that something asks for and that is not taken, though it is higher than the one that is. */
export interface LostVersion {
  readonly project: Project;
  readonly taken: Way;
  readonly lost: Way;
}

/** From a project's own requirement over those of modules to the one for the artifact. */
interface Way {
  readonly path: readonly [Requirement, ...Requirement[]];
  /** The module that asks last. */
  readonly asker: Project;
}

/** @param among the projects whose losses are told */
export function* lostVersions(
  projects: readonly Project[],
  schemes: VersionSchemes,
  among: readonly Project[],
): Iterable<LostVersion> {
  const modules = new Map(
    projects.flatMap((project) => (project.package === undefined ? [] : [[project.package, project] as const])),
  );
  const management = new Management(projects);
  for (const project of among) {
    const scheme = schemes.of(project);
    // Where no module of the repository is asked for, nothing is known to come along.
    if (!project.requirements.some((requirement) => modules.has(requirement.package))) continue;
    if (scheme?.nearestWins === true) yield* lostBy(project, { modules, management, scheme });
  }
}

interface Reading {
  readonly modules: ReadonlyMap<Purl, Project>;
  readonly management: Management;
  readonly scheme: VersionScheme;
}

/** The first loss of each artifact. */
function* lostBy(project: Project, reading: Reading): Iterable<LostVersion> {
  const { management, scheme } = reading;
  const managed = management.of(project);
  const taken = new Map<string, Way>();
  const told = new Set<string>();
  for (const way of waysFrom(project, reading)) {
    const end = way.path.at(-1) ?? way.path[0];
    const key = fileKey(end);
    const before = taken.get(key);
    if (before === undefined) {
      taken.set(key, way);
      continue;
    }
    // What the project manages counts for all that comes along, and of a module's own loss that module tells.
    if (told.has(key) || managed.has(key) || before.path[0] === way.path[0]) continue;
    // Twice in one manifest is another matter: the last counts, and `manifest/duplicate` tells.
    if (way.path.length === 1) continue;
    const nearest = before.path.at(-1) ?? before.path[0];
    if ((compareExact(end.range, nearest.range, scheme) ?? 0) <= 0) continue;
    told.add(key);
    yield { project, taken: before, lost: way };
  }
}

/** Ways to everything that a project gets at run time, the shortest first, then in the order in which it is written. */
function* waysFrom(project: Project, { modules, scheme }: Reading): Iterable<Way> {
  const seen = new Set<Project>([project]);
  let level: readonly (Partial<Way> & { readonly asker: Project })[] = [{ asker: project }];
  while (level.length > 0) {
    const next: Way[] = [];
    for (const { path, asker } of level) {
      for (const requirement of asker.requirements) {
        if (!comesAlong(requirement, asker === project) || path?.some((step) => excludes(step, requirement)) === true) {
          continue;
        }
        const way: Way = { path: path === undefined ? [requirement] : [...path, requirement], asker };
        yield way;
        const module = modules.get(requirement.package);
        if (module === undefined || seen.has(module) || !isOf(requirement, module, scheme)) continue;
        seen.add(module);
        next.push({ path: way.path, asker: module });
      }
    }
    level = next;
  }
}

/** Of a module that is asked for, only what it needs at run time comes along, and never what is optional. */
function comesAlong({ scope, group, type }: Requirement, isOwn: boolean): boolean {
  return group === undefined && type === undefined && (scope === "runtime" || (isOwn && scope === "provided"));
}

/** Another version than the one that is here was released before: what it needed is not known. */
function isOf({ range }: Requirement, { version }: Project, scheme: VersionScheme): boolean {
  return version === undefined || (compareExact(range, version, scheme) ?? 0) === 0;
}

function excludes({ exclusions = [] }: Requirement, { package: name }: Requirement): boolean {
  if (exclusions.length === 0) return false;
  const [group = "", artifact = ""] = purlName(name).split("/");
  return exclusions.some((each) => {
    const [ofGroup = "", ofArtifact = ""] = each.split(":");
    return (ofGroup === "*" || ofGroup === group) && (ofArtifact === "*" || ofArtifact === artifact);
  });
}
