/** Every specifier against the live oxc-resolver: of the pinned repositories, and over oxc-resolver's own fixture trees. */
import { join } from "node:path";
import type { Repository } from "../../corpus/corpus.ts";
import type { JavaScriptCache } from "../../corpus/javascript-cache.ts";
import type { MeasureOptions } from "../strand.ts";
import { type Asked, compare, drawScores, type TreeScore } from "./comparison.ts";
import { observe, type ObservedTree } from "./observed-tree.ts";
import { Oxc } from "./oxc-api.ts";
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
  const source = samples.find(({ repository }) => repository === "oxc-project/oxc-resolver");
  if (source !== undefined && options.trees === undefined) {
    const fixtures = await observe(prepareFixtures(cache, source), cache.load<TypeScript>("typescript"));
    scores.push(compare("oxc-resolver", fixtures, ask(fixtures, oxc)));
  }
  for await (const observed of trees) scores.push(compare("oxc-resolver", observed, ask(observed, oxc)));
  options.print(`### Every specifier: oxc-resolver ${cache.version("oxc-resolver")}\n`);
  drawScores(scores, "oxc-resolver", options);
}

function ask(observed: ObservedTree, oxc: Oxc): readonly Asked[] {
  return observed.statements.map((statement) => {
    const { path, error } = oxc.resolve(join(observed.root, statement.path), statement);
    // It keeps queries and fragments on the path.
    const reached = path?.replace(/[?#][^/]*$/, "");
    return { statement, answer: reached === undefined ? undefined : observed.source(reached), error };
  });
}
