/** What the imports of a file mean: the language's answer, in words that the graph understands. */
import type { Diagnostic } from "./diagnostic.ts";
import type { FileFacts } from "./facts.ts";
import type { Purl } from "./purl.ts";

/** How sure an edge is: decided by a rule of the language, said by a manifest or config, or a convention. */
export type Confidence = "exact" | "declared" | "inferred";

export type Target =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "package"; readonly package: Purl }
  /** `node/fs`, `python/os.path`, `java/java.util` */
  | { readonly kind: "builtin"; readonly name: string }
  | UnresolvedTarget;

export interface UnresolvedTarget {
  readonly kind: "unresolved";
  /** `python/foo.bar`, `javascript/web/src/gone` */
  readonly name: string;
  /** True when the specifier can only mean something of this repository (relative, alias, own package). */
  readonly inRepo: boolean;
  /** Why it is expected to be absent from a bare checkout: a build step makes it. Then nothing is wrong. */
  readonly generated?: string;
  /** The file that it would be if case were ignored. */
  readonly caseOf?: string;
}

/** Whether the importing project may count on what it imports. */
export interface Declaration {
  /** The package that should be declared; for an in-repo project, what it publishes. */
  readonly package: Purl;
  /**
   * `declared`: the project, or what it inherits from, asks for it. `transitive`: only another requirement's own
   * requirements bring it (a lockfile says so). `undeclared`: nothing asks for it. `unknown`: not declared, and whether
   * something else brings it cannot be known from a bare checkout.
   */
  readonly state: "declared" | "transitive" | "undeclared" | "unknown";
  /** The file that should say so, where that is not the manifest of the importer's project. */
  readonly manifest?: string;
}

export interface ResolvedImport {
  /** `mentions`: a comment sends its reader there; nothing depends on it. */
  readonly edge: "imports" | "references" | "mentions";
  readonly target: Target;
  /** As it should be shown: the text as written, `from a import b` as `a.b` when `b` is the module reached. */
  readonly specifier: string;
  readonly names: readonly string[];
  readonly line: number;
  readonly column: number;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
  readonly optional: boolean;
  readonly local: boolean;
  /** What holds wherever it runs, as a requirement's marker says it; absent where that is always so. */
  readonly marker?: string;
  /** It never runs where its project is meant to run: by its marker. Then it is optional too. */
  readonly inactive?: boolean;
  readonly confidence: Confidence;
  /** Absent for builtins, unresolved names, and whatever lies within one project. */
  readonly declaration?: Declaration | undefined;
  /** The file that defines the names, where the target only hands them on: a Python package's `__init__`. */
  readonly via?: string | undefined;
  /** What an import of this name means without the target, which hides it from the importer: `builtin:python/random`. */
  readonly shadows?: string | undefined;
  /** A file that hides the target, where the program is started in such a way that the file's directory comes first. */
  readonly shadowedBy?: string | undefined;
  /** Path of another file that the name means as well as the target, where only the order of a path decides. */
  readonly rival?: string | undefined;
}

/**
 * What a compiler makes of an import whose names its file uses only in types: it drops it, it keeps it, or it drops it unless
 * the types of decorated members are written out for the program to read (`kept-for-decorators`).
 */
export type TypeImports = "erased" | "kept" | "kept-for-decorators";

/** Resolves the imports of one language's files. Made once a run, when every file's facts and every project are known. */
export interface ImportResolver {
  /** In the order of the facts. One import may reach several files (`from pkg import a, b`) or none worth an edge. */
  resolve(path: string, facts: FileFacts): readonly ResolvedImport[];
  /** The file that defines a module or class, as seen from a file; undefined when the repository has none. */
  find(name: string, from: string): string | undefined;
  /** What becomes of imports that a file uses only for types; asked of languages that compile. */
  typeImports?(path: string): TypeImports;
  /** What was left out while imports were resolved; asked for when all are. */
  diagnostics?(): readonly Diagnostic[];
}
