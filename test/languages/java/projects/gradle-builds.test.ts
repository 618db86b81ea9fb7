import { describe, expect, it } from "vitest";
import { drawProjects } from "../drawn.ts";

describe("Gradle projects", () => {
  it("reads every way to write a dependency in Groovy", () => {
    const { projects, diagnostics } = drawProjects({
      "settings.gradle": "rootProject.name = 'weather'\ninclude ':sensor', 'web:api'",
      "gradle.properties": "# versions\nguavaVersion=33.0\n",
      "build.gradle": `
plugins { id 'java' }
group = 'org.weather'
version '2.0'
def slf4j = "2.0.9"
ext { jackson = '2.17.0' }
ext.versions = [ junit: '5.10.0', other: '1' ]
dependencies {
    implementation "org.slf4j:slf4j-api:$slf4j", // several
            'com.google.inject:guice:7.0.0'
    api("com.google.guava:guava:\${guavaVersion}") { exclude group: 'com.google.code.findbugs', module: 'jsr305' }
    implementation group: 'com.fasterxml.jackson.core', name: 'jackson-databind', version: jackson
    compileOnly 'org.projectlombok:lombok:1.18.30'
    annotationProcessor 'org.projectlombok:lombok:1.18.30'
    testImplementation "org.junit.jupiter:junit-jupiter:\${versions.junit}"
    runtimeOnly 'org.postgresql:postgresql:42.7.0'
    implementation platform('org.springframework.boot:spring-boot-dependencies:3.2.0')
    implementation project(':sensor')
    testImplementation(testFixtures(project(path: ':web:api')))
    implementation files('lib/local.jar')
    implementation 'org.weather:radar:' + slf4j
    if (slf4j) { implementation 'org.weather:rain:1.0' }
    implementation computed()
    implementation "org.weather:wind:\${gone}"
    constraints { implementation 'com.google.code.gson:gson:2.10' }
}
buildscript { dependencies { classpath 'org.weather:plugin:9' } }
/* dependencies { implementation 'no:no:1' } */
`,
      "sensor/build.gradle": 'dependencies { implementation "org.slf4j:slf4j-api:${rootProject.ext.jackson}" }',
      "web/api/build.gradle": "group 'org.weather.web'",
    });
    expect(projects).toBe(
      [
        "build.gradle pkg:maven/org.weather/weather 2.0",
        "  build.gradle:9 org.slf4j/slf4j-api 2.0.9 runtime in implementation observable <- build.gradle:5",
        "  build.gradle:10 com.google.inject/guice 7.0.0 runtime in implementation observable",
        "  build.gradle:11 com.google.guava/guava 33.0 runtime in api observable <- gradle.properties:2",
        "  build.gradle:12 com.fasterxml.jackson.core/jackson-databind 2.17.0 runtime in implementation observable <- build.gradle:6",
        "  build.gradle:13 org.projectlombok/lombok 1.18.30 provided in compileOnly",
        "  build.gradle:14 org.projectlombok/lombok 1.18.30 build in annotationProcessor",
        "  build.gradle:15 org.junit.jupiter/junit-jupiter 5.10.0 test in testImplementation <- build.gradle:7",
        "  build.gradle:16 org.postgresql/postgresql 42.7.0 runtime in runtimeOnly",
        "  build.gradle:17 org.springframework.boot/spring-boot-dependencies 3.2.0 managed in implementation",
        "  build.gradle:18 org.weather/sensor * runtime in implementation at sensor",
        "  build.gradle:19 org.weather.web/api * test in testImplementation at web/api",
        "  build.gradle:21 org.weather/radar 2.0.9 runtime in implementation <- build.gradle:5",
        "  build.gradle:22 org.weather/rain 1.0 runtime in implementation",
        "  build.gradle:24 org.weather/wind * runtime in implementation",
        "  build.gradle:25 com.google.code.gson/gson 2.10 constraint in implementation",
        "  build.gradle:27 org.weather/plugin 9 build in classpath",
        "sensor/build.gradle pkg:maven/org.weather/sensor 2.0 < project:build.gradle",
        "  sensor/build.gradle:1 org.slf4j/slf4j-api 2.17.0 runtime in implementation observable <- build.gradle:6",
        "web/api/build.gradle pkg:maven/org.weather.web/api 2.0 < project:build.gradle",
      ].join("\n"),
    );
    expect(diagnostics).toEqual([
      'build.gradle: "computed(...)" is not read: what it gives was left out',
      "build.gradle: ${gone} has no value that can be read here: the version of wind is unknown",
    ]);
  });

  it("reads Kotlin scripts, catalogs and what a root says for those below it", () => {
    const { projects, diagnostics } = drawProjects({
      "settings.gradle.kts":
        'rootProject.name = "library"\ninclude(\n  "core",\n  ":desk",\n)\nproject(":desk").projectDir = file("front/desk")',
      "gradle/libs.versions.toml": `[versions]
jackson = "2.17.1"
[libraries]
jackson-databind = { module = "com.fasterxml.jackson.core:jackson-databind", version.ref = "jackson" }
guava = "com.google.guava:guava:33.0"
junit_api = { group = "org.junit.jupiter", name = "junit-jupiter-api", version = { strictly = "5.10.0" } }
[bundles]
web = ["jackson-databind", "guava"]
`,
      "build.gradle.kts": `subprojects {
  dependencies { "testImplementation"(rootProject.libs.junit.api)
    "implementation"("org.jspecify:jspecify:1.0.0") }
}`,
      "core/build.gradle.kts": `plugins { \`java-library\` }
val slf4jVersion = "2.0.9"
val agent by extra("1.2")
java { toolchain { languageVersion.set(JavaLanguageVersion.of(21)) } }
dependencies {
  api(libs.jackson.databind)
  implementation(libs.bundles.web)
  implementation("org.slf4j:slf4j-api:$slf4jVersion") {
    because("logs")
  }
  runtimeOnly("org.library", "agent", "3.0")
  implementation(libs.gone)
}`,
      "front/desk/build.gradle.kts":
        'dependencies {\n  implementation(project(":core"))\n  implementation(projects.core)\n}',
    });
    expect(projects).toBe(
      [
        "build.gradle.kts pkg:maven/library (no version)",
        "core/build.gradle.kts pkg:maven/library/core (no version) < project:build.gradle.kts",
        "  core/build.gradle.kts:6 com.fasterxml.jackson.core/jackson-databind 2.17.1 runtime in api observable <- gradle/libs.versions.toml:4",
        "  core/build.gradle.kts:7 com.fasterxml.jackson.core/jackson-databind 2.17.1 runtime in implementation observable <- gradle/libs.versions.toml:4",
        "  core/build.gradle.kts:7 com.google.guava/guava 33.0 runtime in implementation observable <- gradle/libs.versions.toml:5",
        "  core/build.gradle.kts:8 org.slf4j/slf4j-api 2.0.9 runtime in implementation observable <- core/build.gradle.kts:2",
        "  core/build.gradle.kts:11 org.library/agent 3.0 runtime in runtimeOnly",
        "  build.gradle.kts:2 org.junit.jupiter/junit-jupiter-api 5.10.0 test in testImplementation <- gradle/libs.versions.toml:6",
        "  build.gradle.kts:3 org.jspecify/jspecify 1.0.0 runtime in implementation",
        "front/desk/build.gradle.kts pkg:maven/library/desk (no version) < project:build.gradle.kts",
        "  front/desk/build.gradle.kts:2 library/core * runtime in implementation at core",
        "  front/desk/build.gradle.kts:3 library/core * runtime in implementation at core",
        "  build.gradle.kts:2 org.junit.jupiter/junit-jupiter-api 5.10.0 test in testImplementation <- gradle/libs.versions.toml:6",
        "  build.gradle.kts:3 org.jspecify/jspecify 1.0.0 runtime in implementation",
      ].join("\n"),
    );
    expect(diagnostics).toEqual([
      'core/build.gradle.kts: no version catalog of the repository has "libs.gone": the dependency was left out',
    ]);
  });

  it("follows scripts that are applied and plug-ins that are scripts", () => {
    const { projects } = drawProjects({
      "build.gradle": "apply from: 'gradle/logging.gradle'\nplugins { id 'shop.conventions' }",
      "gradle/logging.gradle": "dependencies { implementation 'org.slf4j:slf4j-api:2.0.9' }",
      "buildSrc/src/main/groovy/shop.conventions.gradle":
        "dependencies { implementation 'org.jspecify:jspecify:1.0.0' }",
    });
    expect(projects).toContain("  gradle/logging.gradle:1 org.slf4j/slf4j-api 2.0.9");
    expect(projects).toContain("  buildSrc/src/main/groovy/shop.conventions.gradle:1 org.jspecify/jspecify 1.0.0");
  });

  it.each([
    ["deep braces", "dependencies {".repeat(100_000)],
    ["deep brackets", `dependencies { implementation ${"(".repeat(100_000)}`],
    ["an endless string", `dependencies { implementation "${"x".repeat(1_000_000)}`],
    ["values that double", `def a = "$b$b"\ndef b = "$a$a"\ndependencies { implementation "x:y:$a" }`],
    ["NUL and prototype names", "dependencies { __proto__ 'a:b:1'\n\0 constructor 'c:d:1' }"],
  ])("bears %s", (_, script) => {
    expect(drawProjects({ "build.gradle": script }).projects).toContain("build.gradle");
  });
});
