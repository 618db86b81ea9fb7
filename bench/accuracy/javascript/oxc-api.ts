/** The part of oxc-resolver that is used here. */
import type { JavaScriptCache } from "../../corpus/javascript-cache.ts";
import type { Statement } from "./observed-tree.ts";

interface ResolverOptions {
  readonly tsconfig: "auto";
  readonly conditionNames: readonly string[];
  readonly extensions: readonly string[];
  readonly extensionAlias: Readonly<Record<string, readonly string[]>>;
  readonly mainFields: readonly string[];
}

export interface OxcAnswer {
  readonly path?: string;
  readonly error?: string;
}

interface Resolver {
  resolveFileSync(file: string, request: string): OxcAnswer;
}

interface OxcResolver {
  readonly ResolverFactory: new (options: ResolverOptions) => Resolver;
}

const typescript = [".ts", ".tsx", ".d.ts", ".js", ".jsx", ".json", ".mts", ".cts", ".mjs", ".cjs"];
const javascript = [".js", ".jsx", ".mjs", ".cjs", ".json", ".ts", ".tsx", ".mts", ".cts", ".d.ts"];

/** As depbraid is: the exact name first, then the source of an output, the importer's own endings before the others. */
export class Oxc {
  readonly #factory: OxcResolver["ResolverFactory"];
  readonly #resolvers = new Map<string, Resolver>();

  constructor(cache: JavaScriptCache) {
    this.#factory = cache.load<OxcResolver>("oxc-resolver").ResolverFactory;
  }

  resolve(file: string, { path, specifier, way }: Statement): OxcAnswer {
    const condition = way === "require" ? "require" : "import";
    const isTypeScript = /\.[cm]?tsx?$/.test(path);
    const key = `${condition} ${isTypeScript}`;
    let resolver = this.#resolvers.get(key);
    if (resolver === undefined) {
      resolver = new this.#factory({
        tsconfig: "auto",
        conditionNames: [condition, "module-sync", "node-addons", "node"],
        extensions: isTypeScript ? typescript : javascript,
        extensionAlias: {
          ".js": [".js", ".ts", ".tsx", ".jsx", ".d.ts"],
          ".jsx": [".jsx", ".tsx", ".d.ts"],
          ".mjs": [".mjs", ".mts", ".d.mts"],
          ".cjs": [".cjs", ".cts", ".d.cts"],
        },
        mainFields: ["main", "module", "types"],
      });
      this.#resolvers.set(key, resolver);
    }
    return resolver.resolveFileSync(file, specifier);
  }
}
