/** Every specifier against the live oxc-resolver: of the pinned repositories, and over oxc-resolver's own fixture trees. */
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Repository } from "../../corpus/corpus.ts";
import type { JavaScriptCache } from "../../corpus/javascript-cache.ts";
import type { MeasureOptions } from "../strand.ts";
import { type Asked, compare, drawScores, type TreeScore } from "./comparison.ts";
import { observe, type ObservedTree, type Statement } from "./observed-tree.ts";
import { Oxc, type OxcAnswer, refusedFor } from "./oxc-api.ts";
import { prepareFixtures } from "./oxc-fixtures.ts";
import type { TypeScript } from "./typescript-api.ts";

export async function measureOxc(
  cache: JavaScriptCache,
  trees: AsyncIterable<ObservedTree>,
  samples: readonly Repository[],
  options: MeasureOptions,
): Promise<void> {
  const oxc = new Oxc(cache);
  const scores: TreeScore[] = [];
  const again: Again = new Map();
  const source = samples.find(({ repository }) => repository === "oxc-project/oxc-resolver");
  if (source !== undefined && options.trees === undefined) {
    const fixtures = await observe(prepareFixtures(cache, source), cache.load<TypeScript>("typescript"));
    scores.push(compare("oxc-resolver", fixtures, ask(fixtures, oxc, again)));
  }
  for await (const observed of trees) scores.push(compare("oxc-resolver", observed, ask(observed, oxc, again)));
  options.print(`### Every specifier: oxc-resolver ${cache.version("oxc-resolver")}\n`);
  drawScores(scores, "oxc-resolver", options);
  const refused = [...again].map(([name, count]) => `${count} for a broken ${name}`);
  options.print(`\nRefused by oxc-resolver and asked once more: ${refused.join(", ") || "none"}.`);
}

function ask(observed: ObservedTree, oxc: Oxc, again: Again): readonly Asked[] {
  return observed.statements.map((statement) => {
    const { path } = answer(join(observed.root, statement.path), statement, oxc, again);
    // It keeps queries and fragments on the path.
    const reached = path?.replace(/[?#][^/]*$/, "");
    return { statement, answer: reached === undefined ? undefined : observed.source(reached) };
  });
}

/** How many statements it refused for a broken file, by the kind of file. */
type Again = Map<string, number>;

/**
 * What it refuses for a broken file is asked once more: without tsconfig.json of itself, and of Node, which reads no package.json
 * to find a file by its path.
 */
function answer(file: string, statement: Statement, oxc: Oxc, again: Again): OxcAnswer {
  const first = oxc.resolve(file, statement);
  const refused = first.error === undefined ? undefined : refusedFor(first.error);
  if (refused === undefined) return first;
  again.set(refused, (again.get(refused) ?? 0) + 1);
  if (refused === "tsconfig.json") return oxc.resolve(file, statement, "none");
  try {
    return { path: createRequire(file).resolve(statement.specifier) };
  } catch {
    return first;
  }
}
