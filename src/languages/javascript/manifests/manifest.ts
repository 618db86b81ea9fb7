/** What the manifests of JavaScript say, a kind a file format. Paths are from the root of the repository. */
import type { LockedOwn } from "../../../model/project-lock.ts";
import type { RuntimeDemand } from "../../../model/runtime-demand.ts";
import type { LockedPeer, LockEntry, RequirementScope } from "../../../model/requirement.ts";
import type { Catalogs } from "./catalogs.ts";
import type { PlacedText } from "./json-fields.ts";
import type { JsonNode } from "../../../files/json-node.ts";
import type { WrittenOverride } from "./overrides.ts";

export type Manifest =
  | PackageManifest
  | LockManifest
  | UnreadLockManifest
  | WorkspaceManifest
  | TsConfigManifest
  | ToolManifest
  | AngularLibraryManifest
  | PnpManifest
  | DenoManifest
  | RuntimesManifest
  | ChosenConditions;

/** Conditions of `exports` and `imports` that the caller says hold, as they join the manifests. */
export interface ChosenConditions extends File {
  readonly kind: "conditions";
  readonly conditions: readonly string[];
}

interface File {
  readonly file: string;
  /** Of the file, `""` for the root. */
  readonly directory: string;
}

/** package.json */
export interface PackageManifest extends File {
  readonly kind: "package";
  /** Absent when there is none or npm would reject it. */
  readonly name?: string;
  readonly version?: string;
  readonly private?: true;
  readonly requirements: readonly WrittenRequirement[];
  /** Globs of its members; undefined when it is no workspace root. */
  readonly workspaces?: readonly PlacedText[];
  /** It is never published. */
  readonly isPrivate: boolean;
  /** It is no JSON: what could be read of it may not be what was meant. */
  readonly isBroken?: true;
  readonly overrides: readonly WrittenOverride[];
  readonly runtimes: readonly RuntimeDemand[];
  /** It says which peer requirements are not to be minded. */
  readonly peerRules?: true;
  readonly catalogs?: Catalogs;
  readonly main?: string;
  readonly module?: string;
  readonly types?: string;
  /** A lone file instead of `main` for browsers. */
  readonly browser?: string;
  /** What browsers get instead of files and packages: `./path` or a package, by `./path` or specifier. */
  readonly replacements?: ReadonlyMap<string, string>;
  /** Aliases under keys that configure tools; targets are paths from the package. */
  readonly aliases?: readonly PathMapping[];
  readonly typesVersions?: JsonNode;
  readonly exports?: JsonNode;
  readonly imports?: JsonNode;
  /** Files that its commands start. */
  readonly bins: readonly string[];
  readonly scripts: readonly Script[];
  /** Whether it makes a project: a file that only says `{"type": "module"}` does not. */
  readonly isProject: boolean;
  /** Strings under keys that configure tools (`jest`, `babel`), by text. */
  readonly toolStrings: ReadonlyMap<string, number>;
}

export interface Script extends PlacedText {
  readonly name: string;
}

/** One entry of `dependencies` and the like. */
export interface WrittenRequirement {
  readonly name: string;
  readonly range: string;
  readonly scope: Extract<RequirementScope, "runtime" | "dev" | "peer" | "optional">;
  /** `peerDependenciesMeta` says that it need not be there. */
  readonly optionalPeer: boolean;
  /** It is published within the package: `bundleDependencies`. */
  readonly bundled: boolean;
  /** Where it is written, if that is another file than its manifest. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

/** @param directory of who asks, from that of the lockfile; `""` is the lockfile's own */
export type Given = (directory: string, name: string, range: string) => LockedVersion | "nothing" | undefined;

/** The tool that writes a lockfile. */
export type LockTool = "npm" | "yarn" | "pnpm" | "bun" | "deno";

export interface LockedVersion {
  /** Of the package itself, whatever it is asked for by. */
  readonly name: string;
  readonly version: string;
}

/** package-lock.json, npm-shrinkwrap.json, yarn.lock, pnpm-lock.yaml, bun.lock */
export interface LockManifest extends File {
  readonly kind: "lock";
  readonly tool: LockTool;
  readonly entries: readonly LockEntry[];
  /** What it says the version of the package beside it is. */
  readonly own?: LockedOwn;
  /**
   * What it gives a package of the repository that asks for something: `nothing` where it surely has none for it, undefined
   * where it does not tell, or gives what is no version.
   */
  readonly given: Given;
  /** Names of commands to the names of the packages that bring them. */
  readonly bins: ReadonlyMap<string, string>;
  readonly strictPeers?: true;
  /** Names of packages that some locked package wants beside it; absent where the lockfile does not tell. */
  readonly peers?: ReadonlySet<string>;
  /** What entries want beside them, where what each gets depends on who asks for it. */
  readonly wants?: ReadonlyMap<LockEntry, readonly LockedPeer[]>;
}

/** .nvmrc, .node-version, .tool-versions */
export interface RuntimesManifest extends File {
  readonly kind: "runtimes";
  readonly runtimes: readonly RuntimeDemand[];
}

/** A lockfile of a kind that is not read: there is one, and what it holds is not known. */
export interface UnreadLockManifest extends File {
  readonly kind: "unread-lock";
  readonly tool: LockTool;
}

/** pnpm-workspace.yaml, lerna.json, rush.json, .yarnrc.yml */
export interface WorkspaceManifest extends File {
  readonly kind: "workspace";
  readonly patterns: readonly PlacedText[];
  /** Whether a file of this kind makes the package beside it a root. */
  readonly isRoot: boolean;
  readonly peerRules?: true;
  readonly catalogs?: Catalogs;
  readonly overrides?: readonly WrittenOverride[];
}

/** tsconfig*.json, jsconfig*.json: as written, nothing inherited yet. */
export interface TsConfigManifest extends File {
  readonly kind: "tsconfig";
  readonly extends: readonly PlacedText[];
  readonly references: readonly string[];
  readonly baseUrl?: string;
  readonly paths?: readonly PathMapping[];
  readonly rootDir?: string;
  readonly rootDirs?: readonly string[];
  readonly moduleSuffixes?: readonly string[];
  readonly customConditions?: readonly string[];
  readonly outDir?: string;
  readonly declarationDir?: string;
  readonly files?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly types: readonly PlacedText[];
  /** What the compiler loads, or has the code that it writes load: its plug-ins, the runtime of JSX. */
  readonly tools: readonly PlacedText[];
  /** Options that decide what becomes of imports that only types need, as far as it says. */
  readonly verbatimModuleSyntax?: boolean;
  readonly emitDecoratorMetadata?: boolean;
  readonly preserveValueImports?: boolean;
  /** `remove`, `preserve`, `error` */
  readonly importsNotUsedAsValues?: string;
}

/** One entry of `paths`: a pattern with at most one star, and where to look for it. */
export interface PathMapping {
  readonly pattern: string;
  readonly targets: readonly string[];
  /** Where the targets are written; absent where nothing is wrong with any. */
  readonly places?: readonly PlacedText[];
}

/** The configuration of a tool: what it names by strings, to the line of the first mention. */
export interface ToolManifest extends File {
  readonly kind: "tool";
  readonly strings: ReadonlyMap<string, number>;
  /** What it runs: commands and what they load, likewise. */
  readonly commands: ReadonlyMap<string, number>;
  /** Packages that the page brings as globals. */
  readonly globals: ReadonlySet<string>;
  /** Aliases that it gives as literals; targets are paths from its directory. */
  readonly aliases: readonly PathMapping[];
}

/** ng-package.json: an Angular library, or one of its secondary entry points. */
export interface AngularLibraryManifest extends File {
  readonly kind: "angular-library";
  readonly entryFile: string;
  /** Where it is built, from the file; absent for a secondary entry point. */
  readonly destination?: string;
}

/** .pnp.data.json, .pnp.cjs */
export interface PnpManifest extends File {
  readonly kind: "pnp";
  /** By the directories of workspaces: names to the directories of the repository that they link. */
  readonly links: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** deno.json */
export interface DenoManifest extends File {
  readonly kind: "deno";
  /** What it says of its package. */
  readonly own: PackageManifest;
  /** Entries of its import map that lead into the tree. */
  readonly paths: readonly PathMapping[];
}
