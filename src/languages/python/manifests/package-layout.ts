/** Where packages lie, as build tools are told: roots to count names from, and packages kept under other names. */
import type { Placement } from "./manifest.ts";

export interface PackageLayout {
  /** Directories that hold packages, relative to the manifest's; empty when the tool looks by itself. */
  readonly roots: readonly string[];
  readonly placements: readonly Placement[];
}

/** Gathers a layout, one rule of a tool after another. */
export class LayoutBuilder {
  readonly #roots = new Set<string>();
  readonly #placements: Placement[] = [];

  root(directory: string): void {
    this.#roots.add(cleaned(directory));
  }

  /**
   * A package or module of a dotted name at a path: by `lib/shop` for `shop`, `lib` is a root; by `lib/store` it is kept under
   * another name. The empty name is that of all packages.
   */
  place(module: string, path: string): void {
    const clean = cleaned(path);
    const name = module.replaceAll(".", "/");
    const stem = clean.replace(/\.pyi?$/, "");
    if (name === "" || stem === name) this.#roots.add(name === "" ? clean : "");
    else if (stem.endsWith(`/${name}`)) this.#roots.add(stem.slice(0, -name.length - 1));
    else this.#placements.push({ module, path: clean });
  }

  get layout(): PackageLayout {
    return { roots: [...this.#roots], placements: this.#placements };
  }
}

/** `./src/` is `src`; `.` is the directory itself. */
export function cleaned(directory: string): string {
  return directory
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}

/** `lib/acme` of `lib/acme/shop`; empty for a single name. */
export function parentOf(path: string): string {
  return cleaned(path).split("/").slice(0, -1).join("/");
}

/** `acme.shop` of `acme/shop`; undefined for what can be no module's name. */
export function moduleOf(path: string): string | undefined {
  const clean = cleaned(path).replace(/\.pyi?$/, "");
  return /^[\p{L}_][\p{L}\p{N}_]*(?:\/[\p{L}_][\p{L}\p{N}_]*)*$/u.test(clean) ? clean.replaceAll("/", ".") : undefined;
}
