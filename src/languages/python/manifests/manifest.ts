/** What one Python manifest says, whatever its format: the words that projects are put together from. */
import type { InstalledDistribution } from "../installed/distribution.ts";
import type { RuntimeDemand } from "../../../model/runtime-demand.ts";
import type { PathSettings } from "./path-settings.ts";
import type { EntryPoint } from "../../../model/project.ts";
import type { LockedOwn } from "../../../model/project-lock.ts";
import type { LockEntry, Requirement, RequirementScope } from "../../../model/requirement.ts";

export type PythonManifest = (
  | ProjectManifest
  | RequirementsFile
  | LockFile
  | EnvironmentFile
  | NativeBuild
  | ToolConfiguration
  | InstalledDistributions
  | VersionFile
  | WrittenModules
  | PythonChoices
  | MentioningFile
) & {
  /** Commands and modules that the file runs, or has tools load, to the line of the first mention. */
  readonly mentions?: ReadonlyMap<string, number>;
};

/** A file that says nothing but what it mentions. */
export interface MentioningFile {
  readonly kind: "mentions";
  readonly path: string;
  readonly requirements: readonly [];
}

/** What the caller says that no file does, as it joins the manifests. */
export interface PythonChoices {
  readonly kind: "choices";
  /** Of no file. */
  readonly path: "";
  readonly requirements: readonly [];
  /** Where all of the code runs: specifiers, and a marker. */
  readonly versions?: string;
  readonly platforms?: string;
  /** Modules to the normalised names of the distributions that provide them and those below. */
  readonly providers: ReadonlyMap<string, string>;
}

/** What a tool has chosen for the project around the file. */
export interface LockFile {
  readonly kind: "lock";
  readonly path: string;
  /** None: it answers what others ask for. */
  readonly requirements: readonly [];
  readonly entries: readonly LockEntry[];
  /** What it says the version of the project beside it is. */
  readonly own?: LockedOwn;
  /** Directories, relative to the file's, of projects of this repository that are installed with it. */
  readonly members: readonly string[];
  /** Whether all that the project is installed with is in it: not so for one of several, or where another registry's names stand in. */
  readonly whole: boolean;
  /** Names of what it locks from another registry: conda's packages. */
  readonly besides: readonly string[];
}

/** What is installed in an environment that lies in the repository. */
export interface InstalledDistributions {
  readonly kind: "installed";
  /** Within the directory that packages are installed into. */
  readonly path: string;
  /** The directory that the environment lies in: it serves the projects there and below. */
  readonly directory: string;
  readonly requirements: readonly [];
  readonly distributions: readonly InstalledDistribution[];
}

/** A file that only says how tools are to be run: `pytest.ini`, `pyrightconfig.json`, `.env`. */
export interface ToolConfiguration {
  readonly kind: "configuration";
  readonly path: string;
  readonly requirements: readonly [];
  readonly settings: PathSettings;
}

/** A file by which a version manager picks the Python: `.python-version`. */
export interface VersionFile {
  readonly kind: "version-file";
  readonly path: string;
  readonly requirements: readonly [];
  readonly runtimes: readonly RuntimeDemand[];
}

/** A file that tells another language's build tool to make modules for Python: `Cargo.toml`, `meson.build`, `CMakeLists.txt`. */
export interface NativeBuild {
  readonly kind: "native-build";
  readonly path: string;
  readonly requirements: readonly [];
  readonly extensions: readonly ExtensionModule[];
  readonly placements: readonly Placement[];
}

/** A file that tells a tool of another language to write modules for Python. */
export interface WrittenModules {
  readonly kind: "written-modules";
  readonly path: string;
  readonly requirements: readonly [];
  readonly tool: string;
  /** Dotted: what is below them is written, too. */
  readonly modules: readonly string[];
}

/** A module that is compiled. */
export interface ExtensionModule {
  /** Dotted; the last part alone where the file does not say which package it is put into. */
  readonly module: string;
  /** Its first source, relative to the manifest's directory. */
  readonly source?: string;
}

/** Where a package or module is kept, when the tree does not show it by its own names. */
export interface Placement {
  /** Dotted: `acme.shop`. */
  readonly module: string;
  /** A directory or file, relative to the manifest's directory. */
  readonly path: string;
}

/** A file that says what an environment is filled with: `Pipfile`, `environment.yml`, `pixi.toml`, `tox.ini`, `noxfile.py`. */
export interface EnvironmentFile {
  readonly kind: "environment";
  readonly path: string;
  /** The project in its own directory, or the innermost one around it: a workspace begins where its file is. */
  readonly of: "project-around" | "project-here";
  readonly requirements: readonly DeclaredRequirement[];
  readonly links: readonly RequirementsLink[];
  /** Packages of another registry. */
  readonly conda: readonly CondaPackage[];
  /** Whether tools that no source imports stand among what it asks for. */
  readonly mixed: boolean;
  /** Present where it may ask for more than could be read: for all the code, or for tests alone. */
  readonly open?: "all" | "tests";
  readonly settings: PathSettings;
}

/** A package of conda that an environment is filled with. */
export interface CondaPackage extends CondaSpec, Pick<Requirement, "scope" | "group" | "marker" | "environment"> {
  readonly line: number;
  readonly column: number;
}

/**
 * What a match spec of conda says.
 * @see https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html#package-match-specifications
 */
export interface CondaSpec {
  /** Normalised as a distribution's: most packages of conda are called as those are. */
  readonly name: string;
  /** As written: `>=1.2,<2`, `3.12.*`. */
  readonly version?: string;
  readonly build?: string;
  readonly channel?: string;
}

/** A requirement before the project is known: whether its use shows is decided with the names that it provides. */
export type DeclaredRequirement = Omit<Requirement, "observable">;

/** `pyproject.toml`, `setup.cfg` or `setup.py`. */
export interface ProjectManifest {
  readonly kind: "project";
  readonly format: "pyproject.toml" | "setup.cfg" | "setup.py";
  readonly path: string;
  /** False for a file that only configures tools: it makes no project by itself. */
  readonly isProject: boolean;
  readonly name?: string;
  readonly version?: string;
  /** The Python that it is for, as specifiers: `>=3.10`. */
  readonly requiresPython?: RuntimeDemand;
  /** The marker of the platforms that it is for: `sys_platform == "linux"`. Absent where it may be for any. */
  readonly platforms?: string;
  readonly requirements: readonly DeclaredRequirement[];
  /** Requirements files that it says its requirements are in. */
  readonly files: readonly NamedFile[];
  /** Dependencies are said to come from elsewhere: `dynamic = ["dependencies"]`, a computed `install_requires`. */
  readonly dynamicDependencies: boolean;
  /** What an environment is filled with beside the requirements. */
  readonly conda: readonly CondaPackage[];
  readonly entryPoints: readonly EntryPoint[];
  /** Directories that hold packages, relative to the manifest's, as the build backend is told: `src`. */
  readonly sourceDirectories: readonly string[];
  /** Files that the build writes, relative to the manifest's directory: `src/shop/_version.py`. */
  readonly generatedFiles: readonly string[];
  readonly extensions: readonly ExtensionModule[];
  readonly placements: readonly Placement[];
  readonly settings: PathSettings;
}

/** A requirements file that a project's own manifest names: `dynamic.dependencies = {file = "requirements.txt"}`. */
export interface NamedFile extends RequirementsLink {
  readonly scope: RequirementScope;
  readonly group?: string;
}

/** `requirements.txt` and its kin. */
export interface RequirementsFile {
  readonly kind: "requirements";
  readonly path: string;
  readonly scope: RequirementScope;
  readonly requirements: readonly DeclaredRequirement[];
  /** Files named by `-r` and `-c`, and directories named by `-e` or as a path. */
  readonly links: readonly RequirementsLink[];
  /** Present when a tool wrote the file from others. */
  readonly compiled?: CompiledRequirements;
}

export interface RequirementsLink {
  readonly kind: "requirements" | "constraints" | "project";
  /** As written, relative to the file. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export interface CompiledRequirements {
  /** What it was made from, as far as the file says: `requirements.in`, `pyproject.toml`. */
  readonly sources: readonly string[];
  /** By the line of the entry. */
  readonly entries: ReadonlyMap<number, CompiledEntry>;
}

export interface CompiledEntry {
  /** Normalised names of the distributions that ask for it. */
  readonly via: readonly string[];
  /** Whether a source asks for it itself: `# via -r requirements.in`. */
  readonly direct: boolean;
  readonly integrity?: string;
}
