/**
 * gradle/verification-metadata.xml: checksums of what a build may download.
 * @see https://docs.gradle.org/current/userguide/dependency_verification.html
 */
import type { ManifestReader } from "../../language.ts";
import { attribute, list, readXml, type XmlElement } from "./xml.ts";

export interface GradleVerification {
  readonly kind: "gradle-verification";
  readonly path: string;
  /** Directory of the build. */
  readonly root: string;
  /** `sha256:...` by `group:name:version`. */
  readonly checksums: ReadonlyMap<string, string>;
}

/** The strongest first. */
const algorithms = ["sha512", "sha256", "sha1", "md5"] as const;

export const gradleVerificationReader: ManifestReader<GradleVerification> = {
  format: "Gradle verification metadata",
  matches: (name, path) => name === "verification-metadata.xml" && /(?:^|\/)gradle\/[^/]+$/.test(path),
  read({ path, text }) {
    const { root, problem } = readXml(text);
    const checksums = new Map<string, string>();
    for (const component of list(root, "components")) {
      const [group, name, version] = ["group", "name", "version"].map((key) => attribute(component, key));
      const checksum = checksumOf(component, `${name}-${version}.jar`);
      if (group && name && version && checksum !== undefined) checksums.set(`${group}:${name}:${version}`, checksum);
    }
    const directory = path.replace(/\/?gradle\/[^/]+$/, "");
    const manifest: GradleVerification = { kind: "gradle-verification", path, root: directory, checksums };
    if (problem === undefined) return { manifest, diagnostics: [] };
    const { line, column, message } = problem;
    const said = `bad XML: ${message}; what stands before it was read`;
    return { manifest, diagnostics: [{ code: "manifest", file: path, line, column, message: said }] };
  },
};

/** Of its jar, or of the first of its files. */
function checksumOf(component: XmlElement, jar: string): string | undefined {
  const artifacts = component.children.filter((each) => each.name === "artifact");
  const artifact = artifacts.find((each) => attribute(each, "name") === jar) ?? artifacts[0];
  for (const algorithm of algorithms) {
    const value = attribute(
      artifact?.children.find((each) => each.name === algorithm),
      "value",
    );
    if (value) return `${algorithm}:${value}`;
  }
  return undefined;
}
