import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseGradleVersion } from "../../../../src/languages/java/versions/gradle.ts";
import { parseSelector } from "../../../../src/languages/java/versions/selector.ts";

describe("versions that a selector of Gradle accepts", () => {
  it.each([
    ["1.3", "1.3", "1.2 1.3.0 2"],
    ["[1.3]", "1.3", "1.2 2"],
    ["[1.0,2.0]", "1.0 1.5 2.0 2.0-dev1", "0.9 2.0.1"],
    ["[1.0,2.0[", "1.0 1.5", "2.0 2.0-dev1 2.0-SNAPSHOT"],
    ["]1.0,2.0)", "1.0.1 1.5", "1.0 2.0-rc"],
    ["(1.0, 2.0]", "1.5 2.0", "1.0"],
    ["[1.0,)", "1.0 7", "0.9"],
    ["(,2.0[", "0.1 1.9", "2.0 2.0-alpha 3"],
    ["1.+", "1.0 1.9.3 1.x", "1 2.0 10.1"],
    ["1.2+", "1.2 1.2.3 1.2-rc 1.20 1.25.1 1.2000", "1.3 1.1"],
    ["1.0+", "1.0 1.0.3", "1.1 1.10"],
    ["1.0-al+", "1.0-al 1.0-alpha 1.0-alpha2", "1.0 1.0-beta"],
    ["1.0-r+", "1.0-rc1 1.0-release 1.0-r2", "1.0-alpha 1.0"],
    ["+", "0.1 7-beta", ""],
    ["latest.integration", "0.1 7-SNAPSHOT", ""],
  ])("%s", (selector, accepted, others) => {
    const set = parseSelector(selector);
    const contains = (version: string): boolean | undefined => set?.contains(parseGradleVersion(version));
    for (const version of accepted.split(" ")) expect([version, contains(version)]).toEqual([version, true]);
    for (const version of others.split(" ").filter(Boolean))
      expect([version, contains(version)]).toEqual([version, false]);
  });

  it.each(["", "[1.0", "1.0]", "[1,2,3]", "(,)", "1 2", "${version}", "1".repeat(1001)])("%s is none", (text) => {
    expect(parseSelector(text)).toBeUndefined();
  });

  it("takes any text without an error, and ends soon", () => {
    const characters = fc.constantFrom(..."[](),.+-_ 019arclet${}");
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 40 }), (text) => {
        expect(() => parseSelector(text)).not.toThrow();
      }),
    );
  });
});
