import { expect, it } from "vitest";
import { drawProjects } from "../drawn.ts";

it("fills in constants of the build's own code", () => {
  const { projects, diagnostics } = drawProjects({
    "weather/settings.gradle.kts": 'include(":sensor")',
    "weather/buildSrc/src/main/kotlin/Deps.kt": `object Versions {
    const val slf4j = "2.0.9"
    val wet: String = "7"
}
object Deps {
    const val slf4j = "org.slf4j:slf4j-api:\${Versions.slf4j}"
    object Rain {
        private const val version = "1.0"
        const val drop = "w:drop:$version"
    }
    val computed = listOf("a").joinToString()
    val split = "w:" + "hail:1"
    fun hidden() { val inner = "w:inner:1" }
}
class Plain { companion object { const val fog = "w:fog:3" } }
`,
    "weather/build-logic/tools/src/main/java/org/weather/Tools.java":
      'package org.weather;\npublic final class Tools {\n  public static final String RADAR = "w:radar:4";\n}',
    "weather/sensor/build.gradle.kts": `dependencies {
  api(Deps.slf4j)
  api(Deps.Rain.drop)
  api("w:wind:\${Versions.wet}")
  api(Plain.fog)
  api(Tools.RADAR)
  api(Deps.computed)
  api(Deps.split)
  api(Deps.inner)
}`,
    "other/build.gradle.kts": "dependencies { api(Deps.slf4j) }",
  });
  expect(projects).toBe(
    [
      "other/build.gradle.kts pkg:maven/other (no version)",
      "weather/sensor/build.gradle.kts pkg:maven/weather/sensor (no version)",
      "  weather/sensor/build.gradle.kts:2 org.slf4j/slf4j-api 2.0.9 runtime in api observable <- weather/buildSrc/src/main/kotlin/Deps.kt:6",
      "  weather/sensor/build.gradle.kts:3 w/drop 1.0 runtime in api <- weather/buildSrc/src/main/kotlin/Deps.kt:9",
      "  weather/sensor/build.gradle.kts:4 w/wind 7 runtime in api <- weather/buildSrc/src/main/kotlin/Deps.kt:3",
      "  weather/sensor/build.gradle.kts:5 w/fog 3 runtime in api <- weather/buildSrc/src/main/kotlin/Deps.kt:15",
      "  weather/sensor/build.gradle.kts:6 w/radar 4 runtime in api <- weather/build-logic/tools/src/main/java/org/weather/Tools.java:3",
    ].join("\n"),
  );
  expect(diagnostics.filter((line) => line.includes("build.gradle"))).toEqual([
    'other/build.gradle.kts: "Deps.slf4j" has no value that can be read here: it was left out',
    'weather/sensor/build.gradle.kts: "Deps.computed" has no value that can be read here: it was left out',
    'weather/sensor/build.gradle.kts: "Deps.split" has no value that can be read here: it was left out',
    'weather/sensor/build.gradle.kts: "Deps.inner" has no value that can be read here: it was left out',
  ]);
});
