/** The same by depbraid, of every POM of a repository. */
import { diskFileSystem } from "../../src/files/file-system.ts";
import { decode } from "../../src/files/source-text.ts";
import { walk } from "../../src/files/walk.ts";
import type { MavenEnvironment } from "../../src/languages/build-environment.ts";
import { type MavenConfig, mavenConfigReader } from "../../src/languages/java/manifests/maven-config.ts";
import type { Pom } from "../../src/languages/java/manifests/pom-model.ts";
import { pomReader } from "../../src/languages/java/manifests/pom.ts";
import { mavenBuilds, pomSet } from "../../src/languages/java/projects/maven-builds.ts";
import { mavenSettings } from "../../src/languages/java/projects/maven-context.ts";
import { effectiveDependencies } from "../../src/languages/java/projects/maven-dependencies.ts";
import { drawDependency } from "./read-model.ts";

const sizeLimit = 20 * 1024 * 1024;

export interface OwnModel {
  readonly modules: ReadonlyMap<string, readonly string[]>;
  /** How often depbraid says that something is unknown. */
  readonly unknown: number;
}

export function ownModel(root: string, maven: MavenEnvironment): OwnModel {
  const fileSystem = diskFileSystem(root);
  const { files } = walk(fileSystem);
  const poms: Pom[] = [];
  const configs: MavenConfig[] = [];
  for (const path of files.paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const source = (): ReturnType<typeof decode> => decode(path, fileSystem.read(path, sizeLimit));
    if (pomReader.matches(name, path)) poms.push(...given(pomReader.read(source()).manifest));
    if (mavenConfigReader.matches(name, path)) configs.push(...given(mavenConfigReader.read(source()).manifest));
  }
  const settings = mavenSettings({ maven });
  const set = pomSet({ poms, configs, extensions: [], settings }, files);
  const modules = new Map<string, readonly string[]>();
  for (const pom of poms) {
    const effective = set.effective(pom);
    const key = `${effective.groupId}:${effective.artifactId}`;
    // Copies of a POM among test data must not hide the module.
    if (modules.has(key)) continue;
    modules.set(
      key,
      effectiveDependencies(effective, set).map((each) =>
        drawDependency({
          ...each,
          groupId: each.groupId.value,
          artifactId: each.artifactId.value,
          version: each.version?.value ?? "?",
        }),
      ),
    );
  }
  return { modules, unknown: mavenBuilds({ poms, configs, extensions: [], settings }, files).diagnostics.length };
}

function given<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
