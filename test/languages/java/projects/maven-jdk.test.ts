import { expect, it } from "vitest";
import { isJdk } from "../../../../src/languages/java/projects/maven-jdk.ts";

it.each([
  ["17", "17.0.15", true],
  ["1.8", "1.8.0_402", true],
  ["1.8", "11.0.2", false],
  ["!1.8", "11.0.2", true],
  ["!11", "11.0.2", false],
  ["[11,)", "11", true],
  ["[11,)", "17.0.15", true],
  ["[11,)", "1.8.0_402", false],
  ["[1.8,11)", "1.8.0_402", true],
  ["[1.8,11)", "11", false],
  ["[1.8,11]", "11", true],
  ["(11,17]", "11", false],
  ["(11,17]", "11.0.1", true],
  ["(,1.9)", "1.8.0_402", true],
  ["(,1.9)", "21-ea", false],
  ["[9,)", "21-ea", true],
  ["[17]", "17", false],
  // letters are no part of it
  ["[17,18)", "17.0.15+6-LTS", true],
  ["[]", "17", false],
  ["[x,y)", "17", false],
  ["[11,)", "early", false],
])("<jdk>%s</jdk> on %s: %s", (condition, version, expected) => {
  expect(isJdk(condition, version)).toBe(expected);
});
