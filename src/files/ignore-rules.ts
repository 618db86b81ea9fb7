/**
 * Which paths a repository keeps: git's ignore rules, nested and negated, and directories that hold no source of the
 * repository whatever git says (installed packages, virtual environments, build outputs).
 * @see https://git-scm.com/docs/gitignore
 */
import type { Ignore } from "ignore";
import { ignoreLibrary } from "./late-libraries.ts";

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

/** What a virtual environment consists of, where a project lies within its own. */
const environmentParts: ReadonlySet<string> = new Set(["bin", "include", "lib", "lib64", "Include", "Lib", "Scripts"]);

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
  if (environmentParts.has(name) && siblings.has("pyvenv.cfg")) return true;
  return children().has("pyvenv.cfg");
}

/** One pattern: its place in the file decides between several, and whether it takes paths out or puts them back. */
interface Rule {
  readonly order: number;
  readonly ignores: boolean;
  readonly directoriesOnly: boolean;
}

/** What makes a pattern more than a name or a path. A space at the end may be escaped, an exclamation mark may be a name's. */
const wildcards = /[*?[\\]|\s$|^!/;
const plainEnding = /^\*(\.[^*?[\\/.\s]+)$/;

/**
 * The rules of one `.gitignore`, and of those above it.
 *
 * Most patterns are a plain name (`target/`), a plain path (`/docs/out`) or an ending (`*.pyc`): those are looked up, and
 * only the rest go through the library's regular expressions.
 * Measured on 3,000 files under 170 patterns: 100 ms with the library alone, 33 ms so.
 */
export class IgnoreRules {
  readonly #directory: string;
  readonly #above: IgnoreRules | undefined;
  /** By base name, by path from the directory, and by what follows the last dot of a name. */
  readonly #names = new Map<string, Rule[]>();
  readonly #paths = new Map<string, Rule[]>();
  readonly #endings = new Map<string, Rule[]>();
  /** All patterns with wildcards in their order, each marked with it. */
  #globs: Ignore | undefined;
  readonly #text: string;
  /** All patterns by the library, made when first needed. */
  #whole: Ignore | undefined;

  constructor(directory: string, text: string, above?: IgnoreRules) {
    this.#directory = directory;
    this.#above = above;
    this.#text = text;
    const lines = text.split(/\r?\n/);
    // The library does not say which pattern puts a path back: with wildcards in one of those, it decides alone.
    const alone = lines.some((line) => line.startsWith("!") && wildcards.test(line.slice(1)));
    lines.forEach((line, order) => {
      if (line === "" || line.startsWith("#")) return;
      if (alone) this.#addGlob(line, order);
      else this.#add(line, order);
    });
  }

  /**
   * Whether the nearest rule with an opinion takes this path out. Says nothing of the directories above it: whoever asks
   * has asked for those before.
   */
  ignores(path: string, kind: "file" | "directory"): boolean {
    const rule = this.#match(this.#directory === "" ? path : path.slice(this.#directory.length + 1), kind);
    return rule?.ignores ?? this.#above?.ignores(path, kind) ?? false;
  }

  #addGlob(line: string, order: number): void {
    this.#globs ??= ignoreLibrary()({ ignorecase: false });
    this.#globs.add({ pattern: line, mark: String(order) });
  }

  #add(line: string, order: number): void {
    const ignores = !line.startsWith("!");
    const pattern = ignores ? line : line.slice(1);
    const directoriesOnly = pattern.endsWith("/");
    // A leading double star says what a name without a slash says anyway: anywhere below.
    const body = (directoriesOnly ? pattern.slice(0, -1) : pattern).replace(/^\*\*\/(?=[^/]+$)/, "");
    const rule: Rule = { order, ignores, directoriesOnly };
    const ending = plainEnding.exec(body)?.[1];
    if (ending !== undefined) push(this.#endings, ending, rule);
    else if (wildcards.test(body)) this.#addGlob(line, order);
    else if (body.includes("/")) push(this.#paths, body.startsWith("/") ? body.slice(1) : body, rule);
    else push(this.#names, body, rule);
  }

  #match(path: string, kind: "file" | "directory"): Rule | undefined {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const dot = name.lastIndexOf(".");
    let best = later(undefined, this.#names.get(name), kind);
    best = later(best, this.#paths.get(path), kind);
    if (dot >= 0) best = later(best, this.#endings.get(name.slice(dot)), kind);
    const globs = this.#globs;
    if (globs === undefined) return best;
    const { ignored, unignored, rule } = globs.test(kind === "directory" ? `${path}/` : path);
    const order = Number(rule?.mark ?? 0);
    // The library finds a path ignored when a directory above it is. Whoever asks here knows that none is: some other
    // pattern put that directory back, so all patterns together must answer.
    const slash = path.lastIndexOf("/");
    if (ignored && slash > 0 && globs.test(path.slice(0, slash + 1)).ignored) return this.#ask(path, kind);
    if ((!ignored && !unignored) || (best !== undefined && order < best.order)) return best;
    return { order, ignores: ignored, directoriesOnly: false };
  }

  #ask(path: string, kind: "file" | "directory"): Rule | undefined {
    this.#whole ??= ignoreLibrary()({ ignorecase: false }).add(this.#text);
    const { ignored, unignored } = this.#whole.test(kind === "directory" ? `${path}/` : path);
    return ignored || unignored ? { order: 0, ignores: ignored, directoriesOnly: false } : undefined;
  }
}

function push(index: Map<string, Rule[]>, key: string, rule: Rule): void {
  const rules = index.get(key);
  if (rules === undefined) index.set(key, [rule]);
  else rules.push(rule);
}

function applies(rule: Rule, kind: "file" | "directory"): boolean {
  return kind === "directory" || !rule.directoriesOnly;
}

/** The last of the rules that apply. */
function later(
  best: Rule | undefined,
  rules: readonly Rule[] | undefined,
  kind: "file" | "directory",
): Rule | undefined {
  for (const rule of rules ?? []) {
    if (applies(rule, kind) && (best === undefined || rule.order > best.order)) best = rule;
  }
  return best;
}
