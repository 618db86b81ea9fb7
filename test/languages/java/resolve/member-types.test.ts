import { expect, test } from "vitest";
import { dependency, drawImports, module } from "../drawn.ts";

/** A bank whose accounts hold nested types; `desk` may use it. */
const bank = {
  ...module("core"),
  ...module("desk", dependency("bank:core:1.0")),
  "core/src/main/java/bank/Account.java":
    "package bank; public class Account { public static class Entry { public enum Side { IN } } private class Key { } class Local { } }",
  "core/src/main/java/bank/Savings.java": "package bank; public class Savings extends Account { }",
  "core/src/main/java/bank/Named.java": "package bank; public interface Named { class Tag { } }",
  "core/src/main/java/bank/Joint.java":
    "package bank; public class Joint<T> extends Savings implements Named { public class Entry { } }",
};

const decoys = {
  "desk/src/main/java/desk/Entry.java": "package desk; class Entry { }",
  "desk/src/main/java/desk/Key.java": "package desk; class Key { }",
  "desk/src/main/java/desk/Local.java": "package desk; class Local { }",
};

test.each([
  [
    "before the package",
    "import bank.Savings; class Desk extends Savings { Entry e; }",
    ["bank.Savings -> core Savings", "Entry -> core Account"],
  ],
  [
    "through a supertype of a supertype, the nearest first",
    "class Desk extends bank.Joint<Row> { Tag t; Entry e; Entry.Side s; }",
    ["bank.Joint -> core Joint", "Tag -> core Named", "Entry -> core Joint"],
  ],
  [
    "not a private one",
    "class Desk extends bank.Account { Key k; }",
    ["bank.Account -> core Account", "Key -> desk Key"],
  ],
  [
    "not one for another package only",
    "class Desk extends bank.Account { Local l; }",
    ["bank.Account -> core Account", "Local -> desk Local"],
  ],
  [
    "by an anonymous class",
    "class Desk { Object o = new bank.Savings() { Entry e; }; }",
    ["bank.Savings -> core Savings", "Entry -> core Account"],
  ],
  [
    "by a local class",
    "import bank.*; class Desk { void open() { class Till extends Savings { Entry e; } } }",
    ["Savings -> core Savings", "Entry -> core Account"],
  ],
  [
    "by a nested class of what is itself inherited",
    "class Desk extends bank.Savings { class Row extends Entry { Side s; } }",
    ["bank.Savings -> core Savings", "Entry -> core Account", "Side -> core Account"],
  ],
  [
    "through the name of a subtype",
    "import bank.Savings; class Desk { Savings.Entry e; Savings.Entry.Side s; }",
    ["bank.Savings -> core Savings", "Savings.Entry -> core Account"],
  ],
  [
    "in a qualified name",
    "class Desk { bank.Savings.Entry e; }",
    ["bank.Savings.Entry -> core Account", "bank.Savings.Entry -> core Savings"],
  ],
  [
    "through an import of it",
    "import bank.Savings.Entry; class Desk { Entry e; }",
    ["bank.Savings.Entry -> core Savings", "bank.Savings.Entry -> core Account"],
  ],
  [
    "the package goes before an import on demand",
    "import bank.Savings.*; class Desk { Entry e; }",
    ["bank.Savings.* -> core Savings", "Entry -> desk Entry"],
  ],
  [
    "through a static import on demand",
    "import static bank.Joint.*; class Desk { Tag t; }",
    ["bank.Joint.* -> core Joint", "Tag -> core Named"],
  ],
  ["a constant is no type", "import bank.Joint; class Desk { Object o = Joint.MAX; }", ["bank.Joint -> core Joint"]],
])("%s", (_, body, expected) => {
  const desk = "desk/src/main/java/desk/Desk.java";
  const lines = drawImports({ ...bank, ...decoys, [desk]: `package desk;\n${body}` }, desk);
  expect(
    lines.map((line) => line.replace(`${desk}:2 `, "").replace(/(\w+)\/src\/main\/java\/\w+\/(\w+)\.java.*/, "$1 $2")),
  ).toEqual(expected);
});

test("a header is no part of the body: what a class declares is not what it extends", () => {
  const lines = drawImports({
    "shop/Builder.java": "package shop; interface Builder<T> { }",
    "shop/Till.java": "package shop; class Till implements Builder<Till> { static class Builder { } Builder b; }",
    "shop/Desk.java": "package shop; class Desk { static class Builder { } static class Row extends Builder { } }",
  });
  expect(lines).toEqual(["shop/Till.java:1 Builder -> shop/Builder.java"]);
});

test("classes among their own supertypes come to an end", () => {
  const lines = drawImports({
    "Day.java": "class Day extends Night { Hour h; }",
    "Night.java": "class Night extends Day { Moon m; } class Hour { }",
    "Dawn.java": "class Dawn extends Dawn.Light { static class Light extends Dawn { } class Moon { } Hour h; }",
  });
  expect(lines).toEqual([
    "Dawn.java:1 Hour -> Night.java",
    "Day.java:1 Night -> Night.java",
    "Day.java:1 Hour -> Night.java",
    "Night.java:1 Day -> Day.java",
  ]);
});

test("a chain of thousands of classes is walked without recursion, and no further than programs go", () => {
  const files: Record<string, string> = { "C0.java": "class C0 { class Deep { } }" };
  for (let at = 1; at < 3000; at++) files[`C${at}.java`] = `class C${at} extends C${at - 1} { }`;
  files["Near.java"] = "class Near extends C500 { Deep d; }";
  files["Far.java"] = "class Far extends C2999 { Deep d; }";
  expect(drawImports(files, "Near")).toContain("Near.java:1 Deep -> C0.java");
  expect(drawImports(files, "Far")).toEqual(["Far.java:1 C2999 -> C2999.java"]);
});
