/**
 * Every path of the repository that is not ignored, known from the walk: resolving asks this, never the disk.
 * Case-exact on every operating system.
 */
export class FileIndex {
  /** All files, sorted in code unit order. */
  readonly paths: readonly string[];
  readonly #files: ReadonlySet<string>;
  readonly #children: ReadonlyMap<string, readonly string[]>;
  readonly #links: ReadonlyMap<string, string>;
  readonly #ignored: (path: string) => boolean;

  /**
   * @param links symlinks within the root: the path of the link to the path it leads to
   * @param ignored whether git would ignore a path that need not exist
   */
  constructor(
    paths: readonly string[],
    links: ReadonlyMap<string, string> = new Map(),
    ignored: (path: string) => boolean = () => false,
  ) {
    this.paths = paths;
    this.#files = new Set(paths);
    this.#links = links;
    this.#ignored = ignored;
    this.#children = childrenByDirectory([...paths, ...links.keys()]);
  }

  /** Whether there is such a file. Symlinks within the root count as what they lead to. */
  has(path: string): boolean {
    return this.#files.has(path) || (this.#links.size > 0 && this.#files.has(this.real(path)));
  }

  /** Whether there is a directory that holds a file. `""` is the root. */
  hasDirectory(path: string): boolean {
    return this.#children.has(path) || (this.#links.size > 0 && this.#children.has(this.real(path)));
  }

  /** Names in a directory, files and directories alike; empty when there is none. */
  names(directory: string): readonly string[] {
    return this.#children.get(directory) ?? this.#children.get(this.real(directory)) ?? [];
  }

  /** The path with symlinks within the root followed: edges end at the real file. */
  real(path: string): string {
    if (this.#links.size === 0) return path;
    let current = path;
    // A link may lead through another; a circle was already refused by the walk.
    for (let hops = 0; hops < 40; hops++) {
      const next = this.#step(current);
      if (next === undefined) return current;
      current = next;
    }
    return current;
  }

  /** Whether git would ignore this path: what is absent and ignored is made by a build. */
  isIgnored(path: string): boolean {
    return this.#ignored(path);
  }

  /** Replaces the longest leading part that is a link. */
  #step(path: string): string | undefined {
    for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
      const target = this.#links.get(path.slice(0, end));
      if (target !== undefined) return target + path.slice(end);
    }
    return undefined;
  }
}

function childrenByDirectory(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const path of paths) {
    // Climb until a directory that is known already: each directory is entered once.
    for (let end = path.length; ;) {
      const slash = path.lastIndexOf("/", end - 1);
      const directory = slash < 0 ? "" : path.slice(0, slash);
      const name = path.slice(slash + 1, end);
      const siblings = children.get(directory);
      if (siblings !== undefined) {
        siblings.push(name);
        break;
      }
      children.set(directory, [name]);
      if (slash < 0) break;
      end = slash;
    }
  }
  return children;
}
