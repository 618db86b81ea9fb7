/** Imports whose specifier is counted otherwise than a module's, or that may rightly lead nowhere. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { ImportFact, ImportKind } from "../../../model/facts.ts";
import type { FileLookup } from "./file-lookup.ts";
import { joinPath } from "./join-path.ts";
import { missing, type Outcome } from "./outcome.ts";
import { splitPackageSpecifier } from "./package-name.ts";

/** What to ask for. @param isKnown whether the importer's project knows a package of that name */
export function wantedBy({ kind, specifier }: ImportFact, isKnown: (name: string) => boolean): string {
  switch (kind) {
    case "url":
      // https://url.spec.whatwg.org/#relative-url-string: a plain name is beside the file.
      return isPlainPath(specifier) ? `./${specifier}` : specifier;
    case "reference-path":
      return isPlainPath(specifier) ? `./${specifier}` : specifier;
    case "reference-types":
      return typesPackage(specifier, isKnown);
    default:
      return specifier;
  }
}

function isPlainPath(specifier: string): boolean {
  return !/^(?:[./#]|[a-z][a-z0-9+.-]*:)/i.test(specifier) || /^\.[^./]/.test(specifier);
}

/**
 * Types come with the package, or in one beside it.
 * @see https://www.typescriptlang.org/docs/handbook/triple-slash-directives.html#-reference-types-
 */
function typesPackage(specifier: string, isKnown: (name: string) => boolean): string {
  const wanted = splitPackageSpecifier(specifier);
  if (wanted === undefined) return specifier;
  const { name } = wanted;
  const types = `@types/${name.startsWith("@") ? name.slice(1).replace("/", "__") : name}`;
  if (isKnown(types)) return types;
  return isKnown(name) || name !== specifier || name.startsWith("@") ? specifier : types;
}

/** Kinds that are guesses of what a loader, a browser or a test runner does. */
const guesses: ReadonlySet<ImportKind> = new Set(["url", "amd", "jsdoc"]);
/** Kinds that are guesses only where they lead nowhere. */
const softWhenMissing: ReadonlySet<ImportKind> = new Set([
  "mock",
  "import-resolve",
  "augmentation",
  "reference-path",
  "reference-types",
]);
/** Stand-ins for modules that need not exist, addresses of what is served, names that only a loader knows. */
const missable: ReadonlySet<ImportKind> = new Set(["mock", "url", "amd", "import-resolve"]);

export function mayBeMissing({ kind }: ImportFact): boolean {
  return missable.has(kind);
}

/** The outcome, as sure as its kind of import allows; undefined for an address that is no file. */
export function soften(
  { kind, specifier }: ImportFact,
  outcome: Outcome | undefined,
  importer: string,
  { lookup, isKnown }: { readonly lookup: FileLookup; readonly isKnown: (name: string) => boolean },
): Outcome | undefined {
  if (outcome === undefined) return undefined;
  // What only a loader's settings tell is no package by its look.
  if (kind === "amd" && outcome.target.kind === "package" && !isKnown(outcome.name ?? "")) {
    return { ...missing(specifier, "elsewhere"), confidence: "inferred" };
  }
  if (kind === "url") {
    const path = joinPath(directoryOf(importer), specifier);
    if (path !== undefined && lookup.isDirectory(path)) return undefined;
    return { ...outcome, confidence: "inferred" };
  }
  const isMissing = outcome.target.kind === "unresolved";
  return guesses.has(kind) || (isMissing && softWhenMissing.has(kind))
    ? { ...outcome, confidence: "inferred" }
    : outcome;
}
