import { expect, test } from "vitest";
import { affectedBy } from "../../src/model/affected.ts";
import { reports } from "../../src/reports/index.ts";
import { analysis, options } from "./drawn-analysis.ts";
import { bakery } from "./drawn-graph.ts";

function affected(format: "text" | "json" | "ndjson", paths: readonly string[], since?: string): string {
  const given = analysis({ graph: bakery(), diagnostics: [] });
  const run = { analysis: given, affected: affectedBy(given.graph, paths), since };
  return [...(reports[format].affected?.(run, options) ?? [])].join("");
}

test("files by project, what changed marked, what is unknown named", () => {
  expect(affected("text", ["oven/heat.py", "README.md"])).toBe(`oven/pyproject.toml  1 file
  oven/heat.py  changed

outside any project  1 file
  tools.py

beside files
  class:bakery.Clock

changed, but nothing in the graph stands for it
  README.md

2 changed files affect 2 files in 1 project · 0.41 s
`);
  expect(affected("text", ["web/package.json"])).toContain("web/package.json  2 files, its manifest or lock changed\n");
});

test("as JSON, and a line each", () => {
  const report = JSON.parse(affected("json", ["web/src/till.ts"], "main"));
  expect(report).toEqual({
    schema: "depbraid/affected@1",
    root: "shop",
    tool: { name: "depbraid", version: "0.1.0" },
    since: "main",
    changed: [{ file: "web/src/till.ts", nodes: ["file:web/src/till.ts"] }],
    affected: [
      { id: "project:web/package.json", changed: false },
      { id: "project:oven/pyproject.toml", changed: false },
      { id: "file:web/src/cart.ts", changed: false, project: "project:web/package.json" },
      { id: "file:web/src/till.ts", changed: true, project: "project:web/package.json" },
      { id: "file:oven/heat.py", changed: false, project: "project:oven/pyproject.toml" },
      { id: "file:tools.py", changed: false },
      { id: "class:bakery.Clock", changed: false },
    ],
    diagnostics: [],
  });
  const { schema, root, tool, since, changed, affected: nodes } = report;
  const lines = affected("ndjson", ["web/src/till.ts"], "main").trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { type: "run", schema, root, tool, since },
    ...changed.map((each: object) => Object.assign({ type: "changed" }, each)),
    ...nodes.map((each: object) => Object.assign({ type: "affected" }, each)),
  ]);
  expect(JSON.parse(affected("json", []))).toMatchObject({ changed: [], affected: [] });
});
