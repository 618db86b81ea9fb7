/**
 * Which Java a Maven project is compiled for, and which JDK builds it.
 * @see https://maven.apache.org/plugins/maven-compiler-plugin/compile-mojo.html#release
 * @see https://maven.apache.org/plugins/maven-toolchains-plugin/
 */
import type { RuntimeDemand } from "../../../model/runtime-demand.ts";
import type { PlacedText } from "../manifests/pom-model.ts";
import type { EffectivePom } from "./maven-effective.ts";

/** Those of the compiler plug-in; the last is Spring Boot's. */
const properties = ["maven.compiler.release", "maven.compiler.target", "maven.compiler.source", "java.version"];

/** What the compiler is told comes before the properties that it reads by itself. */
export function mavenJava(effective: EffectivePom): readonly RuntimeDemand[] {
  let compiled: readonly RuntimeDemand[] | undefined;
  let built: readonly RuntimeDemand[] | undefined;
  for (const { pom, content } of effective.sections) {
    for (const { artifactId, release, toolchain } of content.plugins) {
      if (artifactId === "maven-compiler-plugin" && release !== undefined)
        compiled ??= demand(effective, { ...release, file: pom.path, strength: "requires" });
      if (toolchain !== undefined) built ??= demand(effective, { ...toolchain, file: pom.path, strength: "pins" });
    }
  }
  return [...(compiled ?? ofProperties(effective)), ...(built ?? [])];
}

type Written = PlacedText & Pick<RuntimeDemand, "file" | "strength">;

function demand(effective: EffectivePom, { text, ...place }: Written): readonly RuntimeDemand[] {
  const { value, missing } = effective.interpolate(text);
  return missing === undefined ? [{ runtime: "java", range: value, ...place }] : [];
}

function ofProperties(effective: EffectivePom): readonly RuntimeDemand[] {
  for (const name of properties) {
    const { value, missing, origin } = effective.interpolate(`\${${name}}`);
    if (missing !== undefined) continue;
    // What the user or the machine gives stands in no file of the repository.
    const [{ file, line, column = 0 } = { file: effective.pom.path, line: 0 }] = origin;
    return [{ runtime: "java", range: value, strength: "requires", file, line, column }];
  }
  return [];
}
