/**
 * Which paths a repository keeps: git's ignore rules, nested and negated, and directories that hold no source of the
 * repository whatever git says (installed packages, virtual environments, build outputs).
 * @see https://git-scm.com/docs/gitignore
 */
import ignore, { type Ignore } from "ignore";

/** Never part of a checkout's own source, wherever they stand. */
const skippedDirectories: ReadonlySet<string> = new Set([
  ".git",
  ".hg",
  ".svn",
  "node_modules",
  "bower_components",
  "jspm_packages",
  "__pycache__",
  "__pypackages__",
  "site-packages",
  ".tox",
  ".nox",
  ".eggs",
  ".mypy_cache",
  ".pytest_cache",
  ".ruff_cache",
  ".gradle",
  ".m2",
  ".next",
  ".nuxt",
  ".svelte-kit",
  ".angular",
  ".turbo",
  ".parcel-cache",
  ".pnpm-store",
  ".yarn",
]);

/** Directories that a tool writes beside its manifest: skipped only where the manifest stands. */
const buildOutputs: readonly { readonly name: string; readonly beside: readonly string[] }[] = [
  { name: "target", beside: ["pom.xml", "Cargo.toml", "build.sbt"] },
  { name: "build", beside: ["build.gradle", "build.gradle.kts"] },
];

/** Whether a directory holds nothing of the repository, by its name and what stands in and beside it. */
export function isSkippedDirectory(
  name: string,
  siblings: ReadonlySet<string>,
  children: () => ReadonlySet<string>,
): boolean {
  if (skippedDirectories.has(name) || name.endsWith(".egg-info") || name.endsWith(".dist-info")) return true;
  if (buildOutputs.some((output) => output.name === name && output.beside.some((file) => siblings.has(file)))) {
    // Maven and Gradle never write sources of a package called `build` or `target` there: a `src` below is a module.
    return !children().has("src");
  }
  // https://docs.python.org/3/library/venv.html: every virtual environment has this file.
  return children().has("pyvenv.cfg");
}

/** The rules of one `.gitignore`, and of those above it. */
export class IgnoreRules {
  readonly #directory: string;
  readonly #rules: Ignore;
  readonly #above: IgnoreRules | undefined;

  constructor(directory: string, text: string, above?: IgnoreRules) {
    this.#directory = directory;
    this.#rules = ignore({ ignorecase: false }).add(text);
    this.#above = above;
  }

  /** The nearest file that has an opinion decides. A directory's path ends with `/`. */
  ignores(path: string): boolean {
    const relative = this.#directory === "" ? path : path.slice(this.#directory.length + 1);
    const { ignored, unignored } = this.#rules.checkIgnore(relative);
    if (ignored) return true;
    if (unignored) return false;
    return this.#above?.ignores(path) ?? false;
  }
}
