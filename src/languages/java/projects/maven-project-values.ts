/**
 * What `${project.x}` stands for: the model's own fields, as far as a dependency is ever written by them.
 * @see https://maven.apache.org/ref/current/maven-model-builder/#model-interpolation
 */
import type { Pom } from "../manifests/pom-model.ts";

/** @param lineage the POM, its parent, and so on: group and version are inherited */
export function projectValue(name: string, lineage: readonly Pom[]): string | undefined {
  const [pom, ...above] = lineage;
  if (pom === undefined) return undefined;
  switch (name) {
    case "groupId":
      return inherited(lineage, "groupId");
    case "artifactId":
      return pom.artifactId;
    case "version":
      return inherited(lineage, "version");
    case "packaging":
      return pom.packaging;
    case "parent.groupId":
      return pom.parent?.groupId ?? inherited(above, "groupId");
    case "parent.artifactId":
      return pom.parent?.artifactId ?? above[0]?.artifactId;
    case "parent.version":
      return pom.parent?.version ?? inherited(above, "version");
    default:
      return undefined;
  }
}

function inherited(lineage: readonly Pom[], name: "groupId" | "version"): string | undefined {
  for (const pom of lineage) {
    const own = pom[name] ?? pom.parent?.[name];
    if (own !== undefined) return own;
  }
  return undefined;
}

/** Values that every POM has from Maven's own, the super POM. */
const superValues: ReadonlyMap<string, string> = new Map([
  ["basedir", "."],
  ["build.directory", "target"],
  ["build.outputDirectory", "target/classes"],
  ["build.testOutputDirectory", "target/test-classes"],
  ["build.sourceDirectory", "src/main/java"],
  ["build.testSourceDirectory", "src/test/java"],
]);

export function superValue(name: string): string | undefined {
  return superValues.get(name);
}
