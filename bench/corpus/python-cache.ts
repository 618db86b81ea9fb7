/** What a measurement of Python needs, made once in `bench/.cache`: pinned sources and pinned tools. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PythonCorpus, PythonTree } from "./corpus.ts";
import { installNodeTool, once } from "./pinned.ts";

const cache = fileURLToPath(new URL("../.cache/python/", import.meta.url));
const peers = fileURLToPath(new URL("../peers/", import.meta.url));

export class PythonCache {
  readonly #corpus: PythonCorpus;
  readonly #python: string;

  /** `python` is the interpreter that the tools are installed for: 3.11 or later. */
  constructor(corpus: PythonCorpus, python: string) {
    this.#corpus = corpus;
    this.#python = python;
  }

  /** The directory of a tree, downloaded and unpacked when it is not there yet. */
  tree(tree: PythonTree): string {
    const directory = join(cache, "trees", tree.name);
    const alone = tree.distributions.length === 1;
    once(directory, tree.distributions, () => {
      const distributions = tree.distributions.map((each) => ({
        ...each,
        directory: alone ? directory : join(directory, each.name),
      }));
      this.run("fetch_sdists.py", { downloads: join(cache, "downloads"), distributions });
    });
    return directory;
  }

  /** An environment with the tools. */
  tools(): string {
    const directory = join(cache, "tools");
    once(directory, this.#corpus.tools, () => {
      execFileSync(this.#python, ["-m", "venv", directory], { stdio: "inherit" });
      const wanted = Object.entries(this.#corpus.tools).map(([name, version]) => `${name}==${version}`);
      const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...wanted];
      execFileSync(join(directory, "bin", "python"), install, { stdio: "inherit" });
    });
    return directory;
  }

  /** The interpreter of an environment in which nothing is installed. */
  bareInterpreter(): string {
    const directory = join(cache, "bare");
    once(directory, "bare", () => {
      execFileSync(this.#python, ["-m", "venv", "--without-pip", directory], { stdio: "inherit" });
    });
    return join(directory, "bin", "python");
  }

  /** The directory of a tool that is published to npm. */
  nodeTool(name: string): string {
    const tool = this.#corpus.nodeTools[name];
    if (tool === undefined) throw new Error(`bench/corpus.json pins no ${name}`);
    const directory = join(cache, "node", name);
    once(directory, tool, () => installNodeTool(directory, name, tool));
    return join(directory, "node_modules", name);
  }

  /** An empty directory. */
  scratch(name: string): string {
    const directory = join(cache, name);
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    return directory;
  }

  toolVersion(name: string): string {
    return this.#corpus.tools[name] ?? "";
  }

  /** The Python files of all trees' packages in one directory, as an environment's `site-packages` has them. */
  packages(): string {
    const directory = join(cache, "packages");
    once(directory, this.#corpus.trees, () => {
      // Namespace packages of several distributions lie in several roots.
      for (const tree of this.#corpus.trees.filter(({ distributions }) => distributions.length === 1)) {
        const root = this.tree(tree);
        for (const path of packageDirectories(root, tree)) {
          const from = join(root, path);
          cpSync(from, join(directory, basename(path)), { recursive: true, filter: isPythonOrDirectory });
        }
      }
    });
    return directory;
  }

  nodeVersion(name: string): string {
    return this.#corpus.nodeTools[name]?.version ?? "";
  }

  /** Stubs of the standard library alone, as pyright carries them. */
  standardLibraryStubs(): string {
    const directory = join(cache, "typeshed");
    once(directory, this.#corpus.nodeTools["pyright"], () => {
      const stubs = join(this.nodeTool("pyright"), "dist", "typeshed-fallback", "stdlib");
      cpSync(stubs, join(directory, "stdlib"), { recursive: true });
    });
    return directory;
  }

  /** Runs one of the little programs in `bench/peers`, JSON to JSON. */
  run<Answer>(program: string, order: unknown): Answer {
    const output = execFileSync(join(this.tools(), "bin", "python"), [join(peers, program)], {
      input: JSON.stringify(order),
      encoding: "utf8",
      maxBuffer: 1 << 30,
      stdio: ["pipe", "pipe", "inherit"],
    });
    return JSON.parse(output);
  }
}

function isPythonOrDirectory(path: string): boolean {
  return /\.pyi?$/.test(path) || statSync(path).isDirectory();
}

/** Where a tree has its packages; a namespace package has a directory in several roots. */
export function packageDirectories(root: string, tree: PythonTree): readonly string[] {
  return tree.roots
    .flatMap((each) => tree.packages.map((name) => (each === "" ? name : `${each}/${name}`)))
    .filter((path) => existsSync(join(root, path)));
}
