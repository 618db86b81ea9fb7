import { expect, test } from "vitest";
import { versionRuntime } from "../../src/checks/version-runtime.ts";
import { mavenVersions } from "../../src/languages/java/versions.ts";
import { npmVersions } from "../../src/languages/javascript/versions.ts";
import { pythonVersions } from "../../src/languages/python/versions.ts";
import type { RuntimeDemand } from "../../src/model/runtime-demand.ts";
import type { VersionScheme } from "../../src/model/version-scheme.ts";
import { brief, found, project } from "./drawn-braid.ts";

const needs = (runtime: string, range: string): RuntimeDemand => ({
  runtime,
  range,
  strength: "requires",
  file: "shop/package.json",
  line: 3,
  column: 5,
});
const takes = (runtime: string, range: string): RuntimeDemand => ({
  runtime,
  range,
  strength: "pins",
  file: ".tool-versions",
  line: 1,
  column: 1,
});

test("says what is needed, and what is taken, once for all that inherit it", () => {
  const runtimes = [needs("node", ">=20"), takes("node", "18")];
  const projects = [project("shop/package.json", { runtimes }), project("till/package.json", { runtimes })];
  expect(found(versionRuntime, { projects }, npmVersions)).toBe(`warning shop/package.json:3:5 node
  Node >=20 is needed, and .tool-versions takes Node 18
  - .tool-versions:1 takes 18
  fix: take a version in .tool-versions that >=20 allows`);
});

test.each<[scheme: VersionScheme, runtime: string, needed: string, pinned: string, clash: boolean]>([
  [npmVersions, "node", ">=20", "v18.19.0", true],
  [npmVersions, "node", ">=18.17", "18", false],
  [npmVersions, "node", ">=18.17", "18.16.1", true],
  [npmVersions, "node", "^18 || ^20", "19", true],
  [npmVersions, "node", ">=20", "lts/hydrogen", false],
  [npmVersions, "node", "latest", "18", false],
  [npmVersions, "pnpm", ">=9", "8.15.0", true],
  [pythonVersions, "python", ">=3.12", "3.10", true],
  [pythonVersions, "python", ">=3.12", "3.12", false],
  [pythonVersions, "python", ">=3.10.4", "3.10", false],
  [pythonVersions, "python", ">=3.10.4", "3.10.2", true],
  [pythonVersions, "python", ">=3.12", "3", false],
  [pythonVersions, "python", ">=3.12", "pypy3.10-7.3.12", false],
  [mavenVersions, "java", "21", "17", true],
  [mavenVersions, "java", "17", "21", false],
  [mavenVersions, "java", "1.8", "8", false],
  [mavenVersions, "java", "11", "1.8", true],
  [mavenVersions, "java", "21", "17.0.9-tem", false],
  [mavenVersions, "java", "${java.release}", "8", false],
])("%# %s: %s %s and %s", (scheme, runtime, needed, pinned, clash) => {
  const runtimes = [needs(runtime, needed), takes(runtime, pinned)];
  const projects = [project("shop/package.json", { runtimes })];
  expect(brief(versionRuntime, { projects }, scheme)).toHaveLength(clash ? 1 : 0);
});

test("what two files take, or two need, is not compared, nor are two programs", () => {
  const pinned = [takes("node", "18"), takes("node", "20")];
  const apart = [needs("node", ">=20"), takes("npm", "8.0.0")];
  for (const runtimes of [pinned, apart])
    expect(brief(versionRuntime, { projects: [project("shop/package.json", { runtimes })] }, npmVersions)).toEqual([]);
});

test("a toolchain compiles by a JDK of its own", () => {
  const runtimes = [needs("java", "21"), takes("java", "21"), takes("java", "17")];
  expect(brief(versionRuntime, { projects: [project("shop/pom.xml", { runtimes })] }, mavenVersions)).toEqual([]);
});
