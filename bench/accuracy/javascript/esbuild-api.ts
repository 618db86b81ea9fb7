/** The part of esbuild that is used here. */

export interface Esbuild {
  readonly version: string;
  build(options: BuildOptions): Promise<{ readonly metafile: Metafile }>;
}

interface BuildOptions {
  readonly stdin: { readonly contents: string; readonly resolveDir: string };
  readonly absWorkingDir: string;
  readonly bundle: true;
  readonly write: false;
  readonly metafile: true;
  readonly logLevel: "silent";
  readonly platform: "node";
  readonly format: "esm";
  readonly outdir: string;
  readonly tsconfig?: string;
  readonly loader: Readonly<Record<string, string>>;
  readonly plugins: readonly Plugin[];
}

interface Metafile {
  readonly inputs: Readonly<
    Record<string, { readonly imports: readonly { readonly path: string; readonly external?: boolean }[] }>
  >;
}

interface Resolution {
  readonly path: string;
  readonly external?: boolean;
  readonly errors?: readonly object[];
}

interface Plugin {
  readonly name: string;
  setup(build: {
    onResolve(
      options: { readonly filter: RegExp },
      callback: (asked: {
        readonly path: string;
        readonly importer: string;
        readonly resolveDir: string;
        readonly kind: string;
        readonly pluginData: unknown;
      }) => Promise<Resolution | undefined>,
    ): void;
    onLoad(
      options: { readonly filter: RegExp },
      callback: (asked: {
        readonly path: string;
      }) => { readonly contents: string; readonly loader: "empty" } | undefined,
    ): void;
    resolve(path: string, options: object): Promise<Resolution>;
  }): void;
}

const asked = "asked already";

/** Whatever esbuild itself cannot find is left outside, and nothing but code is read. */
export function outsideLeft(root: string): Plugin {
  return {
    name: "outside-left",
    setup(build) {
      build.onResolve({ filter: /.*/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === asked) return undefined;
        const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: asked });
        const isThere = (found.errors?.length ?? 0) === 0 && found.path.startsWith(`${root}/`);
        return isThere ? { path: found.path } : { path, external: true };
      });
      build.onLoad({ filter: /.*/ }, ({ path }) =>
        /\.([cm]?[jt]sx?|json)$/.test(path) ? undefined : { contents: "", loader: "empty" },
      );
    },
  };
}
