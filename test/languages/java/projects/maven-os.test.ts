import { expect, it } from "vitest";
import { isOperatingSystem } from "../../../../src/languages/java/projects/maven-os.ts";

const linux = { "os.name": "Linux", "os.arch": "amd64", "os.version": "6.1" };
const mac = { "os.name": "Mac OS X", "os.arch": "aarch64", "os.version": "14.5" };
const windows = { "os.name": "Windows 11", "os.arch": "amd64", "os.version": "10.0" };

it.each([
  [{ family: "unix" }, linux, true],
  [{ family: "unix" }, mac, true],
  [{ family: "unix" }, windows, false],
  [{ family: "!windows" }, linux, true],
  [{ family: "Windows" }, windows, true],
  [{ family: "mac" }, mac, true],
  [{ family: "mac" }, linux, false],
  [{ name: "linux" }, linux, true],
  [{ name: "!Linux" }, linux, false],
  [{ name: "linux", arch: "amd64" }, linux, true],
  [{ name: "linux", arch: "aarch64" }, linux, false],
  [{ arch: "!amd64" }, mac, true],
  [{ version: "14.5" }, mac, true],
  // a regular expression is the repository's: it is not run
  [{ version: "regex:6\\..*" }, linux, undefined],
  [{ name: "linux", version: "regex:6\\..*" }, windows, false],
  [{ family: "unix" }, {}, undefined],
] as const)("<os> %j on %j: %s", (wanted, system, expected) => {
  expect(isOperatingSystem(wanted, new Map(Object.entries(system)))).toBe(expected);
});
