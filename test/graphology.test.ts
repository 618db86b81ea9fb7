import { expect, test } from "vitest";
import { analyze } from "../src/analyze.ts";
import { memoryFileSystem } from "../src/files/file-system.ts";

test("the graphology view has every node and edge with its attributes", async () => {
  const { graph, toGraphology } = await analyze({
    fileSystem: memoryFileSystem({
      "library/package.json": '{ "name": "library", "version": "1.0.0" }',
      "library/desk.ts": 'import { shelf } from "./shelf.js";\nimport type { Card } from "./shelf.js";\n',
      "library/shelf.ts": "export const shelf = 1;\n",
    }),
  });
  const copy = toGraphology();
  expect([copy.order, copy.size]).toEqual([graph.nodeCount, graph.edgeCount]);
  expect(copy.getNodeAttributes("file:library/desk.ts")).toEqual({
    kind: "file",
    language: "typescript",
    scope: "main",
  });
  const between = copy.directedEdges("file:library/desk.ts", "file:library/shelf.ts");
  const attributes = between.map((edge) => copy.getEdgeAttributes(edge));
  expect(attributes.toSorted((a, b) => a["line"] - b["line"])).toEqual([
    expect.objectContaining({
      kind: "imports",
      specifier: "./shelf.js",
      line: 1,
      names: ["shelf"],
      confidence: "exact",
    }),
    expect.objectContaining({ kind: "imports", specifier: "./shelf.js", line: 2, names: ["Card"], typeOnly: true }),
  ]);
});
