/**
 * The projects of a settings file as its statements make them, one after another: included, renamed, moved.
 * @see https://docs.gradle.org/current/dsl/org.gradle.api.initialization.Settings.html#org.gradle.api.initialization.Settings:include(java.lang.String[])
 * @see https://docs.gradle.org/current/dsl/org.gradle.api.initialization.ProjectDescriptor.html
 */
import type { GradleMember } from "./gradle-model.ts";

interface Descriptor {
  readonly parent: Descriptor | undefined;
  name: string;
  /** Relative to the settings; `""` for their own directory. */
  directory: string;
  readonly children: Map<string, Descriptor>;
}

/** Text before and after the name that a project had: `shop-${it.name}`. */
export interface NamePattern {
  readonly before: string;
  readonly after: string;
}

/** No build has more; hostile settings may ask for any number. */
const mostDepth = 50;

export class ProjectTree {
  readonly #root: Descriptor = { parent: undefined, name: "", directory: "", children: new Map() };
  /** In the order in which they were included. */
  readonly #all: Descriptor[] = [];

  /** Every project on the way is included as well, each in a directory of its name below its parent's. */
  include(path: string): void {
    let parent = this.#root;
    for (const name of path.split(":").filter(Boolean).slice(0, mostDepth)) {
      const found = parent.children.get(name);
      if (found !== undefined) {
        parent = found;
        continue;
      }
      const directory = parent.directory === "" ? name : `${parent.directory}/${name}`;
      parent = this.#add(parent, name, directory);
    }
  }

  includeFlat(name: string): void {
    this.#add(this.#root, name, `../${name}`);
  }

  #add(parent: Descriptor, name: string, directory: string): Descriptor {
    const made: Descriptor = { parent, name, directory, children: new Map() };
    this.#all.push(made);
    parent.children.set(name, made);
    return made;
  }

  rename(path: string, name: string): void {
    const found = this.#find(path);
    if (found !== undefined) rename(found, name);
  }

  move(path: string, directory: string): void {
    const found = this.#find(path);
    if (found !== undefined) found.directory = directory;
  }

  /** `rootProject.children.each { it.name = "shop-${it.name}" }` */
  renameChildren({ before, after }: NamePattern): void {
    for (const each of this.#all) {
      if (each.parent === this.#root) rename(each, `${before}${each.name}${after}`);
    }
  }

  members(): readonly GradleMember[] {
    return this.#all.map((each) => ({ path: pathOf(each), directory: each.directory }));
  }

  #find(path: string): Descriptor | undefined {
    let at: Descriptor | undefined = this.#root;
    for (const name of path.split(":").filter(Boolean).slice(0, mostDepth)) {
      at = at?.children.get(name);
    }
    return at === this.#root ? undefined : at;
  }
}

function rename(descriptor: Descriptor, name: string): void {
  const siblings = descriptor.parent?.children;
  if (siblings?.get(descriptor.name) === descriptor) siblings.delete(descriptor.name);
  descriptor.name = name;
  siblings?.set(name, descriptor);
}

function pathOf(descriptor: Descriptor): string {
  const names: string[] = [];
  for (let at: Descriptor | undefined = descriptor; at?.parent !== undefined; at = at.parent) names.unshift(at.name);
  return `:${names.join(":")}`;
}
