import { expect, test } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";

async function draw(files: Readonly<Record<string, string>>): Promise<string> {
  const { graph, projects, diagnostics, conflicts } = await analyze({ fileSystem: memoryFileSystem(files) });
  const sources = Object.keys(files).filter((path) => /\.[jt]s$/.test(path));
  return [
    ...projects.map(({ id, package: own, parent, requirements }) =>
      [
        id,
        own ?? "-",
        parent ?? "-",
        ...requirements.map((each) => `${each.package} ${each.range} ${each.file}:${each.line}`),
      ].join(" | "),
    ),
    ...sources.flatMap((path) =>
      graph
        .dependencies(`file:${path}`)
        .map(({ to, specifier, confidence }) => `${path} ${specifier} -> ${to} ${confidence}`),
    ),
    ...diagnostics.map(({ file, line, column, message }) => `! ${file}:${line}:${column} ${message}`),
    ...conflicts.map(({ code, message }) => `${code} ${message}`),
  ].join("\n");
}

test.each<[name: string, files: Readonly<Record<string, string>>, drawn: string]>([
  [
    "an import map: packages of npm and JSR, places in the tree",
    {
      "deno.jsonc": `{ // till
"name": "@shop/till", "version": "1.0.0",
"imports": {
"chalk": "npm:chalk@^5",
"@std/path/": "jsr:/@std/path@^1.0.0/",
"@/": "./src/",
"coins": "./src/coins.ts",
"far": "https://deno.example/far.ts" } }`,
      "src/coins.ts": "export const gold = 1;\n",
      "main.ts": `import chalk from "chalk";
import { join } from "@std/path/posix";
import { gold } from "@/coins.ts";
import { gold as same } from "coins";
import ms from "npm:ms@2";
`,
    },
    `project:deno.jsonc | pkg:npm/%40shop/till | - | pkg:npm/chalk npm:chalk@^5 deno.jsonc:4 | pkg:npm/%40jsr/std__path jsr:@std/path@^1.0.0 deno.jsonc:5
main.ts chalk -> pkg:npm/chalk exact
main.ts @std/path/posix -> pkg:npm/%40jsr/std__path exact
main.ts @/coins.ts -> file:src/coins.ts declared
main.ts coins -> file:src/coins.ts declared`,
  ],
  [
    "a workspace, and a deno.json beside a package.json",
    {
      "deno.json": '{"workspace":["./till","./coins"]}',
      "till/deno.json": '{"name":"@shop/till","imports":{"chalk":"npm:chalk@5"}}',
      "coins/package.json": '{"name":"coins","dependencies":{"ms":"^2"}}',
      "coins/deno.json": '{"imports":{"ms":"npm:ms@^1","@std/fs":"jsr:@std/fs@1"}}',
    },
    `project:coins/package.json | pkg:npm/coins | project:deno.json | pkg:npm/ms ^2 coins/package.json:1 | pkg:npm/%40jsr/std__fs jsr:@std/fs@1 coins/deno.json:1
project:deno.json | - | -
project:till/deno.json | pkg:npm/%40shop/till | project:deno.json | pkg:npm/chalk npm:chalk@5 till/deno.json:1`,
  ],
  ["no object", { "deno.json": "[1]" }, "! deno.json:1:1 the file should hold an object, and holds a list"],
])("%s", async (_name, files, drawn) => {
  const lines = (await draw(files)).split("\n").filter((line) => !line.startsWith("manifest/unused"));
  expect(lines.join("\n")).toBe(drawn);
});
