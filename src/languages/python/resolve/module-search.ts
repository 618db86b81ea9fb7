/**
 * Looks for a dotted name below one entry of the module search path, as the path based finder does: in a directory, a
 * regular package comes before a module, and a module before a directory that is only a portion of a namespace package.
 * @see https://docs.python.org/3/reference/import.html#the-path-based-finder
 */
import type { Directory, Entry, ModuleFile } from "./module-tree.ts";

export type Search =
  /** The file that the whole name means: a module, or the `__init__` of a regular package. */
  | { readonly kind: "file"; readonly file: ModuleFile; readonly package?: Directory; readonly regular: boolean }
  /** A directory without `__init__`. */
  | { readonly kind: "namespace"; readonly directory: Directory }
  /**
   * A regular package or module was entered, and the next part of the name is not in it. `stubs` when the first that was
   * entered is only a stub: the module itself, and all else that it holds, is somewhere else.
   */
  | {
      readonly kind: "partial";
      readonly file: ModuleFile;
      readonly package?: Directory;
      readonly depth: number;
      readonly stubs: boolean;
    };

/** Undefined where nothing has the name, or only directories without `__init__` begin it. */
export function searchModule(root: Directory, parts: readonly string[]): Search | undefined {
  let directory = root;
  /** Whether the first part is a regular package or a module: only these belong to one root alone. */
  let regular = false;
  let entered: { readonly file: ModuleFile; readonly package: Directory } | undefined;
  let stubs = false;
  for (let depth = 0; depth < parts.length; depth++) {
    const entry = directory.entry(parts[depth] ?? "");
    if (entry === undefined) return entered === undefined ? undefined : { kind: "partial", ...entered, depth, stubs };
    const isLast = depth === parts.length - 1;
    const below = entry.directory;
    const init = below?.init;
    if (below !== undefined && init !== undefined) {
      if (depth === 0) regular = true;
      if (isLast) return { kind: "file", file: init, package: below, regular };
      if (entered === undefined) stubs = init.stub;
      entered = { file: init, package: below };
    } else if (entry.module !== undefined) {
      const file = entry.module;
      if (isLast) return { kind: "file", file, regular: regular || depth === 0 };
      return { kind: "partial", file, depth: depth + 1, stubs: entered === undefined ? file.stub : stubs };
    } else if (below === undefined) {
      return undefined;
    } else if (isLast) {
      return { kind: "namespace", directory: below };
    }
    if (below !== undefined) directory = below;
  }
  return undefined;
}

/** Where the first part of a name lies, given what the whole of it was found to mean; undefined where that does not tell. */
export function firstDirectory(found: Search, parts: readonly string[]): string | undefined {
  if (found.kind === "partial") return undefined;
  const path = found.kind === "file" ? found.file.path : found.directory.path;
  const at = `/${path}`.lastIndexOf(`/${parts.join("/")}`);
  return at < 0 ? undefined : path.slice(0, at + (parts[0] ?? "").length);
}

/**
 * The file that a name would mean if case were ignored, which Python never does by itself, on no file system.
 * @see https://peps.python.org/pep-0235/
 */
export function searchIgnoringCase(root: Directory, parts: readonly string[]): string | undefined {
  let directory: Directory | undefined = root;
  for (const [depth, part] of parts.entries()) {
    const entry: Entry | undefined = directory?.entry(part) ?? directory?.entryIgnoringCase(part);
    if (depth === parts.length - 1) return (entry?.directory?.init ?? entry?.module)?.path;
    directory = entry?.directory;
  }
  return undefined;
}

/** Whether the outermost package around a directory is only stubs: what they leave out is in the distribution. */
export function isStubTree(directory: Directory): boolean {
  let outermost: ModuleFile | undefined;
  for (let at: Directory | undefined = directory; at?.init !== undefined; at = at.parent) outermost = at.init;
  return outermost?.stub === true;
}
