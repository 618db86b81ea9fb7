/** An import as both tiers find it, before its line is known. */
import type { FileFacts, GlobChoice, ImportFact, ImportKind } from "../../../model/facts.ts";
import { noFacts } from "../../../model/facts.ts";
import type { LineCounter } from "../../../model/location.ts";
import { isBehindModuleTest } from "./module-test.ts";

export interface FoundImport {
  readonly kind: ImportKind;
  readonly specifier: string;
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly typeOnly: boolean;
  /** Absent: as for its kind. */
  readonly dynamic?: boolean;
  readonly local: boolean;
  readonly optional: boolean;
  readonly choice?: GlobChoice;
}

/** An import for its types: erased before anything runs, so it has no place in the program. */
export function typesOf(kind: ImportKind, specifier: string, start: number, end: number): FoundImport {
  return { kind, specifier, names: [], start, end, typeOnly: true, local: false, optional: false };
}

/** `declare module "x"`. */
export interface AmbientModule {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * In a module it adds to the types of another; elsewhere it makes a module known.
 * @see https://www.typescriptlang.org/docs/handbook/declaration-merging.html#module-augmentation
 * @see https://www.typescriptlang.org/docs/handbook/modules/reference.html#ambient-modules
 */
export function withAmbientModules(
  imports: readonly FoundImport[],
  ambient: readonly AmbientModule[],
  isModule: { readonly isModule: boolean },
): { readonly imports: readonly FoundImport[]; readonly declarations: readonly string[] } {
  if (!isModule.isModule) return { imports, declarations: ambient.map(({ name }) => name) };
  const augmented = ambient.map(({ name, start, end }) => typesOf("augmentation", name, start, end));
  return { imports: [...imports, ...augmented], declarations: [] };
}

/** In order of `start`. */
export function toFacts(
  found: readonly FoundImport[],
  declarations: readonly string[],
  text: string,
  lines: LineCounter,
): FileFacts {
  const ordered = found.toSorted((one, other) => one.start - other.start);
  return { ...noFacts, imports: ordered.map((each) => toFact(each, text, lines)), declarations };
}

export function toFact(found: FoundImport, text: string, lines: LineCounter): ImportFact {
  const { kind, specifier, names, start, end, typeOnly, local, choice } = found;
  const optional = found.optional || isBehindModuleTest(kind, text, start);
  // Which file a path that is put together means shows only when it is reached.
  const dynamic = found.dynamic ?? (!typeOnly && (kind === "dynamic" || kind === "url" || kind === "glob"));
  const { line, column } = lines.at(start);
  const fact = { kind, specifier, names, start, end, line, column, typeOnly, dynamic, optional, local };
  return choice === undefined ? fact : { ...fact, choice };
}
