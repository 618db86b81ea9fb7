import { expect, test } from "vitest";
import { isVersionFile, type ManagedRuntime, readVersionFile, VersionFiles } from "../../src/files/version-files.ts";
import type { RuntimeDemand } from "../../src/model/runtime-demand.ts";

const managed: readonly ManagedRuntime[] = [
  { runtime: "node", files: [".nvmrc"], keys: ["nodejs"] },
  { runtime: "pnpm", files: [], keys: ["pnpm"] },
];

function read(path: string, text: string): readonly RuntimeDemand[] {
  return readVersionFile({ path, text, diagnostics: [] }, managed);
}

test.each([
  [".nvmrc", "v22.11.0\n", ["1:1 node v22.11.0"]],
  [".nvmrc", "\n# the till's\n  lts/iron # for now\n18\n", ["3:3 node lts/iron"]],
  [".nvmrc", "", []],
  [
    ".tool-versions",
    "python 3.12.1\nnodejs 22.1.0 20.0.0\n\npnpm   9.1.0 # till\n",
    ["2:8 node 22.1.0", "4:8 pnpm 9.1.0"],
  ],
  [".sdkmanrc", "java=21.0.2-tem\nnodejs = 22\n", ["2:10 node 22"]],
])("%s %j", (name, text, expected) => {
  const found = read(`shop/${name}`, text).map((each) => `${each.line}:${each.column} ${each.runtime} ${each.range}`);
  expect(found).toEqual(expected);
});

test("the nearest file at a directory or above tells", () => {
  const files = new VersionFiles([
    ...read(".tool-versions", "nodejs 20\npnpm 9"),
    ...read("web/.nvmrc", "22"),
    ...read("web/till/deep/.nvmrc", "24"),
  ]);
  const of = (directory: string): readonly string[] =>
    files.of(directory).map(({ runtime, range }) => `${runtime} ${range}`);
  expect(of("web/till")).toEqual(["node 22", "pnpm 9"]);
  expect(of("web/till/deep")).toEqual(["node 24", "pnpm 9"]);
  expect(of("bank")).toEqual(["node 20", "pnpm 9"]);
  expect(new VersionFiles([]).of("web")).toEqual([]);
});

test.each([
  [".nvmrc", true],
  [".tool-versions", true],
  [".python-version", false],
])("%s is one of these: %s", (name, expected) => {
  expect(isVersionFile(name, managed)).toBe(expected);
});
