import { describe, expect, it } from "vitest";
import { dependency, drawProjects, parentPom, pom } from "../drawn.ts";

describe("Maven projects", () => {
  it("points at the artifactId, and fills in properties", () => {
    const { projects, diagnostics } = drawProjects({
      "pom.xml": `<?xml version="1.0"?>
<project>
  <groupId>bank</groupId>
  <artifactId>ledger</artifactId>
  <version>\${revision}</version>
  <properties>
    <revision>3.1</revision>
    <major>32</major>
    <guava.version>\${major}.0.0-jre</guava.version>
  </properties>
  <dependencies>
    <dependency>
      <groupId>com.google.guava</groupId>
      <artifactId>guava</artifactId>
      <version>\${guava.version}</version>
    </dependency>
    <dependency>
      <groupId>\${project.groupId}</groupId>
      <artifactId>vault</artifactId>
      <version>[\${project.version},4.0)</version>
      <scope>provided</scope>
    </dependency>
  </dependencies>
</project>`,
    });
    expect(diagnostics).toEqual([]);
    expect(projects).toBe(
      [
        "pom.xml pkg:maven/bank/ledger 3.1",
        "  pom.xml:14 com.google.guava/guava 32.0.0-jre runtime observable <- pom.xml:9 <- pom.xml:8",
        "  pom.xml:19 bank/vault [3.1,4.0) provided <- pom.xml:7",
      ].join("\n"),
    );
  });

  it("reads which file of a package is asked for, and what is not to come with it", () => {
    const excluded =
      "<exclusions><exclusion><groupId>log4j</groupId><artifactId>*</artifactId></exclusion></exclusions>";
    const { projects } = drawProjects({
      "pom.xml": pom(
        "till",
        `<dependencies>
${dependency("bank:ledger:1.0", `<classifier>tests</classifier>${excluded}`)}
${dependency("bank:vault:1.0", "<type>war</type>")}
</dependencies>`,
      ),
    });
    expect(projects.split("\n").slice(1)).toEqual([
      "  pom.xml:3 bank/ledger 1.0 runtime classifier tests without log4j:*",
      "  pom.xml:4 bank/vault 1.0 runtime type war",
    ]);
  });

  it("inherits dependencies, properties, versions and scopes from a parent of the repository", () => {
    const { projects } = drawProjects({
      "pom.xml": pom(
        "parent",
        `<packaging>pom</packaging><modules><module>till</module></modules>
<properties><slf4j>2.0.9</slf4j></properties>
<dependencyManagement><dependencies>
${dependency("org.slf4j:slf4j-api:${slf4j}")}
${dependency("junit:junit:4.13", "<scope>test</scope>")}
</dependencies></dependencyManagement>
<dependencies>
${dependency("org.jspecify:jspecify:1.0.0")}
</dependencies>`,
      ),
      "till/pom.xml": pom(
        "till",
        `<properties><slf4j>2.0.16</slf4j></properties>
<dependencies>
${dependency("org.slf4j:slf4j-api")}
${dependency("junit:junit")}
</dependencies>`,
        parentPom,
      ),
      "till/src/main/java/bank/Till.java": "package bank; class Till {}",
      "till/src/test/java/bank/TillTest.java": "package bank; class TillTest {}",
      "till/src/jmh/java/bank/TillBench.java": "package bank; class TillBench {}",
    });
    expect(projects).toBe(
      [
        "pom.xml pkg:maven/bank/parent 1.0",
        "  pom.xml:9 org.jspecify/jspecify 1.0.0 runtime",
        "  pom.xml:5 org.slf4j/slf4j-api 2.0.9 managed <- pom.xml:3",
        "  pom.xml:6 junit/junit 4.13 managed",
        "till/pom.xml pkg:maven/bank/till 1.0 < project:pom.xml test:till/src/jmh/java main:till/src/main/java test:till/src/test/java",
        "  till/pom.xml:4 org.slf4j/slf4j-api 2.0.16 runtime observable <- pom.xml:5 <- till/pom.xml:2",
        "  till/pom.xml:5 junit/junit 4.13 test observable <- pom.xml:6",
        "  pom.xml:9 org.jspecify/jspecify 1.0.0 runtime",
      ].join("\n"),
    );
  });

  it("takes a parent only when it is the one that is named", () => {
    const { projects } = drawProjects({
      "pom.xml": pom("other", `<dependencies>${dependency("org.slf4j:slf4j-api:1")}</dependencies>`),
      "build/parent/pom.xml": pom(
        "parent",
        `<dependencies>${dependency("org.jspecify:jspecify:1.0.0")}</dependencies>`,
      ),
      "till/pom.xml": pom("till", "", parentPom),
    });
    expect(projects).toContain("till/pom.xml pkg:maven/bank/till 1.0 < project:build/parent/pom.xml");
    expect(projects).not.toContain("< project:pom.xml");
  });

  it("imports a BOM of the repository, and says so of one that is not", () => {
    const bom = (coordinates: string): string => dependency(coordinates, "<type>pom</type><scope>import</scope>");
    const { projects, diagnostics } = drawProjects({
      "bom/pom.xml": pom(
        "bom",
        `<packaging>pom</packaging><dependencyManagement><dependencies>
${dependency("com.google.guava:guava:33.0")}</dependencies></dependencyManagement>`,
      ),
      "till/pom.xml": pom(
        "till",
        `<dependencyManagement><dependencies>
${bom("bank:bom:1.0")}
${bom("org.elsewhere:platform:7")}
</dependencies></dependencyManagement>
<dependencies>
${dependency("com.google.guava:guava")}
${dependency("org.elsewhere:thing")}
</dependencies>`,
      ),
    });
    expect(projects).toContain("  till/pom.xml:7 com.google.guava/guava 33.0 runtime observable <- bom/pom.xml:3");
    expect(projects).toContain("  till/pom.xml:8 org.elsewhere/thing * runtime");
    expect(projects).toContain("  till/pom.xml:3 bank/bom 1.0 managed");
    expect(diagnostics).toEqual([
      "till/pom.xml: the imported BOM org.elsewhere:platform:7 is not in the repository: versions and scopes that it manages are unknown",
    ]);
  });

  it("reads scopes, profiles, processors and kinds of artifacts", () => {
    const { projects } = drawProjects({
      "pom.xml": pom(
        "till",
        `<dependencies>
${dependency("org.postgresql:postgresql:42.7.0", "<scope>runtime</scope>")}
${dependency("junit:junit:4.13", "<scope>test</scope>")}
${dependency("com.google.guava:guava:33.0", "<optional>true</optional>")}
${dependency("bank:vault:1.0", "<type>test-jar</type><scope>test</scope>")}
</dependencies>
<build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId><configuration><annotationProcessorPaths>
<path><groupId>org.mapstruct</groupId><artifactId>mapstruct-processor</artifactId><version>1.5</version></path>
</annotationProcessorPaths></configuration></plugin></plugins></build>
<profiles>
<profile><id>cloud</id><dependencies>${dependency("com.cloud:client:1")}</dependencies></profile>
<profile><id>local</id><activation><activeByDefault>true</activeByDefault></activation>
<dependencies>${dependency("com.local:client:2")}</dependencies></profile>
</profiles>`,
      ),
    });
    expect(projects).toBe(
      [
        "pom.xml pkg:maven/bank/till 1.0",
        "  pom.xml:3 org.postgresql/postgresql 42.7.0 runtime",
        "  pom.xml:4 junit/junit 4.13 test observable",
        "  pom.xml:5 com.google.guava/guava 33.0 optional",
        "  pom.xml:6 bank/vault 1.0 test type test-jar",
        "  pom.xml:14 com.local/client 2 runtime in local",
        "  pom.xml:9 org.mapstruct/mapstruct-processor 1.5 build",
        "  pom.xml:12 com.cloud/client 1 runtime in cloud if profile:cloud",
        "  pom.xml:8 org.apache.maven.plugins/maven-compiler-plugin * build in plugin",
      ].join("\n"),
    );
  });

  it("bounds values that never end, and says what has no value", () => {
    const { projects, diagnostics } = drawProjects({
      "pom.xml": pom(
        "till",
        `<properties><a>\${b}</a><b>\${a}</b><lol>\${lol}\${lol}</lol></properties><dependencies>
${dependency("org.slf4j:slf4j-api:${a}")}
${dependency("org.jspecify:jspecify:${lol}")}
${dependency("com.google.guava:guava:${gone}")}
${dependency("${gone}:guava:1")}
</dependencies>`,
      ),
    });
    expect(projects).toContain("pom.xml:3 org.slf4j/slf4j-api * runtime");
    expect(projects).toContain("pom.xml:4 org.jspecify/jspecify * runtime");
    expect(diagnostics.length).toBe(4);
    expect(diagnostics[2]).toBe("pom.xml: ${gone} has no value here: the version of guava is unknown");
  });

  it("survives parents and BOMs in a circle", () => {
    const circle = (artifactId: string, parent: string): string =>
      pom(
        artifactId,
        `<dependencyManagement><dependencies>${dependency(`bank:${parent}:1.0`, "<type>pom</type><scope>import</scope>")}
</dependencies></dependencyManagement><dependencies>${dependency("org.slf4j:slf4j-api")}</dependencies>`,
        `<groupId>bank</groupId><artifactId>${parent}</artifactId><version>1.0</version><relativePath>../${parent}</relativePath>`,
      );
    const { projects } = drawProjects({ "egg/pom.xml": circle("egg", "hen"), "hen/pom.xml": circle("hen", "egg") });
    expect(projects).toContain("egg/pom.xml pkg:maven/bank/egg 1.0 < project:hen/pom.xml");
  });

  it("keeps what stands before bad XML, and refuses what is no POM", () => {
    const { projects, diagnostics } = drawProjects({
      "pom.xml": `<project><groupId>bank</groupId><artifactId>till</artifactId><version>1</version>\n<dependencies>${dependency("a:b:1")}</dependency>`,
      "web/pom.xml": "<html/>",
      "app/build.sbt": "",
      "lib/build.sbt": "",
    });
    expect(projects).toBe("pom.xml pkg:maven/bank/till 1\n  pom.xml:2 a/b 1 runtime");
    expect(diagnostics).toEqual([
      "pom.xml: bad XML: </dependency> stands where </dependencies> should; what stands before it was read",
      "web/pom.xml: the root element is <html>, not <project>: this is no POM",
      "app/build.sbt: sbt builds are not read: what these 2 files declare is unknown",
    ]);
  });

  it.each([
    ["compile", "runtime"],
    ["runtime", "runtime"],
    ["provided", "provided"],
    ["system", "provided"],
    ["test", "test"],
    ["compile-only", "provided"],
    ["test-only", "test"],
    ["test-runtime", "test"],
  ])("reads the scope %s as %s", (written, scope) => {
    const { projects } = drawProjects({
      "pom.xml": pom("till", `<dependencies>${dependency("bank:vault:1", `<scope>${written}</scope>`)}</dependencies>`),
    });
    expect(projects.split("\n")[1]).toBe(`  pom.xml:2 bank/vault 1 ${scope}`);
  });
});
