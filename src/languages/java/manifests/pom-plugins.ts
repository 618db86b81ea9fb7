/**
 * The plug-ins of a POM: what they need, what they run, and the sources they bring.
 * @see https://maven.apache.org/pom.html#plugins
 */
import { makeDependencies } from "./pom-dependencies.ts";
import type { PlacedText, PomPlugin } from "./pom-model.ts";
import { child, childText, given, list, type XmlElement } from "./xml.ts";

export function makePlugins(elements: readonly XmlElement[]): readonly PomPlugin[] {
  return elements.filter(({ name }) => name === "plugin").map(makePlugin);
}

function makePlugin(plugin: XmlElement): PomPlugin {
  const executions = list(plugin, "executions");
  const goalsOf = (execution: XmlElement): readonly string[] => list(execution, "goals").map((goal) => goal.text);
  const configurations = [plugin, ...executions].map((owner) => ({
    configuration: child(owner, "configuration"),
    goals: owner === plugin ? [] : goalsOf(owner),
  }));
  const release = configurations
    .map(
      ({ configuration }) =>
        child(configuration, "release") ?? child(configuration, "target") ?? child(configuration, "source"),
    )
    .find((element) => element !== undefined);
  const toolchain = configurations
    .map(({ configuration }) => child(child(child(configuration, "toolchains"), "jdk"), "version"))
    .find((element) => element !== undefined);
  const named = child(plugin, "artifactId") ?? plugin;
  return {
    groupId: childText(plugin, "groupId") ?? "org.apache.maven.plugins",
    artifactId: childText(plugin, "artifactId") ?? "",
    ...given("version", childText(plugin, "version")),
    line: named.line,
    column: named.column,
    goals: executions.flatMap(goalsOf),
    phases: executions.flatMap((execution) => childText(execution, "phase") ?? []),
    dependencies: makeDependencies(list(plugin, "dependencies")),
    processors: configurations.flatMap(({ configuration }) =>
      makeDependencies(list(configuration, "annotationProcessorPaths")),
    ),
    sources: configurations.flatMap(({ configuration, goals }) =>
      ["sources", "compileSourceRoots"].flatMap((name) => {
        const sources = child(configuration, name);
        const directories = [sources?.text, ...(sources?.children ?? []).map(({ text }) => text)];
        return directories.flatMap((directory) => (directory ? [{ directory, goals }] : []));
      }),
    ),
    ...(release === undefined ? {} : { release: placed(release) }),
    ...(toolchain === undefined ? {} : { toolchain: placed(toolchain) }),
  };
}

function placed({ text, line, column }: XmlElement): PlacedText {
  return { text, line, column };
}
