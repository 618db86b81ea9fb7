/** Build files of other tools: their projects are not read, and the report says so. */
import type { ManifestReader } from "../../language.ts";

export interface OtherBuild {
  readonly kind: "other-build";
  readonly path: string;
  readonly tool: string;
}

const tools: ReadonlyMap<string, string> = new Map([
  ["build.sbt", "sbt"],
  ["BUILD.bazel", "Bazel"],
  ["MODULE.bazel", "Bazel"],
  ["WORKSPACE", "Bazel"],
  ["WORKSPACE.bazel", "Bazel"],
  ["maven_install.json", "Bazel"],
  ["build.xml", "Ant"],
  ["project.clj", "Leiningen"],
  ["deps.edn", "Clojure"],
  ["build.sc", "Mill"],
  ["build.mill", "Mill"],
  ["buildfile", "Buildr"],
]);

export const otherBuildReader: ManifestReader<OtherBuild> = {
  format: "build file of another tool",
  matches: (name) => tools.has(name),
  read(file) {
    const tool = tools.get(file.path.slice(file.path.lastIndexOf("/") + 1)) ?? "";
    return { manifest: { kind: "other-build", path: file.path, tool }, diagnostics: [] };
  },
};
