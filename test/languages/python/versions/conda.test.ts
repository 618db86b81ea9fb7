import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { condaVersions } from "../../../../src/languages/python/versions.ts";

const sign = (a: string, b: string): number | undefined => {
  const [left, right] = [condaVersions.parse(a), condaVersions.parse(b)];
  return left === undefined || right === undefined ? undefined : Math.sign(condaVersions.compare(left, right));
};

// https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html#version-ordering
describe("versions in conda's order, from low to high", () => {
  it.each([
    "0.4 < 0.4.1.rc < 0.4.1 < 0.5a1 < 0.5b3 < 0.5c1 < 0.5 < 0.9.6 < 0.960923 < 1.0",
    "1.1dev1 < 1.1a1 < 1.1 < 1.1.0post1 < 1.1post1",
    "1996.07.12 < 1!0.4.1 < 1!3.1.1.6 < 2!0.4.1",
    "1.0.1_ < 1.0.1a < 1.0.1",
    "1.0 < 1.0+1 < 1.0+2.1",
  ])("%s", (text) => {
    const versions = text.split(" < ");
    for (const [at, version] of versions.entries()) {
      for (const later of versions.slice(at + 1)) {
        expect([version, later, sign(version, later), sign(later, version)]).toEqual([version, later, -1, 1]);
      }
    }
  });

  it.each(["1.1 = 1.1.0 = 1.1.0.0", "1.1.post1 = 1.1.0post1", "0.4.1.rc = 0.4.1.RC = 0.4.1.0rc", "1-2 = 1_2 = 1.2"])(
    "%s",
    (text) => {
      const [first = "", ...others] = text.split(" = ");
      for (const other of others) expect([first, other, sign(first, other)]).toEqual([first, other, 0]);
    },
  );

  it.each(["", "1..2", "1!2!3", "a!1", "1+", "+1", "1 2", "1-2_3", "1".repeat(1001)])("%s is none", (text) => {
    expect(condaVersions.parse(text)).toBeUndefined();
  });
});

describe("versions that a match spec allows", () => {
  it.each([
    ["*", "0 9", ""],
    ["1.2", "1.2 1.2.0", "1.2.1 1.3"],
    ["==1.2", "1.2", "1.2.1"],
    ["=1.2", "1.2 1.2.3 1.2a1", "1.20 1.3"],
    ["1.2.*", "1.2 1.2.9", "1.3 1.20"],
    ["1.2*", "1.2 1.2.9", "1.3 1.20"],
    ["!=1.2", "1.1 1.2.1", "1.2"],
    ["!=1.2.*", "1.1 1.3", "1.2 1.2.1"],
    ["~=1.4.2", "1.4.2 1.4.9", "1.4.1 1.5"],
    [">=1.2,<2", "1.2 1.9", "1.1 2"],
    [">=1.2, <2 | 3.1.*", "1.2 3.1.4", "2 3.2"],
    ["(>=1|0.5),<2", "1 0.5", "0.4 2"],
    ["=1.0rc", "1.0rc 1.0rc2", "1.0 1.0a"],
    [">1!0", "1!1", "9 1!0"],
    ["<=1", "1 0.9", "1.1"],
  ])("%s", (text, allowed, others) => {
    const set = condaVersions.range(text);
    const contains = (version: string): boolean | undefined => {
      const parsed = condaVersions.parse(version);
      return parsed === undefined ? undefined : set?.contains(parsed);
    };
    for (const version of allowed.split(" ")) expect([version, contains(version)]).toEqual([version, true]);
    for (const version of others.split(" ").filter(Boolean))
      expect([version, contains(version)]).toEqual([version, false]);
  });

  it.each(["", ">=", ">=1,", "(1", "1)", "^1\\.[23]$", "~=1", "~=1.2.*", "1.*.2", "(".repeat(1000), "1".repeat(1001)])(
    "%s is none",
    (text) => {
      expect(condaVersions.range(text)).toBeUndefined();
    },
  );

  it("takes any text without an error, and ends soon", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0129.*,|()<>=!~ab_-+"), maxLength: 60 }), (text) => {
        expect(() => condaVersions.range(text)).not.toThrow();
        expect(() => condaVersions.parse(text)).not.toThrow();
      }),
    );
  });
});
