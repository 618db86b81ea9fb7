/** One Maven or Gradle build, put together: the project that everyone sees, and what resolving Java needs besides. */
import type { RuntimeDemand } from "../../../model/runtime-demand.ts";
import type { Project } from "../../../model/project.ts";
import { type Purl, purl } from "../../../model/purl.ts";

export interface JavaBuild {
  readonly project: Project;
  /** The JDK release it compiles for; undefined when it does not say. */
  readonly release: number | undefined;
  /** Plug-ins that write sources of any name. */
  readonly generators: readonly string[];
  /** Packages that its jar has for those of others that it takes in. */
  readonly relocated?: readonly string[];
  /** Annotation processors, which make types named after others. */
  readonly processors: readonly string[];
  /** False when a part of its requirements could not be read (an unknown script, a plug-in of its own). */
  readonly complete: boolean;
  /** Packages whose test classes it asks for as well (a test-jar, test fixtures). */
  readonly testClassesOf: ReadonlySet<Purl>;
  /**
   * Where a build tells what it passes on to those that compile against it (`api`) from what it keeps to itself
   * (`implementation`): the former. Undefined where it does not, as in Maven.
   */
  readonly exported?: ReadonlySet<Purl>;
  /**
   * Its jar takes in the classes of what it asks for: who asks for it has those too, and need not ask for them.
   * https://maven.apache.org/plugins/maven-shade-plugin/
   */
  readonly bundles?: boolean;
}

/** The group of requirements that only the build loads (plug-ins, extensions): no code sees them. */
export const toolGroup = "plugin";

/** `pkg:maven/org.slf4j/slf4j-api`. Without a group, as some builds are, the name alone. */
export function mavenPurl(groupId: string, artifactId: string): Purl {
  return purl("maven", groupId === "" ? artifactId : `${groupId}/${artifactId}`);
}

/** `1.8`, `8`, `VERSION_21`, `21` as a release; undefined for anything else. */
function parseRelease(text: string | undefined): number | undefined {
  const found = /^(?:.*VERSION_)?(?:1[._])?(\d{1,2})(?:\.\d+)*$/.exec(text?.trim() ?? "");
  return found === null ? undefined : Number(found[1]);
}

/** The release that is compiled for; what only builds may be newer. */
export function releaseOf(runtimes: readonly RuntimeDemand[]): number | undefined {
  const demand = runtimes.find(({ strength }) => strength === "requires") ?? runtimes[0];
  return parseRelease(demand?.range);
}

/** `a/b` with `../c/./d` as `a/c/d`; undefined when it leaves the root. */
export function joinPath(directory: string, relative: string): string | undefined {
  const parts = directory === "" ? [] : directory.split("/");
  for (const part of relative.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
