/** What one environment holds, by the modules that were installed. */
import type { InstalledDistribution } from "../installed/distribution.ts";
import { stubbedDistribution } from "./distributions.ts";

export interface InstalledModule {
  /** All distributions that brought it. */
  readonly distributions: readonly string[];
  /** How many parts of the dotted name decided. */
  readonly length: number;
}

export class InstalledIndex {
  readonly #byModule = new Map<string, string[]>();
  readonly #namespaces = new Set<string>();
  readonly #requires: ReadonlyMap<string, readonly string[]>;

  constructor(distributions: readonly InstalledDistribution[]) {
    this.#requires = new Map(distributions.map(({ name, requires }) => [name, requires]));
    for (const { name, modules } of distributions) {
      // What only type checkers read provides nothing at run time.
      if (stubbedDistribution(name) !== undefined) continue;
      for (const module of modules) if (!module.endsWith("-stubs")) this.#add(module, name);
    }
  }

  #add(module: string, distribution: string): void {
    const list = this.#byModule.get(module);
    if (list === undefined) this.#byModule.set(module, [distribution]);
    else if (!list.includes(distribution)) list.push(distribution);
    for (let dot = module.lastIndexOf("."); dot > 0; dot = module.lastIndexOf(".", dot - 1)) {
      this.#namespaces.add(module.slice(0, dot));
    }
  }

  has(distribution: string): boolean {
    return this.#requires.has(distribution);
  }

  /** The longest dotted prefix decides. */
  find(parts: readonly string[]): InstalledModule | undefined {
    for (let length = parts.length; length > 0; length--) {
      const distributions = this.#byModule.get(parts.slice(0, length).join("."));
      if (distributions !== undefined) return { distributions, length };
    }
    return undefined;
  }

  /** Whether a dotted name is only a directory that several distributions may install into. */
  isNamespace(module: string): boolean {
    return this.#namespaces.has(module) && !this.#byModule.has(module);
  }

  /** Everything that these distributions bring with them, themselves left out. */
  broughtBy(distributions: Iterable<string>): ReadonlySet<string> {
    const asked = new Set(distributions);
    const brought = new Set<string>();
    const queue = [...asked];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      for (const each of this.#requires.get(name) ?? []) {
        if (asked.has(each) || brought.has(each)) continue;
        brought.add(each);
        queue.push(each);
      }
    }
    return brought;
  }
}
