import { posix } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { below, joinPath } from "../../../../src/languages/javascript/resolve/join-path.ts";

describe("joinPath", () => {
  it.each([
    ["shop/web", "./till", "shop/web/till"],
    ["shop/web", "../till", "shop/till"],
    ["shop/web", "./../till", "shop/till"],
    ["shop/web", "../../till", "till"],
    ["shop", "..", ""],
    ["", "./till", "till"],
    ["shop", ".", "shop"],
    ["shop", "./", "shop"],
    ["shop", "./till/", "shop/till"],
    ["shop", "./till//price", "shop/till/price"],
    ["shop", "./.hidden", "shop/.hidden"],
    ["shop", "./till/../price", "shop/price"],
    ["shop", "till", "shop/till"],
    ["", ".//till", "till"],
    ["shop", "..//till", "till"],
  ])("joins %j and %j to %j", (directory, path, joined) => {
    expect(joinPath(directory, path)).toBe(joined);
  });

  it.each([
    ["", "../till"],
    ["shop", "../../till"],
    ["shop", "/till"],
    ["shop", "./till/../../../price"],
  ])("is nothing where %j and %j lead out of the repository", (directory, path) => {
    expect(joinPath(directory, path)).toBeUndefined();
  });

  it("agrees with the platform's own joining", () => {
    const part = fc.constantFrom("shop", "till", ".", "..", "", ".hidden", "a.b");
    const directory = fc
      .array(fc.constantFrom("shop", "bank", "web"), { maxLength: 3 })
      .map((parts) => parts.join("/"));
    const path = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join("/"));
    fc.assert(
      fc.property(directory, path, (from, to) => {
        fc.pre(!to.startsWith("/"));
        const joined = posix.join("/root", from, to);
        const outside = posix.join(from === "" ? "." : from, to).startsWith("..");
        const expected = outside ? undefined : joined.replace(/^\/root\/?/, "").replace(/\/$/, "");
        expect(joinPath(from, to)).toBe(expected);
      }),
    );
  });
});

describe("below", () => {
  it.each([
    ["shop", "shop/till", "till"],
    ["shop", "shop", ""],
    ["", "shop", "shop"],
    ["shop", "shopping/till", undefined],
  ])("of %j and %j is %j", (directory, path, rest) => {
    expect(below(directory, path)).toBe(rest);
  });
});
