import type { Braid } from "../../model/analysis.ts";
import type { Project } from "../../model/project.ts";
import type { Purl } from "../../model/purl.ts";
import type { Requirement } from "../../model/requirement.ts";
import type { VersionScheme } from "../../model/version-scheme.ts";
import { inFixtureTree } from "../findings/tempered.ts";
import { Builds } from "./builds.ts";
import { compareExact } from "./exact-versions.ts";
import { fileKey, Management } from "./management.ts";

/** A plain version, and who asks for it. */
export interface AskedVersion {
  readonly range: string;
  readonly demands: readonly { readonly requirement: Requirement; readonly project: Project }[];
}

/** One artifact that the projects of one build ask for by several versions. */
export interface BuildDemands {
  readonly package: Purl;
  /** The rarest first; at least two. */
  readonly versions: readonly AskedVersion[];
}

interface Gathered {
  readonly package: Purl;
  readonly scheme: VersionScheme;
  readonly demands: { readonly requirement: Requirement; readonly project: Project }[];
}

/**
 * Projects that are built in one go, and each installed by itself. A requirement counts once, however many inherit it. What is
 * managed is left out: there the managed version decides, and `version/override` tells of who takes another.
 */
export function buildDemands({ projects, schemes }: Braid): readonly BuildDemands[] {
  const builds = new Builds(projects);
  const management = new Management(projects);
  const gathered = new Map<string, Gathered>();
  const seen = new Set<string>();
  for (const project of projects) {
    const scheme = schemes.of(project);
    if (scheme === undefined || scheme.sideBySide || project.installScope !== project.id) continue;
    const managed = management.of(project);
    const build = builds.top(project);
    for (const requirement of project.requirements) {
      const { file, line, column, range } = requirement;
      if (!isCounted(requirement) || managed.has(fileKey(requirement)) || inFixtureTree(file)) continue;
      const key = `${scheme.name} ${build} ${fileKey(requirement)}`;
      const place = `${key} ${file}:${line}:${column}`;
      if (seen.has(place) || compareExact(range, range, scheme) === undefined) continue;
      seen.add(place);
      const known = gathered.get(key);
      if (known === undefined) {
        gathered.set(key, { package: requirement.package, scheme, demands: [{ requirement, project }] });
      } else known.demands.push({ requirement, project });
    }
  }
  return [...gathered.values()].flatMap((each) => {
    const versions = versionsOf(each);
    return versions.length < 2 ? [] : [{ package: each.package, versions }];
  });
}

/** What others bring to the project, what binds and asks for nothing, and what only builds it. */
const elsewhere: ReadonlySet<Requirement["scope"]> = new Set(["peer", "provided", "managed", "constraint", "build"]);

function isCounted({ scope, path, marker }: Requirement): boolean {
  return !elsewhere.has(scope) && path === undefined && marker === undefined;
}

function versionsOf({ demands, scheme }: Gathered): readonly AskedVersion[] {
  const versions: { range: string; demands: Gathered["demands"] }[] = [];
  for (const demand of demands) {
    const { range } = demand.requirement;
    const known = versions.find((each) => compareExact(each.range, range, scheme) === 0);
    if (known === undefined) versions.push({ range, demands: [demand] });
    else known.demands.push(demand);
  }
  return versions.toSorted((a, b) => a.demands.length - b.demands.length);
}
