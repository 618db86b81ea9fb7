import { type Diagnostic, fileDiagnostic } from "../model/diagnostic.ts";
import { FileIndex } from "./file-index.ts";
import type { DirectoryEntry, FileSystem } from "./file-system.ts";
import { GitIndex } from "./git/index-file.ts";
import { IgnoreRules, isSkippedDirectory } from "./ignore-rules.ts";

export interface Walk {
  readonly files: FileIndex;
  readonly diagnostics: readonly Diagnostic[];
}

export interface WalkOptions {
  /** Whether to keep a file, by its path: the user's `--include` and `--exclude`. */
  readonly keep?: (path: string) => boolean;
  /** Called with each path that is kept, in no order. */
  readonly onKept?: (path: string) => void;
}

const gitIndexLimit = 256 * 1024 * 1024;
const gitignoreLimit = 1024 * 1024;
/** Deeper than any real tree, and far from the limits of paths and stacks. */
const maxDepth = 200;

interface Directory {
  readonly path: string;
  readonly depth: number;
  readonly entries: readonly DirectoryEntry[];
  readonly rules: IgnoreRules | undefined;
  /** Entered only for the tracked files in it: git ignores it, and so everything in it. */
  readonly ignored: boolean;
}

/**
 * Lists the repository once. Without recursion, so that depth costs no stack; in code unit order of paths, so that every
 * run sees the same.
 */
export function walk(fileSystem: FileSystem, options: WalkOptions = {}): Walk {
  const paths: string[] = [];
  const links = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const rulesOf = new Map<string, IgnoreRules>();
  const tracked = new TrackedFiles(fileSystem);
  const list = (path: string): readonly DirectoryEntry[] => {
    try {
      return fileSystem.list(path);
    } catch (error) {
      diagnostics.push(fileDiagnostic("unreadable", path || ".", `the directory cannot be listed: ${reason(error)}`));
      return [];
    }
  };

  const open = (
    path: string,
    entries: readonly DirectoryEntry[],
    above: Pick<Directory, "depth" | "rules" | "ignored">,
  ): Directory => {
    const own = entries.some((entry) => entry.name === ".gitignore" && entry.kind === "file")
      ? readRules(fileSystem, path, above.rules, diagnostics)
      : above.rules;
    if (own !== undefined && own !== above.rules) rulesOf.set(path, own);
    return { path, depth: above.depth + 1, entries, rules: own, ignored: above.ignored };
  };

  const stack: Directory[] = [open("", list(""), { depth: -1, rules: undefined, ignored: false })];
  for (let directory = stack.pop(); directory !== undefined; directory = stack.pop()) {
    const siblings = new Set(directory.entries.map((entry) => entry.name));
    const prefix = directory.path === "" ? "" : `${directory.path}/`;
    for (const { name, kind } of directory.entries) {
      const path = prefix + name;
      const ignored =
        directory.ignored || directory.rules?.ignores(path, kind === "directory" ? kind : "file") === true;
      if (kind === "file") {
        if (ignored && !tracked.has(path)) continue;
        if (options.keep?.(path) === false) continue;
        paths.push(path);
        options.onKept?.(path);
      } else if (kind === "directory") {
        if (name === ".git" || (ignored && !tracked.hasBelow(path))) continue;
        if (directory.depth === maxDepth) {
          diagnostics.push(
            fileDiagnostic("unreadable", path, `directories are nested over ${maxDepth} deep; not entered`),
          );
          continue;
        }
        const entries = list(path);
        if (isSkippedDirectory(name, siblings, () => new Set(entries.map((entry) => entry.name)))) continue;
        stack.push(open(path, entries, { ...directory, ignored }));
      } else if (kind === "symlink") {
        if (ignored && !tracked.has(path)) continue;
        const target = fileSystem.follow(path);
        if (target === undefined) {
          const message = "the symlink leads out of the repository, nowhere, or in a circle; it was not followed";
          diagnostics.push(fileDiagnostic("symlink", path, message));
        } else if (!isWithin(path, target.path)) links.set(path, target.path);
      } else if (!ignored) {
        diagnostics.push(
          fileDiagnostic("unreadable", path, "it is no file (a pipe, a socket or a device); it was not read"),
        );
      }
    }
  }

  paths.sort();
  return { files: new FileIndex(paths, links, (path) => isIgnored(rulesOf, path)), diagnostics };
}

/** A link to a directory that holds the link would make paths without end. */
function isWithin(path: string, directory: string): boolean {
  return path.startsWith(`${directory}/`);
}

function readRules(
  fileSystem: FileSystem,
  directory: string,
  above: IgnoreRules | undefined,
  diagnostics: Diagnostic[],
): IgnoreRules | undefined {
  const path = directory === "" ? ".gitignore" : `${directory}/.gitignore`;
  try {
    return new IgnoreRules(directory, Buffer.from(fileSystem.read(path, gitignoreLimit)).toString("utf8"), above);
  } catch (error) {
    diagnostics.push(fileDiagnostic("unreadable", path, `its rules were not applied: ${reason(error)}`));
    return above;
  }
}

/** Whether git would ignore a path that was not walked: it, or a directory above it, matches the nearest rules. */
function isIgnored(rulesOf: ReadonlyMap<string, IgnoreRules>, path: string): boolean {
  const parts = path.split("/");
  let rules = rulesOf.get("");
  for (let depth = 1; depth <= parts.length; depth++) {
    const here = parts.slice(0, depth).join("/");
    if (rules?.ignores(here, depth < parts.length ? "directory" : "file") === true) return true;
    rules = rulesOf.get(here) ?? rules;
  }
  return false;
}

/** Read only when a rule ignores something, and at most once. */
class TrackedFiles {
  readonly #fileSystem: FileSystem;
  #files: ReadonlySet<string> | undefined;
  #directories: Set<string> | undefined;

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  has(path: string): boolean {
    return this.#load().has(path);
  }

  /** Whether a tracked file stands anywhere below a directory. */
  hasBelow(directory: string): boolean {
    if (this.#directories === undefined) {
      this.#directories = new Set();
      for (const path of this.#load()) {
        for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
          const parent = path.slice(0, at);
          if (this.#directories.has(parent)) break;
          this.#directories.add(parent);
        }
      }
    }
    return this.#directories.has(directory);
  }

  #load(): ReadonlySet<string> {
    if (this.#files === undefined) {
      try {
        this.#files = new Set(GitIndex.read(this.#fileSystem.read(".git/index", gitIndexLimit))?.paths);
      } catch {
        // No checkout of git, or its index is elsewhere (a worktree): the rules alone decide.
        this.#files = new Set();
      }
    }
    return this.#files;
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
