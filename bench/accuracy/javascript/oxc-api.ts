/** The part of oxc-resolver that is used here. */
import type { JavaScriptCache } from "../../corpus/javascript-cache.ts";
import type { Statement } from "./observed-tree.ts";

interface ResolverOptions {
  readonly tsconfig?: "auto";
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

const common = [".vue", ".svelte", ".node"];
const typescript = [".ts", ".tsx", ".d.ts", ".js", ".jsx", ".json", ".mts", ".cts", ".mjs", ".cjs", ...common];
const javascript = [".js", ".jsx", ".mjs", ".cjs", ".json", ".ts", ".tsx", ".mts", ".cts", ".d.ts", ...common];

/**
 * For which file it refuses to resolve anything, by its words: a tsconfig.json that cannot be followed (a circle, an absent
 * package), or a package.json that is no JSON. Undefined where it has just found nothing.
 */
export function refusedFor(error: string): "tsconfig.json" | "package.json" | undefined {
  if (/tsconfig|circular/i.test(error)) return "tsconfig.json";
  return error.startsWith("JSONError") ? "package.json" : undefined;
}

/** As depbraid is: the exact name first, then the source of an output, the importer's own endings before the others. */
export class Oxc {
  readonly #factory: OxcResolver["ResolverFactory"];
  readonly #resolvers = new Map<string, Resolver>();

  constructor(cache: JavaScriptCache) {
    this.#factory = cache.load<OxcResolver>("oxc-resolver").ResolverFactory;
  }

  /** @param tsconfig whether it looks for one, or resolves as if there was none */
  resolve(file: string, { path, specifier, way }: Statement, tsconfig: "auto" | "none" = "auto"): OxcAnswer {
    const condition = way === "require" ? "require" : "import";
    const isTypeScript = /\.[cm]?tsx?$/.test(path);
    const key = `${condition} ${isTypeScript} ${tsconfig}`;
    let resolver = this.#resolvers.get(key);
    if (resolver === undefined) {
      resolver = new this.#factory({
        ...(tsconfig === "auto" ? { tsconfig } : {}),
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
