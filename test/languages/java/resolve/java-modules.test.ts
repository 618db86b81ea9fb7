import { describe, expect, test } from "vitest";
import { dependency, drawImports, module } from "../drawn.ts";

const bank = {
  ...module("core"),
  ...module("desk", dependency("bank:core:1.0")),
  "core/src/main/java/module-info.java": "module bank.core {\nexports bank;\nexports bank.inner to bank.desk; }",
  "core/src/main/java/bank/Account.java": "package bank; public interface Account { }",
  "core/src/main/java/bank/inner/Ledger.java": "package bank.inner; public class Ledger { }",
};

test("a module declaration leads to modules and types", () => {
  const path = "desk/src/main/java/module-info.java";
  const text = `module bank.desk {
requires bank.core;
requires static java.sql;
requires org.elsewhere;
uses bank.Account;
provides bank.Account with desk.Till; }`;
  const till = { "desk/src/main/java/desk/Till.java": "package desk; class Till { }" };
  expect(drawImports({ ...bank, ...till, [path]: text }, path)).toEqual([
    `${path}:2 module bank.core -> core/src/main/java/module-info.java (declared)`,
    `${path}:3 module java.sql -> builtin:java/module:java.sql [optional]`,
    `${path}:5 bank.Account -> core/src/main/java/bank/Account.java (declared)`,
    `${path}:6 desk.Till -> desk/src/main/java/desk/Till.java`,
  ]);
});

test("an imported module brings the packages that it exports to all", () => {
  const path = "desk/src/main/java/desk/Desk.java";
  const text = "package desk;\nimport module bank.core;\nclass Desk { Account account; Ledger ledger; }";
  expect(drawImports({ ...bank, [path]: text }, path)).toEqual([
    `${path}:2 module bank.core -> core/src/main/java/module-info.java (declared)`,
    `${path}:3 Account -> core/src/main/java/bank/Account.java (declared)`,
  ]);
});

/** Modules `base`, `money` and `desk`, each a Maven module of the one before it. */
function braided(declarations: Readonly<Record<string, string>>): Record<string, string> {
  return {
    ...module("base"),
    ...module("money", dependency("bank:base:1.0")),
    ...module("desk", dependency("bank:money:1.0"), dependency("bank:base:1.0")),
    "base/src/main/java/bank/base/Id.java": "package bank.base; public class Id { }",
    "base/src/main/java/bank/shared/Part.java": "package bank.shared; public class Part { }",
    "money/src/main/java/bank/money/Coin.java": "package bank.money; public class Coin { }",
    "money/src/main/java/bank/shared/Piece.java": "package bank.shared; public class Piece { }",
    "desk/src/main/java/desk/Till.java": "package desk; class Till { }",
    ...Object.fromEntries(
      Object.entries(declarations).map(([name, body]) => [
        `${name}/src/main/java/module-info.java`,
        `module bank.${name} {\n${body}\n}`,
      ]),
    ),
  };
}

describe("an imported module brings what it lets this one see, and the modules that come with it", () => {
  const path = "desk/src/main/java/desk/Desk.java";
  const text = "package desk;\nimport module bank.money;\nclass Desk {\nId id;\nCoin coin; }";
  const coin = `${path}:5 Coin -> money/src/main/java/bank/money/Coin.java (declared)`;
  const id = `${path}:4 Id -> base/src/main/java/bank/base/Id.java (declared)`;

  test.each([
    ["passed on", "exports bank.base;", "requires transitive bank.base; exports bank.money;", [id, coin]],
    ["kept", "exports bank.base;", "requires bank.base; exports bank.money;", [coin]],
    ["exported to this one", "exports bank.base to bank.desk, bank.other;", "requires transitive bank.base;", [id]],
    ["exported to another", "exports bank.base to bank.other;", "requires transitive bank.base;", []],
    ["in a circle", "requires transitive bank.money;", "requires transitive bank.base; exports bank.money;", [coin]],
  ])("%s", (_, base, money, expected) => {
    const files = braided({ base, money, desk: "requires bank.money;" });
    expect(drawImports({ ...files, [path]: text }, path).slice(1)).toEqual(expected);
  });
});

describe("a package of two modules that a module reads from both", () => {
  const shared = "exports bank.shared;";
  const part = "base/src/main/java/bank/shared/Part.java";
  const piece = "money/src/main/java/bank/shared/Piece.java";

  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      "one reads the other",
      { base: shared, money: "requires\nbank.base;" },
      [`money/src/main/java/module-info.java:3 package bank.shared -> ${part} [typeOnly]`],
    ],
    ["the other keeps it", { base: "", money: "requires bank.base;" }, []],
    ["the other has it for a third", { base: "exports bank.shared to bank.desk;", money: "requires bank.base;" }, []],
    [
      "a third reads both",
      { base: shared, money: shared, desk: "requires bank.base; requires bank.money;" },
      [`desk/src/main/java/module-info.java:2 package bank.shared -> ${piece} [typeOnly]`],
    ],
    [
      "a third reads one by the other",
      { base: shared, money: `requires transitive bank.base; ${shared}`, desk: "requires bank.money;" },
      [
        `desk/src/main/java/module-info.java:2 package bank.shared -> ${part} [typeOnly]`,
        `money/src/main/java/module-info.java:2 package bank.shared -> ${part} [typeOnly]`,
      ],
    ],
    ["a third reads one", { base: shared, money: shared, desk: "requires bank.money;" }, []],
    ["only one is a module", { money: "requires bank.base;" }, []],
  ])("%s", (_, declarations, expected) => {
    const lines = drawImports(braided(declarations)).filter((line) => line.includes(" package "));
    expect(lines).toEqual(expected);
  });

  test("tests are no part of a module", () => {
    const files = braided({ base: shared, money: "requires bank.base;" });
    const { [piece]: _, ...rest } = files;
    const inTests = {
      ...rest,
      "money/src/test/java/bank/shared/PieceTest.java": "package bank.shared; class PieceTest { }",
    };
    expect(drawImports(inTests).filter((line) => line.includes(" package "))).toEqual([]);
  });
});

describe("a set of sources beside the main one has a module path of its own", () => {
  const { "money/src/main/java/bank/shared/Piece.java": piece = "", ...files } = braided({
    base: "exports bank.shared; exports bank.base to bank.money;",
    money: "requires bank.base;",
  });
  const shown = (more: Readonly<Record<string, string>>): readonly string[] =>
    drawImports({ ...files, ...more }).filter((line) => line.includes("module-info.java:2 package "));

  test.each<readonly [string, Readonly<Record<string, string>>, number]>([
    ["what makes sources", { "money/src/codegen/java/bank/shared/Piece.java": piece }, 0],
    ["samples", { "money/src/samples/java/bank/shared/Piece.java": piece }, 0],
    ["sources of another language", { "money/src/main/kotlin/bank/shared/Piece.kt": piece }, 1],
    ["sources out of any layout", { "money/generated/bank/shared/Piece.java": piece }, 1],
    [
      "a module in each of two sets",
      {
        "money/src/main/java/bank/shared/Piece.java": piece,
        "money/src/samples/java/module-info.java": "module bank.samples {\nrequires bank.base; }",
        "money/src/samples/java/bank/shared/Sample.java": "package bank.shared; class Sample { }",
      },
      2,
    ],
  ])("%s", (_, more, count) => {
    expect(shown(more)).toHaveLength(count);
  });

  test("it may name what the main module of its build may", () => {
    const path = "money/src/codegen/java/bank/money/Maker.java";
    const maker = "package bank.money;\nimport module bank.base;\nclass Maker { Id id; }";
    expect(drawImports({ ...files, [path]: maker }, path)).toEqual([
      `${path}:2 module bank.base -> base/src/main/java/module-info.java (declared)`,
      `${path}:3 Id -> base/src/main/java/bank/base/Id.java (declared)`,
    ]);
  });
});

test("a class that is called Test is no test", () => {
  expect(
    drawImports({
      "shell/Shell.java": "package shell; class Shell { Test t; }",
      "shell/Test.java": "package shell; class Test { }",
    }),
  ).toEqual(["shell/Shell.java:1 Test -> shell/Test.java"]);
});
