import { expect, test } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { runCheckList } from "../../src/checks/run-checks.ts";
import { importUndeclared } from "../../src/checks/import-undeclared.ts";
import type { Project } from "../../src/model/project.ts";
import { braid, brief, found, lock, project } from "./drawn-braid.ts";

const shop = project("shop/package.json");

test("nothing asks for it", () => {
  expect(
    found(importUndeclared, {
      projects: [shop],
      edges: `
        shop/src/cart.ts -> pkg:npm/left-pad 3:17 "left-pad" (undeclared pkg:npm/left-pad)
        shop/src/cart.ts -> pkg:npm/left-pad 9:17 "left-pad/lib" (undeclared pkg:npm/left-pad)
        shop/src/cart.ts -> pkg:npm/react 1:1 "react" (declared pkg:npm/react)`,
    }),
  ).toBe(`error shop/src/cart.ts:3:17 pkg:npm/left-pad
  left-pad is imported, but shop/package.json does not declare it, and nothing that it requires is known to bring it
  fix: add "left-pad" to the dependencies of shop/package.json`);
});

test("another requirement brings it: which one, by what way, and what is locked", () => {
  const library = project("library/package.json", {
    requirements: [
      { package: "pkg:npm/webpack-dev-server", line: 7 },
      { package: "pkg:npm/react", line: 8 },
    ],
    locks: [
      lock("webpack-dev-server@4.0.0", 20, "proxy@2.0.0"),
      lock("proxy@2.0.0", 30, "express@4.18.0"),
      lock("express@4.18.0", 40),
      lock("react@18.0.0", 50),
    ],
  });
  expect(
    found(importUndeclared, {
      projects: [library],
      edges: 'library/proxy.js -> pkg:npm/express 3:17 "express" (transitive pkg:npm/express)',
    }),
  ).toBe(`warning library/proxy.js:3:17 pkg:npm/express
  express is imported, but library/package.json does not declare it: only webpack-dev-server brings it
  - package-lock.json:40 express 4.18.0 is locked here
  - library/package.json:7 asks for webpack-dev-server
  - package-lock.json:20 webpack-dev-server 4.0.0 asks for proxy 2.0.0
  - package-lock.json:30 proxy 2.0.0 asks for express 4.18.0
  fix: add "express" (4.18.0 is locked) to the dependencies of library/package.json`);
});

test("the lock of the workspace counts for its members", () => {
  const root = project("package.json", { locks: [lock("a@1.0.0", 2, "b@1.0.0"), lock("b@1.0.0", 3)] });
  const member = project("web/package.json", { installScope: root.id, requirements: [{ package: "pkg:npm/a" }] });
  const edges = 'web/app.js -> pkg:npm/b 1:1 "b" (transitive pkg:npm/b)';
  expect(found(importUndeclared, { projects: [root, member], edges })).toContain("only a brings it");
});

test("a circle of locked requirements ends", () => {
  const root = project("package.json", {
    requirements: [{ package: "pkg:npm/other" }],
    locks: [lock("a@1.0.0", 2, "b@1.0.0"), lock("b@1.0.0", 3, "a@1.0.0")],
  });
  const edges = 'app.js -> pkg:npm/b 1:1 "b" (transitive pkg:npm/b)';
  expect(found(importUndeclared, { projects: [root], edges })).toContain("only because another requirement brings it");
});

test("another project of the repository brings it", () => {
  const core = project("core/pom.xml", {
    package: "pkg:npm/bank-core",
    requirements: [{ package: "pkg:npm/ledger", line: 31 }],
  });
  const teller = project("teller/pom.xml", { requirements: [{ package: "pkg:npm/bank-core", line: 12 }] });
  expect(
    found(importUndeclared, {
      projects: [core, teller],
      edges: 'teller/Desk.java -> pkg:npm/ledger 3:8 "ledger.Book" (transitive pkg:npm/ledger)',
    }),
  ).toBe(`warning teller/Desk.java:3:8 pkg:npm/ledger
  ledger is imported, but teller/pom.xml does not declare it: bank-core brings it
  - teller/pom.xml:12 asks for bank-core
  - core/pom.xml:31 bank-core asks for ledger
  fix: add "ledger" to the dependencies of teller/pom.xml`);
});

test("a project of the repository that is not asked for is named by its manifest", () => {
  const core = project("core/pom.xml", { package: "pkg:npm/bank-core" });
  const edges = 'teller/Desk.java -> core/Ledger.java 3:8 "core.Ledger" (undeclared pkg:npm/bank-core)';
  const drawing = found(importUndeclared, { projects: [core, project("teller/pom.xml")], edges });
  expect(drawing).toContain(
    "bank-core (a project of this repository, core/pom.xml) is imported, but teller/pom.xml does not declare it",
  );
  expect(drawing.split("\n")[0]).toBe("error teller/Desk.java:3:8 pkg:npm/bank-core");
});

const x = '1:1 "x"';
test.each([
  ["a guess is no error", `a.ts -> pkg:npm/x ${x} ~inferred (undeclared pkg:npm/x)`, ["warning a.ts:1:1 pkg:npm/x"]],
  [
    "a guess of which nothing more is known is an info",
    `a.ts -> pkg:npm/x ${x} ~inferred (unknown pkg:npm/x)`,
    ["info a.ts:1:1 pkg:npm/x"],
  ],
  ["no manifest of the ecosystem is responsible", `a.ts -> pkg:pypi/x ${x} (undeclared pkg:pypi/x)`, []],
  ["what cannot be known is a warning", `a.ts -> pkg:npm/x ${x} (unknown pkg:npm/x)`, ["warning a.ts:1:1 pkg:npm/x"]],
  ["a guarded import may fail", `a.ts -> pkg:npm/x ${x} [optional] (undeclared pkg:npm/x)`, []],
  ["types are erased", `a.ts -> pkg:npm/x ${x} [typeOnly] (undeclared pkg:npm/x)`, ["info a.ts:1:1 pkg:npm/x"]],
  [
    "the import that runs decides",
    `a.ts -> pkg:npm/x ${x} [typeOnly] (undeclared pkg:npm/x)\na.ts -> pkg:npm/x 2:1 "x" (undeclared pkg:npm/x)`,
    ["error a.ts:2:1 pkg:npm/x"],
  ],
  [
    "what is shown to readers",
    `examples/a.ts -> pkg:npm/x ${x} (undeclared pkg:npm/x)`,
    ["warning examples/a.ts:1:1 pkg:npm/x"],
  ],
  [
    "a playground",
    `playground/a.ts -> pkg:npm/x ${x} (undeclared pkg:npm/x)`,
    ["warning playground/a.ts:1:1 pkg:npm/x"],
  ],
  [
    "fixtures",
    `test/fixtures/a.ts -> pkg:npm/x ${x} (undeclared pkg:npm/x)`,
    ["info test/fixtures/a.ts:1:1 pkg:npm/x"],
  ],
])("%s", (_, edges, expected) => {
  expect(brief(importUndeclared, { projects: [project("package.json")], edges })).toEqual(expected);
});

test.each([
  ["src/main/java/com/example/Till.java", "error"],
  ["examples/src/main/java/org/bank/Till.java", "warning"],
])("directories below a source root are names of packages: %s", (file, severity) => {
  const directory = file.slice(0, file.indexOf("java/") + 4);
  const projects = [project("pom.xml", { ecosystem: "maven", sourceRoots: [{ directory, scope: "main" }] })];
  const edges = `${file} -> pkg:maven/org.vault/vault 1:1 "org.vault.Vault" (undeclared pkg:maven/org.vault/vault)`;
  expect(brief(importUndeclared, { projects, edges, nodes: { [file]: { unit: "org.bank" } } })).toEqual([
    `${severity} ${file}:1:1 pkg:maven/org.vault/vault`,
  ]);
});

test("tests ask for a development dependency", () => {
  const edges = 'shop/test/cart.ts -> pkg:npm/x 1:1 "x" [test] (undeclared pkg:npm/x)';
  expect(found(importUndeclared, { projects: [shop], edges })).toContain(
    'add "x" to the development or test dependencies of shop/package.json',
  );
});

test("an example that is a project of its own is no less than another", () => {
  const edges = 'examples/till/a.ts -> pkg:npm/x 1:1 "x" (undeclared pkg:npm/x)';
  const projects = [project("package.json"), project("examples/till/package.json")];
  expect(brief(importUndeclared, { projects, edges })).toEqual(["error examples/till/a.ts:1:1 pkg:npm/x"]);
});

test("what only the installation around a project has", () => {
  const root = project("package.json", {
    requirements: [{ package: "pkg:npm/a" }],
    locks: [lock("a@1.0.0", 2, "b@1.0.0"), lock("b@1.0.0", 3)],
  });
  const edges = 'tools/rules/a.js -> pkg:npm/b 1:1 "b" (undeclared pkg:npm/b)';
  expect(found(importUndeclared, { projects: [root, project("tools/rules/package.json")], edges })).toBe(
    `warning tools/rules/a.js:1:1 pkg:npm/b
  b is imported, but tools/rules/package.json does not declare it: it is found only in the installation of package.json, the project around it
  - package-lock.json:3 b 1.0.0 is locked here
  - package.json:1 asks for a
  - package-lock.json:2 a 1.0.0 asks for b 1.0.0
  fix: add "b" (1.0.0 is locked) to the dependencies of tools/rules/package.json`,
  );
});

test("a file of no project has no manifest to declare anything in", () => {
  expect(brief(importUndeclared, { edges: 'a.ts -> pkg:npm/x 1:1 "x" (undeclared pkg:npm/x)' })).toEqual([]);
});

test("a compiled list of pins is a lock: it does not bring what it pins", () => {
  const pins = "library/requirements.txt";
  const library = project("library/requirements.in", {
    requirements: [
      { package: "pkg:npm/grpcio", line: 1 },
      { package: "pkg:npm/protobuf", range: "6", file: pins, line: 9 },
    ],
    locks: [
      { ...lock("grpcio@1.0.0", 5, "protobuf@6.0.0"), file: pins },
      { ...lock("protobuf@6.0.0", 9), file: pins },
    ],
  });
  const edges = 'library/rpc.py -> pkg:npm/protobuf 2:1 "google.protobuf" (transitive pkg:npm/protobuf)';
  expect(found(importUndeclared, { projects: [library], edges })).toContain("only grpcio brings it");
});

test("what only the project around it asks for is found by its place", () => {
  const outer = project("web/package.json", { requirements: [{ package: "pkg:npm/rxjs", line: 4 }] });
  const inner = project("web/projects/till/package.json");
  const edges = 'web/projects/till/drawer.ts -> pkg:npm/rxjs 1:1 "rxjs" (undeclared pkg:npm/rxjs)';
  expect(found(importUndeclared, { projects: [inner, outer], edges })).toBe(
    `warning web/projects/till/drawer.ts:1:1 pkg:npm/rxjs
  rxjs is imported, but web/projects/till/package.json does not declare it: only web/package.json, the project around it, does
  - web/package.json:4 rxjs is asked for here
  fix: add "rxjs" to the dependencies of web/projects/till/package.json`,
  );
});

test("a neighbour that is installed together is found all the same", () => {
  const scope = "project:package.json";
  const projects = [
    project("a/package.json", { installScope: scope }),
    project("b/package.json", { installScope: scope, package: "pkg:npm/b" }),
  ];
  const edges = 'a/a.ts -> b/b.ts 1:1 "b" (undeclared pkg:npm/b)';
  expect(found(importUndeclared, { projects, edges })).toContain("only because both are installed together");
  expect(brief(importUndeclared, { projects, edges })).toEqual(["warning a/a.ts:1:1 pkg:npm/b"]);
});

/** What is said of the way out when it was tried. */
function fixes(drawn: Parameters<typeof braid>[0]): readonly string[] {
  return runCheckList(checks, braid(drawn), { only: ["import/undeclared"] }).map(
    ({ fix }) => `${fix?.verified === true ? "verified: " : ""}${fix?.message}`,
  );
}

const neighbours = (...back: readonly string[]): readonly Project[] => [
  project("shop/package.json", { installScope: "project:package.json" }),
  project("stock/package.json", {
    package: "pkg:npm/stock",
    version: "2",
    installScope: "project:package.json",
    requirements: back.map((name) => ({ package: `pkg:npm/${name}`, range: "1" })),
  }),
];

test("asking for a neighbour was tried", () => {
  const edges = 'shop/cart.js -> stock/shelf.js 1:1 "stock" (undeclared pkg:npm/stock)';
  expect(fixes({ projects: neighbours(), edges })).toEqual([
    'verified: add "stock" to the dependencies of shop/package.json',
  ]);
});

test("a way out that would close a circle of projects is not called one that holds", () => {
  const projects = neighbours("shop").map((each) =>
    each.package === undefined ? Object.assign({}, each, { package: "pkg:npm/shop", version: "1" }) : each,
  );
  const edges = 'shop/cart.js -> stock/shelf.js 1:1 "stock" (undeclared pkg:npm/stock)';
  expect(fixes({ projects, edges })).toEqual(['add "stock" to the dependencies of shop/package.json']);
});

test("what tests alone may ask for says nothing of what production code may", () => {
  const projects = neighbours("shop").map((each) =>
    each.package === undefined ? Object.assign({}, each, { package: "pkg:npm/shop", version: "1" }) : each,
  );
  const edges = `
    shop/cart.test.js -> stock/shelf.js 1:1 "stock" [test] (undeclared pkg:npm/stock)
    shop/cart.js -> stock/shelf.js 1:1 "stock" (undeclared pkg:npm/stock)`;
  expect(fixes({ projects, edges })).toEqual([
    'add "stock" to the dependencies of shop/package.json',
    'verified: add "stock" to the development or test dependencies of shop/package.json',
  ]);
});

test("a way out that was tried is not taken: other checks see the repository as it is", () => {
  const projects = neighbours("shop").map((each) =>
    each.package === undefined ? Object.assign({}, each, { package: "pkg:npm/shop", version: "1" }) : each,
  );
  const edges = 'shop/cart.js -> stock/shelf.js 1:1 "stock" (undeclared pkg:npm/stock)';
  const conflicts = runCheckList(checks, braid({ projects, edges }), { only: ["import/undeclared", "import/cycle"] });
  expect(conflicts.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    "warning import/cycle",
    "warning import/undeclared",
  ]);
});

test("where no version is known, nothing is tried", () => {
  const projects = [project("shop/package.json")];
  const edges = 'shop/cart.js -> pkg:npm/pad 1:1 "pad" (undeclared pkg:npm/pad)';
  expect(fixes({ projects, edges })).toEqual(['add "pad" to the dependencies of shop/package.json']);
});

test("a project of the same build is asked for as that build does it", () => {
  const core = project("core/build.gradle", {
    ecosystem: "maven",
    package: "pkg:maven/bank/core",
    inBuild: { notation: 'project(":core")', build: "" },
  });
  const desk = project("desk/build.gradle", {
    ecosystem: "maven",
    inBuild: { notation: 'project(":desk")', build: "" },
  });
  const edges = 'desk/Desk.java -> core/Account.java 3:8 "bank.Account" (undeclared pkg:maven/bank/core)';
  expect(found(importUndeclared, { projects: [core, desk], edges })).toContain(
    'fix: add project(":core") to the dependencies of desk/build.gradle',
  );
  const far = project("desk/build.gradle", {
    ecosystem: "maven",
    inBuild: { notation: 'project(":")', build: "desk" },
  });
  expect(found(importUndeclared, { projects: [core, far], edges })).toContain(
    'fix: add "bank/core" to the dependencies of desk/build.gradle',
  );
});
