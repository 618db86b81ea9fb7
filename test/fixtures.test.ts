/** Every repository under `fixtures/` gives the edges and conflicts that stand drawn beside it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { analyze } from "../src/analyze.ts";
import type { Edge } from "../src/model/graph-types.ts";

interface Expected {
  /** `imports collector/a.py:3 .b -> file:collector/b.py`, of the kinds that source code makes, sorted. */
  readonly edges: readonly string[];
  /** `error import/unresolved web/a.ts:3:1 ./gone`, in order of the report. */
  readonly conflicts: readonly string[];
  readonly diagnostics: readonly string[];
}

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const cases = readdirSync(fixtures).flatMap((theme) =>
  readdirSync(`${fixtures}${theme}`)
    // Others hold files of one kind, for the tests of what reads them.
    .filter((name) => existsSync(`${fixtures}${theme}/${name}/repo`))
    .map((name): [string] => [`${theme}/${name}`]),
);

test.each(cases)("%s", async (name) => {
  const { graph, conflicts, diagnostics } = await analyze({ root: `${fixtures}${name}/repo` });
  const edges: string[] = [];
  for (let at = 0; at < graph.edgeCount; at++) edges.push(...draw(graph.edgeAt(at)));
  const found: Expected = {
    edges: edges.toSorted(),
    conflicts: conflicts.map(
      ({ severity, code, file, line, column, subject }) => `${severity} ${code} ${file}:${line}:${column} ${subject}`,
    ),
    diagnostics: diagnostics.map(({ code, file, line, message }) => `${code} ${file}:${line} ${message}`),
  };
  const expected: Expected = JSON.parse(readFileSync(`${fixtures}${name}/expected.json`, "utf8"));
  expect(found).toEqual(expected);
});

function draw({ kind, from, to, line = 0, specifier = "", typeOnly, local, confidence }: Edge): string[] {
  if (!["imports", "references", "bridges"].includes(kind)) return [];
  const flags = `${typeOnly === true ? " [typeOnly]" : ""}${local === true ? " [local]" : ""}`;
  return [
    `${kind} ${from.replace("file:", "")}:${line} ${specifier} -> ${to}${flags}${confidence === "exact" ? "" : ` ~${confidence}`}`,
  ];
}
