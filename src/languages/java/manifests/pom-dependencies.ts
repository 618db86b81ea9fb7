/** Elements of a POM that name an artifact: dependencies, managed ones, processors, extensions. */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Fault } from "../../../model/fault.ts";
import { purl } from "../../../model/purl.ts";
import type { PomDependency } from "./pom-model.ts";
import { child, childText, given, list, type XmlElement } from "./xml.ts";

/** What has no name is no dependency. */
export function makeDependencies(elements: readonly XmlElement[]): readonly PomDependency[] {
  return elements.flatMap((element) => {
    const artifact = child(element, "artifactId");
    if (artifact === undefined || artifact.text === "") return [];
    return {
      groupId: childText(element, "groupId") ?? "",
      artifactId: artifact.text,
      ...given("version", childText(element, "version")),
      ...given("scope", childText(element, "scope")),
      ...given("type", childText(element, "type")),
      ...given("classifier", childText(element, "classifier")),
      ...given("optional", childText(element, "optional")),
      exclusions: list(element, "exclusions").map(
        (exclusion) => `${childText(exclusion, "groupId") ?? "*"}:${childText(exclusion, "artifactId") ?? "*"}`,
      ),
      line: artifact.line,
      column: artifact.column,
    };
  });
}

/**
 * What tells dependencies of one POM apart, as written: all but version and scope.
 * @see https://maven.apache.org/ref/current/maven-model/apidocs/org/apache/maven/model/Dependency.html#getManagementKey()
 */
export function dependencyKey({ groupId, artifactId, type, classifier }: PomDependency): string {
  return `${groupId}:${artifactId}:${type ?? "jar"}:${classifier ?? ""}`;
}

/** Maven takes the last of several and warns; so do we. */
export function duplicateProblems(file: string, lists: readonly (readonly PomDependency[])[]): readonly Diagnostic[] {
  const out: Diagnostic[] = [];
  for (const dependencies of lists) {
    const seen = new Map<string, PomDependency>();
    for (const dependency of dependencies) {
      const key = dependencyKey(dependency);
      const first = seen.get(key);
      seen.set(key, first ?? dependency);
      if (first === undefined) continue;
      const { groupId, artifactId, line, column } = dependency;
      const message = `${groupId}:${artifactId} is declared twice: here and in line ${first.line}`;
      const subject = purl("maven", `${groupId}/${artifactId}`);
      const fix = `remove one of the two, at line ${first.line} or ${line}`;
      const evidence = [{ file, line: first.line, column: first.column, message: "is declared here first" }];
      // What is not the same twice: Maven takes the last one.
      const fault: Fault = { kind: "duplicate", severity: "warning", subject, evidence, fix };
      out.push({ code: "manifest", file, line, column, message, fault });
    }
  }
  return out;
}
