import { expect, test } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { runCheckList } from "../../src/checks/run-checks.ts";
import { versionDisjoint } from "../../src/checks/version-disjoint.ts";
import { npmVersions } from "../../src/languages/javascript/versions.ts";
import { pythonVersions } from "../../src/languages/python/versions.ts";
import type { Project } from "../../src/model/project.ts";
import type { Requirement } from "../../src/model/requirement.ts";
import { braid, brief, found, numbers, project } from "./drawn-braid.ts";

type Asked = Partial<Requirement> & { readonly range: string };

function asks(manifest: string, requirements: readonly Asked[], installScope?: string): ReturnType<typeof project> {
  return project(manifest, {
    requirements: requirements.map((each) => ({ package: "pkg:npm/lodash", ...each })),
    ...(installScope === undefined ? {} : { installScope }),
  });
}

test("two installations that could never be one", () => {
  const projects = [
    asks("shop/package.json", [{ range: "4-5", line: 8 }]),
    asks("web/package.json", [{ range: "1-3", line: 63 }]),
  ];
  expect(found(versionDisjoint, { projects })).toBe(`warning shop/package.json:8:1 pkg:npm/lodash
  no version of lodash is both 4-5 and 1-3; they are installed apart
  - shop/package.json:8 asks for 4-5
  - web/package.json:63 asks for 1-3
  fix: let web/package.json:63 allow 4-5 too`);
});

test("what two environments provide is two versions", () => {
  const projects = [
    asks("flink/v1/build.gradle", [{ range: "4-5", scope: "provided" }]),
    asks("flink/v2/build.gradle", [{ range: "1-3", scope: "provided" }]),
  ];
  expect(found(versionDisjoint, { projects })).toBe("");
});

test.each<[string, readonly Asked[], readonly string[]]>([
  ["ranges that meet", [{ range: "1-3" }, { range: "3-4" }], []],
  ["ranges that do not", [{ range: "1-3" }, { range: "4" }], ["error bank/package.json:1:1 pkg:npm/lodash"]],
  [
    "a peer counts",
    [
      { range: "1-3", scope: "dev" },
      { range: "4", scope: "peer" },
    ],
    ["error bank/package.json:1:1 pkg:npm/lodash"],
  ],
  [
    "conditions that exclude each other",
    [
      { range: "1", marker: "old" },
      { range: "4", marker: "new" },
    ],
    [],
  ],
  [
    "a condition and none",
    [{ range: "1", marker: "old" }, { range: "4" }],
    ["error bank/package.json:1:1 pkg:npm/lodash"],
  ],
  ["a group and none", [{ range: "1", group: "gpu" }, { range: "4" }], ["error bank/package.json:1:1 pkg:npm/lodash"]],
  [
    "two groups",
    [
      { range: "1", group: "gpu" },
      { range: "4", group: "cpu" },
    ],
    ["warning bank/package.json:1:1 pkg:npm/lodash"],
  ],
  [
    "environments of their own",
    [{ range: "1", environment: "py37" }, { range: "4", environment: "py312" }, { range: "2" }],
    [],
  ],
  [
    "one environment",
    [
      { range: "1", environment: "py312" },
      { range: "4", environment: "py312" },
    ],
    ["error bank/package.json:1:1 pkg:npm/lodash"],
  ],
  ["a managed version settles it", [{ range: "1" }, { range: "4" }, { range: "4", scope: "managed" }], []],
  [
    "a constraint binds",
    [{ range: "1" }, { range: "4", scope: "constraint" }],
    ["error bank/package.json:1:1 pkg:npm/lodash"],
  ],
  ["no range at all", [{ range: "1" }, { range: "*" }, { range: "git+ssh" }], []],
  ["a project of the repository by its path", [{ range: "1" }, { range: "4", path: "lodash" }], []],
])("in one project: %s", (_, requirements, expected) => {
  expect(brief(versionDisjoint, { projects: [asks("bank/package.json", requirements)] })).toEqual(expected);
});

test("ranges with gaps may clash only when all are together: the smallest such set", () => {
  const requirements = ["1-9", "1,3", "1,2", "2,3", "1-5"].map((range) => ({ range }));
  expect(found(versionDisjoint, { projects: [asks("bank/package.json", requirements)] })).toBe(
    `error bank/package.json:2:1 pkg:npm/lodash
  no version of lodash is at once 1,3 and 1,2 and 2,3
  - bank/package.json:2 asks for 1,3
  - bank/package.json:3 asks for 1,2
  - bank/package.json:4 asks for 2,3
  - bank/package.json:1 also asks for 1-9
  - bank/package.json:5 also asks for 1-5
  fix: let bank/package.json:3 allow 1,3 too`,
  );
});

const members = [
  asks("a/package.json", [{ range: "1" }], "project:package.json"),
  asks("b/package.json", [{ range: "4" }], "project:package.json"),
];

test("members of one installation clash, unless it holds versions side by side", () => {
  expect(brief(versionDisjoint, { projects: members })).toEqual(["error a/package.json:1:1 pkg:npm/lodash"]);
  const sideBySide = numbers({ sideBySide: true });
  expect(brief(versionDisjoint, { projects: members }, sideBySide)).toEqual([
    "warning a/package.json:1:1 pkg:npm/lodash",
  ]);
});

test("what is inherited counts once", () => {
  const parent: Asked = { range: "1", file: "pom.xml", line: 7 };
  const projects = [
    asks("pom.xml", [parent]),
    asks("a/pom.xml", [parent]),
    asks("b/pom.xml", [parent, { range: "2" }]),
  ];
  expect(brief(versionDisjoint, { projects })).toEqual(["error b/pom.xml:2:1 pkg:npm/lodash"]);
});

test("a constraint of one installation does not bind another", () => {
  const projects = [
    asks("a/package.json", [{ range: "1" }]),
    asks("b/package.json", [{ range: "4", scope: "constraint" }]),
  ];
  expect(brief(versionDisjoint, { projects })).toEqual([]);
});

test("fixtures are installed by nobody", () => {
  const projects = [asks("a/package.json", [{ range: "1" }]), asks("test/fixtures/b/package.json", [{ range: "4" }])];
  expect(brief(versionDisjoint, { projects })).toEqual([]);
});

test("of many requirements five are listed and the rest counted", () => {
  const projects = Array.from({ length: 2000 }, (_, at) =>
    asks(`p${at}/package.json`, [{ range: String((at % 2) + 1) }]),
  );
  const [first = "", ...rest] = found(versionDisjoint, { projects }).split("\n");
  expect(first).toBe("warning p0/package.json:1:1 pkg:npm/lodash");
  expect(rest[0]).toContain("(1995 more requirements on it are not listed)");
  expect(rest.filter((line) => line.startsWith("  - "))).toHaveLength(5);
});

test("lines that are lock entries ask for nothing", () => {
  const entry = { package: "pkg:npm/lodash", version: "1", file: "a/pins.txt", line: 3, column: 1, requires: [] };
  const pinned = { ...asks("a/package.json", [{ range: "1", file: "a/pins.txt", line: 3 }]), locks: [entry] };
  expect(brief(versionDisjoint, { projects: [pinned, asks("b/package.json", [{ range: "4" }])] })).toEqual([]);
});

test("what a range comes from is told below it", () => {
  const origin = [{ file: "pom.xml", line: 9, message: "the property lodash.version is 1" }];
  const projects = [asks("bank/package.json", [{ range: "1", origin }, { range: "4" }])];
  const [conflict] = [...versionDisjoint.run(braid({ projects }))];
  expect(conflict?.causes).toEqual([
    { file: "bank/package.json", line: 1, column: 1, message: "asks for 1", because: origin },
    { file: "bank/package.json", line: 2, column: 1, message: "asks for 4" },
  ]);
  expect(conflict?.evidence.map(({ file, line }) => `${file}:${line}`)).toEqual([
    "bank/package.json:1",
    "pom.xml:9",
    "bank/package.json:2",
  ]);
});

test("the ranges of the core lie over one axis", () => {
  const projects = [asks("bank/package.json", [{ range: "1-2,4" }, { range: "7" }, { range: "1-9" }])];
  const [conflict] = [...versionDisjoint.run(braid({ projects }))];
  const end = (at: number): object => ({ at, inclusive: true });
  expect(conflict?.chart).toEqual({
    versions: ["1", "2", "4", "7"],
    rows: [
      {
        range: "1-2,4",
        file: "bank/package.json",
        line: 1,
        spans: [
          { from: end(0), to: end(1) },
          { from: end(2), to: end(2) },
        ],
      },
      { range: "7", file: "bank/package.json", line: 2, spans: [{ from: end(3), to: end(3) }] },
    ],
  });
});

/** What is said of the way out when it was tried. */
function fixes(projects: readonly Project[]): readonly string[] {
  return runCheckList(checks, braid({ projects }), { only: ["version/disjoint"] }).map(
    ({ fix }) => `${fix?.verified === true ? "verified: " : ""}${fix?.message}`,
  );
}

test.each<[string, readonly Asked[], string]>([
  [
    "the newest range that all can take",
    ["1-3", "4", "1-4"].map((range) => ({ range })),
    "verified: let bank/package.json:1 ask for 4, as bank/package.json:2 does",
  ],
  [
    "an older one, where a third asks for it",
    ["2-3", "6", "3-4"].map((range) => ({ range })),
    "verified: let bank/package.json:1 and bank/package.json:3 ask for 6, as bank/package.json:2 does",
  ],
  [
    "of ranges with gaps one gives way",
    ["1,3", "1,2", "2,3"].map((range) => ({ range })),
    "verified: let bank/package.json:2 ask for 1,3, as bank/package.json:1 does",
  ],
  [
    "too many places",
    ["1", "2", "3", "4", "5", "6", "7"].map((range) => ({ range })),
    "let bank/package.json:1 allow 2 too",
  ],
])("a way out that was tried: %s", (_, requirements, expected) => {
  expect(fixes([asks("bank/package.json", requirements)])).toEqual([expected]);
});

test("a way out that breaks another thing is none", () => {
  // The bank's own lodash is 1: asking for 4 would be an error of version/local.
  const projects = [
    project("lodash/package.json", { package: "pkg:npm/lodash", version: "1", installScope: "project:package.json" }),
    asks("bank/package.json", [{ range: "1" }, { range: "4", scope: "peer" }], "project:package.json"),
  ];
  expect(fixes(projects)).toEqual(["verified: let bank/package.json:2 ask for 1, as bank/package.json:1 does"]);
});

test.each([
  [npmVersions, ["~3.9.3", ">=4.0.0-rc.1"], ["3.9.3", "3.10.0", "4.0.0"]],
  [pythonVersions, ["==1.26.18", ">=2.0"], ["1.26.18", "2.0"]],
])("the axis holds what people wrote, in %o", (scheme, ranges, expected) => {
  const projects = [
    asks(
      "bank/package.json",
      ranges.map((range) => ({ range })),
    ),
  ];
  const [conflict] = [...versionDisjoint.run(braid({ projects }, scheme))];
  expect(conflict?.chart?.versions).toEqual(expected);
});
