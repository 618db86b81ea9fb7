/** What compiled requirements files say: locks, and which of their pins somebody asked for by name. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { LockedRequirement, LockEntry } from "../../../model/requirement.ts";
import { distributionPurl } from "../versions/distribution-name.ts";
import type { DeclaredRequirement, ProjectManifest, PythonManifest, RequirementsFile } from "../manifests/manifest.ts";
import { joinPath } from "./source-layout.ts";

/** Leads compiled files back to what they were made from. */
export class CompiledSources {
  readonly #projects: ReadonlyMap<string, readonly ProjectManifest[]>;
  readonly #files: ReadonlyMap<string, RequirementsFile>;

  constructor(manifests: readonly PythonManifest[], projects: ReadonlyMap<string, readonly ProjectManifest[]>) {
    this.#projects = projects;
    this.#files = new Map(
      manifests.flatMap((each) => (each.kind === "requirements" ? [[each.path, each] as const] : [])),
    );
  }

  /** The directory of the project whose own manifest a file was compiled from: then it is that project's lock. */
  projectOf(file: RequirementsFile): string | undefined {
    const seen = new Set<string>();
    let current: RequirementsFile | undefined = file;
    while (current?.compiled !== undefined && !seen.has(current.path)) {
      seen.add(current.path);
      const { path, compiled }: RequirementsFile = current;
      let next: RequirementsFile | undefined;
      for (const source of compiled.sources) {
        for (const directory of ancestors(directoryOf(path))) {
          const candidate = joinPath(directory, source);
          if (candidate === undefined) continue;
          const owner = directoryOf(candidate);
          const isManifest = this.#projects.get(owner)?.some((manifest) => manifest.path === candidate);
          if (isManifest === true) return owner;
          next ??= this.#files.get(candidate);
        }
      }
      current = next;
    }
    return undefined;
  }
}

/** The sources of a compiled file among known paths: as it says them, from its own directory or the nearest above it. */
export function sourcePaths({ path, compiled }: RequirementsFile, known: ReadonlySet<string>): ReadonlySet<string> {
  const directories = ancestors(directoryOf(path));
  const found = (compiled?.sources ?? []).map((source) =>
    directories.map((each) => joinPath(each, source)).find((each) => each !== undefined && known.has(each)),
  );
  return new Set(found.filter((each) => each !== undefined));
}

/** A directory and those above it, the root last. */
function ancestors(directory: string): readonly string[] {
  const found = [directory];
  for (let at = directory; at !== "";) {
    at = directoryOf(at);
    found.push(at);
  }
  return found;
}

/** The pins of a compiled file as locked versions, with who asked for each. */
export function lockEntries(file: RequirementsFile): readonly LockEntry[] {
  const { compiled } = file;
  if (compiled === undefined) return [];
  const pins = file.requirements.flatMap((requirement) => {
    const version = /^===?([^,*]+)$/.exec(requirement.range)?.[1];
    return version === undefined ? [] : [{ requirement, version, entry: compiled.entries.get(requirement.line) }];
  });
  const requires = new Map<string, LockedRequirement[]>();
  for (const { requirement, version, entry } of pins) {
    for (const requirer of entry?.via ?? []) {
      const list = requires.get(distributionPurl(requirer)) ?? [];
      list.push({ package: requirement.package, range: "*", version });
      requires.set(distributionPurl(requirer), list);
    }
  }
  return pins.map(({ requirement, version, entry }): LockEntry => {
    const { line, column } = requirement;
    const locked = {
      package: requirement.package,
      version,
      file: requirement.file,
      line,
      column,
      requires: requires.get(requirement.package) ?? [],
    };
    return entry?.integrity === undefined ? locked : Object.assign(locked, { integrity: entry.integrity });
  });
}

/**
 * The pins of a compiled file as requirements: the file is what gets installed. What nobody asks for by name carries its
 * requirers as `origin`, and so does what the source beside it asks for already.
 */
export function pinnedRequirements(
  file: RequirementsFile,
  siblings: readonly RequirementsFile[],
): readonly DeclaredRequirement[] {
  const written = new Map(
    siblings
      .filter((each) => each.compiled === undefined)
      .flatMap((each) => each.requirements.map((requirement) => [requirement.package, requirement] as const)),
  );
  return file.requirements.map((requirement) => {
    const entry = file.compiled?.entries.get(requirement.line);
    const source = written.get(requirement.package);
    if (source !== undefined && entry?.direct !== false) {
      return { ...requirement, origin: [{ file: source.file, line: source.line, message: askedFor }] };
    }
    if (entry === undefined || entry.direct) return requirement;
    const message = `brought in by ${entry.via.slice(0, 3).join(", ")}`;
    return { ...requirement, origin: [{ file: requirement.file, line: requirement.line, message }] };
  });
}

const askedFor = "asked for here";

/** Whether a requirement only pins what another one asks for, or what others bring in. */
export function isPin(requirement: DeclaredRequirement): boolean {
  return isTransitivePin(requirement) || requirement.origin?.some(({ message }) => message === askedFor) === true;
}

/** Whether a requirement is only a pin of what others bring in: the project does not ask for it by name. */
export function isTransitivePin({ origin, file, line }: DeclaredRequirement): boolean {
  return origin?.some((evidence) => evidence.file === file && evidence.line === line) === true;
}
