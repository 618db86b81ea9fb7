/** The part of TypeScript 6's API that is used here. TypeScript 7, which checks this project, has no API at its root. */

export interface TypeScript {
  readonly version: string;
  readonly sys: ResolutionHost & object;
  readonly ModuleKind: {
    readonly CommonJS: number;
    readonly ESNext: number;
    readonly Node16: number;
    readonly NodeNext: number;
  };
  readonly ModuleResolutionKind: { readonly Bundler: number };
  readConfigFile(path: string, readFile: ResolutionHost["readFile"]): { readonly config?: unknown };
  parseJsonConfigFileContent(
    json: unknown,
    host: object,
    basePath: string,
    existing: CompilerOptions | undefined,
    configFile: string,
  ): ParsedConfig;
  getOutputFileNames(config: ParsedConfig, input: string, ignoreCase: boolean): readonly string[];
  preProcessFile(
    text: string,
    readImports: boolean,
    detectJavaScript: boolean,
  ): { readonly importedFiles: readonly WrittenReference[] };
  transpileModule(
    text: string,
    options: { readonly compilerOptions: CompilerOptions },
  ): { readonly outputText: string };
  createModuleResolutionCache(
    directory: string,
    canonical: (path: string) => string,
    options: CompilerOptions,
  ): ResolutionCache;
  resolveModuleName(
    specifier: string,
    file: string,
    options: CompilerOptions,
    host: ResolutionHost,
    cache: ResolutionCache,
    redirected: undefined,
    mode: number | undefined,
  ): { readonly resolvedModule?: { readonly resolvedFileName: string } };
}

export type CompilerOptions = Readonly<Record<string, unknown>>;

export interface ParsedConfig {
  options: CompilerOptions;
  readonly fileNames: readonly string[];
  readonly projectReferences?: readonly { readonly path: string }[];
}

export interface WrittenReference {
  readonly fileName: string;
  readonly pos: number;
}

export interface ResolutionHost {
  fileExists(path: string): boolean;
  readFile(path: string): string | undefined;
  directoryExists?(path: string): boolean;
  realpath?(path: string): string;
  getDirectories?(path: string): string[];
}

/** Handed back to TypeScript as it came. */
export interface ResolutionCache {
  readonly isReadonly?: boolean;
}
