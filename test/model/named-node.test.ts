import { expect, test } from "vitest";
import { GraphBuilder } from "../../src/model/graph-builder.ts";
import { namedNode } from "../../src/model/named-node.ts";

const builder = new GraphBuilder();
for (const [id, kind] of [
  ["file:web/src/cart.ts", "file"],
  ["file:stock/setup.py", "file"],
  ["project:stock/setup.py", "project"],
  ["pkg:npm/%40acme/pad", "package"],
  ["pkg:npm/yaml", "package"],
  ["pkg:pypi/yaml", "package"],
  ["pkg:maven/org.bread/rye", "package"],
  ["pkg:npm/react@18.2.0", "version"],
  ["pkg:npm/odd@100%", "version"],
  ["builtin:node/fs", "builtin"],
  ["class:org.bread.Oven", "class"],
] as const) {
  builder.node(id, kind);
}
const graph = builder.build();

test.each([
  ["file:web/src/cart.ts", "file:web/src/cart.ts"],
  ["web/src/cart.ts", "file:web/src/cart.ts"],
  ["./web/src/cart.ts", "file:web/src/cart.ts"],
  ["web\\src\\cart.ts", "file:web/src/cart.ts"],
  ["@acme/pad", "pkg:npm/%40acme/pad"],
  ["org.bread:rye", "pkg:maven/org.bread/rye"],
  ["org.bread/rye", "pkg:maven/org.bread/rye"],
  ["react@18.2.0", "pkg:npm/react@18.2.0"],
  ["odd@100%", "pkg:npm/odd@100%"],
  ["fs", "builtin:node/fs"],
  ["node/fs", "builtin:node/fs"],
  ["org.bread.Oven", "class:org.bread.Oven"],
])("%s is %s", (typed, id) => {
  expect(namedNode(graph, typed)).toEqual({ kind: "found", id });
});

test.each([
  ["stock/setup.py", { kind: "ambiguous", ids: ["file:stock/setup.py", "project:stock/setup.py"] }],
  ["yaml", { kind: "ambiguous", ids: ["pkg:npm/yaml", "pkg:pypi/yaml"] }],
  ["web/src/crat.ts", { kind: "unknown", near: "web/src/cart.ts" }],
  ["file:web/src/card.ts", { kind: "unknown", near: "file:web/src/cart.ts" }],
  ["shop/deep/down/cart.ts", { kind: "unknown", near: "file:web/src/cart.ts" }],
  ["cart.ts", { kind: "unknown", near: "file:web/src/cart.ts" }],
  ["nothing like it", { kind: "unknown" }],
  ["", { kind: "unknown" }],
])("%j is not one node", (typed, expected) => {
  expect(namedNode(graph, typed)).toEqual(expected);
});
