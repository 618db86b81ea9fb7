import { expect, test } from "vitest";
import { dialects, sourceEndings } from "../../../../src/languages/java/dialects/dialect.ts";
import { scopeByPlace } from "../../../../src/languages/java/projects/java-scope.ts";
import { isLanguageDirectory, layoutOf } from "../../../../src/languages/java/projects/layout.ts";

test.each<readonly [string, "main" | "test"]>([
  ["shop/src/main/java/shop/TillTest.java", "main"],
  ["shop/src/test/kotlin/shop/Till.kt", "test"],
  ["shop/src/main/scala-3/shop/TillSuite.scala", "main"],
  ["shop/src/test/resources/TillTest.properties", "test"],
  ["shop/src/main/resources/test/Till.java", "test"],
  ["shop/tests/Till.java", "test"],
  ["shop/TillSpec.java", "main"],
  ["shop/TillSuite.groovy", "main"],
  ["shop/TillSuite.scala", "test"],
  ["shop/Test.java", "main"],
  ["shop/Spec.kt", "main"],
  ["shop/TillTest.xml", "main"],
])("%s is of %s", (path, scope) => {
  expect(scopeByPlace(path)).toBe(scope);
});

test.each(sourceEndings)("a class of tests in a file that ends with %s", (ending) => {
  expect(scopeByPlace(`shop/TillTest${ending}`)).toBe("test");
});

test.each(sourceEndings.slice(1))("a specification in a file that ends with %s", (ending) => {
  expect(scopeByPlace(`shop/TillSpec${ending}`)).toBe("test");
});

test.each(dialects)("%s has a directory in the layout that Maven and Gradle share", (dialect) => {
  expect(layoutOf(`shop/src/main/${dialect}/shop/Till`)).toEqual({ module: "shop", set: "main" });
  expect(layoutOf(`src/test/${dialect}-2.13/Till`)).toEqual({ module: "", set: "test" });
  expect(layoutOf(`src/test/${dialect}s/Till`)).toBeUndefined();
  expect(isLanguageDirectory(dialect)).toBe(true);
  expect(isLanguageDirectory(`my${dialect}`)).toBe(false);
});
