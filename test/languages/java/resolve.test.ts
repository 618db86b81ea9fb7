import { describe, expect, it } from "vitest";
import { java } from "../../../src/languages/java/index.ts";
import { memoryFileSystem } from "../../../src/files/file-system.ts";
import { decode } from "../../../src/files/source-text.ts";
import { walk } from "../../../src/files/walk.ts";
import type { FileFacts } from "../../../src/model/facts.ts";
import { dependency, drawImports as draw, module } from "./drawn.ts";

describe("imports within a repository", () => {
  const shop = {
    ...module("shop"),
    "shop/src/main/java/shop/Cart.java":
      "package shop; public class Cart { public static class Line { enum Kind { TEA } } static int MAX; }",
    "shop/src/main/java/shop/price/Price.java": "package shop.price; public record Price() {}",
    "shop/src/main/java/shop/price/Tax.java": "package shop.price; class Tax {}",
    "shop/src/test/java/shop/price/Prices.java": "package shop.price; class Prices {}",
  };

  it.each([
    ["a type", "import shop.Cart;", ["2 shop.Cart -> shop/src/main/java/shop/Cart.java"]],
    ["a nested type", "import shop.Cart.Line;", ["2 shop.Cart.Line -> shop/src/main/java/shop/Cart.java"]],
    ["a member", "import static shop.Cart.MAX;", ["2 shop.Cart.MAX -> shop/src/main/java/shop/Cart.java"]],
    [
      "a nested constant",
      "import static shop.Cart.Line.Kind.TEA;",
      ["2 shop.Cart.Line.Kind.TEA -> shop/src/main/java/shop/Cart.java"],
    ],
    ["members of a type", "import static shop.Cart.*;", ["2 shop.Cart.* -> shop/src/main/java/shop/Cart.java"]],
    ["nested types", "import shop.Cart.*;", ["2 shop.Cart.* -> shop/src/main/java/shop/Cart.java"]],
    ["a package, unused", "import shop.price.*;", []],
    [
      "a package, used",
      "import shop.price.*; class Till { Price p; }",
      ["2 Price -> shop/src/main/java/shop/price/Price.java"],
    ],
    ["the JDK", "import java.util.Map.Entry;", ["2 java.util.Map.Entry -> builtin:java/java.util"]],
    ["a package of the JDK", "import java.util.*;", ["2 java.util.* -> builtin:java/java.util"]],
    ["a member of the JDK", "import static java.lang.Math.max;", ["2 java.lang.Math.max -> builtin:java/java.lang"]],
    ["a type that is gone", "import shop.Gone;", ["2 shop.Gone -> unresolved:java/shop.Gone!"]],
    [
      "a qualified name",
      "class Till { shop.Cart c = shop.Cart.open(); }",
      ["2 shop.Cart -> shop/src/main/java/shop/Cart.java"],
    ],
    [
      "a constant in full",
      "class Till { int m = shop.Cart.MAX; }",
      ["2 shop.Cart.MAX -> shop/src/main/java/shop/Cart.java"],
    ],
    [
      "test code from main",
      "import shop.price.Prices;",
      ["2 shop.price.Prices -> shop/src/test/java/shop/price/Prices.java ~inferred"],
    ],
  ])("%s", (_, body, expected) => {
    const till = "shop/src/main/java/till/Till.java";
    expect(draw({ ...shop, [till]: `package till;\n${body}` }, till)).toEqual(
      expected.map((line) => `${till}:${line}`),
    );
  });

  it("looks at the file's own types, its imports, its package and then what is imported on demand", () => {
    const from = "shop/src/main/java/shop/price/Sum.java";
    const body = `package shop.price;
import shop.*;
import other.Tax;
class Sum { class Price {} Price own; Tax imported; Cart demanded; Prices hidden; String lang; T parameter; }`;
    expect(draw({ ...shop, [from]: body }, from)).toEqual([
      `${from}:3 other.Tax -> unresolved:java/other.Tax ~inferred`,
      `${from}:4 Cart -> shop/src/main/java/shop/Cart.java`,
    ]);
    const test = "shop/src/test/java/shop/price/SumTest.java";
    expect(
      draw({ ...shop, [test]: "package shop.price; class SumTest { Tax t; Prices p; Tax again; }" }, test),
    ).toEqual([
      `${test}:1 Tax -> shop/src/main/java/shop/price/Tax.java`,
      `${test}:1 Prices -> shop/src/test/java/shop/price/Prices.java`,
    ]);
  });

  it("keeps programs without a package apart", () => {
    const drawing = draw({
      "one/Main.java": "class Main { Tool t; }",
      "one/Tool.java": "class Tool {}",
      "two/Main.java": "class Main { Tool t; }",
    });
    expect(drawing).toEqual(["one/Main.java:1 Tool -> one/Tool.java"]);
  });
});

describe("modules", () => {
  const bank = {
    ...module("api"),
    ...module("core", dependency("bank:api:1.0")),
    ...module("desk", dependency("bank:core:1.0")),
    ...module("alien"),
    "api/src/main/java/bank/Account.java": "package bank; public class Account {}",
    "core/src/main/java/bank/Ledger.java": "package bank; public class Ledger { Account a; }",
    "alien/src/main/java/bank/Account.java": "package bank; public class Account {}",
    "alien/src/main/java/far/Away.java": "package far; public class Away {}",
    "core/src/test/java/bank/LedgerFixture.java": "package bank; public class LedgerFixture {}",
  };

  it("finds the class that is visible, and says who must declare what", () => {
    const from = "desk/src/main/java/desk/Desk.java";
    const body = "package desk;\nimport bank.Account;\nimport bank.Ledger;\nimport far.Away;\nclass Desk {}";
    expect(draw({ ...bank, [from]: body }, "desk")).toEqual([
      `${from}:2 bank.Account -> api/src/main/java/bank/Account.java (transitive)`,
      `${from}:3 bank.Ledger -> core/src/main/java/bank/Ledger.java (declared)`,
      `${from}:4 far.Away -> alien/src/main/java/far/Away.java (undeclared) ~inferred`,
    ]);
    expect(draw(bank, "core/")).toEqual([
      "core/src/main/java/bank/Ledger.java:1 Account -> api/src/main/java/bank/Account.java (declared)",
    ]);
  });

  it("sees the tests of another module only through its test-jar", () => {
    const from = "desk/src/test/java/bank/DeskTest.java";
    const test = { [from]: "package bank; class DeskTest { LedgerFixture f; }" };
    expect(draw({ ...bank, ...test }, from)).toEqual([]);
    const jar = module("desk", dependency("bank:core:1.0", "<type>test-jar</type><scope>test</scope>"));
    expect(draw({ ...bank, ...jar, ...test }, from)).toEqual([
      `${from}:1 LedgerFixture -> core/src/test/java/bank/LedgerFixture.java (declared)`,
    ]);
  });

  it("takes the nearest where no manifest says anything", () => {
    const drawing = draw({
      "lib/a/src/main/java/lib/Book.java": "package lib; public class Book {}",
      "lib/b/src/main/java/lib/Book.java": "package lib; public class Book {}",
      "lib/b/src/test/java/lib/BookTest.java": "package lib; class BookTest { Book b; }",
      "app/src/main/java/app/Main.java": "package app; import lib.Gone; class Main {}",
    });
    expect(drawing).toEqual([
      "app/src/main/java/app/Main.java:1 lib.Gone -> unresolved:java/lib.Gone ~inferred",
      "lib/b/src/test/java/lib/BookTest.java:1 Book -> lib/b/src/main/java/lib/Book.java",
    ]);
  });

  it("finds classes by name for bridges", () => {
    const { files, resolver } = resolverOf({
      ...bank,
      "core/src/main/java/bank/Ledger$Page.java": "package bank; public class Ledger$Page {}",
      "core/src/main/scala/bank/Vault.scala": "package bank\nobject Vault { def main(args: Array[String]) = () }",
      "core/src/main/java/Teller.java": "public class Teller { static class Queue {} }",
    });
    expect(files).toBeGreaterThan(4);
    expect(resolver.find("bank.Account", "core/src/main/java/bank/Ledger.java")).toBe(
      "api/src/main/java/bank/Account.java",
    );
    expect(resolver.find("bank.Account$Kind", "alien/x.py")).toBe("alien/src/main/java/bank/Account.java");
    expect(resolver.find("bank.Account.Kind", "alien/x.py")).toBe("alien/src/main/java/bank/Account.java");
    expect(resolver.find("bank.Ledger$Page", "core/x.py")).toBe("core/src/main/java/bank/Ledger$Page.java");
    expect(resolver.find("bank.Vault$", "core/x.py")).toBe("core/src/main/scala/bank/Vault.scala");
    expect(resolver.find("Teller", "core/x.py")).toBe("core/src/main/java/Teller.java");
    expect(resolver.find("Teller$Queue", "core/x.py")).toBe("core/src/main/java/Teller.java");
    expect(resolver.find("bank.Nobody", "core/x.py")).toBeUndefined();
    expect(resolver.find("bank", "core/x.py")).toBeUndefined();
  });
});

function resolverOf(files: Readonly<Record<string, string>>): {
  readonly files: number;
  readonly resolver: ReturnType<typeof java.resolver>;
} {
  const fileSystem = memoryFileSystem(files);
  const index = walk(fileSystem).files;
  const facts = new Map<string, FileFacts>();
  const manifests = [];
  for (const path of index.paths) {
    const source = decode(path, fileSystem.read(path, 1 << 20));
    if (java.sources.some((ending) => path.endsWith(ending))) facts.set(path, java.scan(source).facts);
    const reading = java.manifests
      .find((each) => each.matches(path.slice(path.lastIndexOf("/") + 1), path))
      ?.read(source);
    if (reading?.manifest !== undefined) manifests.push(reading.manifest);
  }
  const { projects } = java.projects(manifests, index);
  return { files: index.paths.length, resolver: java.resolver({ files: index, manifests, projects, facts }) };
}
