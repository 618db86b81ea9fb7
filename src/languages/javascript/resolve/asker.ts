import type { Project } from "../../../model/project.ts";
import type { Importer } from "./file-lookup.ts";
import type { Outcome } from "./outcome.ts";
import type { TsConfig } from "./tsconfigs.ts";

/** Who asks what a specifier means: everything that an answer may depend on. */
export interface Asker {
  readonly directory: string;
  readonly importer: Importer;
  readonly conditions: ReadonlySet<string>;
  readonly configs: readonly TsConfig[];
  readonly project: Project | undefined;
  /** Answers by specifier, shared by all files that ask the same way from the same place. */
  readonly answers: Map<string, Outcome | undefined>;
}
