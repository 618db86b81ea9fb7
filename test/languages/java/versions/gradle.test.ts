import { describe, expect, it } from "vitest";
import { compareGradleVersions, parseGradleVersion } from "../../../../src/languages/java/versions/gradle.ts";

const sign = (a: string, b: string): number =>
  Math.sign(compareGradleVersions(parseGradleVersion(a), parseGradleVersion(b)));

// https://docs.gradle.org/current/userguide/dependency_versions.html#sec:version-ordering
describe("versions in Gradle's order, from low to high", () => {
  it.each([
    "1.1 < 1.2 < 1.10",
    "1.a < 1.1",
    "1.A < 1.B < 1.a < 1.b",
    "1.1.a < 1.1 < 1.1.0",
    "1.0-dev < 1.0-ALPHA < 1.0-alpha < 1.0-rc",
    "1.0-zeta < 1.0-rc < 1.0-snapshot < 1.0-final < 1.0-ga < 1.0-release < 1.0-sp < 1.0",
    "1.0-RC-1 < 1.0.rc.2",
    "1..1 < 1.1",
    "1.9223372036854775808 < 1.0 < 1.9223372036854775807",
    "2.0-rc-1 < 2.0-rc-1.1 < 2.0-SNAPSHOT < 2.0",
  ])("%s", (text) => {
    const versions = text.split(" < ");
    for (const [at, version] of versions.entries()) {
      for (const later of versions.slice(at + 1)) {
        expect([version, later, sign(version, later)]).toEqual([version, later, -1]);
        expect([later, version, sign(later, version)]).toEqual([later, version, 1]);
      }
    }
  });

  it.each(["1.a.1 = 1-a+1 = 1.a-1 = 1a1", "1.01 = 1.1", "1.0-RC = 1.0.rc", "1.0. = 1.0"])("%s", (text) => {
    const [first = "", ...others] = text.split(" = ");
    for (const other of others) expect([first, other, sign(first, other)]).toEqual([first, other, 0]);
  });
});
