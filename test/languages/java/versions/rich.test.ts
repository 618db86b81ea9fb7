import { describe, expect, it } from "vitest";
import { gradleVersions } from "../../../../src/languages/java/versions.ts";
import { printRich, readShorthand, type RichVersion } from "../../../../src/languages/java/versions/rich.ts";

describe("a rich version as it is printed", () => {
  it.each<readonly [RichVersion, string]>([
    [{}, "*"],
    [{ require: "1.0" }, "1.0"],
    [{ require: "[1,2)" }, "[1,2)"],
    [{ strictly: "1.0" }, "{strictly 1.0}"],
    [{ strictly: "[1.7, 1.8[", require: "1.7", prefer: "1.7.25" }, "{strictly [1.7, 1.8[; prefer 1.7.25}"],
    [{ require: "1.0", reject: ["1.1", "1.2"] }, "{require 1.0; reject 1.1 & 1.2}"],
    [{ prefer: "1.0" }, "{prefer 1.0}"],
  ])("%j: %s", (rich, text) => {
    expect(printRich(rich)).toBe(text);
  });

  it.each([
    ["1.0", "1.0"],
    ["1.0!!", "{strictly 1.0}"],
    ["[1.7, 1.8[!!1.7.25", "{strictly [1.7, 1.8[; prefer 1.7.25}"],
  ])("in short: %s: %s", (text, printed) => {
    expect(printRich(readShorthand(text))).toBe(printed);
  });
});

describe("versions that a rich version allows", () => {
  it.each([
    ["{strictly 1.0}", "1.0", "0.9 1.0.1 2"],
    ["{strictly [1.7, 1.8[; prefer 1.7.25; reject 1.7.3 & 1.7.4}", "1.7 1.7.25 1.7.5", "1.6 1.8 1.7.3 1.7.4"],
    ["{strictly 1.+; reject 1.5}", "1.4 1.6", "1.5 2"],
    ["{require 1.0; reject [2,)}", "1.0 1.9", "0.9 2 3"],
    ["{require [1,2)}", "1 1.5 2", "0.9"],
    ["{require 1.0; reject 1.5}", "1.0 2", "0.9 1.5"],
    ["1.0", "1.0 1.1", "0.9 1.0-rc"],
    ["1.+", "1 1.0 2", "0.9"],
    ["latest.release", "0.1 9", ""],
    ["*", "0.1 9", ""],
    ["{prefer 1.0}", "0.1 1.0 9", ""],
    ["{strictly ]1,2[}", "1.5", "1 2"],
  ])("%s", (text, allowed, others) => {
    const versions = gradleVersions.range(text);
    const contains = (version: string): boolean | undefined => {
      const parsed = gradleVersions.parse(version);
      return parsed === undefined ? undefined : versions?.contains(parsed);
    };
    for (const version of allowed.split(" ")) expect([version, contains(version)]).toEqual([version, true]);
    for (const version of others.split(" ").filter(Boolean))
      expect([version, contains(version)]).toEqual([version, false]);
  });

  it.each(["{", "{}", "{strictly}", "{strictly 1.0", "{wish 1.0}", "{strictly [1,}", `{strictly ${"1".repeat(2000)}}`])(
    "%s is none",
    (text) => {
      expect(gradleVersions.range(text)).toBeUndefined();
    },
  );
});
