import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mavenVersions } from "../../../../src/languages/java/versions.ts";

function allows(range: string, version: string): boolean | undefined {
  const parsed = mavenVersions.parse(version);
  const set = mavenVersions.range(range);
  return parsed === undefined || set === undefined ? undefined : set.contains(parsed);
}

describe("Maven's ranges", () => {
  it.each([
    // a version alone is a recommendation
    ["1.0", "2.0", true],
    ["*", "2.0", true],
    ["LATEST", "2.0", true],
    ["[1.0]", "1.0", true],
    ["[1.0]", "1.0.0", true],
    ["[1.0]", "1.1", false],
    ["(,1.0]", "1.0", true],
    ["(,1.0]", "1.1", false],
    ["[1.2,1.3]", "1.2.9", true],
    ["[1.0,2.0)", "2.0", false],
    // the resolver's order: a prerelease of the bound is below it
    ["[1.0,2.0)", "2.0-alpha1", true],
    ["[1.0,2.0)", "1.0-SNAPSHOT", false],
    ["[1.5,)", "999", true],
    ["(1.5,)", "1.5", false],
    ["(,1.0],[1.2,)", "1.1", false],
    ["(,1.0],[1.2,)", "1.2", true],
    ["(,1.1),(1.1,)", "1.1", false],
    ["[34.0.2,35.0.0)", "34.1.0", true],
    ["[1.*]", "1.9", true],
    ["[1.*]", "2", false],
    // Gradle
    ["1.+", "1.99", true],
    ["1.+", "2.0", false],
    ["latest.release", "2.0", true],
  ])("%s and %s: %s", (range, version, expected) => {
    expect(allows(range, version)).toBe(expected);
  });

  it.each(["[1.0", "1.0]", "(1.0)", "[1.0)", "[2,1]", "[1,2,3]", "[1,2] x", "[1,2],", "${version}", "[,"])(
    "%s is refused",
    (range) => {
      expect(mavenVersions.range(range)).toBeUndefined();
    },
  );

  it("prints as vers", () => {
    expect(mavenVersions.range("[1.0,2.0),[3,)")?.print("maven", mavenVersions.print)).toBe(
      "vers:maven/>=1.0|<2.0|>=3",
    );
  });

  it("compares any two versions alike from both sides", () => {
    const version = fc.stringMatching(/^[0-9a-c]{1,3}([.\-_](rc|sp|ga|alpha|[0-9]{1,2}|x)){0,4}$/);
    fc.assert(
      fc.property(version, version, (a, b) => {
        const [x, y] = [mavenVersions.parse(a), mavenVersions.parse(b)];
        if (x === undefined || y === undefined) throw new Error("every such text is a version");
        expect(Math.sign(mavenVersions.compare(x, y)) + Math.sign(mavenVersions.compare(y, x))).toBe(0);
        expect(mavenVersions.compare(x, x)).toBe(0);
      }),
    );
  });
});
