/** What is loaded by name: an edge where it is known what is meant, and otherwise none. */
import { describe, expect, test } from "vitest";
import { dependency, drawImports, module } from "../drawn.ts";

const bank = {
  ...module("core"),
  ...module("desk", dependency("bank:core:1.0"), dependency("org.postgresql:postgresql:42.7.3")),
  ...module("vault"),
  "core/src/main/java/bank/Account.java": "package bank; public class Account { static class Entry { } }",
  "core/src/main/java/bank/Ledger$Page.java": "package bank; class Ledger$Page { }",
  "desk/src/main/java/desk/Till.java": "package desk; class Till { }",
  "desk/src/test/java/desk/TillTest.java": "package desk; class TillTest { }",
  "vault/src/main/java/vault/Lock.java": "package vault; class Lock { }",
};

describe("a literal in code", () => {
  const path = "desk/src/main/java/desk/Desk.java";

  test.each([
    ['Class.forName("desk.Till");', ["desk.Till -> desk/src/main/java/desk/Till.java [dynamic]"]],
    ['Class.forName("bank.Account");', ["bank.Account -> core/src/main/java/bank/Account.java [dynamic] (declared)"]],
    [
      'Class.forName("bank.Account$Entry");',
      ["bank.Account$Entry -> core/src/main/java/bank/Account.java [dynamic] (declared)"],
    ],
    [
      'Class.forName("bank.Ledger$Page");',
      ["bank.Ledger$Page -> core/src/main/java/bank/Ledger$Page.java [dynamic] (declared)"],
    ],
    ['loader.loadClass("desk.Till");', ["desk.Till -> desk/src/main/java/desk/Till.java [dynamic] ~inferred"]],
    [
      'try { Class.forName("desk.Till"); } catch (ClassNotFoundException e) { }',
      ["desk.Till -> desk/src/main/java/desk/Till.java [dynamic optional]"],
    ],
    // Not on the path that it is compiled with: it may be on that which it runs with, and nothing has to say so.
    ['Class.forName("vault.Lock");', ["vault.Lock -> vault/src/main/java/vault/Lock.java [dynamic] ~inferred"]],
    ['Class.forName("java.sql.Driver");', ["java.sql.Driver -> builtin:java/java.sql [dynamic]"]],
    [
      'Class.forName("org.postgresql.Driver");',
      ["org.postgresql.Driver -> pkg:maven/org.postgresql/postgresql [dynamic] (declared) ~declared"],
    ],
    ['Class.forName("desk.Desk");', []],
    ['Class.forName("desk.Gone"); Class.forName("desk.Till.open"); Class.forName("com.mysql.Driver");', []],
    ['Class.forName("com.google.common.collect.Lists"); loader.loadClass("shop.title");', []],
  ])("%s", (call, expected) => {
    const text = `package desk;\nclass Desk { {\n${call}\n} }`;
    const lines = drawImports({ ...bank, [path]: text }, `${path}:3`);
    expect(lines).toEqual(expected.map((each) => `${path}:3 ${each}`));
  });

  test("a condition of Spring Boot names what may not be there", () => {
    const text = `package desk;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
@ConditionalOnClass(name = { "bank.Account", "desk.Gone", "org.postgresql.Driver", "com.mysql.Driver" })
class Desk { }`;
    expect(drawImports({ ...bank, [path]: text }, `${path}:3`).filter((line) => line.includes("dynamic"))).toEqual([
      `${path}:3 bank.Account -> core/src/main/java/bank/Account.java [dynamic optional] (declared) ~inferred`,
      `${path}:3 org.postgresql.Driver -> pkg:maven/org.postgresql/postgresql [dynamic optional] (declared) ~inferred`,
    ]);
  });

  test("a class that a service loader asks for is a name like any other", () => {
    const text = "package desk;\nimport bank.*;\nclass Desk { Object all = ServiceLoader.load(Account.class); }";
    expect(drawImports({ ...bank, [path]: text }, path)).toEqual([
      `${path}:3 Account -> core/src/main/java/bank/Account.java (declared)`,
    ]);
  });

  test("a name that is loaded is not imported", () => {
    const text =
      'package desk;\nimport bank.*;\nclass Desk { Object a = load("x", Class.forName("vault.Account")); Account b; }';
    expect(drawImports({ ...bank, [path]: text }, path)).toEqual([
      `${path}:3 Account -> core/src/main/java/bank/Account.java (declared)`,
    ]);
  });
});

test("a native library, where the repository holds a file that some system calls so", () => {
  const path = "desk/src/main/java/desk/Desk.java";
  const text =
    'package desk;\nclass Desk { {\nSystem.loadLibrary("scale");\nSystem.load("/opt/till.dll");\nSystem.loadLibrary("gone");\n} }';
  const libraries = {
    "core/native/libscale.so": "",
    "desk/native/libscale.so": "",
    "desk/till.dll": "",
    "desk/gone": "",
  };
  expect(drawImports({ ...bank, ...libraries, [path]: text }, path)).toEqual([
    `${path}:3 scale -> desk/native/libscale.so [dynamic] ~inferred`,
    `${path}:4 /opt/till.dll -> desk/till.dll [dynamic] ~inferred`,
  ]);
});

test("resources: the service, what provides it, and what is not here is nobody's fault", () => {
  const services = "desk/src/main/resources/META-INF/services/bank.Account";
  const beans = "desk/src/test/resources/beans.xml";
  const factories = "desk/src/main/resources/META-INF/spring.factories";
  const lines = drawImports({
    ...bank,
    [services]: "desk.Till\nvault.Lock\ndesk.Gone\norg.postgresql.Driver\n",
    [beans]: '<bean class="desk.TillTest"/><bean class="desk.Gone"/><bean class="org.postgresql.Driver"/>',
    [factories]: "org.acme.Configuration=\\\n  desk.Till,\\\n  desk.Gone",
  });
  expect(lines).toEqual([
    `${services}:1 bank.Account -> core/src/main/java/bank/Account.java [dynamic] (declared)`,
    `${services}:1 desk.Till -> desk/src/main/java/desk/Till.java [dynamic]`,
    `${services}:2 vault.Lock -> vault/src/main/java/vault/Lock.java [dynamic] ~inferred`,
    `${services}:4 org.postgresql.Driver -> pkg:maven/org.postgresql/postgresql [dynamic] (declared) ~declared`,
    `${factories}:2 desk.Till -> desk/src/main/java/desk/Till.java [dynamic] ~inferred`,
    `${beans}:1 desk.TillTest -> desk/src/test/java/desk/TillTest.java [dynamic] ~inferred`,
    `${beans}:1 org.postgresql.Driver -> pkg:maven/org.postgresql/postgresql [dynamic] (declared) ~inferred`,
  ]);
});
