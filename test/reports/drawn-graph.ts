/** A bakery and its web shop as drawings get them: two projects, a file of none, a script, a class and a bridge. */
import { GraphBuilder } from "../../src/model/graph-builder.ts";
import type { Graph } from "../../src/model/graph.ts";

export function bakery(): Graph {
  const builder = new GraphBuilder();
  const web = builder.node("project:web/package.json", "project", { version: "1.0.0" });
  const oven = builder.node("project:oven/pyproject.toml", "project");
  const cart = builder.node("file:web/src/cart.ts", "file", { language: "typescript", scope: "main" });
  const till = builder.node("file:web/src/till.ts", "file", { language: "typescript", scope: "main" });
  const heat = builder.node("file:oven/heat.py", "file", { language: "python", scope: "main" });
  const loose = builder.node("file:tools.py", "file", { language: "python", scope: "main" });
  const pad = builder.node("pkg:npm/%40acme/pad", "package");
  const build = builder.node("script:web/package.json#build", "script");
  const clock = builder.node("class:bakery.Clock", "class");
  for (const file of [cart, till]) builder.edge(web, file, "contains", { confidence: "declared" });
  builder.edge(oven, heat, "contains", { confidence: "declared" });
  builder.edge(web, pad, "declares", { confidence: "declared", range: "^1 & <2", file: "web/package.json", line: 4 });
  builder.edge(cart, till, "imports", { confidence: "exact", specifier: "./till.js", line: 1, column: 8 });
  builder.edge(cart, till, "imports", {
    confidence: "exact",
    specifier: "./till.js",
    line: 9,
    column: 8,
    dynamic: true,
  });
  builder.edge(cart, pad, "imports", { confidence: "exact", specifier: "@acme/pad", line: 2, column: 17 });
  builder.edge(till, pad, "imports", { confidence: "exact", specifier: "@acme/pad", line: 1, column: 17 });
  builder.edge(heat, cart, "bridges", {
    confidence: "inferred",
    mechanism: "process",
    specifier: "node",
    line: 5,
    column: 1,
  });
  builder.edge(loose, heat, "imports", { confidence: "exact", specifier: "oven.heat", line: 1, column: 6 });
  builder.edge(loose, build, "bridges", { confidence: "declared", mechanism: "process", line: 3, column: 1 });
  builder.edge(loose, clock, "bridges", { confidence: "declared", mechanism: "jpype", line: 4, column: 1 });
  builder.edge(clock, heat, "defined-in", { confidence: "declared" });
  return builder.build();
}
