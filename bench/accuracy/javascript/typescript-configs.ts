/** Which tsconfig.json speaks for a file, as TypeScript reads them. */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ParsedConfig, ResolutionCache, TypeScript } from "./typescript-api.ts";

export interface GoverningConfig {
  readonly file: string;
  readonly parsed: ParsedConfig;
  readonly cache: ResolutionCache;
  readonly covered: ReadonlySet<string>;
}

const configName = /^[jt]sconfig[^/]*\.json$/;
const mainName = /^[jt]sconfig\.json$/;

export class TypeScriptConfigs {
  readonly #typescript: TypeScript;
  readonly #root: string;
  readonly #parsed = new Map<string, GoverningConfig>();
  readonly #inDirectory = new Map<string, readonly string[]>();
  readonly #none: GoverningConfig;

  /** @param root a real path: nothing above it is asked */
  constructor(typescript: TypeScript, root: string) {
    this.#typescript = typescript;
    this.#root = root;
    const options = {
      moduleResolution: typescript.ModuleResolutionKind.Bundler,
      module: typescript.ModuleKind.ESNext,
    };
    this.#none = this.#configOf("", { options, fileNames: [] });
  }

  /**
   * That of the nearest directory that includes the file, `tsconfig.json` and what it refers to first, as TypeScript's server
   * looks for it; where none does the nearest `tsconfig.json` all the same, with which its tools run.
   */
  governing(file: string): GoverningConfig {
    let nearest: GoverningConfig | undefined;
    for (let directory = dirname(file); ; directory = dirname(directory)) {
      const here = this.#names(directory).map((name) => this.config(join(directory, name)));
      const all = here.flatMap((config) => [config, ...this.#referred(config)]);
      const covering = all.find(({ covered }) => covered.has(file));
      if (covering !== undefined) return covering;
      nearest ??= here.find((config) => mainName.test(config.file.slice(directory.length + 1)));
      if (directory === this.#root || directory === dirname(directory)) return nearest ?? this.#none;
    }
  }

  config(file: string): GoverningConfig {
    const known = this.#parsed.get(file);
    if (known !== undefined) return known;
    const { sys, readConfigFile, parseJsonConfigFileContent } = this.#typescript;
    const { config } = readConfigFile(file, sys.readFile);
    const parsed = parseJsonConfigFileContent(config ?? {}, sys, dirname(file), undefined, file);
    const made = this.#configOf(file, parsed);
    this.#parsed.set(file, made);
    return made;
  }

  #configOf(file: string, { options: written, ...parsed }: ParsedConfig): GoverningConfig {
    // Every file is asked about, whether or not its project would compile it.
    const options = { ...written, allowJs: true, resolveJsonModule: true };
    return {
      file,
      parsed: { ...parsed, options },
      cache: this.#typescript.createModuleResolutionCache(this.#root, (path) => path, options),
      covered: new Set(parsed.fileNames),
    };
  }

  #names(directory: string): readonly string[] {
    const known = this.#inDirectory.get(directory);
    if (known !== undefined) return known;
    const names = readdirSync(directory).filter((name) => configName.test(name));
    const sorted = names.toSorted((a, b) => Number(mainName.test(b)) - Number(mainName.test(a)));
    this.#inDirectory.set(directory, sorted);
    return sorted;
  }

  #referred({ parsed }: GoverningConfig): readonly GoverningConfig[] {
    return (parsed.projectReferences ?? []).flatMap(({ path }) => {
      const file = path.endsWith(".json") ? path : join(path, "tsconfig.json");
      return this.#typescript.sys.fileExists(file) ? [this.config(file)] : [];
    });
  }
}
