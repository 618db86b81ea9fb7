import { expect, test } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { runCheckList } from "../../src/checks/run-checks.ts";
import { manifestUnused } from "../../src/checks/manifest-unused.ts";
import type { Requirement } from "../../src/model/requirement.ts";
import { braid, brief, found, lock, project } from "./drawn-braid.ts";

const imports = 'web/app.ts -> pkg:npm/react 1:1 "react" (declared pkg:npm/react)';

test("asked for and imported nowhere", () => {
  const web = project("web/package.json", {
    requirements: [
      { package: "pkg:npm/react", line: 4 },
      { package: "pkg:npm/xml2js", line: 5 },
    ],
  });
  expect(found(manifestUnused, { projects: [web], edges: imports })).toBe(`warning web/package.json:5:1 pkg:npm/xml2js
  xml2js is asked for, but nothing in web imports it
  fix: remove "xml2js" from web/package.json, unless something other than an import needs it`);
});

test.each<[string, Partial<Requirement>]>([
  ["development", { scope: "dev" }],
  ["a peer", { scope: "peer" }],
  ["provided", { scope: "provided" }],
  ["optional", { scope: "optional" }],
  ["managed", { scope: "managed" }],
  ["what works by being installed", { observable: false }],
  ["what a script names", { usedBy: { file: "web/package.json", line: 9, message: "scripts.start" } }],
])("nothing about %s", (_, requirement) => {
  const web = project("web/package.json", { requirements: [{ package: "pkg:npm/xml2js", ...requirement }] });
  expect(brief(manifestUnused, { projects: [web], edges: imports })).toEqual([]);
});

test.each([
  ["a type", 'web/app.ts -> pkg:npm/x 1:1 "x" [typeOnly] (declared pkg:npm/x)'],
  ["a guarded import", 'web/app.ts -> pkg:npm/x 1:1 "x" [optional] (declared pkg:npm/x)'],
  ["a directory below without a project", 'web/src/deep/app.ts -> pkg:npm/x 1:1 "x"'],
  ["a project below that does not ask for it itself", 'web/docs/app.ts -> pkg:npm/x 1:1 "x" (undeclared pkg:npm/x)'],
  ["a file of the project that publishes it", 'web/app.ts -> x/index.ts 1:1 "x"'],
  ["an import that reaches a file by another name", 'web/app.ts -> x/index.ts 1:1 "x" (declared pkg:npm/x)'],
  ["a bridge", 'web/app.ts -> pkg:npm/x 1:1 "node" bridges'],
])("%s is a use", (_, edge) => {
  const projects = [
    project("web/docs/package.json"),
    project("web/package.json", { requirements: [{ package: "pkg:npm/x" }] }),
    project("x/package.json", { package: "pkg:npm/x" }),
  ];
  expect(brief(manifestUnused, { projects, edges: `${imports}\n${edge}` })).toEqual([]);
});

test("a use elsewhere is none here", () => {
  const projects = [
    project("shop/package.json", { requirements: [{ package: "pkg:npm/x", line: 3 }] }),
    project("web/package.json", { requirements: [{ package: "pkg:npm/x", line: 3 }] }),
  ];
  const edges = 'web/app.ts -> pkg:npm/x 1:1 "x"\nshop/till.ts -> shop/cart.ts 1:1 "./cart"';
  expect(brief(manifestUnused, { projects, edges })).toEqual(["warning shop/package.json:3:1 pkg:npm/x"]);
});

test("what another project has from here is told, and only an info", () => {
  const projects = [
    project("till/package.json", {
      package: "pkg:npm/till",
      requirements: [{ package: "pkg:npm/x", line: 3 }],
    }),
    project("desk/package.json", { package: "pkg:npm/desk", requirements: [{ package: "pkg:npm/till" }] }),
    project("web/package.json", { requirements: [{ package: "pkg:npm/desk" }] }),
  ];
  const edges =
    'till/a.ts -> till/b.ts 1:1\ndesk/a.ts -> till/b.ts 1:1\nweb/a.ts -> pkg:npm/x 1:1 "x"\nweb/a.ts -> desk/a.ts 2:1';
  expect(found(manifestUnused, { projects, edges })).toBe(`info till/package.json:3:1 pkg:npm/x
  x is asked for, but nothing in till imports it; web does, and has it from here
  fix: ask for "x" in web/package.json, and remove it from till/package.json`);
});

const inherited = { file: "pom.xml", line: 20 };

test("what a parent asks for is used if any child uses it", () => {
  const requirements = [
    { package: "pkg:npm/log", ...inherited },
    { package: "pkg:npm/time", ...inherited, line: 30 },
  ];
  const projects = ["pom.xml", "a/pom.xml", "b/pom.xml"].map((manifest) => project(manifest, { requirements }));
  const edges = 'b/Clock.java -> pkg:npm/log 1:1 "log"\na/Bell.java -> b/Clock.java 1:1 "Clock"';
  expect(found(manifestUnused, { projects, edges })).toBe(`warning pom.xml:30:1 pkg:npm/time
  time is asked for, but nothing in the 2 projects that it counts for imports it
  fix: remove "time" from pom.xml, unless something other than an import needs it`);
});

test("a project of the repository may be needed without an import", () => {
  const projects = [
    project("web/package.json", { requirements: [{ package: "pkg:npm/x", line: 3 }] }),
    project("x/package.json", { package: "pkg:npm/x" }),
  ];
  expect(brief(manifestUnused, { projects, edges: "web/a.ts -> web/b.ts 1:1" })).toEqual([
    "info web/package.json:3:1 pkg:npm/x",
  ]);
});

test("without a source file nothing can be said", () => {
  const image = project("docker/requirements.txt", { requirements: [{ package: "pkg:npm/x" }] });
  expect(brief(manifestUnused, { projects: [image], edges: imports })).toEqual([]);
});

test("files of another language say nothing", () => {
  const web = project("web/package.json", { requirements: [{ package: "pkg:npm/x" }] });
  const tools = project("tools/package.json", { requirements: [{ package: "pkg:npm/x" }] });
  const edges = 'web/app.ts -> pkg:npm/x 1:1 "x"\ntools/run.py -> tools/go.py 1:1 "go"';
  const nodes = { "tools/run.py": { language: "py" }, "tools/go.py": { language: "py" } };
  expect(brief(manifestUnused, { projects: [web, tools], edges, nodes })).toEqual([]);
});

test("generated sources may use what nothing else does", () => {
  const projects = [project("till/pom.xml", { requirements: [{ package: "pkg:npm/protobuf", line: 3 }] })];
  const target = "unresolved:java/till.Receipt";
  const drawn = {
    projects,
    edges: `till/Drawer.java -> ${target} 1:1`,
    nodes: { [target]: { generated: "protobuf" } },
  };
  expect(found(manifestUnused, drawn)).toContain("imports it; generated sources, which are not here, may");
  expect(brief(manifestUnused, drawn)).toEqual(["info till/pom.xml:3:1 pkg:npm/protobuf"]);
});

test("what a project of the repository wants beside it is used by those who ask for that project", () => {
  const projects = [
    project("app/package.json", { requirements: [{ package: "pkg:npm/ui" }, { package: "pkg:npm/react" }] }),
    project("ui/package.json", { package: "pkg:npm/ui", requirements: [{ package: "pkg:npm/react", scope: "peer" }] }),
  ];
  const edges = 'app/app.ts -> ui/index.ts 1:1 "ui"';
  expect(brief(manifestUnused, { projects, edges })).toEqual([]);
});

test("taking it out was tried: it holds, unless something else comes only with it", () => {
  const shop = project("package.json", {
    requirements: [{ package: "pkg:npm/express", line: 3 }],
    locks: [lock("express@4.0.0", 10, "qs@6.0.0"), lock("qs@6.0.0", 20)],
  });
  const fix = (edges: string): readonly (true | undefined)[] =>
    runCheckList(checks, braid({ projects: [shop], edges }), { only: ["manifest/unused"] }).map(
      (each) => each.fix?.verified,
    );
  const used = 'src/cart.ts -> pkg:npm/react 1:1 "react" (declared pkg:npm/react)';
  expect(fix(used)).toEqual([true]);
  expect(fix(`${used}\n src/cart.ts -> pkg:npm/qs 2:1 "qs" (transitive pkg:npm/qs)`)).toEqual([undefined]);
});
