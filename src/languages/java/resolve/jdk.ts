/** The packages of the JDK, by release. */
import { readKnowledge } from "../../../knowledge/index.ts";
import { artifactKnowledge } from "./artifacts.ts";

interface JdkPackages {
  readonly modules: Readonly<Record<string, readonly string[]>>;
  readonly since: Readonly<Record<string, number>>;
  readonly removed: Readonly<Record<string, number>>;
}

export type JdkAnswer =
  | { readonly kind: "jdk"; readonly package: string }
  /** In the JDK of older releases; `gone` when the release asked for no longer has it. */
  | { readonly kind: "removed"; readonly package: string; readonly gone: boolean };

interface JdkData {
  readonly modules: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
  readonly removed: ReadonlyMap<string, number>;
}

let data: JdkData | undefined;

function load(): JdkData {
  if (data === undefined) {
    const { modules, removed } = readKnowledge("jdk-packages") as JdkPackages;
    data = {
      modules: new Set(Object.keys(modules)),
      packages: new Set(Object.values(modules).flat()),
      removed: new Map(Object.entries(removed)),
    };
  }
  return data;
}

/** Whether a module is of the JDK, of any release. */
export function isJdkModule(name: string): boolean {
  return load().modules.has(name);
}

/**
 * Whether the JDK has a package. `className` narrows packages that the JDK shared with libraries (`javax.annotation`);
 * `""` asks for the package itself.
 */
export function jdkPackage(name: string, className: string, release: number | undefined): JdkAnswer | undefined {
  const { packages, removed } = load();
  if (!packages.has(name)) return undefined;
  if (className !== "" && artifactKnowledge().jdkHolds(name, className) === false) return undefined;
  const removedIn = removed.get(name);
  if (removedIn === undefined) return { kind: "jdk", package: name };
  return { kind: "removed", package: name, gone: release !== undefined && release >= removedIn };
}
