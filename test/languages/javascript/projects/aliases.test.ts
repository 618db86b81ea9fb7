/** Packages under other names: npm's aliases, and what JSR publishes. */
import { expect, test } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";

test("an alias is the package that it names, beside one of its own", async () => {
  const files = {
    "package.json": `{"name":"shop","dependencies":{
"old-ms":"npm:ms@^1.0.0","ms":"^2.0.0",
"till":"npm:@shop/till","@std/path":"jsr:^1.0.0","fs":"jsr:@std/fs@^2.0.0","gone":"npm:"}}`,
    "shop.js": `import old from "old-ms/index.js";
import ms from "ms";
import { till } from "till";
import { join } from "@std/path";
`,
  };
  const { graph, projects, conflicts } = await analyze({ fileSystem: memoryFileSystem(files) });
  const imports = graph.dependencies("file:shop.js").map(({ to, specifier }) => `${specifier} -> ${to}`);
  expect(imports).toEqual([
    "old-ms/index.js -> pkg:npm/ms",
    "ms -> pkg:npm/ms",
    "till -> pkg:npm/%40shop/till",
    "@std/path -> pkg:npm/%40jsr/std__path",
  ]);
  const requirements = projects.flatMap((project) => project.requirements);
  expect(
    requirements.map((each) => `${each.package} ${each.range}${each.alias === undefined ? "" : ` as ${each.alias}`}`),
  ).toEqual([
    "pkg:npm/ms npm:ms@^1.0.0 as old-ms",
    "pkg:npm/ms ^2.0.0",
    "pkg:npm/%40shop/till npm:@shop/till as till",
    "pkg:npm/%40jsr/std__path jsr:^1.0.0 as @std/path",
    "pkg:npm/%40jsr/std__fs jsr:@std/fs@^2.0.0 as fs",
    "pkg:npm/gone npm:",
  ]);
  expect(conflicts.filter(({ code }) => code !== "manifest/unused")).toEqual([]);
});
