/** Sources of pinned artifacts as one tree, and the classes that were compiled of them. */
import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Artifact, artifacts } from "../accuracy/java/artifacts.ts";
import { cached } from "../accuracy/java/jdk.ts";

/** The two largest with classes of a release: about 6,000 files. */
const names = ["hibernate-core", "tomcat-embed-core"];

export interface JavaTree {
  readonly directory: string;
  /** Directories of classes. */
  readonly classes: readonly string[];
}

export function javaTree(): JavaTree {
  const pinned = artifacts(names);
  const directory = join(cached("trees"), names.join("+"));
  if (!existsSync(directory)) copy(pinned, directory);
  return { directory, classes: pinned.map(({ classes }) => classes) };
}

function copy(pinned: readonly Artifact[], directory: string): void {
  const unfinished = `${directory}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  for (const { name, sources } of pinned) cpSync(sources, join(unfinished, name), { recursive: true });
  renameSync(unfinished, directory);
}
