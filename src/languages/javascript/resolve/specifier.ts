/** What kind of thing a module specifier names, before anything is looked up. */

export type Specifier =
  /** `./x`, `..` */
  | { readonly kind: "relative"; readonly path: string }
  /** `/x`: from the root of a server or of the machine. */
  | { readonly kind: "absolute"; readonly path: string }
  /** `#x` */
  | { readonly kind: "internal"; readonly text: string }
  | { readonly kind: "bare"; readonly text: string }
  /** A module that the runtime brings: `bun:test`. */
  | { readonly kind: "runtime"; readonly name: string }
  /** Resolved by something that is not in the repository: a URL, a plug-in's virtual module. */
  | { readonly kind: "elsewhere" };

export interface ReadSpecifier {
  readonly specifier: Specifier;
  /** Whether a bundler's notation was taken off: then what is left is a good guess. */
  readonly byBundler: boolean;
}

/** Runtimes whose own modules have a scheme. */
const runtimes: ReadonlySet<string> = new Set(["bun", "cloudflare", "workerd", "electron"]);

/** Scopes of modules that Docusaurus makes up: https://docusaurus.io/docs/advanced/client#theme-aliases */
const virtualScope = /^@(theme|theme-original|theme-init|generated)\//;

/** `{{name}}`, `<%= name %>` */
const hole = /\{\{|<%/;

export function readSpecifier(written: string): ReadSpecifier {
  // https://webpack.js.org/concepts/loaders/#inline: `!!raw-loader!./x`, the last part is the module.
  const bang = written.lastIndexOf("!");
  let text = bang < 0 ? written : written.slice(bang + 1);
  let byBundler = bang >= 0;
  // A hole of a template, which is filled before anything runs.
  if (hole.test(written)) return { specifier: { kind: "elsewhere" }, byBundler: false };
  // A NUL begins the names of modules that plug-ins make up.
  if (text === "" || text.includes("\0") || virtualScope.test(text))
    return { specifier: { kind: "elsewhere" }, byBundler };
  const query = text.indexOf("?");
  if (query > 0) {
    text = text.slice(0, query);
    byBundler = true;
  }
  if (isRelative(text)) return { specifier: { kind: "relative", path: text }, byBundler };
  if (text.startsWith("/")) return { specifier: { kind: "absolute", path: text }, byBundler: true };
  if (text.startsWith("#")) return { specifier: { kind: "internal", text }, byBundler };
  // https://bun.sh/docs/runtime/bun-apis
  if (text === "bun") return { specifier: { kind: "runtime", name: text }, byBundler };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1];
  if (scheme === undefined || scheme === "node") return { specifier: { kind: "bare", text }, byBundler };
  if (runtimes.has(scheme)) return { specifier: { kind: "runtime", name: text.replace(":", "/") }, byBundler };
  return { specifier: { kind: "elsewhere" }, byBundler };
}

function isRelative(text: string): boolean {
  return text === "." || text === ".." || text.startsWith("./") || text.startsWith("../");
}
