/** The output is the same at every run, with any number of threads, and in any order that the disk lists files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { analyze } from "../src/analyze.ts";
import type { AnalyzeOptions } from "../src/analyze-options.ts";
import type { Analysis } from "../src/model/analysis.ts";
import { type FileSystem, memoryFileSystem } from "../src/files/file-system.ts";
import { reports } from "../src/reports/index.ts";

const root = mkdtempSync(join(tmpdir(), "depbraid-determinism-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Enough files for threads to be worth starting, with conflicts and diagnostics among them. */
const files: Record<string, string> = {
  "web/package.json": '{ "name": "library", "dependencies": { "shelf": "^1.0.0", "ladder": "1" } }',
  "api/pyproject.toml": '[project]\nname = "lending"\ndependencies = ["requests"]\n',
  "core/pom.xml": "<project><groupId>org.library</groupId><artifactId>core</artifactId><version>1</version></project>",
};
for (let at = 0; at < 400; at++) {
  const next = (at * 7 + 1) % 400;
  files[`web/src/m${at}.ts`] =
    `import { a } from "./m${next}.js";\nimport "shelf";\nimport "left${at % 3}";\nconst x = = 1;\n`;
  files[`api/lending/m${at}.py`] = `from . import m${next}\nimport requests, os\nfrom .gone${at % 5} import x\n`;
  files[`core/src/main/java/org/library/M${at}.java`] =
    `package org.library;\nimport java.util.List;\nclass M${at} { M${next} next; List<M${next}> all; }\n`;
}
files["api/lending/__init__.py"] = "";
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function printed(options: AnalyzeOptions): Promise<{ analysis: Analysis; text: string }> {
  const analysis = await analyze(options);
  const { milliseconds: _, peakBytes: __, ...stats } = analysis.stats;
  const still = {
    ...analysis,
    root: ".",
    stats: { ...analysis.stats, milliseconds: { walk: 0, scan: 0, link: 0, check: 0, total: 0 }, peakBytes: 0 },
  };
  const report = {
    tool: { name: "depbraid", version: "0" },
    width: 100,
    colour: false,
    verbose: true,
    quiet: false,
    rules: () => [],
  };
  const parts = Object.values(reports).flatMap(({ check, graph }) => [
    check?.(still, report) ?? [],
    graph?.(still, report) ?? [],
  ]);
  return { analysis, text: JSON.stringify(stats) + parts.map((part) => Array.from(part).join("")).join("") };
}

const once = await printed({ root, jobs: 1 });

test("the tree has something to tell", () => {
  expect(once.analysis.conflicts.length).toBeGreaterThan(100);
  expect(once.analysis.diagnostics.length).toBeGreaterThan(100);
  expect(once.analysis.graph.edgeCount).toBeGreaterThan(3000);
});

test.each([
  ["again", { root, jobs: 1 }],
  ["with two threads", { root, jobs: 2 }],
  ["with three threads", { root, jobs: 3 }],
  ["from memory", { fileSystem: memoryFileSystem(files) }],
  ["from a disk that lists backwards", { fileSystem: backwards(memoryFileSystem(files)) }],
] satisfies [string, AnalyzeOptions][])("byte for byte the same %s", async (_, options) => {
  expect((await printed(options)).text === once.text).toBe(true);
});

test("parsing every file gives the same graph: the invariant, end to end", async () => {
  const precise = await analyze({ root, jobs: 1, precise: true });
  expect(precise.stats.scanned).toBe(0);
  const edges = (analysis: Analysis): string[] => {
    const drawn: string[] = [];
    for (let edge = 0; edge < analysis.graph.edgeCount; edge++) drawn.push(JSON.stringify(analysis.graph.edgeAt(edge)));
    return drawn;
  };
  expect(edges(precise)).toEqual(edges(once.analysis));
});

function backwards(below: FileSystem): FileSystem {
  return { ...below, list: (directory) => below.list(directory).toReversed() };
}
