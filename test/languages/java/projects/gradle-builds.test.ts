import { describe, expect, it } from "vitest";
import { java } from "../../../../src/languages/java/index.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";
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
        "  build.gradle:11 com.google.guava/guava 33.0 runtime without com.google.code.findbugs:jsr305 in api observable <- gradle.properties:2",
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
        "  build.gradle.kts:2 org.junit.jupiter/junit-jupiter-api {strictly 5.10.0} test in testImplementation <- gradle/libs.versions.toml:6",
        "  build.gradle.kts:3 org.jspecify/jspecify 1.0.0 runtime in implementation",
        "front/desk/build.gradle.kts pkg:maven/library/desk (no version) < project:build.gradle.kts",
        "  front/desk/build.gradle.kts:2 library/core * runtime in implementation at core",
        "  front/desk/build.gradle.kts:3 library/core * runtime in implementation at core",
        "  build.gradle.kts:2 org.junit.jupiter/junit-jupiter-api {strictly 5.10.0} test in testImplementation <- gradle/libs.versions.toml:6",
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

  it("knows projects by the names that the settings give", () => {
    const { projects, diagnostics } = drawProjects({
      "settings.gradle": `rootProject.name = 'bank'
include 'vault', 'desk'
project(':vault').name = 'bank-vault'
findProject(':desk')?.name = "bank-desk"
include ':bank-vault:safe-\${size}'
project(":bank-vault:safe-\${size}").projectDir = file("$rootDir/vault/v1/safe")`,
      "build.gradle": "allprojects { group = 'org.bank' }\njar { group = 'not.this' }",
      "vault/build.gradle": "",
      "vault/v1/safe/build.gradle": "dependencies { api project(':bank-vault') }",
      "desk/build.gradle":
        'def size = 1\nString size2 = pick()\ndependencies { implementation project(":bank-vault:safe-${size2}")\n implementation project(":bank-vault") }',
    });
    expect(projects).toBe(
      [
        "build.gradle pkg:maven/org.bank/bank (no version)",
        "desk/build.gradle pkg:maven/org.bank/bank-desk (no version) < project:build.gradle",
        "  desk/build.gradle:4 org.bank/bank-vault * runtime in implementation at vault",
        "vault/build.gradle pkg:maven/org.bank/bank-vault (no version) < project:build.gradle",
        "vault/v1/safe/build.gradle pkg:maven/org.bank/safe-%24%7Bsize%7D (no version) < project:build.gradle",
        "  vault/v1/safe/build.gradle:1 org.bank/bank-vault * runtime in api at vault",
      ].join("\n"),
    );
    expect(diagnostics).toEqual([
      'desk/build.gradle: no project of this build that could be read is ":bank-vault:safe-${size2}"',
    ]);
  });

  it.each([
    ["Groovy", 'rootProject.children.each { it.name = "shop-${it.name}" }'],
    ["Kotlin", 'rootProject.children.forEach { child -> child.name = "shop-${child.name}" }'],
  ])("finds children that are renamed all at once: %s", (_, renaming) => {
    const { projects, diagnostics } = drawProjects({
      "settings.gradle": `include 'till', 'tea'\n${renaming}\nproject(':shop-tea').projectDir = file('goods/tea')`,
      "till/build.gradle": "dependencies { implementation project(':shop-tea') }",
      "tea/build.gradle": "",
      "goods/tea/build.gradle": "",
    });
    expect(projects).toMatch(/ {2}till\/build.gradle:1 \S+tea \* runtime in implementation at (?:goods\/)?tea/);
    expect(diagnostics).toEqual([]);
  });

  it("knows how projects of one build ask for each other", () => {
    const { projects } = resolveRepository(java, {
      "bank/settings.gradle": "include ':core', 'web:api'",
      "bank/build.gradle": "",
      "bank/core/build.gradle": "",
      "bank/web/api/build.gradle": "",
      "shop/build.gradle.kts": "",
    });
    expect(projects.map(({ inBuild }) => `${inBuild?.notation} of ${inBuild?.build}`)).toEqual([
      'project(":") of bank',
      'project(":core") of bank',
      'project(":web:api") of bank',
      'project(":") of shop',
    ]);
  });

  it("guesses which project a name means when its settings cannot be read", () => {
    const { projects, diagnostics } = drawProjects({
      "settings.gradle": "include 'till', 'tea'\nrename(rootProject)",
      "till/build.gradle": "dependencies { implementation project(':shop-tea') }",
      "tea/build.gradle": "",
    });
    expect(projects).toContain("  till/build.gradle:1 tea * runtime in implementation at tea");
    expect(diagnostics).toEqual([]);
  });

  it("reads scripts that are called after their projects", () => {
    const { projects } = drawProjects({
      "settings.gradle": 'include "till"\nrootProject.children.each { p -> p.buildFileName = "${p.name}.gradle" }',
      "till/till.gradle": "dependencies { implementation 'org.jspecify:jspecify:1.0.0' }",
    });
    expect(projects).toContain("till/till.gradle:1 org.jspecify/jspecify 1.0.0 runtime");
  });

  it("gives each project what a script says for it by name", () => {
    const { projects } = drawProjects({
      "settings.gradle":
        "rootProject.name = 'library'\ninclude 'shelf', 'desk', 'hall'\nproject(':hall').name = 'library-hall'",
      "gradle.properties": "group=org.library",
      "build.gradle": `
project(':shelf') {
  dependencies {
    api libs.guava
    implementation "\${libs.guava.get().module}:\${libs.versions.guava.get()}:tests"
    testImplementation project(path: ':library-hall', configuration: 'testArtifacts')
  }
}
configure([project(':desk'), project(':shelf')]) { dependencies { implementation 'org.jspecify:jspecify:1.0.0' } }
configure(subprojects) { dependencies { integrationImplementation 'org.library:reader:1' } }
configure(some()) { dependencies { implementation 'org.library:nobody:1' } }
apply from: file("$projectDir/hall/v1/build.gradle")
`,
      "gradle/libs.versions.toml":
        '[versions]\nguava = "33.0"\n[libraries]\nguava = { module = "com.google.guava:guava", version.ref = "guava" }',
      "hall/v1/build.gradle":
        "String kind = 'hall'\nproject(\":library-${kind}\") { dependencies { implementation project(':shelf').sourceSets.test.output } }",
    });
    expect(projects).toBe(
      [
        "build.gradle pkg:maven/org.library/library (no version)",
        "build.gradle pkg:maven/org.library/desk (no version) < project:build.gradle",
        "  build.gradle:9 org.jspecify/jspecify 1.0.0 runtime in implementation",
        "  build.gradle:10 org.library/reader 1 test in integrationImplementation",
        "hall/v1/build.gradle pkg:maven/org.library/library-hall (no version) < project:build.gradle",
        "  hall/v1/build.gradle:2 org.library/shelf * runtime in implementation at shelf",
        "  build.gradle:10 org.library/reader 1 test in integrationImplementation",
        "build.gradle pkg:maven/org.library/shelf (no version) < project:build.gradle",
        "  build.gradle:4 com.google.guava/guava 33.0 runtime in api <- gradle/libs.versions.toml:4",
        "  build.gradle:5 com.google.guava/guava 33.0 runtime classifier tests in implementation <- gradle/libs.versions.toml:4 <- gradle/libs.versions.toml:2",
        "  build.gradle:6 org.library/library-hall * test in testImplementation at hall",
        "  build.gradle:9 org.jspecify/jspecify 1.0.0 runtime in implementation",
        "  build.gradle:10 org.library/reader 1 test in integrationImplementation",
      ].join("\n"),
    );
  });

  it("follows type-safe accessors", () => {
    const { projects, diagnostics } = drawProjects({
      "settings.gradle.kts": 'rootProject.name = "weather-root"\ninclude(":web:test-helpers", ":desk")',
      "web/test-helpers/build.gradle.kts": "",
      "desk/build.gradle.kts":
        "dependencies {\n  api(projects.web.testHelpers)\n  api(projects.weatherRoot.web.testHelpers)\n  api(projects.gone)\n}",
    });
    expect(projects.match(/weather-root.web\/test-helpers \* runtime in api at web\/test-helpers/g)).toHaveLength(2);
    expect(diagnostics).toEqual([
      'desk/build.gradle.kts: no project of this build that could be read is "projects.gone"',
    ]);
  });

  it("says of what it could not read a few places and their number", () => {
    const lines = Array.from({ length: 30 }, (_, at) => `  implementation project(':gone-${at}')`);
    const { diagnostics } = drawProjects({ "build.gradle": `dependencies {\n${lines.join("\n")}\n}` });
    expect(diagnostics).toHaveLength(4);
    expect(diagnostics[3]).toBe(
      "build.gradle: this and 26 more places ask for projects of this build that could not be read",
    );
  });

  it("reads which file of a package is asked for, and what is not to come with it", () => {
    const { projects } = drawProjects({
      "build.gradle": `dependencies {
    implementation("io.netty:netty-transport:4.1.100:linux-x86_64")
    implementation("org.hibernate:hibernate-core:6.4") {
        exclude group: "javax.xml.bind", module: "jaxb-api"
        exclude(module: 'antlr')
        exclude group: computed
    }
    implementation "com.google.guava:guava:33.0"
}`,
      "web/build.gradle.kts": `dependencies {
    api("org.hibernate:hibernate-core:6.4") { exclude(group = "org.antlr") }
}`,
    });
    expect(projects).toBe(
      [
        "build.gradle (no name) (no version)",
        "  build.gradle:2 io.netty/netty-transport 4.1.100 runtime classifier linux-x86_64 in implementation",
        "  build.gradle:3 org.hibernate/hibernate-core 6.4 runtime without javax.xml.bind:jaxb-api without *:antlr in implementation",
        "  build.gradle:8 com.google.guava/guava 33.0 runtime in implementation observable",
        "web/build.gradle.kts pkg:maven/web (no version)",
        "  web/build.gradle.kts:2 org.hibernate/hibernate-core 6.4 runtime without org.antlr:* in api",
      ].join("\n"),
    );
  });

  it("calls nothing unused where it cannot see the use", () => {
    const asked = "dependencies { implementation 'com.google.guava:guava:33.0' }";
    const observable = (files: Readonly<Record<string, string>>): boolean =>
      resolveRepository(java, { "build.gradle": asked, ...files }).projects.some((project) =>
        project.requirements.some((each) => each.observable),
      );
    expect(observable({ "src/main/java/Till.java": "class Till {}" })).toBe(true);
    expect(observable({})).toBe(false);
    expect(observable({ "src/main/java/Till.java": "class Till {}", "src/main/resources/a.scala": "" })).toBe(true);
    expect(observable({ "src/test/java/TillTest.java": "class TillTest {}" })).toBe(false);
    expect(observable({ "src/main/java/Till.java": "class Till {}", "src/main/kotlin/Tea.kt": "" })).toBe(false);
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
