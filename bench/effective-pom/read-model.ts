/** What `mvn help:effective-pom` writes: a line a dependency, by module. */
import { makeDependencies } from "../../src/languages/java/manifests/pom-dependencies.ts";
import { childText, list, readXml } from "../../src/languages/java/manifests/xml.ts";

export interface DependencyParts {
  readonly groupId: string;
  readonly artifactId: string;
  readonly type: string;
  readonly classifier: string;
  readonly version: string;
  readonly scope: string;
  readonly optional: boolean;
  readonly exclusions: readonly string[];
}

export function drawDependency(parts: DependencyParts): string {
  const { groupId, artifactId, type, classifier, version, scope, optional, exclusions } = parts;
  const without = exclusions.toSorted().map((each) => ` !${each}`);
  return `${groupId}:${artifactId}:${type}:${classifier} ${version} ${scope}${optional ? " optional" : ""}${without.join("")}`;
}

/** By `groupId:artifactId` of the module; one of a single module is the root element itself. */
export function readModel(text: string): ReadonlyMap<string, readonly string[]> {
  const { root, problem } = readXml(text);
  if (root === undefined || problem !== undefined) throw new Error(`no effective POM: ${problem?.message}`);
  const projects = root.name === "projects" ? root.children : [root];
  return new Map(
    projects.map((project) => [
      `${childText(project, "groupId")}:${childText(project, "artifactId")}`,
      makeDependencies(list(project, "dependencies")).map((each) =>
        drawDependency({
          groupId: each.groupId,
          artifactId: each.artifactId,
          type: each.type ?? "jar",
          classifier: each.classifier ?? "",
          version: each.version ?? "?",
          scope: each.scope ?? "compile",
          optional: each.optional === "true",
          exclusions: each.exclusions,
        }),
      ),
    ]),
  );
}
