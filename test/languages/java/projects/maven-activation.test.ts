import { describe, expect, it } from "vitest";
import type { MavenEnvironment } from "../../../../src/languages/build-environment.ts";
import { dependency, drawProjects, parentPom, pom } from "../drawn.ts";

/** A till with the profiles `cloud`, of this activation, and `local`, which is active by default. */
function till(activation: string): string {
  return pom(
    "till",
    `<properties><place>shelf</place></properties><profiles>
<profile><id>cloud</id><activation>${activation}</activation><dependencies>${dependency("bank:cloud:1")}</dependencies></profile>
<profile><id>local</id><activation><activeByDefault>true</activeByDefault></activation><dependencies>
${dependency("bank:local:1")}</dependencies></profile></profiles>`,
  );
}

/** What is asked for without a condition. */
function active(files: Readonly<Record<string, string>>, maven: MavenEnvironment = {}): string {
  const { projects } = drawProjects(files, { maven });
  const lines = projects.split("\n").filter((line) => line.includes(" in ") && !line.includes(" if "));
  return lines.map((line) => / in (\w+)/.exec(line)?.[1]).join(" ");
}

const property = (name: string, value = ""): string =>
  `<property><name>${name}</name>${value === "" ? "" : `<value>${value}</value>`}</property>`;

describe("profiles of a POM", () => {
  it.each<readonly [string, MavenEnvironment, string]>([
    ["", {}, "local"],
    ["", { profiles: ["cloud"] }, "cloud"],
    ["", { profiles: ["cloud", "local"] }, "cloud local"],
    ["", { profiles: ["!local"] }, ""],
    ["", { profiles: ["elsewhere"] }, "local"],
    [property("cloud"), {}, "local"],
    [property("cloud"), { properties: { cloud: "" } }, "local"],
    [property("cloud"), { properties: { cloud: "eu" } }, "cloud"],
    [property("cloud"), { properties: { cloud: "eu" }, profiles: ["!cloud"] }, "local"],
    [property("!cloud"), {}, "cloud"],
    [property("!cloud"), { properties: { cloud: "eu" } }, "local"],
    [property("cloud", "eu"), { properties: { cloud: "us" } }, "local"],
    [property("cloud", "eu"), { properties: { cloud: "eu" } }, "cloud"],
    [property("cloud", "!eu"), {}, "cloud"],
    [property("cloud", "!eu"), { properties: { cloud: "eu" } }, "local"],
    // a property of the POM itself switches nothing
    [property("place"), {}, "local"],
    // of the machine nothing is known unless it is told
    [property("!env.CI"), {}, "local"],
    [property("!env.CI"), { system: { "java.version": "17" } }, "cloud"],
    [property("env.CI"), { system: { "env.CI": "true" } }, "cloud"],
    ["<jdk>[11,)</jdk>", {}, "local"],
    ["<jdk>[11,)</jdk>", { system: { "java.version": "17.0.1" } }, "cloud"],
    ["<jdk>[11,)</jdk>", { system: { "java.version": "1.8.0_1" } }, "local"],
    ["<os><family>unix</family></os>", {}, "local"],
    ["<os><family>unix</family></os>", { system: { "os.name": "Linux" } }, "cloud"],
    ["<file><exists>src/cloud.xml</exists></file>", {}, "cloud"],
    ["<file><exists>${basedir}/src</exists></file>", {}, "cloud"],
    ["<file><exists>${place}/gone.xml</exists></file>", {}, "local"],
    ["<file><exists>../../elsewhere</exists></file>", {}, "local"],
    ["<file><missing>../../elsewhere</missing></file>", {}, "local"],
    ["<file><missing>src/cloud.xml</missing></file>", {}, "local"],
    ["<file><missing>gone.xml</missing></file>", {}, "cloud"],
    ["<packaging>jar</packaging>", {}, "cloud"],
    ["<packaging>war</packaging>", {}, "local"],
    ["<condition>true</condition>", {}, "local"],
    // all of several must hold
    [`<jdk>17</jdk>${property("cloud")}`, { system: { "java.version": "17" } }, "local"],
    [`<jdk>17</jdk>${property("cloud")}`, { system: { "java.version": "17" }, properties: { cloud: "1" } }, "cloud"],
  ])("%s under %j: %s", (activation, environment, expected) => {
    expect(active({ "pom.xml": till(activation), "src/cloud.xml": "" }, environment)).toBe(expected);
  });

  it("looks for files where the child is that inherits them", () => {
    const parent = pom(
      "parent",
      `<packaging>pom</packaging><profiles><profile><id>shelf</id>
<activation><file><exists>shelf.xml</exists></file></activation>
<dependencies>${dependency("bank:shelf:1")}</dependencies></profile></profiles>`,
    );
    const { projects } = drawProjects({
      "pom.xml": parent,
      "till/pom.xml": pom("till", "", parentPom),
      "till/shelf.xml": "",
      "desk/pom.xml": pom("desk", "", parentPom),
    });
    expect(projects).toBe(
      [
        "pom.xml pkg:maven/bank/parent 1.0",
        "  pom.xml:4 bank/shelf 1 runtime in shelf if profile:shelf",
        "desk/pom.xml pkg:maven/bank/desk 1.0 < project:pom.xml",
        "till/pom.xml pkg:maven/bank/till 1.0 < project:pom.xml",
        "  pom.xml:4 bank/shelf 1 runtime in shelf",
      ].join("\n"),
    );
  });

  it("takes switches from the nearest .mvn/maven.config, those of the caller over them", () => {
    const files = { "app/pom.xml": till(property("cloud")), "app/.mvn/maven.config": "-Dcloud=eu\n-P!local" };
    expect(active(files)).toBe("cloud");
    expect(active(files, { properties: { cloud: "" } })).toBe("");
    expect(active(files, { profiles: ["local"] })).toBe("cloud local");
    expect(active({ ...files, ".mvn/maven.config": "-Pnothing", "shop/pom.xml": till("") })).toBe("cloud local");
  });
});
