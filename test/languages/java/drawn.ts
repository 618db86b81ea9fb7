/** Draws the projects of a repository held in memory, a line a requirement. */
import type { BuildEnvironment } from "../../../src/languages/build-environment.ts";
import { java } from "../../../src/languages/java/index.ts";
import type { Requirement } from "../../../src/model/requirement.ts";
import { resolveRepository } from "../../drawn/resolve.ts";

export interface DrawnProjects {
  /** `shop/pom.xml:12 pkg:maven/g/a 1.0 runtime` under a line for each project. */
  readonly projects: string;
  readonly diagnostics: readonly string[];
}

/** Every project is given a source, for nothing of one without any is observable. */
export function drawProjects(
  files: Readonly<Record<string, string>>,
  environment: BuildEnvironment = {},
): DrawnProjects {
  const manifests = Object.keys(files).filter((path) => /(?:pom\.xml|ivy\.xml|build\.gradle(?:\.kts)?)$/.test(path));
  const sources = manifests.map((path) => [`${path.slice(0, path.lastIndexOf("/") + 1)}Till.java`, "class Till {}"]);
  const { projects, diagnostics } = resolveRepository(java, { ...files, ...Object.fromEntries(sources) }, environment);
  const lines: string[] = [];
  for (const { manifest, package: name, version, parent, sourceRoots, requirements } of projects) {
    const inherited = parent === undefined ? [] : [`< ${parent}`];
    const roots = sourceRoots.map((root) => `${root.scope}:${root.directory}`);
    lines.push([manifest, name ?? "(no name)", version ?? "(no version)", ...inherited, ...roots].join(" "));
    lines.push(...requirements.map((each) => `  ${drawRequirement(each)}`));
  }
  return {
    projects: lines.join("\n"),
    diagnostics: diagnostics.map(({ file, message }) => `${file}: ${message}`),
  };
}

function drawRequirement(requirement: Requirement): string {
  const {
    file,
    line,
    package: name,
    range,
    scope,
    group,
    marker,
    path,
    observable,
    origin,
    classifier,
    type,
    exclusions = [],
  } = requirement;
  return [
    `${file}:${line}`,
    name.replace("pkg:maven/", ""),
    range,
    scope,
    ...(classifier === undefined ? [] : [`classifier ${classifier}`]),
    ...(type === undefined ? [] : [`type ${type}`]),
    ...exclusions.map((each) => `without ${each}`),
    ...(group === undefined ? [] : [`in ${group}`]),
    ...(marker === undefined ? [] : [`if ${marker}`]),
    ...(path === undefined ? [] : [`at ${path}`]),
    ...(observable ? ["observable"] : []),
    ...(origin ?? []).map((each) => `<- ${each.file}:${each.line}`),
  ].join(" ");
}

/** A POM of the group `bank` with this inside. */
export function pom(artifactId: string, inside: string, parent = ""): string {
  const group = parent === "" ? "<groupId>bank</groupId><version>1.0</version>" : `<parent>${parent}</parent>`;
  return `<project>${group}<artifactId>${artifactId}</artifactId>\n${inside}\n</project>`;
}

export const parentPom = "<groupId>bank</groupId><artifactId>parent</artifactId><version>1.0</version>";

/** A dependency on one line. */
export function dependency(coordinates: string, more = ""): string {
  const [groupId, artifactId, version] = coordinates.split(":");
  const given = version === undefined ? "" : `<version>${version}</version>`;
  return `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId>${given}${more}</dependency>`;
}

/** The lines of a drawing that begin with a path. */
export function drawImports(files: Readonly<Record<string, string>>, only = ""): readonly string[] {
  const { drawing } = resolveRepository(java, files);
  return drawing.split("\n").filter((line) => line.startsWith(only));
}

/** A module of the bank in its own directory, with these dependencies. */
export function module(name: string, ...dependencies: readonly string[]): Record<string, string> {
  return { [`${name}/pom.xml`]: pom(name, `<dependencies>${dependencies.join("\n")}</dependencies>`) };
}
