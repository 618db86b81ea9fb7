/** What users decide about how a repository is read, where its own files do not say it. */
import type { Location } from "./location.ts";

export interface Choices {
  readonly sourceRoots: readonly ChosenRoot[];
  readonly aliases: readonly Alias[];
  /** Patterns over paths of files that a program wrote, and over imports of what a build writes. */
  readonly generatedFiles: readonly ChosenPattern[];
  readonly generatedImports: readonly ChosenPattern[];
  readonly packages: readonly ChosenPackage[];
  readonly environment: ChosenEnvironment;
}

/** A directory from which module names are counted. */
export interface ChosenRoot extends Location {
  readonly language: string;
  /** From the repository's root; `""` for the root itself. */
  readonly directory: string;
  readonly scope: "main" | "test";
  /** Whether roots that manifests name, and those by convention, count beside it. */
  readonly others: "kept" | "replaced";
}

/** A specifier that stands for another one, or for a path. */
export interface Alias extends Location {
  readonly language: string;
  /** `@/*`: at most one `*`, which stands for anything. */
  readonly pattern: string;
  /** `./src/*` is a path from the repository's root, others are specifiers; the first that is there counts. */
  readonly targets: readonly string[];
}

export interface ChosenPattern extends Location {
  readonly pattern: string;
}

/** What provides a module, or a package of code, and those below it. */
export interface ChosenPackage extends Location {
  readonly language: string;
  /** `google.protobuf` */
  readonly module: string;
  /** As its ecosystem writes it: `opencv-python`, `com.google.guava:guava`. */
  readonly provider: string;
}

/** Where code runs and how it is built. What is absent nobody has decided. */
export interface ChosenEnvironment {
  /** Versions of Python as specifiers: `>=3.11,<4`. */
  readonly python?: string;
  /** Names as `sys.platform` has them: `linux`, `darwin`, `win32`. */
  readonly platforms?: readonly string[];
  /** Conditions of `exports` and `imports` beside those that always hold: `browser`. */
  readonly conditions?: readonly string[];
  /** As `-P` and `-D` of Maven have them. */
  readonly mavenProfiles?: readonly string[];
  readonly mavenProperties?: Readonly<Record<string, string>>;
}

export const noChoices: Choices = {
  sourceRoots: [],
  aliases: [],
  generatedFiles: [],
  generatedImports: [],
  packages: [],
  environment: {},
};
