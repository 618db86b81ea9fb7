import { expect, test } from "vitest";
import { GraphBuilder } from "../../src/model/graph-builder.ts";
import { edgeTexts } from "../../src/reports/graph-texts.ts";
import { formats, reports } from "../../src/reports/index.ts";
import { analysis, options, printed } from "./drawn-analysis.ts";

test("a check: its schema, every conflict whole, the statistics", () => {
  const given = analysis();
  expect(JSON.parse(printed("json", "check", given))).toEqual({
    schema: "depbraid/check@1",
    root: "shop",
    tool: { name: "depbraid", version: "0.1.0" },
    conflicts: given.conflicts,
    diagnostics: given.diagnostics,
    stats: given.stats,
  });
});

test("a graph: nodes with their attributes, edges in the contract's order of keys", () => {
  const text = printed("json", "graph", analysis({ diagnostics: [] }));
  expect(JSON.parse(text)).toEqual({
    schema: "depbraid/graph@1",
    root: "shop",
    tool: { name: "depbraid", version: "0.1.0" },
    nodes: [
      { id: "file:web/src/cart.ts", kind: "file", language: "typescript", scope: "main" },
      { id: "file:web/src/render.ts", kind: "file", language: "typescript", scope: "main" },
      { id: "pkg:npm/left-pad", kind: "package" },
    ],
    edges: [
      {
        from: "file:web/src/cart.ts",
        to: "file:web/src/render.ts",
        kind: "imports",
        specifier: "./render.js",
        line: 1,
        column: 24,
        names: ["render"],
        confidence: "exact",
      },
      {
        from: "file:web/src/cart.ts",
        to: "pkg:npm/left-pad",
        kind: "imports",
        specifier: "left-pad",
        line: 2,
        column: 17,
        names: ["default"],
        confidence: "exact",
        declaration: { package: "pkg:npm/left-pad", state: "undeclared" },
      },
    ],
    diagnostics: [],
  });
  expect(text).toContain(
    '{"from":"file:web/src/cart.ts","to":"file:web/src/render.ts","kind":"imports","specifier":"./render.js","line":1,"column":24,',
  );
});

test.each(["check", "graph"] as const)("ndjson of a %s: the same objects, a line each, with their types", (command) => {
  const given = analysis();
  const whole = JSON.parse(printed("json", command, given));
  const lines = printed("ndjson", command, given)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const { schema, root, tool } = whole;
  expect(lines[0]).toEqual({ type: "run", schema, root, tool });
  for (const [list, type] of [
    ["conflicts", "conflict"],
    ["nodes", "node"],
    ["edges", "edge"],
    ["diagnostics", "diagnostic"],
  ] as const) {
    const objects = lines.filter((line) => line.type === type);
    const expected: readonly object[] = whole[list] ?? [];
    expect(objects).toEqual(expected.map((each) => Object.assign({ type }, each)));
  }
  expect(lines.filter((line) => line.type === "stats").length).toBe(command === "check" ? 1 : 0);
});

test("hostile names are data", () => {
  const builder = new GraphBuilder();
  builder.node('file:a"\n\u2028\x1b__proto__', "file");
  builder.node("__proto__", "package");
  const { nodes } = JSON.parse(printed("json", "graph", analysis({ graph: builder.build() })));
  expect(nodes).toEqual([
    { id: 'file:a"\n\u2028\x1b__proto__', kind: "file" },
    { id: "__proto__", kind: "package" },
  ]);
});

test("a large graph never is one string, and never many small ones", () => {
  const builder = new GraphBuilder();
  for (let at = 0; at < 50_000; at++) builder.node(`file:station/sensor-${at}.py`, "file");
  for (let at = 0; at < 50_000; at++)
    builder.edge(at, (at * 7) % 50_000, "imports", { confidence: "exact", line: 1, column: 1 });
  const large = analysis({ graph: builder.build() });
  for (const format of formats.filter((each) => reports[each].graph !== undefined)) {
    const chunks = [...(reports[format].graph?.(large, options) ?? [])];
    expect(chunks.length).toBeGreaterThan(20);
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(80_000);
  }
});

test.each(formats)("%s is the same at every run", (format) => {
  expect(printed(format, "check", analysis())).toBe(printed(format, "check", analysis()));
  expect(printed(format, "graph", analysis())).toBe(printed(format, "graph", analysis()));
});

test("an edge's text is the edge as one object, with all that it may say", () => {
  const builder = new GraphBuilder();
  const from = builder.node('file:shop/"cart".py', "file", { language: "python", scope: "test" });
  const to = builder.node("pkg:pypi/prices", "package");
  const everything = {
    typeOnly: true,
    dynamic: true,
    optional: true,
    local: true,
    inactive: true,
    scope: "test",
    line: 7,
    column: 0,
  } as const;
  builder.edge(from, to, "imports", { confidence: "exact" });
  builder.edge(from, from, "imports", {
    ...everything,
    confidence: "inferred",
    specifier: "prix é",
    names: ["a", 'b"'],
  });
  builder.edge(to, from, "bridges", {
    confidence: "declared",
    mechanism: "entry-point",
    marker: "python_version<'3'",
    file: "setup.cfg",
  });
  for (const declared of [
    { package: "pkg:pypi/prices", state: "declared" },
    { package: "pkg:pypi/prices-core", state: "transitive" },
    { package: "pkg:pypi/prices", state: "undeclared", manifest: "shop/cart.py" },
  ] as const) {
    builder.edge(from, to, "imports", { confidence: "exact", via: "shop/prices.py", declaration: declared });
  }
  const graph = builder.build();
  expect([...edgeTexts(graph)].map((text) => `{${text}}`)).toEqual(
    Array.from({ length: graph.edgeCount }, (_, edge) => JSON.stringify(graph.edgeAt(edge))),
  );
});
