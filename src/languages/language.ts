/** The one interface that a language implements. Add one: a folder here, a line in `index.ts`, fixtures. */
import type { FileIndex } from "../files/file-index.ts";
import type { FileSystem } from "../files/file-system.ts";
import type { SourceText } from "../files/source-text.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { FileFacts, Scan } from "../model/facts.ts";
import type { Position } from "../model/location.ts";
import type { Project } from "../model/project.ts";
import type { ImportResolver, TypeImports } from "../model/resolution.ts";
import type { VersionScheme } from "../model/version-scheme.ts";
import type { BuildEnvironment } from "./build-environment.ts";
import type { Syntax, SyntaxTree } from "../syntax/syntax.ts";

/** Reads one file format. `M` is the language's own type for what its manifests say. A lockfile is a manifest. */
export interface ManifestReader<M> {
  /** For people: `package.json`, `Maven POM`. */
  readonly format: string;
  /** By the name of the file, and its whole path where the name alone does not tell. */
  matches(name: string, path: string): boolean;
  /**
   * Whether it only looks in files of other trades (style sheets, scripts, pages) for names that are used there: how they are
   * encoded is not ours to tell, and conflicts are not accepted in them.
   */
  readonly hintsOnly?: true;
  /** The encoding that such a file declares in its text; asked only of files that are not UTF-8. */
  readonly encoding?: (bytes: Uint8Array) => string | undefined;
  /** Never throws on bad input: keeps what can be read and says what could not. */
  read(file: SourceText): ManifestReading<M>;
}

export interface ManifestReading<M> {
  readonly manifest?: M;
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything a language may know before it resolves: the whole repository at rest. */
export interface Workspace<M> {
  readonly files: FileIndex;
  /** In order of their paths. */
  readonly manifests: readonly M[];
  readonly projects: readonly Project[];
  /** Facts of this language's files; undefined for other paths. */
  readonly facts: ReadonlyMap<string, FileFacts>;
}

export interface InstalledList<M> {
  readonly manifests: readonly M[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ProjectList {
  readonly projects: readonly Project[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Parsed {
  readonly facts: FileFacts;
  /** Absent when no parser could make one. */
  readonly tree?: SyntaxTree;
}

export interface Language<M = unknown> {
  /** `python` */
  readonly name: string;
  /** `pypi` */
  readonly purlType: string;
  /** Endings of its source files: `.py`. The longest that fits decides between languages. */
  readonly sources: readonly string[];
  readonly manifests: readonly ManifestReader<M>[];
  readonly versions: VersionScheme;
  /** Schemes of tools that compare versions of the ecosystem in their own way: projects name theirs. */
  readonly otherVersions?: readonly VersionScheme[];
  /**
   * Whether a file that no ending makes a source is read with them, by its place: it names what the language's sources
   * define, and is no code itself. It is in the graph when it names something.
   */
  isResource?(path: string): boolean;
  /** What to call a source file in the graph: `typescript` for `.tsx`; undefined for a resource. */
  dialect(path: string): string | undefined;
  /** Whether a file is production code or not, by its place and name, where no source root says. */
  scope(path: string): "main" | "test";
  /** The encoding that a file declares in its text (PEP 263), or has by its name; asked only of files that are not UTF-8. */
  encoding?(bytes: Uint8Array, path: string): string | undefined;
  /** Tier one: pure, fast, sure or doubting. */
  scan(file: SourceText): Scan;
  /** Tier two: pure, by the real grammar. Never throws on bad syntax: a diagnostic, and the facts that can be read. */
  parse(file: SourceText, syntax: Syntax): Parsed;
  /**
   * The tree alone, for a bridge in a file whose facts the scanner is sure of; undefined when no parser could make one.
   * Absent where bridges read the text.
   */
  tree?(file: SourceText, syntax: Syntax): SyntaxTree | undefined;
  /**
   * Places of the specifiers of imports that a compiler drops, because the file uses their names only in types. Pure, and a
   * parse: asked of few files. Absent where a language has no such imports.
   */
  erased?(file: SourceText, syntax: Syntax, typeImports: TypeImports): readonly Position[];
  /**
   * What is installed beside the manifests, as far as metadata in the repository say: the walk leaves environments out, and
   * nothing else of them is read; and what the caller says of the environment of builds. What it gives joins the manifests.
   */
  installed?(manifests: readonly M[], fileSystem: FileSystem, environment: BuildEnvironment): InstalledList<M>;
  /** Puts manifests together: inheritance, workspaces, includes, locks. */
  projects(manifests: readonly M[], files: FileIndex): ProjectList;
  resolver(workspace: Workspace<M>): ImportResolver;
}
