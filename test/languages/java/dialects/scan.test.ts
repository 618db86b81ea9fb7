import { expect, test } from "vitest";
import { scanDialect } from "../../../../src/languages/java/dialects/scan.ts";

test.each(["Till.kt", "Till.groovy", "Till.scala"])("comments of %s are not read for names", (path) => {
  const text = "package shop\n/**\n * {@link Row}\n * @see shop.Desk\n */\nclass Till\n";
  const facts = scanDialect({ path, text, diagnostics: [] });
  expect(facts?.declarations).toContain("Till");
  expect(facts?.mentions).toBeUndefined();
});
