import type { GraphBuilder } from "../model/graph-builder.ts";
import type { NodeKind } from "../model/graph-types.ts";
import type { Target } from "../model/resolution.ts";

/** The nodes of targets. Most edges end where another ended before: an id is put together and looked up once a target. */
export class TargetNodes {
  readonly #builder: GraphBuilder;
  readonly #files = new Map<string, number>();
  readonly #packages = new Map<string, number>();
  readonly #builtins = new Map<string, number>();

  constructor(builder: GraphBuilder) {
    this.#builder = builder;
  }

  of(target: Target): number {
    switch (target.kind) {
      case "file":
        return this.#files.get(target.path) ?? this.#add(this.#files, target.path, `file:${target.path}`, "file");
      case "package": {
        const name = target.package;
        return this.#packages.get(name) ?? this.#add(this.#packages, name, name, "package");
      }
      case "builtin": {
        const { name } = target;
        return this.#builtins.get(name) ?? this.#add(this.#builtins, name, `builtin:${name}`, "builtin");
      }
      case "unresolved": {
        const { inRepo, generated, caseOf } = target;
        const attributes = {
          ...(inRepo ? { inRepo } : {}),
          ...(generated === undefined ? {} : { generated }),
          ...(caseOf === undefined ? {} : { caseOf }),
        };
        return this.#builder.node(`unresolved:${target.name}`, "unresolved", attributes);
      }
    }
  }

  #add(known: Map<string, number>, key: string, id: string, kind: NodeKind): number {
    const node = this.#builder.node(id, kind);
    known.set(key, node);
    return node;
  }
}
