import { expect, it } from "vitest";
import { readPom } from "../../../../src/languages/java/manifests/pom.ts";
import { dependency, drawProjects, parentPom, pom } from "../drawn.ts";

const problems = (text: string): readonly string[] =>
  readPom({ path: "pom.xml", text }).diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);

it("says what is declared twice, and where", () => {
  const twice = (list: string): string =>
    `<${list}>
${dependency("bank:vault:1.0")}
${dependency("bank:vault:1.1", "<type>jar</type>")}
${dependency("bank:vault:1.1", "<type>test-jar</type>")}
${dependency("bank:vault:1.1", "<classifier>tests</classifier>")}
</${list}>`;
  expect(problems(pom("till", twice("dependencies")))).toEqual([
    "4:36 bank:vault is declared twice: here and in line 3",
  ]);
  expect(problems(pom("till", `<dependencyManagement>${twice("dependencies")}</dependencyManagement>`))).toEqual([
    "4:36 bank:vault is declared twice: here and in line 3",
  ]);
  const profile = `<profiles><profile><id>cloud</id>${twice("dependencies")}</profile></profiles>`;
  expect(problems(pom("till", dependency("bank:vault:1.0") + profile))).toEqual([
    "4:36 bank:vault is declared twice: here and in line 3",
  ]);
});

it("says what stands twice, and which of it counts", () => {
  const { projects, diagnostics } = drawProjects({
    "pom.xml": pom(
      "till",
      `<properties><v>1</v>
  <v>2</v></properties>
<dependencies>${dependency("bank:vault:${v}")}</dependencies>
 <dependencies>${dependency("bank:lock:1")}</dependencies>`,
    ),
  });
  expect(projects).toBe("pom.xml pkg:maven/bank/till 1.0\n  pom.xml:4 bank/vault 2 runtime <- pom.xml:3");
  expect(diagnostics).toEqual([
    "pom.xml: <dependencies> stands twice: here and in line 4; this one was not read",
    "pom.xml: <v> stands twice: here and in line 2; this one counts",
  ]);
});

it("never fills in an entity, of the file or of another", () => {
  const { projects, diagnostics } = drawProjects({
    "pom.xml": `<!DOCTYPE project SYSTEM "http://shop.example/project.dtd" [
<!ENTITY v "1.0"> <!ENTITY a "&v;&v;"> <!ENTITY secret SYSTEM "file:///etc/passwd"> <!ENTITY % more SYSTEM "more.dtd"> %more;
]>
<project><groupId>bank</groupId><artifactId>till</artifactId><version>&a;</version><dependencies>
${dependency("bank:vault:&secret;")}
${dependency("bank:lock:1.0")}</dependencies></project>`,
    "more.dtd": '<!ENTITY v "2.0">',
  });
  expect(diagnostics).toEqual([]);
  expect(projects).toBe(
    [
      "pom.xml pkg:maven/bank/till &a;",
      "  pom.xml:5 bank/vault &secret; runtime",
      "  pom.xml:6 bank/lock 1.0 runtime",
    ].join("\n"),
  );
});

it("keeps every other POM when one is broken", () => {
  const { projects, diagnostics } = drawProjects({
    "pom.xml": pom("parent", `<dependencies>${dependency("bank:vault:1.0")}</dependencies>`),
    "till/pom.xml": pom("till", `<dependencies>${dependency("bank:lock:1.0")}<oops></dependencies>`, parentPom),
    "desk/pom.xml": pom("desk", "", parentPom),
  });
  expect(diagnostics).toEqual([
    "till/pom.xml: bad XML: </dependencies> stands where </oops> should; what stands before it was read",
  ]);
  expect(projects.match(/bank\/vault 1.0/g)).toHaveLength(3);
  expect(projects).toContain("till/pom.xml:2 bank/lock 1.0");
});

it("reads what the build loads: plug-ins by their management, what they are given, extensions", () => {
  const plugin = (artifactId: string, more: string): string =>
    `<plugin><groupId>org.press</groupId><artifactId>${artifactId}</artifactId>${more}</plugin>`;
  const { projects } = drawProjects({
    ".mvn/extensions.xml": `<extensions><extension>
<groupId>org.press</groupId><artifactId>cache</artifactId><version>1.2</version></extension></extensions>`,
    "pom.xml": pom(
      "parent",
      `<packaging>pom</packaging><properties><press>3</press></properties><build><pluginManagement><plugins>
${plugin("printer", "<version>${press}</version>")}</plugins></pluginManagement></build>`,
    ),
    "till/pom.xml": pom(
      "till",
      `<build><extensions><extension>
<groupId>org.press</groupId><artifactId>wire</artifactId><version>4</version></extension></extensions><plugins>
${plugin("printer", `<dependencies>${dependency("org.ink:ink:5")}</dependencies>`)}
${plugin("stapler", "<version>6</version>")}
<plugin><artifactId>maven-jar-plugin</artifactId></plugin></plugins></build>`,
      parentPom,
    ),
  });
  expect(projects).toBe(
    [
      "pom.xml pkg:maven/bank/parent 1.0",
      "  .mvn/extensions.xml:2 org.press/cache 1.2 build in plugin",
      "till/pom.xml pkg:maven/bank/till 1.0 < project:pom.xml",
      "  till/pom.xml:3 org.press/wire 4 build in plugin",
      "  till/pom.xml:4 org.press/printer 3 build in plugin <- pom.xml:2",
      "  till/pom.xml:4 org.ink/ink 5 build in plugin",
      "  till/pom.xml:5 org.press/stapler 6 build in plugin",
      "  till/pom.xml:6 org.apache.maven.plugins/maven-jar-plugin * build in plugin",
    ].join("\n"),
  );
});
