import { expect, it } from "vitest";
import { mavenConfigReader } from "../../../../src/languages/java/manifests/maven-config.ts";
import { decode } from "../../../../src/files/source-text.ts";

it.each([
  ["", ""],
  ["-Prelease,!slow", "release=true slow=false"],
  ["-P release", "release=true"],
  ["-P\nrelease,?signed,!?checked", "release=true signed=true checked=false"],
  ["--activate-profiles=cloud,-local", "cloud=true local=false"],
  ["--activate-profiles cloud", "cloud=true"],
  ["-Drevision=2.1", "-Drevision=2.1@1"],
  ["-T1C -Drevision=2.1 -ntp\n-Dsha1=\n-DskipTests", "-Drevision=2.1@1 -Dsha1=@2 -DskipTests=true@3"],
  ["# the till\n-Dname=our shop", "-Dname=our shop@2"],
  ["--define revision=3", "-Drevision=3@1"],
  ["-P", ""],
  ["-D", "-D=true@1"],
])("%j: %s", (text, drawing) => {
  const { manifest } = mavenConfigReader.read(decode(".mvn/maven.config", new TextEncoder().encode(text)));
  const profiles = [...(manifest?.switches.profiles ?? [])].map(([id, on]) => `${id}=${on}`);
  const properties = [...(manifest?.switches.properties ?? [])].map(
    ([name, { value, line }]) => `-D${name}=${value}@${line}`,
  );
  expect([...profiles, ...properties].join(" ")).toBe(drawing);
});
