import { describe, expect, it } from "vitest";
import { drawProjects } from "../drawn.ts";

const script = (...statements: readonly string[]): string => `dependencies {\n${statements.join("\n")}\n}`;

describe("version catalogs", () => {
  it("are read from where Gradle looks, from files that settings name, and from settings", () => {
    const { projects, diagnostics } = drawProjects({
      "settings.gradle.kts": `dependencyResolutionManagement { versionCatalogs {
  create("testLibs") { from(files("config/for-tests.versions.toml")) }
  create("shop") {
    version("tea", "9")
    library("tea-pot", "org.tea:pot:1.2")
    library("tea-cup", "org.tea", "cup").versionRef("tea")
    library("tea-spoon", "org.tea", "spoon").version("3")
    library("tea-tray", "org.tea", "tray").withoutVersion()
    bundle("tea", listOf("tea-pot", "tea-cup"))
    plugin("kettle", "org.tea.kettle").version("4")
  }
  create("far") { from("org.elsewhere:catalog:1") }
} }`,
      "gradle/libs.versions.toml": '[libraries]\nguava = "com.google.guava:guava:33"',
      "config/for-tests.versions.toml":
        '[versions]\nfive = "5.10"\n[libraries]\njunit_five = { module = "org.junit:junit", version.ref = "five" }',
      "build.gradle.kts": `plugins {\n  alias(shop.plugins.kettle)\n}\n${script(
        "api(libs.guava)",
        "api(testLibs.junit.five)",
        'api("org.other:other:${testLibs.versions.five.get()}")',
        "api(shop.tea.spoon)",
        "api(shop.tea.tray)",
        "api(shop.bundles.tea)",
        "api(far.thing)",
      )}`,
    });
    expect(projects.split("\n").slice(1)).toEqual([
      "  build.gradle.kts:5 com.google.guava/guava 33 runtime in api observable <- gradle/libs.versions.toml:2",
      "  build.gradle.kts:6 org.junit/junit 5.10 runtime in api <- config/for-tests.versions.toml:4",
      "  build.gradle.kts:7 org.other/other 5.10 runtime in api <- config/for-tests.versions.toml:2",
      "  build.gradle.kts:8 org.tea/spoon 3 runtime in api <- settings.gradle.kts:7",
      "  build.gradle.kts:9 org.tea/tray * runtime in api <- settings.gradle.kts:8",
      "  build.gradle.kts:10 org.tea/pot 1.2 runtime in api <- settings.gradle.kts:5",
      "  build.gradle.kts:10 org.tea/cup 9 runtime in api <- settings.gradle.kts:6",
      "  build.gradle.kts:2 org.tea.kettle/org.tea.kettle.gradle.plugin 4 build in plugin <- settings.gradle.kts:10",
    ]);
    expect(diagnostics).toEqual([
      "settings.gradle.kts: the catalog org.elsewhere:catalog:1 is published elsewhere: what it names is unknown",
      'build.gradle.kts: "far.thing" has no value that can be read here: it was left out',
    ]);
  });

  it("belong to their own build", () => {
    const catalog = (version: string): string => `[libraries]\nguava = "com.google.guava:guava:${version}"`;
    const { projects } = drawProjects({
      "settings.gradle": "includeBuild 'tools'",
      "gradle/libs.versions.toml": catalog("33"),
      "build.gradle": script("api libs.guava"),
      "tools/settings.gradle": "",
      "tools/gradle/libs.versions.toml": catalog("20"),
      "tools/build.gradle": script("api libs.guava"),
    });
    expect(projects).toContain("  build.gradle:2 com.google.guava/guava 33 ");
    expect(projects).toContain("  tools/build.gradle:2 com.google.guava/guava 20 ");
  });

  it("say what they have rich versions of, and what they name in vain", () => {
    const { projects, diagnostics } = drawProjects({
      "gradle/libs.versions.toml": `[versions]
narrow = { strictly = "[1,2[", prefer = "1.5" }
[libraries]
rain = { module = "w:rain", version.ref = "narrow" }
hail = { group = "w", name = "hail", version = { require = "1", reject = ["1.1", "1.2"] } }
snow = { module = "w:snow", version.ref = "gone" }
fog.module = "w:fog"
[bundles]
all = ["rain", "sleet"]
[plugins]
radar = { id = "w.radar", version.ref = "gone" }`,
      "build.gradle": script("api libs.bundles.all", "api libs.hail", "api libs.snow", "api libs.fog", "api libs.rime"),
    });
    expect(projects.split("\n").slice(1)).toEqual([
      "  build.gradle:2 w/rain {strictly [1,2[; prefer 1.5} runtime in api <- gradle/libs.versions.toml:4",
      "  build.gradle:3 w/hail {require 1; reject 1.1 & 1.2} runtime in api <- gradle/libs.versions.toml:5",
      "  build.gradle:4 w/snow * runtime in api <- gradle/libs.versions.toml:6",
      "  build.gradle:5 w/fog * runtime in api <- gradle/libs.versions.toml:7",
    ]);
    expect(diagnostics).toEqual([
      'gradle/libs.versions.toml: the catalog has no version "gone": the version of snow is unknown',
      'gradle/libs.versions.toml: the catalog has no library "sleet", which its bundle "all" names',
      'gradle/libs.versions.toml: the catalog has no version "gone": the version of w.radar is unknown',
      'build.gradle: no version catalog of the repository has "libs.rime": the dependency was left out',
    ]);
  });
});

describe("plug-ins", () => {
  it("are asked for by their markers, in the version that the script, the settings or a catalog give", () => {
    const { projects } = drawProjects({
      "settings.gradle.kts": `pluginManagement { plugins { id("org.press.printer") version "3.1" } }\nplugins { id("org.tool.chains") version "0.8" }\ninclude(":sensor")`,
      "gradle.properties": "inkVersion=7",
      "gradle/libs.versions.toml":
        '[plugins]\nshadow-jar = { id = "com.shadow", version = "8.3" }\nshort = "com.short:2"',
      "build.gradle.kts": `plugins {
  java
  \`java-library\`
  id("org.press.printer")
  id("org.ink") version "1.5" apply false
  kotlin("jvm") version "2.0"
  alias(libs.plugins.shadow.jar)
  alias(libs.plugins.short) apply false
  id("own.convention")
}`,
      "sensor/build.gradle": 'plugins { id "org.ink" version "${inkVersion}" }',
    });
    expect(projects).toBe(
      [
        "build.gradle.kts (no name) (no version)",
        "  build.gradle.kts:4 org.press.printer/org.press.printer.gradle.plugin 3.1 build in plugin <- settings.gradle.kts:1",
        "  build.gradle.kts:5 org.ink/org.ink.gradle.plugin 1.5 build in plugin",
        "  build.gradle.kts:6 org.jetbrains.kotlin.jvm/org.jetbrains.kotlin.jvm.gradle.plugin 2.0 build in plugin",
        "  build.gradle.kts:7 com.shadow/com.shadow.gradle.plugin 8.3 build in plugin <- gradle/libs.versions.toml:2",
        "  build.gradle.kts:8 com.short/com.short.gradle.plugin 2 build in plugin <- gradle/libs.versions.toml:3",
        "  settings.gradle.kts:2 org.tool.chains/org.tool.chains.gradle.plugin 0.8 build in plugin",
        "sensor/build.gradle pkg:maven/sensor (no version) < project:build.gradle.kts",
        "  sensor/build.gradle:1 org.ink/org.ink.gradle.plugin 7 build in plugin <- gradle.properties:1",
      ].join("\n"),
    );
  });
});
