/**
 * .mvn/extensions.xml: what Maven itself loads for a build.
 * @see https://maven.apache.org/configure.html#mvn-extensions-xml-file
 */
import type { ManifestReader } from "../../language.ts";
import { makeDependencies } from "./pom-dependencies.ts";
import type { PomDependency } from "./pom-model.ts";
import { readXml } from "./xml.ts";

export interface MavenExtensions {
  readonly kind: "maven-extensions";
  readonly path: string;
  readonly extensions: readonly PomDependency[];
}

export const mavenExtensionsReader: ManifestReader<MavenExtensions> = {
  format: "Maven extensions",
  matches: (name, path) => name === "extensions.xml" && /(?:^|\/)\.mvn\/extensions\.xml$/.test(path),
  read({ path, text }) {
    const { root, problem } = readXml(text);
    const extensions = makeDependencies(root?.children ?? []);
    if (problem === undefined) return { manifest: { kind: "maven-extensions", path, extensions }, diagnostics: [] };
    const { line, column, message } = problem;
    return {
      manifest: { kind: "maven-extensions", path, extensions },
      diagnostics: [
        { code: "manifest", file: path, line, column, message: `bad XML: ${message}; what stands before it was read` },
      ],
    };
  },
};
