/** Which import statements resolve, against pyright, over whole trees: packages, tests, scripts. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { analyze } from "../../../src/index.ts";
import type { PythonTree } from "../../corpus/corpus.ts";
import type { PythonCache } from "../../corpus/python-cache.ts";
import type { MeasureOptions } from "../strand.ts";
import { type Difference, drawTable, drawTally, percent, tally } from "../../tables.ts";
import { ModuleNames } from "./module-names.ts";
import { pythonVersion, runPyright } from "./pyright-run.ts";
import { readByCpython, type Statement } from "./referee.ts";
import { type StatementAnswer, StatementAnswers } from "./statement-answer.ts";

export async function measurePyright(
  cache: PythonCache,
  trees: readonly PythonTree[],
  options: MeasureOptions,
): Promise<void> {
  const rows: (readonly string[])[] = [];
  const differences: Difference[] = [];
  for (const tree of trees) {
    const root = cache.tree(tree);
    const { files } = readByCpython(cache, root, [""]);
    const { unresolved, seconds } = runPyright(cache, root, tree, files);
    const { graph } = await analyze({ root, only: ["import/unresolved"] });
    const judge = new Judge(tree, root, cache.standardLibraryStubs());
    const names = new ModuleNames(tree.roots);
    const found: Difference[] = [];
    let statements = 0;
    let open = 0;
    for (const [path, { imports }] of files) {
      const answers = new StatementAnswers(graph, path, names);
      for (const statement of imports) {
        statements++;
        const theirs = !unresolved.has(`${path}:${statement.line} ${statement.module}`);
        if (!theirs) open++;
        const ours = answers.of(statement);
        if (ours.resolved === theirs) continue;
        const where = `${path}:${statement.line} \`${statement.module}\``;
        found.push({
          side: ours.resolved ? "ours" : "theirs",
          kind: judge.kindOf(path, statement, ours),
          example: `${where} depbraid: ${ours.end}, pyright: ${theirs ? "resolved" : "unresolved"}`,
        });
      }
    }
    differences.push(...found);
    const unexplained = found.filter(({ kind }) => kind.startsWith("unexplained")).length;
    rows.push([
      tree.name,
      String(files.size),
      ...[statements, open, statements - found.length, found.length].map(String),
      percent(statements - found.length, statements),
      String(unexplained),
      percent(statements - unexplained, statements),
      seconds.toFixed(0),
    ]);
  }
  options.print(`### Resolved and unresolved: pyright ${cache.nodeVersion("pyright")}, Python ${pythonVersion}\n`);
  const head = ["tree", "files", "import statements", "unresolved by pyright", "agreed", "differing", "agreement"];
  drawTable([...head, "unexplained", "agreement but for explained ones", "pyright s"], rows, options.print);
  drawTally(tally(differences), options);
}

/** Says of each difference which rule it comes from. */
class Judge {
  readonly #tree: PythonTree;
  readonly #root: string;
  /** Modules of the standard library that the Python at hand has not, by the stubs' own list. */
  readonly #ofOtherPythons: readonly string[];

  constructor(tree: PythonTree, root: string, stubs: string) {
    this.#tree = tree;
    this.#root = root;
    this.#ofOtherPythons = modulesOfOtherPythons(readFileSync(join(stubs, "stdlib", "VERSIONS"), "utf8"));
  }

  kindOf(path: string, { module }: Statement, { resolved, end }: StatementAnswer): string {
    const [first = ""] = module.split(".");
    if (resolved && end.startsWith("builtin:")) {
      if (this.#ofOtherPythons.some((each) => module === each || module.startsWith(`${each}.`))) return otherPythonKind;
    }
    if (!resolved && first === "typing_extensions") return typingExtensionsKind;
    if (!resolved && first !== "" && this.#isAbove(path, first)) return localKind;
    const own = first === "" || this.#tree.packages.includes(first);
    return `unexplained: ${own ? "its own module" : "a module from elsewhere"}, ${end.split(":")[0] ?? end}`;
  }

  /** Whether a directory at or above a file, below the root of the tree, has a module of a name. */
  #isAbove(path: string, name: string): boolean {
    for (let at = dirname(path); ; at = dirname(at)) {
      const place = join(this.#root, at, name);
      if (existsSync(place) || existsSync(`${place}.py`)) return true;
      if (at === ".") return false;
    }
  }
}

const otherPythonKind = `of the standard library of another Python than ${pythonVersion}: depbraid goes by what the project allows`;
const typingExtensionsKind = "`typing_extensions`, a distribution: its stub stands among those of the standard library";
const localKind = "pyright's last resort, the directories of the importer and above it: they are on nobody's path";

/** Lines like `distutils: 3.0-3.11` and `tomllib: 3.11-`. */
function modulesOfOtherPythons(versions: string): readonly string[] {
  const minor = Number(pythonVersion.split(".")[1]);
  return [...versions.matchAll(/^([\w.]+): 3\.(\d+)-(?:3\.(\d+))?/gm)]
    .filter(([, , from = "0", to = "99"]) => minor < Number(from) || minor > Number(to))
    .map(([, module = ""]) => module);
}
