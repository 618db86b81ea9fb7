/** The rules of the house (DESIGN, section 3), checked by depbraid on itself. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { analyze } from "../src/analyze.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const analysis = await analyze({ root, include: ["/src/**", "/package.json", "/tsconfig.json"] });
const files = analysis.graph
  .reachable(analysis.projects.map((project) => project.id))
  .filter((id) => id.startsWith("file:src/") && id.endsWith(".ts"))
  .map((id) => id.slice("file:".length));

/** Folder to the folders it may import from, beside itself; each with why in DESIGN. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  files: ["model"],
  syntax: ["model"],
  knowledge: ["files"],
  languages: ["model", "files", "syntax", "knowledge"],
  bridges: ["model", "files", "syntax"],
  settings: ["model", "files"],
  link: ["model", "files"],
  checks: ["model", "files", "knowledge"],
  reports: ["model"],
};

/** The pipeline's own files, each of which may import every folder and what stands before it. */
const pipeline = [
  "extract",
  "read-facts",
  "pool-worker",
  "pool",
  "manifests",
  "resolvers",
  "graphology",
  "erased-imports",
  "analyze-options",
  "clock",
  "analyze",
  "analyze-change",
  "index",
  "cli/",
  "cli",
];

const folderOf = (path: string): string => path.split("/")[1] ?? "";
const targets = (path: string): string[] =>
  analysis.graph
    .dependencies(`file:${path}`)
    .filter((edge) => edge.kind === "imports" && edge.to.startsWith("file:src/"))
    .map((edge) => edge.to.slice("file:".length));

test("depbraid sees its own modules and their imports", () => {
  expect(files.length).toBeGreaterThan(60);
  expect(files.flatMap(targets).length).toBeGreaterThan(200);
  expect(
    files
      .flatMap((path) => analysis.graph.dependencies(`file:${path}`))
      .filter((edge) => edge.to.startsWith("unresolved:")),
  ).toEqual([]);
});

test("imports run one way between folders", () => {
  const wrong = files.flatMap((path) => {
    const may = allowed[folderOf(path)];
    if (may === undefined) return [];
    return targets(path)
      .filter((target) => folderOf(target) !== folderOf(path) && !may.includes(folderOf(target)))
      .map((target) => `${path} -> ${target}`);
  });
  expect(wrong).toEqual([]);
});

test("the pipeline's files import only what stands before them", () => {
  const rank = (path: string): number =>
    pipeline.findIndex((name) => path === `src/${name}.ts` || (name.endsWith("/") && path.startsWith(`src/${name}`)));
  const top = files.filter((path) => allowed[folderOf(path)] === undefined);
  expect(top.filter((path) => rank(path) < 0)).toEqual([]);
  const wrong = top.flatMap((path) =>
    targets(path)
      .filter((target) => rank(target) >= 0 && rank(target) > rank(path))
      .filter((target) => !(path === "src/pool-worker.ts" && target === "src/pool.ts")) // types only
      .map((target) => `${path} -> ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("one language never imports another, one bridge never another", () => {
  const room = (path: string): string => path.split("/").slice(0, 3).join("/");
  const wrong = files.flatMap((path) => {
    if (!/^src\/(languages|bridges)\/[^/]+\//.test(path)) return [];
    return targets(path)
      .filter((target) => folderOf(target) === folderOf(path) && /^src\/\w+\/[^/]+\//.test(target))
      .filter((target) => room(target) !== room(path))
      .map((target) => `${path} -> ${target}`);
  });
  expect(wrong).toEqual([]);
});

test("only files/ touches the disk", () => {
  const users = files.filter((path) =>
    analysis.graph.dependencies(`file:${path}`).some((edge) => /^builtin:node\/fs(\/|$)/.test(edge.to)),
  );
  expect(users.filter((path) => folderOf(path) !== "files")).toEqual([]);
  expect(users.length).toBeGreaterThan(0);
});

test("outside of its folder no code compares a language's name", () => {
  const compared =
    /[!=]==?\s*["'](java|python|javascript|typescript|npm|pypi|maven)["']|["'](java|python|javascript|typescript|npm|pypi|maven)["']\s*[!=]==?/;
  const wrong = files
    .filter((path) => !["languages", "bridges"].includes(folderOf(path)))
    .filter((path) => compared.test(readFileSync(`${root}/${path}`, "utf8")));
  expect(wrong).toEqual([]);
});

test("there are no cycles of files, and no file over 300 lines", () => {
  const cycles = analysis.conflicts.filter(
    (conflict) => conflict.code === "import/cycle" && conflict.severity !== "info",
  );
  expect(cycles.map((conflict) => conflict.message)).toEqual([]);
  const long = files.filter((path) => readFileSync(`${root}/${path}`, "utf8").split("\n").length > 301);
  expect(long).toEqual([]);
});

test("depbraid's own check is clean", () => {
  const bad = analysis.conflicts.filter((conflict) => conflict.severity !== "info");
  expect(bad.map(({ code, file, line, message }) => `${code} ${file}:${line} ${message}`)).toEqual([]);
});
