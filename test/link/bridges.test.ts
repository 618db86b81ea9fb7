import fc from "fast-check";
import { expect, test } from "vitest";
import { FileIndex } from "../../src/files/file-index.ts";
import { linkBridges } from "../../src/link/bridges.ts";
import type { BridgeFact, BridgeTarget } from "../../src/model/facts.ts";
import { noFacts } from "../../src/model/facts.ts";
import { GraphBuilder } from "../../src/model/graph-builder.ts";
import type { Project } from "../../src/model/project.ts";

interface Repository {
  readonly files: readonly string[];
  /** Directories of the projects, innermost last. */
  readonly projects?: readonly string[];
  readonly scripts?: readonly string[];
  readonly classes?: Readonly<Record<string, string>>;
  readonly ignored?: (path: string) => boolean;
}

const from = "library/catalogue/index.py";

/** Edges that one fact of `library/catalogue/index.py` makes: `file:a.js inferred`, unresolved ends with their attributes. */
function draw(repository: Repository, target: BridgeTarget, confidence: BridgeFact["confidence"] = "exact"): string {
  const builder = new GraphBuilder();
  const files = new FileIndex([from, ...repository.files].toSorted(), new Map(), repository.ignored);
  const fact: BridgeFact = { mechanism: "process", tool: "node", target, start: 9, line: 3, column: 5, confidence };
  const classes = new Map(Object.entries(repository.classes ?? {}));
  linkBridges(
    builder,
    from,
    { ...noFacts, bridges: [fact] },
    {
      files,
      projectOf: (path) => projectOf(repository.projects ?? [], path),
      find: (language, name) => classes.get(`${language} ${name}`),
      hasScript: (manifest, name) => repository.scripts?.includes(`${manifest}#${name}`),
    },
  );
  const graph = builder.build();
  const lines = graph.dependencies(`file:${from}`).map((edge) => {
    const { inRepo, generated } = graph.node(edge.to) ?? {};
    const inside = graph.dependencies(edge.to).map((each) => ` (${each.kind} ${each.to})`);
    return `${edge.to} ${edge.confidence}${inRepo ? " !" : ""}${generated ? ` {${generated}}` : ""}${inside.join("")}`;
  });
  return lines.join("\n");
}

function projectOf(directories: readonly string[], path: string): Project | undefined {
  const directory = directories.findLast((each) => each === "" || path.startsWith(`${each}/`));
  if (directory === undefined) return undefined;
  const manifest = directory === "" ? "pyproject.toml" : `${directory}/pyproject.toml`;
  const id = `project:${manifest}`;
  return { id, directory, manifest, ecosystem: "pypi", installScope: id, sourceRoots: [], requirements: [], locks: [] };
}

const path = (target: string, base: "file" | "working-directory" | "unknown", more: object = {}): BridgeTarget => ({
  kind: "path",
  path: target,
  base,
  ...more,
});

const paths: readonly (readonly [name: string, repository: Repository, target: BridgeTarget, drawn: string])[] = [
  ["a file beside", { files: ["library/print.js"] }, path("../print.js", "file"), "file:library/print.js exact"],
  [
    "nothing beside",
    { files: ["print.js"] },
    path("../print.js", "file"),
    "unresolved:process/library/print.js exact !",
  ],
  ["a path that leaves the repository", { files: [] }, path("../../../print.js", "file"), "exec:node exact"],
  [
    "the project's directory before the root",
    { files: ["library/print.js", "print.js"], projects: ["library"] },
    path("print.js", "working-directory"),
    "file:library/print.js inferred",
  ],
  [
    "the root before the file's directory",
    { files: ["library/catalogue/print.js", "print.js"], projects: ["library/catalogue/none"] },
    path("print.js", "working-directory"),
    "file:print.js inferred",
  ],
  [
    "the file's directory",
    { files: ["library/catalogue/print.js"] },
    path("print.js", "working-directory"),
    "file:library/catalogue/print.js inferred",
  ],
  [
    "a directory between",
    { files: ["library/tools/print.js"] },
    path("tools/print.js", "working-directory"),
    "file:library/tools/print.js inferred",
  ],
  [
    "the one file elsewhere that ends so",
    { files: ["desk/tools/print.js"] },
    path("tools/print.js", "working-directory"),
    "file:desk/tools/print.js inferred",
  ],
  [
    "several files elsewhere that end so",
    { files: ["desk/tools/print.js", "door/tools/print.js"] },
    path("tools/print.js", "working-directory"),
    "exec:node exact",
  ],
  [
    "none at all",
    { files: ["desk/print.ts"], projects: ["library"] },
    path("tools/print.js", "working-directory"),
    "unresolved:process/library/tools/print.js inferred !",
  ],
  [
    "a build's output",
    { files: [] },
    path("../dist/print.js", "file"),
    "unresolved:process/library/dist/print.js exact ! {build output}",
  ],
  [
    "what git ignores",
    { files: [], ignored: (each) => each.startsWith("library/made/") },
    path("../made/print.js", "file"),
    "unresolved:process/library/made/print.js exact ! {build output}",
  ],
  ["a jar that a build makes", { files: [] }, path("shelf.jar", "file"), "exec:node exact"],
  ["a program without an ending", { files: [] }, path("../bin/print", "file"), "exec:node exact"],
  [
    "the source of an output",
    { files: ["library/print.ts"] },
    path("../print.js", "file", { also: ["../print.ts"] }),
    "file:library/print.ts inferred",
  ],
  ["the end of a path", { files: ["desk/print.js"] }, path("print.js", "unknown"), "file:desk/print.js inferred"],
  [
    "the end of a path, in the project first",
    { files: ["desk/print.js", "library/print.js"], projects: ["library"] },
    path("print.js", "unknown"),
    "file:library/print.js inferred",
  ],
  ["the end of no path", { files: ["desk/print.ts"] }, path("print.js", "unknown"), "exec:node exact"],
  ["the end of a name", { files: ["desk/reprint.js"] }, path("print.js", "unknown"), "exec:node exact"],
  ["a script of a shell", { files: [] }, path("lend.sh", "unknown", { foreign: true }), ""],
  ["the file itself", { files: [] }, path("index.py", "file"), ""],
];

test.each(paths)("links %s", (_name, repository, target, drawn) => {
  expect(draw(repository, target)).toBe(drawn);
});

test("a guess stays one", () => {
  expect(draw({ files: ["library/print.js"] }, path("../print.js", "file"), "inferred")).toBe(
    "file:library/print.js inferred",
  );
  expect(draw({ files: [] }, path("../print.js", "file"), "inferred")).toBe(
    "unresolved:process/library/print.js inferred !",
  );
});

test("links modules to their files, and classes to themselves within their files", () => {
  const classes = { "python lend.loans": "lend/loans.py", "java org.library.Main": "src/org/library/Main.java" };
  const repository = { files: Object.values(classes), classes };
  expect(draw(repository, { kind: "module", language: "python", name: "lend.loans" })).toBe("file:lend/loans.py exact");
  expect(draw(repository, { kind: "module", language: "python", name: "pip" })).toBe("exec:node exact");
  expect(draw(repository, { kind: "class", language: "java", name: "org.library.Main" })).toBe(
    "class:org.library.Main exact (defined-in file:src/org/library/Main.java)",
  );
  expect(draw(repository, { kind: "class", language: "java", name: "org.other.Main" })).toBe("exec:node exact");
});

const script = (
  directory: string,
  base: "file" | "working-directory" | "unknown",
  more: object = {},
): BridgeTarget => ({
  kind: "script",
  name: "build",
  manifest: "package.json",
  directory,
  base,
  ...more,
});
const web = { files: ["web/package.json"], projects: ["library"] };

test.each<readonly [name: string, repository: Repository, target: BridgeTarget, drawn: string]>([
  [
    "in a directory",
    web,
    script("web", "working-directory"),
    "script:web/package.json#build inferred (defined-in file:web/package.json)",
  ],
  [
    "in a directory from the file's",
    web,
    script("../../web", "file"),
    "script:web/package.json#build exact (defined-in file:web/package.json)",
  ],
  [
    "above a directory",
    web,
    script("web/src/deep", "working-directory"),
    "script:web/package.json#build inferred (defined-in file:web/package.json)",
  ],
  [
    "that the manifest has",
    { ...web, scripts: ["web/package.json#build"] },
    script("web", "working-directory", { loose: true }),
    "script:web/package.json#build inferred (defined-in file:web/package.json)",
  ],
  [
    "that the manifest has not",
    { ...web, scripts: [] },
    script("../../web", "file"),
    "unresolved:process/web/package.json#build exact !",
  ],
  [
    "that may be a program",
    { ...web, scripts: [] },
    script("web", "working-directory", { loose: true }),
    "exec:node exact",
  ],
  ["without a manifest", { files: [] }, script("web", "working-directory"), "exec:node exact"],
  ["in a directory that is not known", web, script("web", "unknown"), "exec:node exact"],
])("links a script %s", (_name, repository, target, drawn) => {
  expect(draw(repository, target)).toBe(drawn);
});

test("an edge says where it was read and by what", () => {
  const builder = new GraphBuilder();
  builder.node(`file:${from}`, "file", { language: "python", scope: "test" });
  const fact: BridgeFact = {
    mechanism: "process",
    tool: "mvn",
    target: { kind: "tool" },
    start: 9,
    line: 3,
    column: 5,
    confidence: "exact",
  };
  const context = {
    files: new FileIndex([from]),
    projectOf: () => undefined,
    find: () => undefined,
    hasScript: () => undefined,
  };
  linkBridges(builder, from, { ...noFacts, bridges: [fact] }, context);
  expect(builder.build().dependencies(`file:${from}`)).toEqual([
    {
      from: `file:${from}`,
      to: "exec:mvn",
      kind: "bridges",
      specifier: "mvn",
      mechanism: "process",
      line: 3,
      column: 5,
      scope: "test",
      confidence: "exact",
    },
  ]);
});

test("taking away a file never adds an edge to it, and every file that is reached is there", () => {
  const part = fc.constantFrom("a", "b", "..", "lend.py", "print.js", "library");
  const paths = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
  const bases = fc.constantFrom("file" as const, "working-directory" as const, "unknown" as const);
  const law = fc.property(fc.uniqueArray(paths, { maxLength: 6 }), paths, bases, (files, target, base) => {
    const real = files.filter((each) => !each.includes(".."));
    const drawn = draw({ files: real }, path(target, base));
    const reached = /^file:(.*) \w+$/u.exec(drawn)?.[1];
    if (reached === undefined) return true;
    const without = draw({ files: real.filter((each) => each !== reached) }, path(target, base));
    return [...real, from].includes(reached) && !without.includes(`file:${reached} `);
  });
  expect(() => fc.assert(law)).not.toThrow();
});
