/** Build files of other tools: their projects are not read, and the report says so. */
import type { ManifestReader } from "../../language.ts";

export interface OtherBuild {
  readonly kind: "other-build";
  readonly path: string;
  readonly tool: string;
}

const tools: ReadonlyMap<string, string> = new Map([
  ["build.sbt", "sbt"],
  ["ivy.xml", "Ivy"],
  ["BUILD.bazel", "Bazel"],
  ["build.xml", "Ant"],
  ["build.sc", "Mill"],
]);

export const otherBuildReader: ManifestReader<OtherBuild> = {
  format: "build file of another tool",
  matches: (name) => tools.has(name),
  read(file) {
    const tool = tools.get(file.path.slice(file.path.lastIndexOf("/") + 1)) ?? "";
    return { manifest: { kind: "other-build", path: file.path, tool }, diagnostics: [] };
  },
};
