/** The pinned `-sources.jar`s, with what they compile against and what was compiled of them. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Pinned, pinnedPackages } from "../../packages.ts";
import { cached, dependencyPlugin, runMaven } from "./jdk.ts";

export interface Artifact {
  /** `guava` */
  readonly name: string;
  readonly version: string;
  /** The unpacked sources. */
  readonly sources: string;
  /** What its own POM asks for, separated as the JDK wants it. */
  readonly classPath: string;
  /** The classes of the released jar, without its module: jdeps would ask for all that the module requires. */
  readonly classes: string;
}

/** Fetched by Maven where they are not there yet; those of some names, or all. */
export function artifacts(names: readonly string[] | undefined): readonly Artifact[] {
  return pinnedPackages("java", (pinned) => names?.includes(artifactId(pinned)) ?? true)
    .map(({ pinned, directory }) => ({ pinned, directory, name: artifactId(pinned) }))
    .map(({ pinned, directory, name }) => {
      const { version } = pinned;
      const coordinates = `${pinned.name}:${version}`;
      return {
        name,
        version,
        sources: directory,
        classPath: classPathOf(coordinates, `${name}-${version}`),
        classes: unpacked(fetched(`${coordinates}:jar`, `${name}-${version}.jar`), `${name}-${version}`),
      };
    });
}

function artifactId({ name }: Pinned): string {
  return name.slice(name.indexOf(":") + 1);
}

function fetched(coordinates: string, file: string): string {
  const directory = cached("released");
  const path = join(directory, file);
  if (!existsSync(path))
    runMaven([`${dependencyPlugin}:copy`, `-Dartifact=${coordinates}`, `-DoutputDirectory=${directory}`]);
  return path;
}

function unpacked(jar: string, name: string): string {
  const directory = join(cached("classes"), name);
  if (existsSync(directory)) return directory;
  const unfinished = cached("classes", `${name}.part`);
  execFileSync("python3", ["-m", "zipfile", "-e", jar, unfinished]);
  rmSync(join(unfinished, "module-info.class"), { force: true });
  rmSync(join(unfinished, "META-INF"), { recursive: true, force: true });
  renameSync(unfinished, directory);
  return directory;
}

function classPathOf(coordinates: string, name: string): string {
  const directory = join(cached("class-paths"), name);
  if (!existsSync(directory)) {
    const unfinished = cached("class-paths", `${name}.part`);
    const pom = fetched(`${coordinates}:pom`, `${name}.pom`);
    const options = ["-DincludeScope=runtime", `-DoutputDirectory=${unfinished}`];
    runMaven(["-f", pom, `${dependencyPlugin}:copy-dependencies`, ...options]);
    renameSync(unfinished, directory);
  }
  return readdirSync(directory)
    .filter((each) => each.endsWith(".jar"))
    .map((each) => join(directory, each))
    .join(delimiter);
}
