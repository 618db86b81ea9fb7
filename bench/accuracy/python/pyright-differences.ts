/** Which rule a difference between depbraid's and pyright's answers comes from. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ObservedTree } from "./observed-tree.ts";
import { pythonVersion } from "./pyright-run.ts";
import type { Statement } from "./referee.ts";
import type { StatementAnswer } from "./statement-answer.ts";

const kinds = {
  otherPython: `of the standard library of another Python than ${pythonVersion}: depbraid goes by what the project allows`,
  pseudoModule:
    "a name below a module of the standard library that is no module of its own: depbraid goes by its first part",
  lastResort:
    "pyright's last resort, the directories of the importer and those above it: they are on nobody's path when it runs",
  namespace: "a namespace package that is here, while the name that is asked of it is of another distribution",
  noFile: "a namespace package by itself: it is here, and there is no file to reach",
  made: "a name that a module or package makes when it runs (`sys.modules`, `__path__`): an inferred edge",
  compiled: "a compiled module: depbraid reaches what it is compiled from",
  otherRoot: "a source root by a manifest or by custom, of which pyright would have to be told",
} as const;

export class PyrightJudge {
  readonly #observed: ObservedTree;
  readonly #versions: ReadonlyMap<string, boolean>;

  /** `stubs` is the directory with pyright's stubs of the standard library. */
  constructor(observed: ObservedTree, stubs: string) {
    this.#observed = observed;
    this.#versions = standardModules(readFileSync(join(stubs, "stdlib", "VERSIONS"), "utf8"));
  }

  kindOf(path: string, { module }: Statement, answer: StatementAnswer): string | undefined {
    return answer.verdict === "outside" ? this.#ofTheirs(path, module, answer) : this.#ofOurs(module, answer);
  }

  #ofOurs(module: string, { end, edge }: StatementAnswer): string | undefined {
    if (end.startsWith("builtin:")) {
      const here = this.#versions.get(module.split(".")[0] ?? "") ?? false;
      const own = this.#versions.get(module);
      return here && own === undefined ? kinds.pseudoModule : kinds.otherPython;
    }
    if (!/\.pyi?$/.test(end)) return kinds.compiled;
    const reached = this.#observed.names.of(end.slice(5)) ?? "";
    const { confidence, specifier = module } = edge ?? {};
    if (confidence === "inferred" && specifier !== reached && specifier.startsWith(`${reached}.`)) return kinds.made;
    return this.#isBelowOtherRoot(end.slice(5), specifier) ? kinds.otherRoot : undefined;
  }

  /** Whether a file is reached from a directory that neither the tree's own roots nor the importer's place give. */
  #isBelowOtherRoot(path: string, specifier: string): boolean {
    const { tree, projects } = this.#observed;
    const tail = `/${specifier.replaceAll(".", "/")}`;
    const at = `/${path}`.lastIndexOf(tail);
    const root = at < 0 ? undefined : path.slice(0, Math.max(0, at - 1));
    if (root === undefined || tree.roots.includes(root)) return false;
    const declared = projects.some(({ sourceRoots }) => sourceRoots.some(({ directory }) => directory === root));
    return declared || /(?:^|\/)(?:src|lib|python)$/.test(root);
  }

  #ofTheirs(path: string, module: string, { end, edge }: StatementAnswer): string | undefined {
    const isNamespace = this.#isNamespace(module);
    if (isNamespace && end === "no edge") return kinds.noFile;
    if (isNamespace && end.startsWith("pkg:") && edge?.specifier !== module) return kinds.namespace;
    const [first = ""] = module.split(".");
    return first !== "" && this.#isAbove(path, first) ? kinds.lastResort : undefined;
  }

  /** Whether roots have directories of the name, and none an `__init__`. */
  #isNamespace(module: string): boolean {
    const { names, has } = this.#observed;
    const places = names.places(module).filter((place) => has(place));
    return places.length > 0 && !places.some((place) => has(`${place}/__init__.py`));
  }

  /** Whether a directory at or above a file, within the tree, has a module of a name. */
  #isAbove(path: string, name: string): boolean {
    const { has } = this.#observed;
    for (let at = dirname(path); ; at = dirname(at)) {
      if (has(join(at, name)) || has(join(at, `${name}.py`))) return true;
      if (at === ".") return false;
    }
  }
}

/**
 * Whether the Python at hand has a module, by lines like `distutils: 3.0-3.11` and `tomllib: 3.11-`; submodules are listed only
 * where they differ from their package.
 */
function standardModules(versions: string): ReadonlyMap<string, boolean> {
  const minor = Number(pythonVersion.split(".")[1]);
  const found = new Map<string, boolean>();
  for (const [, module = "", from = "0", to = "99"] of versions.matchAll(/^([\w.]+): 3\.(\d+)-(?:3\.(\d+))?/gm)) {
    found.set(module, minor >= Number(from) && minor <= Number(to));
  }
  return found;
}
