import { expect, test } from "vitest";
import { purl, purlName, purlType, versionedPurl } from "../../src/model/purl.ts";

test.each([
  ["npm", "react", "pkg:npm/react"],
  ["npm", "@acme/ui", "pkg:npm/%40acme/ui"],
  ["pypi", "pyyaml", "pkg:pypi/pyyaml"],
  ["maven", "com.google.guava/guava", "pkg:maven/com.google.guava/guava"],
])("%s %s", (type, name, expected) => {
  const made = purl(type, name);
  expect(made).toBe(expected);
  expect([purlType(made), purlName(made)]).toEqual([type, name]);
});

test("a version follows an at sign, encoded", () => {
  expect(versionedPurl("pkg:npm/react", "18.2.0")).toBe("pkg:npm/react@18.2.0");
  expect(versionedPurl("pkg:pypi/torch", "2.1+cu118")).toBe("pkg:pypi/torch@2.1%2Bcu118");
});
