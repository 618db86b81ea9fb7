/**
 * What frameworks are told by strings, and packages whose modules are listed to be imported. Only what is known counts: a
 * dotted string that leads nowhere makes no edge. They are led to modules as `pkgutil.resolve_name` does.
 * @see https://docs.python.org/3/library/pkgutil.html#pkgutil.resolve_name
 */
import type { FileIndex } from "../../../files/file-index.ts";
import type { FileFacts, ImportFact } from "../../../model/facts.ts";
import type { ResolvedImport, Target } from "../../../model/resolution.ts";
import { distributionPurl } from "../versions/distribution-name.ts";
import { isPackageFile } from "../package-file.ts";
import type { ProjectScope } from "./project-scope.ts";
import { memberOf } from "./reach.ts";
import { byPlace, resolvedFrom } from "./resolved-imports.ts";
import { isStandardModule } from "./stdlib.ts";

export interface ToldContext {
  readonly files: FileIndex;
  readonly facts: ReadonlyMap<string, FileFacts>;
  /** The file that a whole dotted name means, as seen from a file. */
  readonly find: (name: string, from: string) => string | undefined;
  /** The directories of a package, by its dotted name or relative to the file. */
  readonly directories: (specifier: string, from: string) => readonly string[];
  readonly scope: (path: string) => ProjectScope;
}

export function isTold({ kind }: ImportFact): boolean {
  return kind === "dotted-path" || kind === "every-module";
}

export class ToldImports {
  readonly #context: ToldContext;

  constructor(context: ToldContext) {
    this.#context = context;
  }

  /** Adds to what a file imports what its strings name, each target once, and none that an import reaches already. */
  add(path: string, imports: readonly ImportFact[], others: readonly ResolvedImport[]): readonly ResolvedImport[] {
    const told = imports.filter(isTold);
    if (told.length === 0) return others;
    const reached = new Set(others.map(({ target }) => keyOf(target)));
    const found: ResolvedImport[] = [];
    for (const fact of told) {
      for (const { target, specifier } of this.#targets(path, fact)) {
        const key = keyOf(target);
        if (reached.has(key) || (target.kind === "file" && target.path === path)) continue;
        reached.add(key);
        found.push(resolvedFrom(fact, target, specifier, "inferred"));
      }
    }
    return found.length === 0 ? others : [...others, ...found].sort(byPlace);
  }

  #targets(path: string, fact: ImportFact): readonly Reached[] {
    if (fact.kind === "every-module") return this.#everyModule(path, fact);
    const target = this.#dotted(path, fact.specifier.replace(":", ".").split("."));
    return target === undefined ? [] : [{ target, specifier: fact.specifier }];
  }

  /** The longest beginning that is a module; what is left is something in it. */
  #dotted(from: string, parts: readonly string[]): Target | undefined {
    const { find, scope } = this.#context;
    for (let length = parts.length; length > 0; length--) {
      const path = find(parts.slice(0, length).join("."), from);
      if (path === undefined) continue;
      return this.#mayHold(path, parts.slice(length)) ? { kind: "file", path } : undefined;
    }
    const { declared, locked, requiresPython } = scope(from);
    if (isStandardModule(parts[0] ?? "", requiresPython)) return undefined;
    const provider = declared.find(parts) ?? locked.find(parts);
    return provider === undefined ? undefined : { kind: "package", package: distributionPurl(provider.distribution) };
  }

  /** A package holds what its `__init__` binds or may bind; what else would be in it is a module that is not there. */
  #mayHold(path: string, [name]: readonly string[]): boolean {
    if (name === undefined || !isPackageFile(path)) return true;
    const facts = this.#context.facts.get(path);
    if (facts === undefined) return false;
    const open = facts.declarations.includes("__getattr__") || facts.imports.some(({ names }) => names.includes("*"));
    return open || facts.declarations.includes(name);
  }

  #everyModule(from: string, { specifier, names }: ImportFact): readonly Reached[] {
    const { files, directories } = this.#context;
    const found = new Map<string, Reached>();
    const queue = directories(specifier, from).map((directory) => ({ directory, prefix: specifier }));
    for (let at = 0; at < queue.length; at++) {
      const { directory: here = "", prefix = "" } = queue[at] ?? {};
      for (const name of files.names(here)) {
        const path = here === "" ? name : `${here}/${name}`;
        const below = `${path}/__init__.py`;
        const isPackage = files.has(below);
        const stem = /^(.+)\.py$/.exec(name)?.[1];
        if (!isPackage && (stem === undefined || stem.startsWith("__"))) continue;
        const own = memberOf(prefix, stem ?? name);
        // The first directory that has a name answers for it.
        if (found.has(own)) continue;
        found.set(own, { target: { kind: "file", path: isPackage ? below : path }, specifier: own });
        if (isPackage && names.includes("**")) queue.push({ directory: path, prefix: own });
      }
    }
    return [...found.values()];
  }
}

interface Reached {
  readonly target: Target;
  readonly specifier: string;
}

function keyOf(target: Target): string {
  if (target.kind === "file") return `file ${target.path}`;
  return target.kind === "package" ? `package ${target.package}` : `${target.kind} ${target.name}`;
}
