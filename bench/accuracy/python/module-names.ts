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
      .replace(/\.__init__$/, "");
  }
}
