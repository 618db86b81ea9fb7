/** A finished run over a shop of three languages, as reports get it; every part of it can be replaced. */
import { MultiDirectedGraph } from "graphology";
import type { Analysis } from "../../src/model/analysis.ts";
import type { Conflict } from "../../src/model/conflict.ts";
import type { Evidence } from "../../src/model/location.ts";
import { GraphBuilder } from "../../src/model/graph-builder.ts";
import { reports } from "../../src/reports/index.ts";
import type { Format, ReportOptions } from "../../src/reports/report.ts";

export const cart = `import { render } from "./render.js";
import pad from "left-pad";

export const receipt = (lines: string[]) => render(lines.map((line) => pad(line, 40)));
`;

const files: Readonly<Record<string, string>> = {
  "web/src/cart.ts": cart,
  "web/src/till.ts": 'import pad from "left-pad";\n',
  "stock/stock/shelf.py": "from __future__ import annotations\n\nfrom stock.book import Book, \\\n    Isbn\n",
  "stock/stock/book.py": "from stock.shelf import Shelf\n",
};

export function conflict(more: Partial<Conflict> = {}): Conflict {
  return {
    code: "import/undeclared",
    severity: "error",
    id: "0123456789abcdef",
    message:
      "left-pad is imported, but web/package.json does not declare it, and nothing that it requires is known to bring it",
    file: "web/src/cart.ts",
    line: 2,
    column: 17,
    subject: "pkg:npm/left-pad",
    project: "project:web/package.json",
    evidence: [],
    fix: { message: 'add "left-pad" to the dependencies of web/package.json', file: "web/package.json" },
    help: "depbraid explain import/undeclared",
    ...more,
  };
}

export const cycle: Conflict = conflict({
  code: "import/cycle",
  severity: "warning",
  message: "2 files import each other in a circle: stock/stock/book.py -> stock/stock/shelf.py -> stock/stock/book.py",
  file: "stock/stock/book.py",
  line: 1,
  column: 6,
  subject: "file:stock/stock/book.py",
  project: "project:stock/pyproject.toml",
  evidence: [
    { file: "stock/stock/book.py", line: 1, column: 6, message: "imports stock/stock/shelf.py" },
    { file: "stock/stock/shelf.py", line: 3, column: 6, message: "imports stock/stock/book.py" },
  ],
  causes: [
    {
      file: "stock/stock/shelf.py",
      line: 3,
      column: 6,
      message: "imports stock/stock/book.py",
      path: [{ file: "stock/stock/book.py", line: 1, column: 6, message: "imports stock/stock/shelf.py" }],
    },
  ],
  fix: { message: "cut the import of stock/stock/shelf.py at stock/stock/book.py:1", file: "stock/stock/book.py" },
  help: "depbraid explain import/cycle",
});

export const till: Conflict = conflict({ file: "web/src/till.ts", line: 1, id: "fedcba9876543210" });

export const mild: Conflict = conflict({
  code: "manifest/unused",
  severity: "info",
  message: "async is asked for, but nothing in web imports it",
  file: "web/package.json",
  line: 15,
  column: 5,
  subject: "pkg:npm/async",
  help: "depbraid explain manifest/unused",
});

export function analysis(more: Partial<Analysis> = {}): Analysis {
  const builder = new GraphBuilder();
  const from = builder.node("file:web/src/cart.ts", "file", { language: "typescript", scope: "main" });
  const render = builder.node("file:web/src/render.ts", "file", { language: "typescript", scope: "main" });
  const pad = builder.node("pkg:npm/left-pad", "package");
  builder.edge(from, render, "imports", {
    confidence: "exact",
    specifier: "./render.js",
    line: 1,
    column: 24,
    names: ["render"],
  });
  builder.edge(from, pad, "imports", {
    confidence: "exact",
    specifier: "left-pad",
    line: 2,
    column: 17,
    names: ["default"],
    declaration: { package: "pkg:npm/left-pad", state: "undeclared" },
  });
  const graph = builder.build();
  return {
    root: "shop",
    graph,
    projects: [],
    conflicts: [conflict(), till, cycle, mild],
    diagnostics: [{ code: "syntax", file: "stock/setup.py", line: 3, column: 9, message: "a bracket is never closed" }],
    stats: {
      files: { java: 200, python: 34, javascript: 0, typescript: 1000 },
      manifests: 12,
      nodes: graph.nodeCount,
      edges: graph.edgeCount,
      bytes: 1_000_000,
      parsed: 10,
      scanned: 1224,
      cached: 0,
      ignored: 0,
      milliseconds: { walk: 20, scan: 300, link: 60, check: 30, total: 410 },
      peakBytes: 90_000_000,
    },
    line: (file, line) => files[file]?.split("\n")[line - 1],
    toGraphology: () => new MultiDirectedGraph(),
    ...more,
  };
}

const undeclaredPage =
  "# import/undeclared\n\nNothing asks for `it`.\n\n```js shop/cart.js\nimport {};\n```\n\nThe end {0}.\n";

export const options: ReportOptions = {
  tool: { name: "depbraid", version: "0.1.0" },
  width: 100,
  colour: false,
  verbose: false,
  quiet: false,
  rules: () => [
    {
      code: "import/cycle",
      severity: "warning",
      summary: "Files depend on each other in a circle.",
      page: "# import/cycle\n",
    },
    {
      code: "import/undeclared",
      severity: "error",
      summary: "A package is used and not declared.",
      page: undeclaredPage,
    },
  ],
};

export function printed(
  format: Format,
  command: "check" | "graph",
  given: Analysis,
  more: Partial<ReportOptions> = {},
): string {
  return [...(reports[format][command]?.(given, { ...options, ...more }) ?? [])].join("");
}

const asks = (line: number, range: string): Evidence => ({
  file: "stock/requirements.txt",
  line,
  column: 1,
  message: `asks for ${range}`,
});

/** Two ranges that never meet: with the tree of its causes, its ranges, and a way out that was tried. */
export const clash: Conflict = conflict({
  code: "version/disjoint",
  message: "no version of requests is both <2.30 and >=2.31",
  file: "stock/requirements.txt",
  line: 1,
  column: 1,
  subject: "pkg:pypi/requests",
  project: "project:stock/requirements.txt",
  evidence: [asks(1, "<2.30"), asks(4, ">=2.31"), { file: "stock/base.txt", line: 2, message: "is where it is from" }],
  causes: [
    asks(1, "<2.30"),
    { ...asks(4, ">=2.31"), because: [{ file: "stock/base.txt", line: 2, message: "is where it is from" }], more: 2 },
  ],
  chart: {
    versions: ["2.30", "2.31"],
    rows: [
      { range: "<2.30", file: "stock/requirements.txt", line: 1, spans: [{ to: { at: 0, inclusive: false } }] },
      { range: ">=2.31", file: "stock/requirements.txt", line: 4, spans: [{ from: { at: 1, inclusive: true } }] },
    ],
  },
  fix: { message: "let stock/requirements.txt:1 ask for >=2.31", file: "stock/requirements.txt", verified: true },
  help: "depbraid explain version/disjoint",
});
