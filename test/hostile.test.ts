/** Bad input: a clear diagnostic each, nothing else lost, bounded time, nothing executed, nothing read outside the root. */
import { mkdirSync, mkdtempSync, existsSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { analyze, RootError } from "../src/analyze.ts";
import { diskFileSystem, type FileSystem, memoryFileSystem, UnreadableFile } from "../src/files/file-system.ts";
import type { Analysis } from "../src/model/analysis.ts";

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function onDisk(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "depbraid-hostile-")));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const run = (files: Readonly<Record<string, string | Uint8Array>>): Promise<Analysis> =>
  analyze({ fileSystem: memoryFileSystem(files) });
const diagnostics = (analysis: Analysis): string[] =>
  analysis.diagnostics.map(({ code, file, line }) => `${code} ${file}:${line}`);
const imports = (analysis: Analysis, file: string): string[] =>
  analysis.graph.dependencies(`file:${file}`).map((edge) => edge.to);

/** A good file beside each bad one: it must come through whole. */
const good = { "good/till.py": "import json\nfrom . import coins\n", "good/coins.py": "", "good/__init__.py": "" };
const expectGood = (analysis: Analysis): void => {
  expect(imports(analysis, "good/till.py")).toEqual(["builtin:python/json", "file:good/coins.py"]);
};

test("an empty directory is nothing to report", async () => {
  const analysis = await analyze({ root: onDisk({}) });
  expect([analysis.conflicts, analysis.diagnostics, analysis.graph.nodeCount]).toEqual([[], [], 0]);
});

test("a directory that does not exist, and a file, are refused in plain words", async () => {
  const root = onDisk({ "a.py": "" });
  await expect(analyze({ root: join(root, "nowhere") })).rejects.toThrow(RootError);
  await expect(analyze({ root: join(root, "nowhere") })).rejects.toThrow(/there is no directory ".*nowhere"/);
  await expect(analyze({ root: join(root, "a.py") })).rejects.toThrow(/is not a directory/);
});

test("a file that cannot be read is named", async () => {
  const below = memoryFileSystem({ ...good, "secret.py": "import os\n", "package.json": "{}" });
  const fileSystem: FileSystem = {
    ...below,
    read(path, limit) {
      if (path === "secret.py" || path === "package.json") throw new UnreadableFile("permission denied");
      return below.read(path, limit);
    },
  };
  const analysis = await analyze({ fileSystem });
  expectGood(analysis);
  expect(analysis.diagnostics.map(({ code, file, message }) => `${code} ${file}: ${message}`)).toEqual([
    "unreadable package.json: the file could not be read: permission denied",
    "unreadable secret.py: the file could not be read: permission denied",
  ]);
});

test("a file of 50 MB on one line is over the limit, and said so", async () => {
  const analysis = await analyze({ root: onDisk({ ...good, "bundle.js": Buffer.alloc(50 * 1024 * 1024, "x") }) });
  expectGood(analysis);
  expect(analysis.diagnostics.map(({ code, file, message }) => `${code} ${file}: ${message}`)).toEqual([
    "size bundle.js: the file has 50.0 MB, over the limit of 20.0 MB; it was not read",
  ]);
});

test("a line of 10 MB under the limit is read", async () => {
  const filler = "a+".repeat(5_000_000);
  const analysis = await run({
    ...good,
    "wide.js": `${"a;b();".repeat(1_700_000)}require("node:fs")`,
    "wide.py": `x = ${filler}1; import json`,
    "Wide.java": `import java.util.List; class Wide { int a = 1; int x = ${filler}1; }`,
  });
  expectGood(analysis);
  expect(imports(analysis, "wide.js")).toEqual(["builtin:node/fs"]);
  expect(imports(analysis, "wide.py")).toEqual(["builtin:python/json"]);
  expect(imports(analysis, "Wide.java")).toEqual(["builtin:java/java.util"]);
});

describe("10,000 brackets", () => {
  const open = "[".repeat(10_000);
  const close = "]".repeat(10_000);
  const parens = "(".repeat(10_000);
  const braces = "{".repeat(10_000);
  const sources: [string, string, string][] = [
    ["a.js", `import "node:fs";\nx = ${open}${close};`, "builtin:node/fs"],
    ["b.ts", `import "node:fs";\nconst x = ${parens}1${")".repeat(10_000)};`, "builtin:node/fs"],
    ["c.tsx", `import "node:fs";\n${"<a>".repeat(10_000)}`, "builtin:node/fs"],
    ["d.js", `import "node:fs";\n${open}`, "builtin:node/fs"],
    ["labels.js", `import "node:fs";\n${"a:".repeat(10_000)};`, "builtin:node/fs"],
    ["e.py", `import json\nx = ${open}${close}\n`, "builtin:python/json"],
    ["f.py", `import json\nx = ${parens}\n`, "builtin:python/json"],
    [
      "G.java",
      `import java.util.List;\nclass G { int[] x = ${braces}${"}".repeat(10_000)}; }`,
      "builtin:java/java.util",
    ],
    ["H.java", `import java.util.List;\nclass H { Object x = ${parens}; }`, "builtin:java/java.util"],
    ["i.js", `import "node:fs";\nrequire("child_process");\n${parens}${")".repeat(10_000)}`, "builtin:node/fs"],
    ["j.py", `import json\nimport subprocess\nsubprocess.run(${open}${close})\n`, "builtin:python/json"],
    [
      "K.java",
      `import java.util.List;\nclass K { Object x = new ProcessBuilder(${parens}${")".repeat(10_000)}); }`,
      "builtin:java/java.util",
    ],
  ];
  test.each(sources)("in %s", async (path, text, expected) => {
    const analysis = await run({ ...good, [path]: text });
    expectGood(analysis);
    expect(imports(analysis, path)).toContain(expected);
    expect(analysis.diagnostics.filter((each) => each.code === "internal")).toEqual([]);
  });

  const manifests: [string, string][] = [
    ["package.json", `{"name":"till","dependencies":${open}`],
    ["package.json", `{"name":"till","files":${open}${close}}`],
    ["package-lock.json", `{"lockfileVersion":3,"packages":{"":${`{"a":`.repeat(10_000)}`],
    ["tsconfig.json", `{"compilerOptions":${`{"a":`.repeat(10_000)}`],
    ["pom.xml", "<project>".repeat(10_000)],
    ["build.gradle", `dependencies ${braces}`],
    ["build.gradle", `dependencies { implementation(${parens}`],
    ["pyproject.toml", `[project]\nname = "till"\ndependencies = ${open}${close}\n`],
    ["setup.cfg", `[options]\ninstall_requires =\n  ${parens}\n`],
    ["requirements.txt", `${"-r requirements.txt\n".repeat(1000)}bread${open}\n`],
    ["pnpm-workspace.yaml", `packages: ${open}${close}\n`],
  ];
  test.each(manifests)("in %s: %#", async (path, text) => {
    const analysis = await run({ ...good, [path]: text });
    expectGood(analysis);
    expect(analysis.diagnostics.filter((each) => each.code === "internal")).toEqual([]);
  });
});

describe("broken manifests say where", () => {
  const table: [string, string, RegExp][] = [
    [
      "pom.xml",
      "<project>\n  <groupId>org.till</groupId>\n  <dependencies>\n    <dependency>\n</project>\n",
      /^manifest pom\.xml:5$/,
    ],
    ["package.json", '{\n  "name": "till",\n  "dependencies": { "bread": ^1 }\n}\n', /^manifest package\.json:3$/],
    ["pyproject.toml", '[project]\nname = "till"\ndependencies = [\n  "bread\n]\n', /^manifest pyproject\.toml:4$/],
    ["requirements.txt", "rye==1\nbread===\n=oops\n", /^manifest requirements\.txt:[23]$/],
    ["tsconfig.json", '{ "compilerOptions": { "paths": \n', /^manifest tsconfig\.json:[12]$/],
  ];
  test.each(table)("%s", async (path, text, expected) => {
    const analysis = await run({ ...good, [path]: text });
    expectGood(analysis);
    // What its own tool refuses is told as a conflict, and no diagnostic.
    const refused = analysis.conflicts.filter(({ code }) => code === "manifest/invalid");
    const said = [...diagnostics(analysis), ...refused.map(({ file, line }) => `manifest ${file}:${line}`)];
    expect(said.filter((line) => expected.test(line)).length, said.join()).toBeGreaterThan(0);
    expect(analysis.diagnostics.filter((each) => each.code === "internal")).toEqual([]);
  });
});

test("broken syntax keeps the imports that can be read, and says where", async () => {
  const analysis = await run({
    ...good,
    "till.ts": 'import { coin } from "node:fs";\nconst x = = 2;\nimport "node:path";\n',
    "oven.py": "import json\ndef bake(:\n    pass\nimport logging\n",
    "Mill.java": "import java.util.List;\nclass Mill { int grind( { } \nclass {{{ \n",
  });
  expectGood(analysis);
  expect(imports(analysis, "till.ts")).toEqual(["builtin:node/fs", "builtin:node/path"]);
  expect(imports(analysis, "oven.py")).toEqual(["builtin:python/json", "builtin:python/logging"]);
  expect(imports(analysis, "Mill.java")).toContain("builtin:java/java.util");
  const files = analysis.diagnostics.map(
    ({ code, file, line }) => `${code} ${file} ${line > 0 ? "placed" : "unplaced"}`,
  );
  expect([...new Set(files)]).toEqual(["syntax Mill.java placed", "syntax oven.py placed", "syntax till.ts placed"]);
});

test("bytes that are no text are read as far as they go", async () => {
  const analysis = await run({
    ...good,
    "latin.py": Buffer.from("# -*- coding: latin-1 -*-\nimport json  # brötchen\n", "latin1"),
    "bad.py": Buffer.from("import json  # br\xf6tchen\n", "latin1"),
    "wide.py": Buffer.from("\uFEFFimport json\n", "utf16le"),
    "marked.ts": "\uFEFFimport 'node:fs'\n",
    "nul.js": "import 'node:fs'\n\0\0\0",
  });
  expectGood(analysis);
  for (const path of ["latin.py", "bad.py", "wide.py"])
    expect(imports(analysis, path)).toEqual(["builtin:python/json"]);
  for (const path of ["marked.ts", "nul.js"]) expect(imports(analysis, path)).toEqual(["builtin:node/fs"]);
  expect(diagnostics(analysis).filter((line) => line.startsWith("encoding"))).toEqual(["encoding bad.py:1"]);
});

test("of files that are only looked through for names, the encoding is not told", async () => {
  const latin = (text: string): Buffer => Buffer.from(text, "latin1");
  const analysis = await run({
    ...good,
    "till.css": latin("/* h\xfctte */ @import 'coins/all.css';"),
    "till.sh": latin("# h\xfctte\nnpx coin-check\n"),
    "tox.ini": latin("[testenv]\n# h\xfctte\ncommands = pytest\n"),
  });
  expectGood(analysis);
  expect(diagnostics(analysis).filter((line) => line.startsWith("encoding"))).toEqual(["encoding tox.ini:2"]);
});

test("keys of an object's prototype are only names", async () => {
  const analysis = await run({
    ...good,
    "package.json": `{
      "name": "till",
      "__proto__": { "polluted": true },
      "dependencies": { "__proto__": "1", "constructor": "^1.0.0", "toString": "1", "hasOwnProperty": "2" },
      "scripts": { "__proto__": "rm", "constructor": "ls" }
    }`,
    "package-lock.json": `{ "lockfileVersion": 3, "packages": { "": {}, "__proto__": { "version": "1" },
      "node_modules/constructor": { "version": "1.2.0" } } }`,
    "tsconfig.json": `{ "__proto__": { "extends": "x" }, "compilerOptions": { "paths": { "__proto__": ["x"], "constructor/*": ["./good/*"] } } }`,
    "a.ts": 'import "constructor";\nimport "toString";\nimport "__proto__";\n',
  });
  expectGood(analysis);
  expect({}).not.toHaveProperty("polluted");
  expect(
    analysis.graph
      .dependencies("file:a.ts")
      .slice(0, 2)
      .map((edge) => edge.declaration?.state),
  ).toEqual(["declared", "declared"]);
  expect(analysis.diagnostics.filter((each) => each.code === "internal")).toEqual([]);
});

test("symlinks in a circle end, and are named", async () => {
  const root = onDisk(good);
  symlinkSync("loop", join(root, "loop"));
  symlinkSync("../good", join(root, "good/again"));
  const analysis = await analyze({ root });
  expectGood(analysis);
  expect(diagnostics(analysis)).toEqual(["symlink loop:0"]);
});

test("nothing is executed and nothing outside of the root is read", async () => {
  const outside = onDisk({
    "secret.json": '{ "compilerOptions": {} }',
    "secret.txt": "bread==1\n",
    "pom.xml": "<project/>",
  });
  const mark = join(outside, "executed");
  const up = "../".repeat(40) + outside.slice(1);
  const root = onDisk({
    ...good,
    "setup.py": `open(${JSON.stringify(mark)}, "w").close()\nfrom setuptools import setup\nsetup(name="till", install_requires=open("${up}/secret.txt").read())\n`,
    "conftest.py": `open(${JSON.stringify(mark)}, "w").close()\n`,
    "package.json": JSON.stringify({
      name: "till",
      scripts: { preinstall: `touch ${mark}` },
      workspaces: [up, "../*", "/etc/*"],
      main: `${up}/x.js`,
    }),
    "vite.config.js": `require("fs").writeFileSync(${JSON.stringify(mark)}, "")`,
    "tsconfig.json": JSON.stringify({
      extends: `${up}/secret.json`,
      compilerOptions: { baseUrl: up, paths: { "*": [`${up}/*`] } },
    }),
    "requirements.txt": `-r ${up}/secret.txt\n-r /etc/hostname\n-e ${up}\n`,
    "pom.xml": `<project><parent><groupId>a</groupId><artifactId>b</artifactId><version>1</version><relativePath>${up}/pom.xml</relativePath></parent><artifactId>c</artifactId><modules><module>${up}</module></modules></project>`,
    "a.ts": `import "${up}/secret.json";\nimport "/etc/hostname";\nimport "../../../../../../etc/hostname";\n`,
    "b.py": "from ........ import secret\n",
  });
  const read: string[] = [];
  const disk = diskFileSystem(root);
  const spied: FileSystem = {
    list: (directory) => (read.push(directory), disk.list(directory)),
    read: (path, limit) => (read.push(path), disk.read(path, limit)),
    follow: (path) => disk.follow(path),
  };
  const analysis = await analyze({ fileSystem: spied });
  expectGood(analysis);
  expect(existsSync(mark)).toBe(false);
  expect(read.filter((path) => path.startsWith("/") || path.split("/").includes(".."))).toEqual([]);
  expect(analysis.diagnostics.filter((each) => each.code === "internal")).toEqual([]);
});

test("a run that is aborted ends with the signal's reason", async () => {
  const controller = new AbortController();
  controller.abort(new Error("the shop is closed"));
  await expect(analyze({ fileSystem: memoryFileSystem(good), signal: controller.signal })).rejects.toThrow(
    "the shop is closed",
  );
});
