import { expect, test } from "vitest";
import { affectedBy } from "../../src/model/affected.ts";
import { GraphBuilder } from "../../src/model/graph-builder.ts";
import type { Graph } from "../../src/model/graph.ts";

/** A shop in web/, whose build a tool of stock/ starts; stock/ uses what web/ publishes. */
function shop(): Graph {
  const builder = new GraphBuilder();
  const web = builder.node("project:web/package.json", "project");
  const stock = builder.node("project:stock/pyproject.toml", "project");
  const ui = builder.node("pkg:npm/ui", "package");
  const react = builder.node("pkg:npm/react@18.2.0", "version");
  const cart = builder.node("file:web/src/cart.ts", "file");
  const till = builder.node("file:web/src/till.ts", "file");
  const shelf = builder.node("file:stock/shelf.py", "file");
  const page = builder.node("file:page/show.ts", "file");
  const build = builder.node("script:web/package.json#build", "script");
  const where = { confidence: "declared" } as const;
  builder.edge(web, ui, "provides", { ...where, file: "web/package.json" });
  builder.edge(web, react, "locks", { ...where, file: "package-lock.json", line: 9 });
  builder.edge(web, cart, "contains", where);
  builder.edge(web, till, "contains", where);
  builder.edge(stock, shelf, "contains", where);
  builder.edge(cart, till, "imports", { confidence: "exact", line: 1 });
  builder.edge(page, ui, "imports", { confidence: "exact", line: 1 });
  builder.edge(shelf, build, "bridges", { confidence: "declared", mechanism: "process", line: 2 });
  builder.edge(cart, builder.node("unresolved:javascript/web/src/pay", "unresolved"), "imports", {
    confidence: "exact",
    line: 2,
  });
  builder.edge(cart, builder.node("unresolved:javascript/web/src/icons", "unresolved"), "imports", {
    confidence: "exact",
    line: 3,
  });
  builder.edge(shelf, builder.node("unresolved:python/stock.book", "unresolved"), "imports", {
    confidence: "exact",
    line: 3,
  });
  return builder.build();
}

const graph = shop();

test.each([
  ["web/src/till.ts", ["file:web/src/till.ts"], "project:web/package.json file:web/src/cart.ts file:web/src/till.ts*"],
  ["page/show.ts", ["file:page/show.ts"], "file:page/show.ts*"],
  // A manifest: the project whole, who uses what it publishes, and who starts its scripts.
  [
    "web/package.json",
    ["project:web/package.json", "script:web/package.json#build"],
    "project:web/package.json* project:stock/pyproject.toml pkg:npm/ui file:web/src/cart.ts file:web/src/till.ts " +
      "file:stock/shelf.py file:page/show.ts script:web/package.json#build*",
  ],
  // A lockfile: the projects that it settles versions for.
  [
    "package-lock.json",
    ["project:web/package.json"],
    "project:web/package.json* pkg:npm/ui file:web/src/cart.ts file:web/src/till.ts file:page/show.ts",
  ],
  // Gone: whoever still asks for it.
  [
    "web/src/pay.d.ts",
    ["unresolved:javascript/web/src/pay"],
    "project:web/package.json file:web/src/cart.ts unresolved:javascript/web/src/pay*",
  ],
  [
    "web/src/icons/index.ts",
    ["unresolved:javascript/web/src/icons"],
    "project:web/package.json file:web/src/cart.ts unresolved:javascript/web/src/icons*",
  ],
  [
    "stock/src/stock/book/__init__.py",
    ["unresolved:python/stock.book"],
    "project:stock/pyproject.toml file:stock/shelf.py unresolved:python/stock.book*",
  ],
  // A path with slashes is counted from the root: not every folder's pay.ts is meant.
  ["old/web/src/pay.ts", [], ""],
  ["README.md", [], ""],
])("%s stands for %j", (path, nodes, affected) => {
  const found = affectedBy(graph, [path]);
  expect(found.changed).toEqual([{ file: path, nodes }]);
  expect(found.nodes.map(({ id, changed }) => `${id}${changed ? "*" : ""}`).join(" ")).toBe(affected);
});

test("several changes are one question; a file says its project", () => {
  const { nodes } = affectedBy(graph, ["web/src/till.ts", "stock/shelf.py"]);
  expect(nodes).toContainEqual({ id: "file:stock/shelf.py", changed: true, project: "project:stock/pyproject.toml" });
  expect(nodes.map(({ id }) => id)).toEqual(graph.affected(["file:web/src/till.ts", "file:stock/shelf.py"]));
});
