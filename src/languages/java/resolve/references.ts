/**
 * Simple and qualified names in code, by the order in which Java gives them meaning: the file's own types, single-type
 * imports, inherited member types, the package, imports on demand. What matches no type is a variable, a constant, an
 * inherited member or of `java.lang`: no edge.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-6.html#jls-6.4.1
 */
import type { FileFacts, ReferenceFact } from "../../../model/facts.ts";
import type { ResolvedImport } from "../../../model/resolution.ts";
import type { ClassFile, ClassIndex, Chosen } from "./class-index.ts";
import type { MemberTypes } from "./member-types.ts";
import type { NamedModules } from "./named-modules.ts";
import { lastPart } from "./scopes.ts";
import { type Answer, makeResolved } from "./resolved.ts";

/** What references ask of the resolver of imports. */
export interface NameResolver {
  readonly classes: ClassIndex;
  readonly memberTypes: MemberTypes;
  readonly namedModules: NamedModules;
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
  const packages = [facts.package ?? "", ...resolver.namedModules.onDemand(from, facts)];
  const qualified = new Set<string>();
  const owners = new Set<string>();
  const header = new Map(resolver.memberTypes.beyondOwn(from));
  for (const reference of facts.references) {
    const { name, start } = reference;
    const dot = name.indexOf(".");
    const head = dot < 0 ? name : name.slice(0, dot);
    if (dot > 0) {
      for (const resolved of ownersOf(resolver, from, reference, owners)) out.push({ start, resolved });
    }
    if (settled.has(head)) {
      const beyond = header.get(head);
      const resolved = beyond === undefined ? undefined : toOwner(resolver, from, reference, head, beyond);
      header.delete(head);
      if (resolved !== undefined) out.push({ start, resolved });
      continue;
    }
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
  for (const mention of facts.mentions ?? []) {
    if (facts.imports.some(({ specifier }) => specifier === mention.name)) continue;
    const resolved = mentioned(resolver, from, mention, settled, packages);
    if (resolved !== undefined) out.push({ start: mention.start, resolved });
  }
  return out;
}

/** Files of the repository that code does not name: for comments alone nothing has to be declared. */
function mentioned(
  resolver: NameResolver,
  from: ClassFile,
  mention: ReferenceFact,
  settled: Set<string>,
  packages: readonly string[],
): ResolvedImport | undefined {
  const { name } = mention;
  const dot = name.indexOf(".");
  const head = dot < 0 ? name : name.slice(0, dot);
  // Each is told once, and a package's name is no type's.
  const key = isLower(head) ? name : head;
  if (settled.has(key)) return undefined;
  settled.add(key);
  const resolved = isLower(head)
    ? resolver.qualifiedReference(from, mention)
    : simple(resolver, from, mention, head, packages);
  if (resolved === undefined || resolved === "own" || resolved.target.kind !== "file") return undefined;
  const { target, specifier, confidence } = resolved;
  return makeResolved("mentions", specifier, { ...mention, typeOnly: true }, { target, confidence });
}

/** Types that the file declares, nested ones too, and names that its single imports bind. */
function namesOfItsOwn(facts: FileFacts): Set<string> {
  const names = new Set<string>();
  for (const type of facts.declarations) {
    if (!type.startsWith("module ")) for (const part of type.split(".")) names.add(part);
  }
  for (const { kind, specifier } of facts.imports) {
    if (kind === "import" || kind === "static") names.add(specifier.slice(specifier.lastIndexOf(".") + 1));
  }
  return names;
}

/** What is inherited first, then the package of the file and those imported on demand; only what the file can see. */
function simple(
  resolver: NameResolver,
  from: ClassFile,
  reference: ReferenceFact,
  name: string,
  packages: readonly string[],
): ResolvedImport | "own" | undefined {
  const { classes, memberTypes } = resolver;
  const inherited = memberTypes.inherited(from, name);
  if (inherited !== undefined) return toOwner(resolver, from, reference, name, inherited.file) ?? "own";
  for (const packageName of packages) {
    const chosen = classes.visible(packageName, name, from);
    if (chosen === undefined) continue;
    if (chosen.file.path === from.path) return "own";
    return makeResolved("references", name, reference, resolver.toFile(from, chosen));
  }
  const demanded = memberTypes.onDemand(from, name);
  return demanded === undefined ? undefined : (toOwner(resolver, from, reference, name, demanded.file) ?? "own");
}

/** Of `Sub.Entry` the files of what is inherited: that of its head is settled by itself. */
function ownersOf(
  resolver: NameResolver,
  from: ClassFile,
  reference: ReferenceFact,
  known: Set<string>,
): readonly ResolvedImport[] {
  const { memberTypes } = resolver;
  const [, ...members] = reference.name.split(".");
  if (!members.some((part) => memberTypes.isNested(part))) return [];
  const [first, ...rest] = memberTypes.chain(from, reference.name);
  const out: ResolvedImport[] = [];
  for (const { file, name } of rest) {
    if (file === first?.file || known.has(file.path)) continue;
    known.add(file.path);
    const shown = reference.name.slice(0, reference.name.indexOf(lastPart(name)) + lastPart(name).length);
    const resolved = toOwner(resolver, from, reference, shown, file);
    if (resolved !== undefined) out.push(resolved);
  }
  return out;
}

function toOwner(
  resolver: NameResolver,
  from: ClassFile,
  reference: ReferenceFact,
  shown: string,
  file: ClassFile,
): ResolvedImport | undefined {
  if (file === from) return undefined;
  const chosen = resolver.classes.choose([file], from);
  return chosen === undefined ? undefined : makeResolved("references", shown, reference, resolver.toFile(from, chosen));
}

function isLower(name: string): boolean {
  const first = name.charAt(0);
  return first === first.toLowerCase() && first !== first.toUpperCase();
}
