/** Whatever stands in a manifest, its reader says so, and goes on, in bounded time. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FileIndex } from "../../../../src/files/file-index.ts";
import { java } from "../../../../src/languages/java/index.ts";
import type { JavaManifest } from "../../../../src/languages/java/manifests/manifest.ts";
import { javaBuilds } from "../../../../src/languages/java/projects.ts";
import { dependency } from "../drawn.ts";

const paths = [
  "pom.xml",
  ".mvn/maven.config",
  ".mvn/extensions.xml",
  "build.gradle",
  "build.gradle.kts",
  "settings.gradle",
  "settings.gradle.kts",
  "gradle.properties",
  "gradle/libs.versions.toml",
  "gradle.lockfile",
  "buildSrc/src/main/kotlin/Deps.kt",
  "gradle/verification-metadata.xml",
  "ivy.xml",
  "build.xml",
];

const signs = [..." \n\t\"'{}()[]<>,;:.=$!#/\\&|*+-0@"];
const words = [
  ..."project dependencies dependency groupId artifactId version scope import profile activation parent property".split(
    " ",
  ),
  ..."implementation api platform plugins id alias add ext extra by constraints strictly reject include rootProject".split(
    " ",
  ),
  ..."versionCatalogs create library from files libs versions libraries bundles ref org name rev conf 1.0 [1,2)".split(
    " ",
  ),
  ..."<project> </project> <dependencies> </dependencies> <dependency> </dependency> <!-- --> <![CDATA[ ]]> ${ }".split(
    " ",
  ),
  "<!DOCTYPE x [<!ENTITY a 'b'>]>",
  '"""',
  "'''",
  "__proto__",
  "\u0000",
  "\uD800",
  "\r",
];
const soup = fc.array(fc.constantFrom(...signs, ...words), { maxLength: 80 }).map((pieces) => pieces.join(""));
const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), soup);

function read(path: string, written: string): readonly JavaManifest[] {
  const reader = java.manifests.find((each) => each.matches(path.slice(path.lastIndexOf("/") + 1), path));
  if (reader === undefined) throw new Error(`nothing reads ${path}`);
  const { manifest, diagnostics } = reader.read({ path, text: written, diagnostics: [] });
  for (const { file, line, column } of diagnostics) expect([file, line >= 0, column >= 0]).toEqual([path, true, true]);
  return manifest === undefined ? [] : [manifest];
}

describe("any text", () => {
  it.each(paths)("%s", (path) => {
    const isRead = (written: string): boolean => {
      const manifests = read(path, written);
      return javaBuilds(manifests, new FileIndex([path])).builds.length <= 100;
    };
    expect(fc.check(fc.property(text, isRead), { numRuns: 300 })).toMatchObject({ failed: false });
  });

  it("in all of them at once", () => {
    const isRead = (texts: readonly string[]): boolean => {
      const manifests = paths.flatMap((path, index) => read(path, texts[index] ?? ""));
      return javaBuilds(manifests, new FileIndex(paths)).builds.length <= 1000;
    };
    const texts = fc.array(soup, { minLength: paths.length, maxLength: paths.length });
    expect(fc.check(fc.property(texts, isRead), { numRuns: 200 })).toMatchObject({ failed: false });
  });
});

describe("builds of any size are put together in bounded time", () => {
  const many = (count: number, make: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => make(at)).join("");
  const asking = (...dependencies: readonly string[]): string =>
    `<dependencies>${dependencies.join("")}</dependencies>`;
  const managing = (inside: string): string => `<dependencyManagement>${asking(inside)}</dependencyManagement>`;
  const modules = (count: number, make: (at: number) => string): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`m${at}/pom.xml`, `<project>${make(at)}</project>`]));

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    [
      "thousands of managed dependencies",
      {
        "pom.xml": `<project>${managing(many(10_000, (at) => dependency(`bank:a${at}:1`)))}${asking(many(10_000, (at) => dependency(`bank:a${at}`)))}</project>`,
      },
    ],
    [
      "one dependency, thousands of times",
      { "pom.xml": `<project>${asking(many(10_000, () => dependency("bank:a:1")))}</project>` },
    ],
    [
      "keys that are computed",
      {
        "pom.xml": `<project>${managing(many(3000, (at) => dependency(`bank:\${a}${at}:1`)))}${asking(many(3000, (at) => dependency(`bank:a${at}`)))}</project>`,
      },
    ],
    [
      "a circle of BOMs",
      modules(
        500,
        (at) =>
          `<groupId>bank</groupId><artifactId>m${at}</artifactId><version>1</version>${managing(
            dependency(`bank:m${(at + 1) % 500}:1`, "<type>pom</type><scope>import</scope>"),
          )}${asking(dependency("bank:gone"))}`,
      ),
    ],
    [
      "parents of parents",
      modules(
        500,
        (at) =>
          `<parent><groupId>bank</groupId><artifactId>m${at + 1}</artifactId><version>1</version><relativePath>../m${at + 1}</relativePath></parent><artifactId>m${at}</artifactId>`,
      ),
    ],
    [
      "thousands of Gradle projects",
      {
        "settings.gradle": many(1000, (at) => `include 'm${at}'\n`),
        ...Object.fromEntries(
          Array.from({ length: 1000 }, (_, at) => [`m${at}/build.gradle`, "dependencies { api libs.tea }"]),
        ),
      },
    ],
  ])("%s", (_, files) => {
    const before = process.cpuUsage();
    const manifests = Object.entries(files).flatMap(([path, text]) => read(path, text));
    const { builds } = javaBuilds(manifests, new FileIndex(Object.keys(files)));
    expect(builds.length).toBeGreaterThan(0);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(6);
  });
});

describe("many megabytes take bounded time", () => {
  const repeat = (unit: string, megabytes: number): string => unit.repeat(Math.ceil((megabytes * 1e6) / unit.length));

  it.each([
    ["pom.xml", `<project><dependencies>${repeat(dependency("bank:vault:${a}"), 5)}</dependencies></project>`],
    ["pom.xml", repeat("<a b='", 5)],
    ["pom.xml", repeat("<a>&lt;", 5)],
    [
      "gradle.lockfile",
      Array.from({ length: 200_000 }, (_, at) => `org.shop:part-${at}:1.${at}=compileClasspath`).join("\n"),
    ],
    [
      "gradle/verification-metadata.xml",
      `<v><components>${repeat('<component group="a" name="b" version="1"><artifact name="b-1.jar"><sha256 value="00"/></artifact></component>', 10)}</components></v>`,
    ],
    [
      "ivy.xml",
      `<ivy-module><dependencies>${repeat('<dependency org="a" name="b" rev="1"/>', 5)}</dependencies></ivy-module>`,
    ],
    [".mvn/maven.config", repeat("-Da=b ", 5)],
    ["gradle.properties", repeat("a = b\n", 5)],
    ["build.gradle", `dependencies {\n${repeat("  api 'bank:vault:1'\n", 2)}}`],
    ["build.gradle", repeat('"${', 2)],
    ["build.gradle", repeat("api('a:b') { version {", 2)],
    ["build.gradle.kts", `plugins {${repeat("id(x) ", 2)}`],
    ["settings.gradle.kts", `versionCatalogs {${repeat('create("a") { library(', 2)}`],
    ["settings.gradle.kts", repeat("include(", 2)],
    [
      "gradle/libs.versions.toml",
      `[libraries]\n${Array.from({ length: 30_000 }, (_, at) => `a${at} = "b:c:1"`).join("\n")}`,
    ],
  ])("%s", (path, written) => {
    const before = process.cpuUsage();
    read(path, written);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(6);
  });
});
