/** What every ecosystem's versions have in common. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { languages } from "../../src/languages/index.ts";

const part = fc.constantFrom(
  "0",
  "1",
  "01",
  "10",
  "2024",
  "alpha",
  "b2",
  "rc",
  "post1",
  "dev",
  "SNAPSHOT",
  "x",
  "é",
  "",
);
const text = fc
  .array(fc.tuple(part, fc.constantFrom(".", "-", "_", "+", "!", "")), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map((each) => each.join("")).join(""));

const schemes = languages.flatMap(({ versions, otherVersions = [] }) => [versions].concat(otherVersions));

test.each(schemes.map((scheme) => [scheme.name, scheme] as const))("%s", (_name, scheme) => {
  const read = (written: string): readonly unknown[] => {
    const version = scheme.parse(written);
    return version === undefined ? [] : [version];
  };
  const isSound = (a: string, b: string, c: string): boolean => {
    const versions = [a, b, c].flatMap(read);
    const printed = versions.every((each) => {
      const again = scheme.parse(scheme.print(each));
      return again !== undefined && scheme.compare(again, each) === 0;
    });
    const sorted = versions.toSorted((one, other) => scheme.compare(one, other));
    const ordered = sorted.every((low, at) => sorted.slice(at).every((high) => scheme.compare(low, high) <= 0));
    const mirrored = versions.every((one) =>
      versions.every(
        (other) =>
          Math.sign(scheme.compare(one, other)) === -Math.sign(scheme.compare(other, one)) ||
          scheme.compare(one, other) === 0,
      ),
    );
    return printed && ordered && mirrored;
  };
  expect(fc.check(fc.property(text, text, text, isSound), { numRuns: 2000 })).toMatchObject({ failed: false });
});
