/**
 * Under which conditions of `exports` and `imports` a module is asked for.
 * @see https://nodejs.org/api/packages.html#conditional-exports
 */
import type { ImportFact } from "../../../model/facts.ts";
import type { TsConfig } from "./tsconfigs.ts";

/** By how a module is asked for, and whether only its types are. */
const sets = {
  import: ["import", "module-sync", "node-addons", "node"],
  require: ["require", "module-sync", "node-addons", "node"],
  importTypes: ["types", "import", "node-addons", "node"],
  requireTypes: ["types", "require", "node-addons", "node"],
} as const;
export type Way = keyof typeof sets;

export function wayOf({ kind, typeOnly }: ImportFact): Way {
  const required = kind === "require" || kind === "require-resolve" || kind === "import-equals";
  return `${required ? "require" : "import"}${typeOnly ? "Types" : ""}`;
}

/**
 * @param chosen what users say holds besides
 * @see https://www.typescriptlang.org/tsconfig/#customConditions
 */
export function conditionsOf(way: Way, configs: readonly TsConfig[], chosen: readonly string[]): ReadonlySet<string> {
  return new Set([...sets[way], ...(configs[0]?.customConditions ?? []), ...chosen]);
}
