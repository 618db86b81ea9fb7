import { expect, test } from "vitest";
import { placeInProject } from "../../../src/checks/findings/place-in-project.ts";
import { project } from "../drawn-braid.ts";

const java = { unit: "com.example.till" };

test.each([
  ["pom.xml", "src/main/java", "src/main/java/com/example/Till.java", java, "src/main/java/"],
  ["till/pom.xml", "till/src/main/java", "till/src/main/java/com/example/Till.java", java, "src/main/java/"],
  ["till/pom.xml", "till", "till/com/example/Till.java", java, ""],
  ["pom.xml", "", "com/example/Till.java", java, ""],
  ["pom.xml", "src", "docs/com/example/Till.java", java, "docs/com/example/Till.java"],
  ["till/package.json", "till/src", "till/src/docs/page.js", {}, "src/docs/page.js"],
])("in %s with the root %j: %s", (manifest, directory, file, attributes, place) => {
  const owner = project(manifest, { sourceRoots: [{ directory, scope: "main" }] });
  expect(placeInProject(file, owner, attributes)).toBe(place);
});
