import { expect, test } from "vitest";
import { java } from "../../../../src/languages/java/index.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";
import { pom } from "../drawn.ts";

function draw(files: Readonly<Record<string, string>>): readonly string[] {
  return resolveRepository(java, files).projects.flatMap(({ manifest, runtimes = [] }) =>
    runtimes.map(
      (each) => `${manifest}: ${each.file}:${each.line}:${each.column} ${each.strength} ${each.runtime} ${each.range}`,
    ),
  );
}

const compiler = (content: string): string =>
  `<build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId>
<configuration>${content}</configuration></plugin></plugins></build>`;

test.each([
  [
    "a property",
    "<properties>\n<maven.compiler.release>17</maven.compiler.release></properties>",
    "3:0 requires java 17",
  ],
  ["Spring Boot's property", "<properties>\n<java.version>21</java.version></properties>", "3:0 requires java 21"],
  ["the compiler itself", compiler("<target>1.8</target>"), "3:16 requires java 1.8"],
])("Maven: %s", (_, content, expected) => {
  expect(draw({ "pom.xml": pom("vault", content) })).toEqual([`pom.xml: pom.xml:${expected}`]);
});

test("Maven: the toolchain builds what the compiler is told", () => {
  const toolchain = `<build><plugins>
<plugin><artifactId>maven-compiler-plugin</artifactId><configuration><release>\${jdk}</release></configuration></plugin>
<plugin><artifactId>maven-toolchains-plugin</artifactId>
<configuration><toolchains><jdk><version>[21,)</version></jdk></toolchains></configuration></plugin>
</plugins></build><properties><jdk>17</jdk></properties>`;
  expect(draw({ "pom.xml": pom("vault", toolchain), ".sdkmanrc": "java=21.0.2-tem" })).toEqual([
    "pom.xml: pom.xml:3:70 requires java 17",
    "pom.xml: pom.xml:5:33 pins java [21,)",
    "pom.xml: .sdkmanrc:1:6 pins java 21.0.2-tem",
  ]);
});

test.each([
  ["sourceCompatibility = 1.8", "1:1 requires java 1.8"],
  ["java { toolchain { languageVersion = JavaLanguageVersion.of(21) } }", "1:20 pins java 21"],
  ["kotlin { jvmToolchain(17) }", "1:10 pins java 17"],
  ["tasks.withType(JavaCompile) { options.release = 11 }", "1:39 requires java 11"],
])("Gradle: %s", (script, expected) => {
  expect(draw({ "build.gradle": script })).toEqual([`build.gradle: build.gradle:${expected}`]);
});

test("what nobody says is not made up", () => {
  expect(draw({ "pom.xml": pom("vault", compiler("<release>${jdk}</release>")), "build.gradle": "" })).toEqual([]);
});
