/** What a measurement of JavaScript needs: pinned tools in `bench/.cache`, checkouts of pinned commits where the user has them. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JavaScriptCorpus, Repository } from "./corpus.ts";
import { installNodeTool, once } from "./pinned.ts";

const cache = fileURLToPath(new URL("../.cache/javascript/", import.meta.url));

export class JavaScriptCache {
  readonly #corpus: JavaScriptCorpus;
  readonly #checkouts: string | undefined;

  /** @param checkouts a directory with checkouts or bare clones, each named `owner+name` */
  constructor(corpus: JavaScriptCorpus, checkouts: string | undefined) {
    this.#corpus = corpus;
    this.#checkouts = checkouts;
  }

  /** The module of a tool that is published to npm. The caller says what shape it has. */
  load<Api>(name: string): Api {
    return createRequire(join(this.tool(name), "..", "package.json"))(name);
  }

  /** The directory of installed packages in which a tool stands with what it needs, and with other tools that it looks for. */
  tool(name: string, ...beside: readonly string[]): string {
    const tool = this.#corpus.nodeTools[name];
    if (tool === undefined) throw new Error(`bench/corpus.json pins no ${name}`);
    const directory = join(cache, "node", name);
    // Programs for this machine are optional dependencies of what is published for all.
    const others = beside.map((each) => `${each}@${this.version(each)}`);
    once(directory, [tool, others], () => installNodeTool(directory, name, tool, others));
    return join(directory, "node_modules");
  }

  version(name: string): string {
    return this.#corpus.nodeTools[name]?.version ?? "";
  }

  /** The files of a pinned commit, out of git: whatever else lies in the checkout is no part of it. */
  checkout({ repository, commit, directory: part = "" }: Repository & { readonly directory?: string }): string {
    const directory = join(cache, "trees", repository.replace("/", "+"));
    once(directory, [commit, part], () => {
      const clone = this.#clone(repository);
      mkdirSync(directory, { recursive: true });
      const archive = execFileSync("git", [...clone, "archive", "--format=tar", `${commit}:${part}`], {
        maxBuffer: 1 << 30,
      });
      execFileSync("tar", ["-x", "-C", directory], { input: archive });
    });
    return directory;
  }

  /** An own place for a tree as it is after an installation and a build. */
  prepared(name: string): string {
    return join(cache, "prepared", name);
  }

  #clone(repository: string): readonly string[] {
    const named = join(this.#checkouts ?? ".", repository.replace("/", "+"));
    if (this.#checkouts === undefined) throw new Error(`--trees DIR with a clone ${named} is needed`);
    const found = [join(named, ".git"), join(named, "repo"), named].find((each) => existsSync(join(each, "HEAD")));
    if (found === undefined) throw new Error(`no clone of ${repository} in ${named}`);
    return ["--git-dir", found];
  }
}
