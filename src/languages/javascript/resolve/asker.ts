/** Who asks what a specifier means, and in which way. */
import type { ImportFact } from "../../../model/facts.ts";
import type { Project } from "../../../model/project.ts";
import type { Importer } from "./file-lookup.ts";
import type { Outcome } from "./outcome.ts";
import type { TsConfig } from "./tsconfigs.ts";

/** Who asks: everything that an answer may depend on. */
export interface Asker {
  readonly directory: string;
  readonly importer: Importer;
  readonly conditions: ReadonlySet<string>;
  readonly configs: readonly TsConfig[];
  readonly project: Project | undefined;
  /** Answers by specifier, shared by all files that ask the same way from the same place. */
  readonly answers: Map<string, Outcome | undefined>;
}

export type ConditionSet = "import" | "require" | "importTypes" | "requireTypes";

/** Conditions by how a module is asked for, and whether only its types are. */
export const conditionSets: Readonly<Record<ConditionSet, ReadonlySet<string>>> = {
  import: new Set(["import", "module-sync", "node-addons", "node"]),
  require: new Set(["require", "module-sync", "node-addons", "node"]),
  importTypes: new Set(["types", "import", "node-addons", "node"]),
  requireTypes: new Set(["types", "require", "node-addons", "node"]),
};

export function wayOf({ kind, typeOnly }: ImportFact): ConditionSet {
  const required = kind === "require" || kind === "require-resolve" || kind === "import-equals";
  return `${required ? "require" : "import"}${typeOnly ? "Types" : ""}`;
}
