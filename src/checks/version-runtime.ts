import type { Finding } from "../model/conflict.ts";
import type { Project } from "../model/project.ts";
import type { RuntimeDemand } from "../model/runtime-demand.ts";
import type { VersionScheme } from "../model/version-scheme.ts";
import type { VersionSet } from "../model/version-set.ts";
import type { Check } from "./check.ts";
import { tempered } from "./findings/tempered.ts";

export const versionRuntime: Check = {
  code: "version/runtime",
  severity: "warning",
  summary: "A project asks for versions of the program that runs or builds it which cannot be one.",
  *run({ projects, schemes }) {
    const said = new Set<string>();
    for (const project of projects) {
      const scheme = schemes.of(project);
      if (scheme === undefined) continue;
      for (const [needed, pinned] of clashes(project, scheme)) {
        // What a whole tree inherits is one clash.
        const key = `${placeOf(needed)} ${placeOf(pinned)}`;
        if (said.has(key)) continue;
        said.add(key);
        yield describe(project, needed, pinned);
      }
    }
  },
};

type Clash = readonly [needed: RuntimeDemand, pinned: RuntimeDemand];

/** Of each program one: what is needed of it, and what is taken. */
function clashes({ runtimes = [] }: Project, scheme: VersionScheme): readonly Clash[] {
  if (runtimes.length < 2) return [];
  const found = new Map<string, Clash>();
  for (const pinned of runtimes) {
    if (pinned.strength !== "pins" || found.has(pinned.runtime)) continue;
    const needed = runtimes.find(
      (each) => each.strength === "requires" && each.runtime === pinned.runtime && areApart(each, pinned, scheme),
    );
    if (needed === undefined || isSettled(needed, runtimes, scheme)) continue;
    found.set(pinned.runtime, [needed, pinned]);
  }
  return [...found.values()];
}

/** Java's toolchains compile by another JDK than the one that runs the build: one that fits is enough. */
function isSettled(needed: RuntimeDemand, runtimes: readonly RuntimeDemand[], scheme: VersionScheme): boolean {
  const others = runtimes.filter(({ strength, runtime }) => strength === "pins" && runtime === needed.runtime);
  return compilers.has(needed.runtime) && others.some((each) => !areApart(needed, each, scheme));
}

/** Only what is plainly written: a name (`lts/*`, `system`) or another implementation may be anything. */
function areApart({ runtime, range }: RuntimeDemand, pinned: RuntimeDemand, scheme: VersionScheme): boolean {
  const version = /^v?(\d+(?:\.\d+)*)$/.exec(pinned.range.trim())?.[1];
  if (version === undefined) return false;
  if (compilers.has(runtime)) return isOlder(version, range);
  const needed = scheme.range(range);
  const taken = pinnedVersions(version, scheme);
  return needed !== undefined && taken !== undefined && needed.intersect(taken).isEmpty();
}

/** `18` is any 18, as `18.x` of npm and `==18.*` of Python have it. */
function pinnedVersions(version: string, scheme: VersionScheme): VersionSet<unknown> | undefined {
  return scheme.range(version) ?? scheme.range(version.split(".").length < 3 ? `==${version}.*` : `==${version}`);
}

/** Programs that compile for their own release and for older ones; the first number counts, and `1.8` is 8. */
const compilers: ReadonlySet<string> = new Set(["java"]);

function isOlder(jdk: string, release: string): boolean {
  const [built, needed] = [jdk, release.trim()].map((text) => /^(?:1\.)?(\d+)/.exec(text)?.[1]);
  return (
    /^[\d.]+$/.test(release.trim()) && built !== undefined && needed !== undefined && Number(built) < Number(needed)
  );
}

function placeOf({ file, line, column }: RuntimeDemand): string {
  return `${file}:${line}:${column}`;
}

function describe(project: Project, needed: RuntimeDemand, pinned: RuntimeDemand): Finding {
  const { runtime, file, line, column } = needed;
  const name = names.get(runtime) ?? runtime;
  return {
    severity: tempered("warning", file, "declared"),
    message: `${name} ${needed.range} is needed, and ${pinned.file} takes ${name} ${pinned.range}`,
    file,
    line,
    column,
    subject: runtime,
    project: project.id,
    evidence: [{ file: pinned.file, line: pinned.line, column: pinned.column, message: `takes ${pinned.range}` }],
    fix: { message: `take a version in ${pinned.file} that ${needed.range} allows`, file: pinned.file },
  };
}

const names: ReadonlyMap<string, string> = new Map([
  ["java", "Java"],
  ["node", "Node"],
  ["python", "Python"],
]);
