/** Reads every manifest of every language in one go, and lets each language put its projects together. */
import { readProblem } from "./read-facts.ts";
import type { FileIndex } from "./files/file-index.ts";
import { ignoreComments } from "./files/ignore-comments.ts";
import type { FileSystem } from "./files/file-system.ts";
import { decode, type SourceText } from "./files/source-text.ts";
import type { BuildEnvironment } from "./languages/build-environment.ts";
import type { Language } from "./languages/language.ts";
import { type Diagnostic, fileDiagnostic } from "./model/diagnostic.ts";
import type { ChosenRoot } from "./model/choices.ts";
import { compareText } from "./model/compare-text.ts";
import type { IgnoreComment } from "./model/settings.ts";
import { type FaultyPlace, isFault } from "./model/fault.ts";
import type { Project } from "./model/project.ts";
import { withChosenRoots } from "./settings/apply/chosen-roots.ts";

/** One language's manifests as it read them, and the projects it made of them. */
export interface Manifests {
  readonly manifests: readonly unknown[];
  readonly projects: readonly Project[];
}

export interface ManifestsOfAll {
  readonly byLanguage: ReadonlyMap<Language, Manifests>;
  /** All projects, in order of their manifests' paths. */
  readonly projects: readonly Project[];
  readonly diagnostics: readonly Diagnostic[];
  /** Comments in them that accept conflicts. */
  readonly ignores: readonly IgnoreComment[];
  /** Those that are the repository's own errors: they are no diagnostics. */
  readonly faults: readonly FaultyPlace[];
  /** Manifest files read. */
  readonly count: number;
}

export function readManifests(
  fileSystem: FileSystem,
  files: FileIndex,
  languages: readonly Language[],
  sizeLimit: number,
  environment: BuildEnvironment = {},
  roots: readonly ChosenRoot[] = [],
): ManifestsOfAll {
  const diagnostics: Diagnostic[] = [];
  const read = new Map<Language, unknown[]>(languages.map((language) => [language, []]));
  const ignores: IgnoreComment[] = [];
  let count = 0;
  for (const path of files.paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    let isManifest = false;
    let isTold = false;
    // What several languages read is read and decoded once, unless one of them knows of an encoding.
    let plain: SourceText | undefined;
    for (const language of languages) {
      const reader = language.manifests.find((manifest) => manifest.matches(name, path));
      if (reader === undefined) continue;
      try {
        const { encoding } = reader;
        const source =
          encoding === undefined
            ? (plain ??= decode(path, fileSystem.read(path, sizeLimit)))
            : decode(path, fileSystem.read(path, sizeLimit), encoding);
        if (!isTold && reader.hintsOnly !== true) {
          isTold = true;
          ignores.push(...ignoreComments(source));
          diagnostics.push(...source.diagnostics);
        }
        const reading = reader.read(source);
        diagnostics.push(...reading.diagnostics);
        if (reading.manifest !== undefined) read.get(language)?.push(reading.manifest);
      } catch (error) {
        const { code, message } = readProblem(error, sizeLimit);
        const last = diagnostics.at(-1);
        // A file that two languages read is unreadable once.
        if (last?.file !== path || last.message !== message) diagnostics.push(fileDiagnostic(code, path, message));
      }
      isManifest = true;
    }
    if (isManifest) count++;
  }
  const byLanguage = new Map<Language, Manifests>();
  for (const [language, manifests] of read) {
    const installed = language.installed?.(manifests, fileSystem, environment);
    if (installed !== undefined) {
      manifests.push(...installed.manifests);
      diagnostics.push(...installed.diagnostics);
    }
    const list = language.projects(manifests, files);
    const own = roots.filter((root) => root.language === language.name);
    const rooted = withChosenRoots(list.projects, own, files);
    diagnostics.push(...list.diagnostics, ...rooted.diagnostics);
    byLanguage.set(language, { manifests, projects: rooted.projects });
  }
  const projects = [...byLanguage.values()]
    .flatMap((each) => each.projects)
    .toSorted((a, b) => compareText(a.manifest, b.manifest));
  const faults = diagnostics.filter(isFault).sort((a, b) => compareText(a.file, b.file) || a.line - b.line);
  return { byLanguage, projects, diagnostics: diagnostics.filter((each) => !isFault(each)), faults, ignores, count };
}
