/**
 * Simple and qualified names in code, by the order in which Java gives them meaning: the file's own types, single-type
 * imports, the package, imports on demand. What matches no type is a variable, a constant, an inherited member or of
 * `java.lang`: no edge.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-6.html#jls-6.4.1
 */
import type { FileFacts, ReferenceFact } from "../../../model/facts.ts";
import type { ResolvedImport } from "../../../model/resolution.ts";
import { type ClassFile, type ClassIndex, type Chosen, sight } from "./class-index.ts";
import { type Answer, makeResolved } from "./resolved.ts";

/** What references ask of the resolver of imports. */
export interface NameResolver {
  readonly classes: ClassIndex;
  qualifiedReference(from: ClassFile, reference: ReferenceFact): ResolvedImport | undefined;
  toFile(from: ClassFile, chosen: Chosen): Answer;
}

interface Placed {
  readonly start: number;
  readonly resolved: ResolvedImport;
}

export function referencesOf(resolver: NameResolver, from: ClassFile, facts: FileFacts): readonly Placed[] {
  const out: Placed[] = [];
  const settled = namesOfItsOwn(facts);
  const packages = [
    facts.package ?? "",
    ...facts.imports.filter((each) => each.kind === "on-demand").map((each) => each.specifier),
  ];
  const qualified = new Set<string>();
  for (const reference of facts.references) {
    const { name, start } = reference;
    const dot = name.indexOf(".");
    const head = dot < 0 ? name : name.slice(0, dot);
    if (settled.has(head)) continue;
    const resolved = simple(resolver, from, reference, head, packages);
    if (resolved !== undefined) {
      settled.add(head); // the first use is the edge
      if (resolved !== "own") out.push({ start, resolved });
    } else if (dot > 0 && isLower(head)) {
      const edge = resolver.qualifiedReference(from, reference);
      const target = edge === undefined ? "" : JSON.stringify(edge.target);
      if (edge === undefined || qualified.has(target)) continue;
      qualified.add(target);
      out.push({ start, resolved: edge });
    }
  }
  return out;
}

/** Types that the file declares, nested ones too, and names that its single imports bind. */
function namesOfItsOwn(facts: FileFacts): Set<string> {
  const names = new Set<string>();
  for (const type of facts.declarations) for (const part of type.split(".")) names.add(part);
  for (const { kind, specifier } of facts.imports) {
    if (kind === "import" || kind === "static") names.add(specifier.slice(specifier.lastIndexOf(".") + 1));
  }
  return names;
}

/** The package of the file first, then those imported on demand; only what the file can see. */
function simple(
  resolver: NameResolver,
  from: ClassFile,
  reference: ReferenceFact,
  name: string,
  packages: readonly string[],
): ResolvedImport | "own" | undefined {
  for (const packageName of packages) {
    const candidates = resolver.classes.package(packageName)?.get(name);
    if (candidates === undefined) continue;
    const chosen = resolver.classes.choose(inSight(candidates, packageName, from), from);
    if (chosen === undefined || !isVisible(chosen)) continue;
    if (chosen.file.path === from.path) return "own";
    return makeResolved("references", name, reference, resolver.toFile(from, chosen));
  }
  return undefined;
}

function isVisible({ sight: seen }: Chosen): boolean {
  return seen < sight.hidden;
}

/** Files without a package are separate programs unless they stand in one directory. */
function inSight(candidates: readonly ClassFile[], packageName: string, from: ClassFile): readonly ClassFile[] {
  if (packageName !== "") return candidates;
  const directory = from.path.slice(0, from.path.lastIndexOf("/") + 1);
  return candidates.filter(({ path }) => path.lastIndexOf("/") + 1 === directory.length && path.startsWith(directory));
}

function isLower(name: string): boolean {
  const first = name.charAt(0);
  return first === first.toLowerCase() && first !== first.toUpperCase();
}
