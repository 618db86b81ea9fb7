import { describe, expect, it } from "vitest";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";
import { walk } from "../../../../src/files/walk.ts";
import type { MavenEnvironment } from "../../../../src/languages/build-environment.ts";
import { readPom } from "../../../../src/languages/java/manifests/pom.ts";
import { pomSet } from "../../../../src/languages/java/projects/maven-builds.ts";
import { mavenSettings } from "../../../../src/languages/java/projects/maven-context.ts";
import { effectiveDependencies } from "../../../../src/languages/java/projects/maven-dependencies.ts";
import { dependency, parentPom, pom } from "../drawn.ts";

/** The effective dependencies of the POM at `path`, as `mvn help:effective-pom` lists them. */
function draw(files: Readonly<Record<string, string>>, path = "pom.xml", maven: MavenEnvironment = {}): string {
  const { files: index } = walk(memoryFileSystem(files));
  const poms = Object.entries(files).flatMap(([each, text]) => readPom({ path: each, text }).manifest ?? []);
  const set = pomSet({ poms, configs: [], extensions: [], settings: mavenSettings({ maven }) }, index);
  const wanted = poms.find((each) => each.path === path);
  if (wanted === undefined) return "no such POM";
  return effectiveDependencies(set.effective(wanted), set)
    .map(({ groupId, artifactId, type, classifier, version, scope, optional, exclusions }) =>
      [
        [groupId.value, artifactId.value, ...(type === "jar" && classifier === "" ? [] : [type, classifier])].join(":"),
        version?.missing === undefined ? (version?.value ?? "?") : "?",
        scope,
        ...(optional ? ["optional"] : []),
        ...exclusions.map((each) => `without ${each}`),
      ].join(" "),
    )
    .join("\n");
}

const managing = (...entries: readonly string[]): string =>
  `<dependencyManagement><dependencies>${entries.join("\n")}</dependencies></dependencyManagement>`;
const asking = (...entries: readonly string[]): string => `<dependencies>${entries.join("\n")}</dependencies>`;
const properties = (values: Readonly<Record<string, string>>): string =>
  `<properties>${Object.entries(values)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join("")}</properties>`;
const without = (groupId: string, artifactId: string): string =>
  `<exclusions><exclusion><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId></exclusion></exclusions>`;
const bom = (coordinates: string): string => dependency(coordinates, "<type>pom</type><scope>import</scope>");

describe("dependency management", () => {
  it("gives version, scope and exclusions where a dependency has none, and never optional", () => {
    const managed = dependency(
      "bank:vault:1.0",
      `<scope>test</scope><optional>true</optional>${without("${project.groupId}", "lock")}`,
    );
    const inside = (more: string): string => pom("till", managing(managed) + asking(dependency("bank:vault", more)));
    expect(draw({ "pom.xml": inside("") })).toBe("bank:vault 1.0 test without bank:lock");
    expect(draw({ "pom.xml": inside("<scope>provided</scope>") })).toBe("bank:vault 1.0 provided without bank:lock");
    expect(draw({ "pom.xml": inside(without("a", "b")) })).toBe("bank:vault 1.0 test without a:b");
  });

  it("is by type and classifier", () => {
    const entries = managing(
      dependency("bank:vault:1.0"),
      dependency("bank:vault:1.1", "<type>test-jar</type>"),
      dependency("bank:vault:1.2", "<classifier>linux</classifier>"),
    );
    const asked = asking(
      dependency("bank:vault"),
      dependency("bank:vault", "<type>jar</type><classifier>linux</classifier>"),
      dependency("bank:vault", "<type>test-jar</type><optional>true</optional>"),
      dependency("bank:vault", "<type>zip</type>"),
    );
    expect(draw({ "pom.xml": pom("till", entries + asked) })).toBe(
      [
        "bank:vault 1.0 compile",
        "bank:vault:jar:linux 1.2 compile",
        "bank:vault:test-jar: 1.1 compile optional",
        "bank:vault:zip: ? compile",
      ].join("\n"),
    );
  });

  it("goes by the nearest POM, then by the first BOM that is imported; a BOM has properties of its own", () => {
    const files = {
      "pom.xml": pom("parent", properties({ v: "parent" }) + managing(dependency("a:near:parent"), bom("bank:late:1"))),
      "early/pom.xml": `<project><groupId>bank</groupId><artifactId>early</artifactId><version>1</version>
${properties({ v: "early" })}${managing(dependency("a:near:early"), dependency("a:bom:${v}"))}</project>`,
      "late/pom.xml": `<project><groupId>bank</groupId><artifactId>late</artifactId><version>1</version>
${managing(dependency("a:near:late"), dependency("a:bom:late"), dependency("a:last:late"))}</project>`,
      "till/pom.xml": pom(
        "till",
        managing(bom("bank:early:1")) + asking(...["near", "bom", "last"].map((name) => dependency(`a:${name}`))),
        parentPom,
      ),
    };
    expect(draw(files, "till/pom.xml")).toBe("a:near parent compile\na:bom early compile\na:last late compile");
  });

  it("takes a BOM of the repository only in the version that is asked for", () => {
    const files = {
      "bom/pom.xml": pom("bom", managing(dependency("a:b:1"))),
      "pom.xml": pom("till", managing(bom("bank:bom:0.9")) + asking(dependency("a:b"))),
    };
    expect(draw(files)).toBe("a:b ? compile");
  });
});

describe("inheritance", () => {
  it("is by key, the child's first; of equal entries the last counts", () => {
    const files = {
      "pom.xml": pom("parent", asking(dependency("a:b:1", "<scope>test</scope>"), dependency("a:c:1"))),
      "till/pom.xml": pom("till", asking(dependency("a:b:2"), dependency("a:d:1"), dependency("a:d:2")), parentPom),
    };
    expect(draw(files, "till/pom.xml")).toBe("a:b 2 compile\na:d 2 compile\na:c 1 compile");
  });

  it("takes a profile's entries over those of its own POM, and under those of a child", () => {
    const profile = `<profiles><profile><id>cloud</id><activation><property><name>!local</name></property></activation>
${properties({ v: "cloud" })}${asking(dependency("a:b:9"), dependency("a:e:${v}"))}</profile></profiles>`;
    const files = {
      "pom.xml": pom(
        "parent",
        properties({ v: "parent" }) + asking(dependency("a:b:1"), dependency("a:c:${v}")) + profile,
      ),
      "till/pom.xml": pom("till", asking(dependency("a:e:3")), parentPom),
    };
    expect(draw(files)).toBe("a:b 9 compile\na:c cloud compile\na:e cloud compile");
    expect(draw(files, "till/pom.xml")).toBe("a:e 3 compile\na:b 9 compile\na:c cloud compile");
    expect(draw(files, "pom.xml", { properties: { local: "1" } })).toBe("a:b 1 compile\na:c parent compile");
  });
});

describe("interpolation", () => {
  const asked = (expression: string): string => asking(dependency(`a:b:${expression}`));

  it.each<readonly [string, string, MavenEnvironment, string]>([
    ["${project.version}", "", {}, "1.0"],
    ["${pom.version}", "", {}, "1.0"],
    ["${version}", "", {}, "1.0"],
    // a property goes before a name without a prefix, and never before one with it
    ["${version}", properties({ version: "7" }), {}, "7"],
    ["${project.version}", properties({ "project.version": "7" }), {}, "1.0"],
    ["${project.version}", "", { properties: { "project.version": "7" } }, "1.0"],
    // the user goes before the POM, and the POM before the machine
    ["${v}", properties({ v: "7" }), { properties: { v: "8" } }, "8"],
    ["${v}", properties({ v: "7" }), { system: { v: "9" } }, "7"],
    ["${java.version}", "", { system: { "java.version": "17" } }, "17"],
    ["${env.TEA}", "", { system: { "env.TEA": "9" } }, "9"],
    ["${env.TEA}", "", {}, "?"],
    ["${a}-${b}", properties({ a: "${b}.1", b: "2" }), {}, "2.1-2"],
    ["${revision}${sha1}${changelist}", properties({ revision: "3", sha1: "", changelist: "-S" }), {}, "3-S"],
    ["${revision}", properties({ revision: "3" }), { properties: { revision: "4" } }, "4"],
    ["${project.build.directory}", "", {}, "target"],
    ["${project.packaging}", "", {}, "jar"],
  ])("%s with %s under %j: %s", (expression, inside, environment, expected) => {
    const drawn = draw({ "pom.xml": pom("till", inside + asked(expression)) }, "pom.xml", environment);
    expect(drawn).toBe(`a:b ${expected} compile`);
  });

  it("is done with the values of the child", () => {
    const files = {
      "pom.xml": pom("parent", properties({ v: "${project.artifactId}" }) + asked("${v}/${project.parent.version}")),
      "till/pom.xml": pom("till", "", parentPom),
    };
    expect(draw(files, "till/pom.xml")).toBe("a:b till/1.0 compile");
  });
});

describe("model 4.1.0", () => {
  const four = 'xmlns="http://maven.apache.org/POM/4.1.0"';

  it("takes what a parent is called from the POM that is there, and versions from projects of the build", () => {
    const files = {
      "pom.xml": `<project ${four}><groupId>bank</groupId><artifactId>parent</artifactId><version>4.2</version></project>`,
      "vault/pom.xml": `<project ${four}><parent/><artifactId>vault</artifactId></project>`,
      "till/pom.xml": `<project ${four}><parent><groupId>bank</groupId><artifactId>parent</artifactId></parent>
<artifactId>till</artifactId>${asking(
        dependency("bank:vault"),
        "<dependency><artifactId>parent</artifactId><type>pom</type></dependency>",
        dependency("${project.groupId}:own:${project.version}"),
      )}</project>`,
    };
    expect(draw(files, "till/pom.xml")).toBe(
      "bank:vault 4.2 compile\nbank:parent:pom: 4.2 compile\nbank:own 4.2 compile",
    );
  });

  it("is not what older models do", () => {
    const files = {
      "vault/pom.xml": pom("vault", ""),
      "pom.xml": pom("till", asking(dependency("bank:vault"))),
    };
    expect(draw(files)).toBe("bank:vault ? compile");
  });
});

describe("a parent of a range", () => {
  it.each([
    ["[1,2)", "1.5", "5 compile"],
    ["[1.5]", "1.5", "5 compile"],
    ["(1.5,)", "1.5", "? compile"],
    ["[1,2)", "2", "? compile"],
    ["[1,", "1", "? compile"],
  ])("%s of %s: %s", (range, version, expected) => {
    const files = {
      "pom.xml": `<project><groupId>bank</groupId><artifactId>parent</artifactId><version>${version}</version>
${properties({ v: "5" })}</project>`,
      "till/pom.xml": pom(
        "till",
        asking(dependency("a:b:${v}")),
        `<groupId>bank</groupId><artifactId>parent</artifactId><version>${range}</version>`,
      ),
    };
    expect(draw(files, "till/pom.xml")).toBe(`a:b ${expected}`);
  });
});
