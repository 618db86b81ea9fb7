/** Files to the names that they are imported by. */
export class ModuleNames {
  readonly #roots: readonly string[];

  /** Directories from which names are counted; `""` is the root of the tree. */
  constructor(roots: readonly string[]) {
    this.#roots = roots.toSorted((a, b) => b.length - a.length);
  }

  /** `lib/shop/till.py` is `shop.till`, `lib/shop/__init__.py` is `shop`; stubs are named as their modules. */
  of(path: string): string | undefined {
    const root = this.#roots.find((each) => each === "" || path.startsWith(`${each}/`));
    if (root === undefined) return undefined;
    const below = root === "" ? path : path.slice(root.length + 1);
    return below
      .replace(/\.pyi?$/, "")
      .replaceAll("/", ".")
      .replace(/(?:^|\.)__init__$/, "");
  }

  /** What a module name means in a file: `..pricing` in `shop/till/coins.py` is `shop.pricing`. */
  absolute(path: string, module: string): string {
    const dots = /^\.*/.exec(module)?.[0].length ?? 0;
    if (dots === 0) return module;
    const parts = (this.of(path) ?? "").split(".");
    const levels = isPackageFile(path) ? dots - 1 : dots;
    return [...parts.slice(0, parts.length - levels), module.slice(dots)].filter((part) => part !== "").join(".");
  }

  /** Where a module may lie, as paths without ending: one a root. */
  places(module: string): readonly string[] {
    const path = module.replaceAll(".", "/");
    return this.#roots.map((root) => (root === "" ? path : `${root}/${path}`));
  }
}

export function isPackageFile(path: string): boolean {
  return /(?:^|\/)__init__\.pyi?$/.test(path);
}
