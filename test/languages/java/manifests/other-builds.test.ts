import { expect, it } from "vitest";
import { drawProjects } from "../drawn.ts";

it.each([
  ["build.sbt", "sbt"],
  ["BUILD.bazel", "Bazel"],
  ["MODULE.bazel", "Bazel"],
  ["WORKSPACE", "Bazel"],
  ["maven_install.json", "Bazel"],
  ["build.xml", "Ant"],
  ["project.clj", "Leiningen"],
  ["deps.edn", "Clojure"],
  ["build.mill", "Mill"],
  ["buildfile", "Buildr"],
])("%s is never silently clean", (name, tool) => {
  expect(drawProjects({ [`shop/${name}`]: "", "README.md": "" }).diagnostics).toEqual([
    `shop/${name}: ${tool} builds are not read: what this file declares is unknown`,
  ]);
});
