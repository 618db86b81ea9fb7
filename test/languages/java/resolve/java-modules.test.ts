import { expect, test } from "vitest";
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

test("a class that is called Test is no test", () => {
  expect(
    drawImports({
      "shell/Shell.java": "package shell; class Shell { Test t; }",
      "shell/Test.java": "package shell; class Test { }",
    }),
  ).toEqual(["shell/Shell.java:1 Test -> shell/Test.java"]);
});
