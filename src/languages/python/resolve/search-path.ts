/**
 * The directories in which a file's absolute imports are looked for, in order.
 * @see https://docs.python.org/3/library/sys_path_init.html
 */
import type { Project } from "../../../model/project.ts";
import type { ConfiguredPathIndex } from "./configured-paths.ts";
import { isStubTree } from "./module-search.ts";
import type { Answer, Place } from "./place.ts";
import type { Reach } from "./reach.ts";
import type { Directory, ModuleTree } from "./module-tree.ts";
import type { RequiredProjects } from "./required-projects.ts";
import { nearness, type ProjectScope, type ProjectScopes } from "./project-scope.ts";
import { isWithin } from "../projects/source-layout.ts";

/** What all files have in common that see the same modules. Made once a set of directories. */
export interface SearchPath {
  readonly scope: ProjectScope;
  /** The file's own directory where it is `sys.path[0]` when the file is run: it is no package. Before the standard library. */
  readonly script: Directory | undefined;
  /** Source roots and directory of its own projects, the directory that holds its package, those that pytest adds. */
  readonly own: readonly Directory[];
  /** Source roots of projects of this repository that its own projects ask for, and of what these ask for. */
  readonly required: readonly Directory[];
  /** Directories that a tool's configuration names. */
  readonly configured: readonly Directory[];
  /** Directories of stubs for other people's packages: for stubs, and where nothing else answers. */
  readonly stubs: readonly Directory[];
  /** All of these, in order; the standard library comes after the first. */
  readonly steps: readonly PathStep[];
  /** What specifiers were found to mean, by these. */
  readonly answers: Map<string, Answer>;
  /** What imports of modules that it has nothing of came to, and the first place that asked. */
  readonly outside: Map<string, { readonly reached: readonly Reach[]; readonly place: Place }>;
}

/** Some roots of the path, which are looked through together. */
export interface PathStep {
  readonly roots: readonly Directory[];
  /** Roots of later steps: they add to a package that joins all directories of its name. */
  readonly further: readonly Directory[];
  readonly confidence: "exact" | "declared";
  /** Before the standard library. */
  readonly isFirst: boolean;
}

/** Roots beyond the search path, as seen from one directory: guesses where nothing says more. */
export interface Surroundings {
  /** Source roots of the repository's other packages, the nearest first. */
  readonly others: readonly Directory[];
  /** Directories above, and `src`, `lib` and `python` in them. */
  readonly above: readonly Directory[];
}

const guessedRoots: readonly string[] = ["src", "lib", "python"];

export class SearchPaths {
  readonly #scopes: ProjectScopes;
  readonly #configured: ConfiguredPathIndex;
  readonly #tree: ModuleTree;
  readonly #paths = new Map<string, SearchPath>();
  readonly #required: RequiredProjects;

  constructor(scopes: ProjectScopes, required: RequiredProjects, configured: ConfiguredPathIndex, tree: ModuleTree) {
    this.#scopes = scopes;
    this.#required = required;
    this.#configured = configured;
    this.#tree = tree;
  }

  /** The same object for all directories from which the same is seen. */
  of(directory: Directory): SearchPath {
    const scope = this.#scopes.of(directory.path);
    const { chain } = scope;
    const { directories, stubs, importMode } = this.#configured.of(directory.path);
    // "importlib" leaves the path as it is; the test modules of a directory do not find each other.
    const isApart = importMode === "importlib" && this.#holdsTests(directory);
    const script = !isApart && isScriptDirectory(directory, chain) ? directory.path : undefined;
    const own = new Set([
      ...chain.flatMap(mainRoots),
      ...chain.map((project) => project.directory),
      ...(isApart && directory.init === undefined ? [] : importRoots(directory, chain)),
      ...chain.flatMap((project) => testRoots(project, directory.path)),
      ...(importMode === "importlib" ? [] : conftestDirectories(directory, chain)),
    ]);
    if (script !== undefined) own.delete(script);
    const configured = new Set(directories.filter((each) => !own.has(each)));
    const key = [scope.id, script ?? "\0", ...own, "\0", ...configured, "\0", ...stubs].join("\n");
    const known = this.#paths.get(key);
    if (known !== undefined) return known;
    const roots = {
      script: script === undefined ? undefined : directory,
      own: this.#directories(own),
      required: this.#directories(new Set(this.#required.of(scope).flatMap(mainRoots))),
      configured: this.#directories(configured),
    };
    const path = {
      scope,
      ...roots,
      steps: stepsOf(roots),
      stubs: this.#directories(new Set(stubs)),
      answers: new Map<string, Answer>(),
      outside: new Map<string, { reached: readonly Reach[]; place: Place }>(),
    };
    this.#paths.set(key, path);
    return path;
  }

  around(directory: Directory, { scope, script, own, configured }: SearchPath): Surroundings {
    const { path } = directory;
    const required = this.#required.of(scope);
    const others = this.#scopes.projects
      .filter((project) => !scope.chain.includes(project) && !required.includes(project))
      .filter((project) => this.#scopes.isPackage(project))
      .toSorted((a, b) => nearness(path, b.directory) - nearness(path, a.directory));
    return {
      others: this.#directories(new Set(others.flatMap(mainRoots))),
      above: this.#above(directory).filter(
        (root) => !own.includes(root) && !configured.includes(root) && root !== script && root.init === undefined,
      ),
    };
  }

  #holdsTests(directory: Directory): boolean {
    return this.#tree.files.names(directory.path).some((name) => /^(?:test_.*|.*_test|conftest)\.py$/.test(name));
  }

  #above(directory: Directory): readonly Directory[] {
    const found = new Set<string>();
    for (let at: Directory | undefined = directory; at !== undefined; at = at.parent) {
      if (at !== directory) found.add(at.path);
      for (const name of guessedRoots) {
        const path = at.join(name);
        if (this.#tree.files.hasDirectory(path)) found.add(path);
      }
    }
    return this.#directories(found);
  }

  #directories(paths: ReadonlySet<string>): readonly Directory[] {
    return [...paths].map((path) => this.#tree.directory(path));
  }
}

function stepsOf({
  script,
  own,
  required,
  configured,
}: Pick<SearchPath, "script" | "own" | "required" | "configured">): readonly PathStep[] {
  const steps: PathStep[] = [
    { roots: script === undefined ? [] : [script], further: [], confidence: "exact", isFirst: true },
    { roots: own, further: required, confidence: "exact", isFirst: false },
    { roots: required, further: [], confidence: "exact", isFirst: false },
    { roots: configured, further: [], confidence: "declared", isFirst: false },
  ];
  return steps.filter((step) => step.roots.length > 0 || step.isFirst);
}

/** No package, and not a portion of a namespace package below a source root that a manifest or layout names. */
function isScriptDirectory(directory: Directory, chain: readonly Project[]): boolean {
  return directory.init === undefined && !isInNamespace(directory, chain);
}

/** Whether a directory lies below a source root that a manifest or layout names: modules in it have longer names. */
function isInNamespace(directory: Directory, chain: readonly Project[]): boolean {
  return chain.some((project) =>
    project.sourceRoots.some(
      (root) =>
        root.scope === "main" && root.directory !== project.directory && isBelow(directory.path, root.directory),
    ),
  );
}

/**
 * The directory that holds the file's package: what must be on the path for the file to be imported at all. Type checkers find
 * trees of stubs wherever they are told to.
 */
function importRoots(directory: Directory, chain: readonly Project[]): readonly string[] {
  const parent = packageParent(directory);
  return isInNamespace(parent, chain) && !isStubTree(directory) ? [] : [parent.path];
}

/** The first directory above that is no regular package. */
function packageParent(directory: Directory): Directory {
  let at = directory;
  while (at.init !== undefined && at.parent !== undefined) at = at.parent;
  return at;
}

/**
 * pytest puts the directory that holds a `conftest.py`, or the one that holds its package, on the path.
 * @see https://docs.pytest.org/en/stable/explanation/pythonpath.html
 */
function conftestDirectories(directory: Directory, chain: readonly Project[]): readonly string[] {
  const top = chain[0]?.directory ?? "";
  const found: string[] = [];
  for (let at: Directory | undefined = directory; at !== undefined && isWithin(at.path, top); at = at.parent) {
    if (at.hasConftest) found.push(packageParent(at).path);
  }
  return found;
}

function mainRoots(project: Project): readonly string[] {
  return project.sourceRoots.filter((root) => root.scope === "main").map((root) => root.directory);
}

/** Test roots serve the tests below them. */
function testRoots(project: Project, directory: string): readonly string[] {
  return project.sourceRoots
    .filter((root) => root.scope === "test" && isWithin(directory, root.directory))
    .map((root) => root.directory);
}

function isBelow(path: string, directory: string): boolean {
  return path !== directory && isWithin(path, directory);
}
