/** Which import statements resolve, against pyright, over whole trees: packages, tests, scripts. */
import type { PythonCache } from "../../corpus/python-cache.ts";
import { type Difference, drawTable, drawTally, percent, tally } from "../../tables.ts";
import type { MeasureOptions } from "../strand.ts";
import type { ObservedTree } from "./observed-tree.ts";
import { PyrightJudge } from "./pyright-differences.ts";
import { type PyrightVerdict, pythonVersion, runPyright } from "./pyright-run.ts";
import { type StatementAnswer, StatementAnswers } from "./statement-answer.ts";

export async function measurePyright(
  cache: PythonCache,
  trees: AsyncIterable<ObservedTree>,
  options: MeasureOptions,
): Promise<void> {
  const rows: (readonly string[])[] = [];
  const differences: Difference[] = [];
  for await (const observed of trees) {
    const { tree, graph, names } = observed;
    // pyright never looks at hidden files.
    const files = new Map([...observed.files].filter(([path]) => !/(?:^|\/)\./.test(path)));
    const { verdict, seconds } = runPyright(cache, observed, files);
    const judge = new PyrightJudge(observed, cache.standardLibraryStubs());
    const found: Difference[] = [];
    let statements = 0;
    let open = 0;
    for (const [path, { imports }] of files) {
      const answers = new StatementAnswers(graph, path, names);
      for (const statement of imports) {
        statements++;
        const theirs = verdict(path, statement);
        if (theirs !== "resolved") open++;
        const ours = answers.of(statement);
        if (agrees(ours, theirs)) continue;
        const where = `${path}:${statement.line} \`${statement.module}\``;
        found.push({
          side: ours.verdict === "outside" ? "pyright" : "depbraid",
          kind: judge.kindOf(path, statement, ours),
          example: `${where} depbraid: ${ours.end} ${ours.edge?.confidence ?? ""}, pyright: ${theirs}`,
        });
      }
    }
    differences.push(...found);
    const unexplained = found.filter(({ kind }) => kind === undefined).length;
    rows.push([
      tree.name,
      ...[files.size, statements, open, statements - found.length, found.length].map(String),
      percent(statements - found.length, statements),
      String(unexplained),
      seconds.toFixed(0),
    ]);
  }
  options.print(`### Resolved and unresolved: pyright ${cache.nodeVersion("pyright")}, Python ${pythonVersion}\n`);
  const head = ["tree", "files", "import statements", "not resolved by pyright", "agreed", "differing", "agreement"];
  drawTable([...head, "differing, unexplained", "pyright s"], rows, options.print);
  drawTally(tally(differences), options);
}

/**
 * Where pyright finds a stub and no source, depbraid reaches the stub, or what the module is compiled from, or says which
 * distribution has it.
 */
function agrees({ verdict }: StatementAnswer, theirs: PyrightVerdict): boolean {
  if (theirs === "source-missing") return verdict !== "resolved";
  return theirs === "resolved" ? verdict !== "outside" : verdict === "outside";
}
