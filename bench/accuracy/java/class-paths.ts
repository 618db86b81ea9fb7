/**
 * Which modules of a build are on another's class path, by Maven's rules over its own effective model.
 * @see https://maven.apache.org/guides/introduction/introduction-to-dependency-mechanism.html#dependency-scope
 */

interface Dependency {
  /** `groupId:artifactId` */
  readonly name: string;
  readonly scope: string;
  readonly optional: boolean;
  readonly exclusions: readonly string[];
}

export class ClassPaths {
  readonly #dependencies = new Map<string, readonly Dependency[]>();
  readonly #known = new Map<string, ReadonlySet<string>>();

  /** Dependencies of each module as `drawDependency` draws them. */
  constructor(model: ReadonlyMap<string, readonly string[]>) {
    for (const [module, lines] of model) this.#dependencies.set(module, lines.map(readDependency));
  }

  get size(): number {
    return this.#dependencies.size;
  }

  has(module: string): boolean {
    return this.#dependencies.has(module);
  }

  of(module: string, scope: "main" | "test"): ReadonlySet<string> {
    const key = `${module} ${scope}`;
    let found = this.#known.get(key);
    if (found === undefined) this.#known.set(key, (found = this.#find(module, scope)));
    return found;
  }

  #find(module: string, scope: "main" | "test"): ReadonlySet<string> {
    const found = new Set<string>();
    const direct = this.#dependencies.get(module) ?? [];
    const passed = (each: Dependency): boolean =>
      !each.optional && (each.scope === "compile" || (scope === "test" && each.scope === "runtime"));
    const queue = direct.filter((each) => scope === "test" || each.scope === "compile" || each.scope === "provided");
    for (let head = 0; head < queue.length; head++) {
      const each = queue[head];
      if (each === undefined || found.has(each.name)) continue;
      found.add(each.name);
      for (const next of this.#dependencies.get(each.name) ?? []) {
        if (passed(next) && !isExcluded(next.name, each.exclusions)) {
          queue.push({ ...next, exclusions: [...each.exclusions, ...next.exclusions] });
        }
      }
    }
    return found;
  }
}

function isExcluded(name: string, exclusions: readonly string[]): boolean {
  const [groupId = ""] = name.split(":");
  return exclusions.some((each) => each === name || each === `${groupId}:*` || each === "*:*");
}

function readDependency(line: string): Dependency {
  const [coordinates = "", , scope = "", ...rest] = line.split(" ");
  const [groupId = "", artifactId = ""] = coordinates.split(":");
  const exclusions = rest.filter((each) => each.startsWith("!")).map((each) => each.slice(1));
  return { name: `${groupId}:${artifactId}`, scope, optional: rest.includes("optional"), exclusions };
}
