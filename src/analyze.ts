/** The whole pipeline, top to bottom: walk, scan, put projects together, link, check. Read this first. */
import type { AnalyzeOptions, MavenOptions } from "./analyze-options.ts";
import { runChecks } from "./checks/index.ts";
import { Clock } from "./clock.ts";
import { erasedImports } from "./erased-imports.ts";
import { diskFileSystem, directoryProblem } from "./files/file-system.ts";
import { leftOutFiles } from "./files/left-out-files.ts";
import { LineReader } from "./files/line-reader.ts";
import { pathFilter, pathKeeper } from "./files/path-filter.ts";
import { walk } from "./files/walk.ts";
import type { MavenEnvironment } from "./languages/build-environment.ts";
import { languageOf } from "./languages/by-path.ts";
import { languages } from "./languages/index.ts";
import { VersionSchemes } from "./model/version-schemes.ts";
import { link, type LinkedSource } from "./link/link.ts";
import { readManifests } from "./manifests.ts";
import type { Analysis } from "./model/analysis.ts";
import type { Diagnostic } from "./model/diagnostic.ts";
import type { ChosenEnvironment } from "./model/choices.ts";
import { noSettings } from "./model/settings.ts";
import { type FileResult, Pool } from "./pool.ts";
import { makeResolvers } from "./resolvers.ts";
import { environmentWords } from "./settings/apply/chosen-environment.ts";
import { idleChoices } from "./settings/apply/idle-choices.ts";
import { toGraphology } from "./graphology.ts";

/** `root`, or the local repository, is not a directory that can be analysed. */
export class RootError extends Error {
  override readonly name = "RootError";
}

const noConflicts = { conflicts: [], ignored: 0, diagnostics: [] } as const;

export const defaultSizeLimit: number = 20 * 1024 * 1024;

/**
 * Reads a repository and reports its graph and its conflicts. Never executes anything of it, never reads outside of it.
 * Rejects with `RootError` when there is no such directory, and with the signal's reason when it is aborted.
 */
export async function analyze(options: AnalyzeOptions = {}): Promise<Analysis> {
  return (await analyzeWithFacts(options, () => undefined)).analysis;
}

/** An analysis, and what each source file said by itself. */
export interface AnalysisWithFacts {
  readonly analysis: Analysis;
  readonly results: ReadonlyMap<string, FileResult>;
}

/** The same, where what some files say is known already: those are not read again. */
export async function analyzeWithFacts(
  options: AnalyzeOptions,
  known: (path: string) => FileResult | undefined,
): Promise<AnalysisWithFacts> {
  const root = options.root ?? ".";
  const problem = options.fileSystem === undefined ? directoryProblem(root) : undefined;
  if (problem !== undefined) throw new RootError(problem);
  const { choices } = options.settings ?? noSettings;
  const environment = { ...environmentWords(choices), maven: mavenEnvironment(options.maven, choices.environment) };
  const fileSystem = options.fileSystem ?? diskFileSystem(root);
  const sizeLimit = options.sizeLimit ?? defaultSizeLimit;
  const progress = options.onProgress ?? (() => undefined);
  const clock = new Clock();

  progress("walk", 0, 0);
  let sourceCount = 0;
  const pool = new Pool(options.fileSystem ?? root, {
    jobs: options.jobs,
    precise: options.precise ?? false,
    sizeLimit,
    signal: options.signal,
    onProgress: (done) => progress("scan", done, sourceCount),
  });
  const { files, diagnostics: walkDiagnostics } = walk(fileSystem, {
    keep: pathKeeper(
      [...(options.settings?.include ?? []), ...(options.include ?? [])],
      [...(options.settings?.exclude ?? []), ...(options.exclude ?? [])],
    ),
    onKept: (path) => {
      if (languageOf(path) !== undefined && known(path) === undefined) pool.expect();
    },
  });
  const sourcePaths = files.paths.filter((path) => languageOf(path) !== undefined);
  const unknownPaths = sourcePaths.filter((path) => known(path) === undefined);
  sourceCount = unknownPaths.length;
  clock.lap("walk");
  if (options.signal?.aborted === true) await pool.close();
  options.signal?.throwIfAborted();

  const extracting = pool.extract(unknownPaths);
  // Threads scan while this one reads the manifests.
  const manifests = readManifests(fileSystem, files, languages, sizeLimit, environment, choices.sourceRoots);
  const read = new Map((await extracting).map((result) => [result.path, result]));
  const results = sourcePaths.flatMap((path) => read.get(path) ?? known(path) ?? []);
  clock.lap("scan");

  progress("link", 0, 0);
  const sources = results.flatMap((result) => toSource(result) ?? []);
  const resolvers = makeResolvers(files, manifests, sources, choices);
  const schemes = new VersionSchemes(languages);
  const braid = link({
    files,
    sources,
    projects: manifests.projects,
    resolvers: resolvers.byLanguage,
    ecosystems: resolvers.byEcosystem,
    schemes,
    ...(choices.generatedFiles.length === 0
      ? {}
      : { isGenerated: pathFilter(choices.generatedFiles.map(({ pattern }) => pattern)) }),
    faults: manifests.faults,
    erased: erasedImports(fileSystem, sizeLimit, resolvers.byLanguage),
  });
  clock.lap("link");
  options.signal?.throwIfAborted();

  progress("check", 0, 0);
  const { goal = "conflicts", only = [], ignore: left = [] } = options;
  const lines = new LineReader(fileSystem, sizeLimit);
  const comments = [...manifests.ignores, ...results.flatMap(({ facts }) => facts.ignores ?? [])];
  const source = {
    comments,
    line: (file: string, line: number) => lines.line(file, line),
    isLeftOut: leftOutFiles(fileSystem, files),
  };
  const {
    conflicts,
    ignored,
    diagnostics: settled,
  } = goal === "graph" ? noConflicts : runChecks(braid, { only, ignore: left }, options.settings, source);
  clock.lap("check");

  const analysis: Analysis = {
    root,
    graph: braid.graph,
    projects: braid.projects,
    conflicts,
    diagnostics: sortDiagnostics([
      ...walkDiagnostics,
      ...manifests.diagnostics,
      ...results.flatMap((result) => result.facts.diagnostics),
      ...settled,
      ...[...resolvers.byLanguage.values()].flatMap((resolver) => resolver.diagnostics?.() ?? []),
      ...idleChoices(choices, resolvers.used, files),
    ]),
    stats: {
      ...countFiles([...read.values()], sources),
      manifests: manifests.count,
      nodes: braid.graph.nodeCount,
      edges: braid.graph.edgeCount,
      cached: results.length - read.size,
      ignored,
      milliseconds: clock.total(),
      peakBytes: process.resourceUsage().maxRSS * 1024,
    },
    line: (file, line) => lines.line(file, line),
    toGraphology: () => toGraphology(braid.graph),
  };
  return { analysis, results: new Map(results.map((result) => [result.path, result])) };
}

/** What the caller says now comes after what the settings say at all times. */
function mavenEnvironment(
  { localRepository, ...options }: MavenOptions = {},
  { mavenProfiles = [], mavenProperties }: ChosenEnvironment = {},
): MavenEnvironment {
  const profiles = [...mavenProfiles, ...(options.profiles ?? [])];
  const given = { ...options, profiles, properties: { ...mavenProperties, ...options.properties } };
  if (localRepository === undefined) return given;
  if (typeof localRepository !== "string") return { ...given, localRepository };
  const problem = directoryProblem(localRepository);
  if (problem !== undefined) throw new RootError(problem);
  return { ...given, localRepository: diskFileSystem(localRepository) };
}

function toSource({ path, facts }: FileResult): LinkedSource | undefined {
  const language = languageOf(path);
  if (language === undefined) return undefined;
  const dialect = facts.dialect ?? language.dialect(path);
  // A resource that names nothing is a text like any other.
  if (dialect === undefined && facts.imports.length === 0) return undefined;
  return {
    path,
    language: language.name,
    ecosystem: language.purlType,
    dialect,
    scope: language.scope(path),
    facts,
  };
}

function countFiles(
  results: readonly FileResult[],
  sources: readonly LinkedSource[],
): { files: Record<string, number>; bytes: number; parsed: number; scanned: number } {
  const files: Record<string, number> = { java: 0, python: 0, javascript: 0, typescript: 0 };
  for (const { dialect } of sources) if (dialect !== undefined) files[dialect] = (files[dialect] ?? 0) + 1;
  const parsed = results.filter((result) => result.parsed).length;
  const bytes = results.reduce((sum, result) => sum + result.bytes, 0);
  return { files, bytes, parsed, scanned: results.length - parsed };
}

/** By file and place; of equal places in the order they were found. */
function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) =>
    a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
  );
}
