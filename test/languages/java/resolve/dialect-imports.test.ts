import { describe, expect, test } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";
import { java } from "../../../../src/languages/java/index.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";
import { dependency, drawImports, module } from "../drawn.ts";

const bank = {
  ...module("core"),
  ...module("desk", dependency("bank:core:1.0"), dependency("org.slf4j:slf4j-api:2.0.9")),
  "core/src/main/kotlin/accounts.kt":
    "package bank\nclass Account { class Owner }\nobject Ledger\nfun open() {}\ntypealias Name = String",
  "core/src/main/groovy/bank/vault/Vault.groovy": "package bank.vault\nclass Vault { }",
  "core/src/main/scala/bank/loans.scala":
    "package bank\npackage loan {\n  case class Loan()\n  object Rate\n}\npackage object loan { type Id = Int }",
  "core/src/test/kotlin/bank/Samples.kt": "package bank\nobject Samples",
};
const accounts = "core/src/main/kotlin/accounts.kt";
const loans = "core/src/main/scala/bank/loans.scala";

describe("Java's names that Kotlin, Groovy and Scala declare", () => {
  test.each([
    ["a class", "import bank.Account;", [`bank.Account -> ${accounts} (declared) ~inferred`]],
    ["a nested class", "import bank.Account.Owner;", [`bank.Account.Owner -> ${accounts} (declared) ~inferred`]],
    ["a function", "import static bank.AccountsKt.open;", [`bank.AccountsKt.open -> ${accounts} (declared) ~inferred`]],
    [
      "a class of Groovy",
      "import bank.vault.Vault;",
      ["bank.vault.Vault -> core/src/main/groovy/bank/vault/Vault.groovy (declared) ~inferred"],
    ],
    [
      "a class of a package within a file",
      "import bank.loan.Loan;",
      [`bank.loan.Loan -> ${loans} (declared) ~inferred`],
    ],
    ["an object's class", "import bank.loan.Rate$;", [`bank.loan.Rate$ -> ${loans} (declared) ~inferred`]],
    [
      "a package, on demand",
      "import bank.*; class Till { Ledger ledger; }",
      [`Ledger -> ${accounts} (declared) ~inferred`],
    ],
    ["a name in full", "class Till { bank.Account account; }", [`bank.Account -> ${accounts} (declared) ~inferred`]],
    // An alias is no class. In a package that others write in too, a type may be that is not seen: no error.
    ["an alias", "import bank.Name;", ["bank.Name -> unresolved:java/bank.Name ~inferred"]],
    [
      "what only tests have",
      "import bank.Samples;",
      ["bank.Samples -> core/src/test/kotlin/bank/Samples.kt (declared) ~inferred"],
    ],
    ["the JDK", "import java.util.List;", ["java.util.List -> builtin:java/java.util"]],
  ])("%s", (_, body, expected) => {
    const till = "desk/src/main/java/desk/Till.java";
    expect(drawImports({ ...bank, [till]: `package desk; ${body}` }, till)).toEqual(
      expected.map((line) => `${till}:1 ${line}`),
    );
  });

  test("of its own package, by what the source set sees", () => {
    const main = "core/src/main/java/bank/Teller.java";
    const sample = "core/src/test/java/bank/TellerTest.java";
    const drawn = drawImports({
      ...bank,
      [main]: "package bank; class Teller { Account account; Samples none; }",
      [sample]: "package bank; class TellerTest { Ledger ledger; Samples samples; Teller teller; }",
    });
    expect(drawn).toEqual([
      `${main}:1 Account -> ${accounts} ~inferred`,
      `${sample}:1 Ledger -> ${accounts} ~inferred`,
      `${sample}:1 Samples -> core/src/test/kotlin/bank/Samples.kt ~inferred`,
      `${sample}:1 Teller -> ${main}`,
    ]);
  });

  test("of a module that is not asked for", () => {
    const from = "branch/src/main/java/branch/Branch.java";
    const files = { ...bank, ...module("branch"), [from]: "package branch; import bank.Account; class Branch { }" };
    expect(drawImports(files, from)).toEqual([`${from}:1 bank.Account -> ${accounts} (undeclared) ~inferred`]);
  });

  test("by Gradle's projects, the class that is compiled for the JVM", () => {
    const from = "app/src/main/java/app/App.java";
    const drawn = drawImports(
      {
        "settings.gradle.kts": 'include("shared", "app")',
        "app/build.gradle.kts": 'dependencies { implementation(project(":shared")) }',
        "shared/build.gradle.kts": "",
        "shared/src/commonMain/kotlin/Clock.kt": "package shared\nexpect class Clock",
        "shared/src/jsMain/kotlin/Clock.kt": "package shared\nactual class Clock",
        "shared/src/jvmMain/kotlin/JvmClock.kt": "package shared\nactual class Clock",
        "shared/src/iosArm64Main/kotlin/Clock.kt": "package shared\nactual class Clock",
        [from]: "package app; import shared.Clock; class App { }",
      },
      from,
    );
    expect(drawn).toEqual([`${from}:1 shared.Clock -> shared/src/jvmMain/kotlin/JvmClock.kt (declared) ~inferred`]);
  });

  test("where no build says what compiles together, by the layout of directories", () => {
    const from = "play/src/main/java/play/Game.java";
    const drawn = drawImports(
      {
        "play/src/main/scala-2.13/Board.scala": "package play\nclass Board",
        "other/src/main/scala/Board.scala": "package play\nclass Board",
        [from]: "package play; class Game { Board board; }",
      },
      from,
    );
    expect(drawn).toEqual([`${from}:1 Board -> play/src/main/scala-2.13/Board.scala ~inferred`]);
  });
});

describe("imports of Kotlin, Groovy and Scala", () => {
  const teller = "core/src/main/java/bank/Teller.java";
  const files = { ...bank, [teller]: "package bank; public class Teller { public static class Key { } }" };

  test.each([
    ["a class of Java", "Desk.kt", "import bank.Teller", [`bank.Teller -> ${teller} ~inferred`]],
    ["a nested class of Java", "Desk.groovy", "import bank.Teller.Key", [`bank.Teller.Key -> ${teller} ~inferred`]],
    ["members of Java", "Desk.groovy", "import static bank.Teller.*", [`bank.Teller.* -> ${teller} ~inferred`]],
    ["a function", "Desk.kt", "import bank.open", [`bank.open -> ${accounts} ~inferred`]],
    ["an alias", "Desk.kt", "import bank.Name as N", [`bank.Name -> ${accounts} ~inferred`]],
    [
      "several",
      "Desk.scala",
      "import bank.loan.{Loan, Id}",
      [`bank.loan.Loan -> ${loans} ~inferred`, `bank.loan.Id -> ${loans} ~inferred`],
    ],
    ["a package's object", "Desk.scala", "import bank.loan._", [`bank.loan.* -> ${loans} ~inferred`]],
    ["the JDK", "Desk.kt", "import java.util.List", ["java.util.List -> builtin:java/java.util"]],
    [
      "an artifact that is asked for",
      "Desk.groovy",
      "import org.slf4j.Logger",
      ["org.slf4j.Logger -> pkg:maven/org.slf4j/slf4j-api ~inferred"],
    ],
    ["what is not known", "Desk.kt", "import bank.Gone\nimport elsewhere.Thing", []],
    ["a package", "Desk.kt", "import bank.*", []],
  ])("%s", (_, name, text, expected) => {
    const desk = `desk/src/main/${name}`;
    expect(drawImports({ ...files, [desk]: `package desk\n${text}` }, desk)).toEqual(
      expected.map((line) => `${desk}:2 ${line}`),
    );
  });

  test("functions of one name in several files", () => {
    const drawn = drawImports(
      {
        "Ints.kt": "package sums\nfun add(a: Int) = a",
        "Longs.kt": "package sums\nfun add(a: Long) = a",
        "Main.kt": "package main\nimport sums.add",
      },
      "Main.kt",
    );
    expect(drawn).toEqual(["Main.kt:2 sums.add -> Ints.kt ~inferred", "Main.kt:2 sums.add -> Longs.kt ~inferred"]);
  });

  test("what is in no package takes no import in", () => {
    const drawn = drawImports({ "run.kt": "val io = 1", "Main.kt": "import io.netty.Channel\nimport io" }, "Main.kt");
    expect(drawn).toEqual([
      "Main.kt:1 io.netty.Channel -> pkg:maven/io.netty/netty-all ~inferred",
      "Main.kt:2 io -> run.kt ~inferred",
    ]);
  });

  test("a name in Scala may begin in a package around", () => {
    const drawn = drawImports(
      {
        "Loan.scala": "package library.lending\nclass Loan",
        "Desk.scala": "package library\npackage desk\nimport lending.Loan\nimport _root_.lending.Loan",
      },
      "Desk.scala",
    );
    expect(drawn).toEqual(["Desk.scala:3 lending.Loan -> Loan.scala ~inferred"]);
  });
});

test("what is not read is told once a language", () => {
  const { diagnostics } = resolveRepository(java, {
    "a/Book.scala": "class Book",
    "a/Cart.kt": "class Cart",
    "b/Cart.kt": "class Cart",
    "c/Till.java": "class Till { }",
  });
  const rest =
    "only imports and top-level declarations are read, and their edges are inferred; what else the code uses is not";
  expect(diagnostics.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    `a/Cart.kt: 2 Kotlin files, from this one on: ${rest}`,
    `a/Book.scala: 1 Scala file: ${rest}`,
  ]);
});

test("a bracket too many costs what follows in its file at most, and is told", () => {
  const { drawing, diagnostics } = resolveRepository(java, {
    "shop/Odd.kt": "package shop\nclass Odd {\nclass Lost",
    "shop/Cart.kt": "package shop\nclass Cart",
    "shop/Till.java": "package shop; class Till { Cart cart; Odd odd; }",
  });
  expect(drawing.split("\n")).toEqual([
    "shop/Till.java:1 Cart -> shop/Cart.kt ~inferred",
    "shop/Till.java:1 Odd -> shop/Odd.kt ~inferred",
  ]);
  expect(diagnostics[0]).toEqual({
    code: "syntax",
    file: "shop/Odd.kt",
    line: 2,
    column: 11,
    message: "a bracket here has no partner, as far as Kotlin is read: what follows may be missing",
  });
});

test("what only Kotlin uses, in a project below the one that asks for it, is used", async () => {
  const files = {
    "settings.gradle": "include 'till'",
    "build.gradle": "dependencies {\n  api 'org.slf4j:slf4j-api:2.0.9'\n}",
    "src/main/java/shop/Shop.java": "package shop; class Shop { }",
    "till/build.gradle": "dependencies { implementation project(':') }",
    "till/src/main/kotlin/Till.kt": "package till\nimport org.slf4j.Logger\nclass Till",
  };
  const unused = async (contents: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const { conflicts } = await analyze({ fileSystem: memoryFileSystem(contents), only: ["manifest/unused"] });
    return conflicts.map(({ subject }) => subject);
  };
  expect(await unused(files)).toEqual([]);
  const without = { ...files, "till/src/main/kotlin/Till.kt": "package till\nclass Till" };
  expect(await unused(without)).toEqual(["pkg:maven/org.slf4j/slf4j-api"]);
});
