/**
 * The directories in which a file's absolute imports are looked for, in order.
 * @see https://docs.python.org/3/library/sys_path_init.html
 */
import type { Project } from "../../../model/project.ts";
import type { ModuleSearch } from "./module-search.ts";
import { nearness, type ProjectScope, type ProjectScopes } from "./project-scope.ts";
import { directoryOf, isWithin } from "../projects/source-layout.ts";

export interface SearchPath {
  readonly scope: ProjectScope;
  /** The file's own directory where it is `sys.path[0]` when the file is run: it is no package. Before the standard library. */
  readonly script?: string;
  /** Source roots and directory of its own projects, the directory that holds its package, those that pytest adds. */
  readonly own: readonly string[];
  /** Source roots of projects of this repository that its own projects ask for. */
  readonly required: readonly string[];
  /** Source roots of the repository's other packages, the nearest first. */
  readonly others: readonly string[];
  /** Directories above, and `src`, `lib` and `python` in them: a guess where nothing says more. */
  readonly above: readonly string[];
}

const guessedRoots: readonly string[] = ["src", "lib", "python"];

/** Made once a directory. */
export class SearchPaths {
  readonly #scopes: ProjectScopes;
  readonly #modules: ModuleSearch;
  readonly #paths = new Map<string, SearchPath>();

  constructor(scopes: ProjectScopes, modules: ModuleSearch) {
    this.#scopes = scopes;
    this.#modules = modules;
  }

  of(directory: string): SearchPath {
    const known = this.#paths.get(directory);
    if (known !== undefined) return known;
    const path = this.#make(directory);
    this.#paths.set(directory, path);
    return path;
  }

  #make(directory: string): SearchPath {
    const scope = this.#scopes.of(directory);
    const { chain } = scope;
    const script = this.#isScriptDirectory(directory, chain) ? directory : undefined;
    const own = unique([
      ...chain.flatMap((project) =>
        project.sourceRoots.filter((root) => root.scope === "main").map((root) => root.directory),
      ),
      ...chain.map((project) => project.directory),
      this.#packageParent(directory),
      ...chain.flatMap((project) => testRoots(project, directory)),
      ...this.#conftestDirectories(directory, chain),
    ]).filter((root) => root !== script);
    const rest = this.#scopes.projects.filter((project) => !chain.includes(project));
    const required = rest.filter((project) => scope.requires(project));
    const others = rest
      .filter((project) => this.#scopes.isPackage(project) && !required.includes(project))
      .toSorted((a, b) => nearness(directory, b.directory) - nearness(directory, a.directory));
    return {
      scope,
      ...(script === undefined ? {} : { script }),
      own,
      required: unique(required.flatMap(mainRoots)),
      others: unique(others.flatMap(mainRoots)),
      above: unique(this.#above(directory)).filter(
        (root) => !own.includes(root) && root !== script && this.#modules.packageFile(root) === undefined,
      ),
    };
  }

  /** No package, and not a portion of a namespace package below a source root that a manifest or layout names. */
  #isScriptDirectory(directory: string, chain: readonly Project[]): boolean {
    if (this.#modules.packageFile(directory) !== undefined) return false;
    return !chain.some((project) =>
      project.sourceRoots.some(
        (root) => root.scope === "main" && root.directory !== project.directory && isBelow(directory, root.directory),
      ),
    );
  }

  /** The first directory above that is no package: what must be on the path for the file to be imported at all. */
  #packageParent(directory: string): string {
    let at = directory;
    while (at !== "" && this.#modules.packageFile(at) !== undefined) at = directoryOf(at);
    return at;
  }

  /**
   * pytest puts the directory that holds a `conftest.py`, or the one that holds its package, on the path.
   * @see https://docs.pytest.org/en/stable/explanation/pythonpath.html
   */
  #conftestDirectories(directory: string, chain: readonly Project[]): readonly string[] {
    const top = chain[0]?.directory ?? "";
    const found: string[] = [];
    for (let at = directory; isWithin(at, top); at = directoryOf(at)) {
      if (this.#modules.moduleFile(at, "conftest") !== undefined) found.push(this.#packageParent(at));
      if (at === "") break;
    }
    return found;
  }

  #above(directory: string): readonly string[] {
    const found: string[] = [];
    for (let at = directory; ; at = directoryOf(at)) {
      if (at !== directory) found.push(at);
      found.push(
        ...guessedRoots
          .map((name) => (at === "" ? name : `${at}/${name}`))
          .filter((path) => this.#modules.files.hasDirectory(path)),
      );
      if (at === "") return found;
    }
  }
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

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
