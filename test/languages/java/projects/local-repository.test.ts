import { expect, it } from "vitest";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";
import { dependency, drawProjects, pom } from "../drawn.ts";

const bom = dependency("org.trade:bom:7", "<type>pom</type><scope>import</scope>");
const shop = {
  "pom.xml": pom(
    "till",
    `<dependencyManagement><dependencies>${bom}</dependencies></dependencyManagement>
<dependencies>${dependency("org.trade:scale")}
${dependency("org.trade:weight:${weight}")}</dependencies>`,
    "<groupId>org.trade</groupId><artifactId>base</artifactId><version>3</version><relativePath/>",
  ),
};

it("says what is unknown without one, and invents nothing", () => {
  expect(drawProjects(shop)).toEqual({
    projects: [
      "pom.xml pkg:maven/org.trade/till 3",
      "  pom.xml:3 org.trade/scale * runtime",
      "  pom.xml:4 org.trade/weight * runtime",
      "  pom.xml:2 org.trade/bom 7 managed",
    ].join("\n"),
    diagnostics: [
      "pom.xml: the imported BOM org.trade:bom:7 is not in the repository: versions and scopes that it manages are unknown",
      "pom.xml: the parent org.trade:base:3 is not in the repository: dependencies, properties, versions and scopes that it gives are unknown",
    ],
  });
});

it("reads parents and BOMs that the repository has not, and theirs", () => {
  const localRepository = memoryFileSystem({
    "org/trade/base/3/base-3.pom": `<project><parent><groupId>org.trade</groupId><artifactId>root</artifactId><version>1</version></parent>
<artifactId>base</artifactId><version>3</version></project>`,
    "org/trade/root/1/root-1.pom": `<project><groupId>org.trade</groupId><artifactId>root</artifactId><version>1</version>
<properties><weight>0.5</weight></properties></project>`,
    "org/trade/bom/7/bom-7.pom": `<project><groupId>org.trade</groupId><artifactId>bom</artifactId><version>7</version>
<dependencyManagement><dependencies>${dependency("org.trade:scale:2", "<scope>test</scope>")}</dependencies></dependencyManagement></project>`,
  });
  expect(drawProjects(shop, { maven: { localRepository } })).toEqual({
    projects: [
      "pom.xml pkg:maven/org.trade/till 3",
      "  pom.xml:3 org.trade/scale 2 test <- m2:org/trade/bom/7/bom-7.pom:2",
      "  pom.xml:4 org.trade/weight 0.5 runtime <- m2:org/trade/root/1/root-1.pom:2",
      "  pom.xml:2 org.trade/bom 7 managed",
    ].join("\n"),
    diagnostics: [],
  });
});

it.each([
  ["../../etc", "base", "3"],
  ["org.trade", "..", "3"],
  ["org.trade", "base", "3/../../../etc"],
  ["org.trade", "${name}", "3"],
  ["", "base", "3"],
])("asks for no path that coordinates could lead astray: %s %s %s", (groupId, artifactId, version) => {
  const asked: string[] = [];
  const localRepository = {
    ...memoryFileSystem({}),
    read(path: string): Uint8Array {
      asked.push(path);
      throw new Error("nothing is here");
    },
  };
  const parent = `<groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version>`;
  drawProjects({ "pom.xml": pom("till", "", parent) }, { maven: { localRepository } });
  expect(asked).toEqual([]);
});

it("says what is no POM there", () => {
  const localRepository = memoryFileSystem({ "org/trade/base/3/base-3.pom": "<html/>" });
  const { diagnostics } = drawProjects(shop, { maven: { localRepository } });
  expect(diagnostics).toContain(
    "m2:org/trade/base/3/base-3.pom: the root element is <html>, not <project>: this is no POM",
  );
});
