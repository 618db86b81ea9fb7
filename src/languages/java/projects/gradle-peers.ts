/** Other projects of a build, by the ways in which a script may name them. */
import type { Purl } from "../../../model/purl.ts";

/** Another project of the same build. */
export interface GradlePeer {
  /** `:web:api` */
  readonly path: string;
  readonly directory: string;
  /** Directory of its build. */
  readonly root: string;
  readonly package: Purl | undefined;
}

export class GradlePeers {
  readonly #byPath = new Map<string, GradlePeer>();
  readonly #byAccessor = new Map<string, GradlePeer>();
  readonly #all: readonly GradlePeer[];

  /** @param rootName name of the root project of a build, by its directory */
  constructor(peers: readonly GradlePeer[], rootName: (root: string) => string | undefined) {
    this.#all = peers;
    for (const peer of peers) {
      this.#byPath.set(`${peer.root}\n${peer.path}`, peer);
      const accessor = accessorOf(peer.path);
      // https://docs.gradle.org/current/userguide/declaring_dependencies_basics.html#sec:type-safe-project-accessors
      this.#byAccessor.set(`${peer.root}\nprojects${accessor}`, peer);
      const name = rootName(peer.root);
      if (name !== undefined) this.#byAccessor.set(`${peer.root}\nprojects${accessorOf(`:${name}`)}${accessor}`, peer);
    }
  }

  at(root: string, path: string): GradlePeer | undefined {
    return this.#byPath.get(`${root}\n${path}`);
  }

  /** `:web:api` */
  named(root: string, path: string): GradlePeer | undefined {
    const absolute = path.startsWith(":") ? path : `:${path}`;
    return this.at(root, absolute) ?? this.#byConvention(root, absolute);
  }

  /** `projects.web.testHelpers` */
  accessed(root: string, accessor: string): GradlePeer | undefined {
    return this.#byAccessor.get(`${root}\n${accessor.replace(/\.(?:dependencyProject|path)$/, "")}`);
  }

  /**
   * What settings compute cannot be read. Then a name means the one project of the build that stands in the directory
   * that the path would have, or whose directory is called by it, with or without a prefix: `:shop-core` is `core`.
   */
  #byConvention(root: string, path: string): GradlePeer | undefined {
    const plain = path.slice(1).replaceAll(":", "/");
    const start = root === "" ? "" : `${root}/`;
    const placed = this.#all.find(({ directory }) => directory === `${start}${plain}`);
    if (placed !== undefined) return placed;
    const name = plain.slice(plain.lastIndexOf("/") + 1);
    const called = this.#all.filter(({ directory }) => {
      if (directory === root || !directory.startsWith(start)) return false;
      const parts = directory.slice(start.length).split("/");
      return [parts.at(-1) ?? "", parts.join("-")].some((each) => name === each || name.endsWith(`-${each}`));
    });
    return called.length === 1 ? called[0] : undefined;
  }
}

/** `:web:test-helpers` as `.web.testHelpers` */
function accessorOf(path: string): string {
  const parts = path.split(":").filter(Boolean);
  return parts.map((part) => `.${part.replaceAll(/[-_.]+(.)/g, (_, letter: string) => letter.toUpperCase())}`).join("");
}
