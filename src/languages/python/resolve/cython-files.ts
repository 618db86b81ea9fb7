/**
 * What Cython reads with a file: those that it pastes in, and the definitions of the module itself.
 * @see https://cython.readthedocs.io/en/latest/src/userguide/language_basics.html#the-include-statement
 * @see https://cython.readthedocs.io/en/latest/src/userguide/sharing_declarations.html#definition-and-implementation-files
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import type { ImportFact } from "../../../model/facts.ts";
import type { Confidence, ResolvedImport, Target } from "../../../model/resolution.ts";
import { joinPath } from "../projects/source-layout.ts";
import type { ProjectScope } from "./project-scope.ts";
import { byPlace, resolvedFrom } from "./resolved-imports.ts";

/** Templates that a build makes the included file from. */
const templateEndings: readonly string[] = [".in", ".tp"];

export function isIncluded({ kind }: ImportFact): boolean {
  return kind === "include";
}

export class CythonFiles {
  readonly #files: FileIndex;
  readonly #scope: (path: string) => ProjectScope;
  /** Whether there are definitions at all: most repositories have none, and then no file is asked for its own. */
  readonly #hasDefinitions: boolean;
  #byName: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(files: FileIndex, scope: (path: string) => ProjectScope) {
    this.#files = files;
    this.#scope = scope;
    this.#hasDefinitions = files.paths.some((path) => path.endsWith(".pxd"));
  }

  /** Adds to what a file imports what is read with it when it is compiled. */
  add(path: string, imports: readonly ImportFact[], others: readonly ResolvedImport[]): readonly ResolvedImport[] {
    const included = imports.filter(isIncluded).map((fact) => this.#included(path, fact));
    const own = this.#hasDefinitions ? this.#definitions(path) : undefined;
    if (own === undefined && included.length === 0) return others;
    const ownFirst = own === undefined || others.some(({ target }) => isFile(target, own.target)) ? [] : [own];
    return [...ownFirst, ...others, ...included].toSorted(byPlace);
  }

  /**
   * `till.pxd` is read before `till.pyx`, with no statement that asks for it. Whether a `till.py` is ever compiled its build
   * alone knows.
   */
  #definitions(path: string): ResolvedImport | undefined {
    const [, module, ending] = /^(.+)\.(pyx|py)$/.exec(path) ?? [];
    if (module === undefined || !this.#files.has(`${module}.pxd`)) return undefined;
    if (ending === "py" && this.#files.has(`${module}.pyx`)) return undefined;
    const definitions = this.#files.real(`${module}.pxd`);
    const specifier = definitions.slice(definitions.lastIndexOf("/") + 1);
    return resolvedFrom(
      wholeFile,
      { kind: "file", path: definitions },
      specifier,
      ending === "pyx" ? "exact" : "inferred",
    );
  }

  #included(path: string, fact: ImportFact): ResolvedImport {
    const { specifier } = fact;
    const beside = specifier.startsWith("/") ? undefined : joinPath(directoryOf(path), specifier);
    const sure = this.#at(beside);
    const found = sure ?? this.#elsewhere(path, specifier);
    const confidence: Confidence = sure === undefined ? "inferred" : "exact";
    const target: Target =
      found === undefined ? this.#absent(beside, specifier) : { kind: "file", path: this.#files.real(found) };
    return resolvedFrom(fact, target, specifier, confidence);
  }

  /** The file at a path, or what it is made from. */
  #at(path: string | undefined): string | undefined {
    if (path === undefined) return undefined;
    return [path, ...templateEndings.map((ending) => path + ending)].find((each) => this.#files.has(each));
  }

  /**
   * After the file's own directory Cython looks in those that it is told; where nobody tells, that is the one that it is
   * started in. Beyond these a path that only one file ends in is meant, most likely.
   */
  #elsewhere(path: string, specifier: string): string | undefined {
    if (specifier.startsWith("/")) return undefined;
    for (const { directory } of this.#scope(path).chain) {
      const found = this.#at(joinPath(directory, specifier));
      if (found !== undefined) return found;
    }
    const wanted = `/${joinPath("", specifier) ?? ""}`;
    const fitting = this.#named(wanted.slice(wanted.lastIndexOf("/") + 1)).filter((each) => each.endsWith(wanted));
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  #named(name: string): readonly string[] {
    this.#byName ??= byName(this.#files.paths);
    return this.#byName.get(name) ?? [];
  }

  /** It may be in a directory that the compiler is told, or be made by the build. */
  #absent(beside: string | undefined, specifier: string): Target {
    const name = `python/${beside ?? specifier}`;
    const isMade = beside !== undefined && this.#files.isIgnored(beside);
    return { kind: "unresolved", name, inRepo: false, ...(isMade ? { generated: `git ignores ${beside}` } : {}) };
  }
}

/** Nothing in the text says so, and nothing is left of it when the module runs. */
const wholeFile: ImportFact = {
  kind: "include",
  specifier: "",
  names: [],
  start: 0,
  end: 0,
  line: 0,
  column: 0,
  typeOnly: true,
  dynamic: false,
  optional: false,
  local: false,
};

function isFile(target: Target, other: Target): boolean {
  return target.kind === "file" && other.kind === "file" && target.path === other.path;
}

function byName(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const known = found.get(name);
    if (known === undefined) found.set(name, [path]);
    else known.push(path);
  }
  return found;
}
