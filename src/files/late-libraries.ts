/**
 * Libraries that only some repositories need, each loaded by the first file that does: a thread that scans needs none of
 * them. Measured: loading depbraid took 168 ms of the processor before the first four were late, and 74 ms since.
 */
import { createRequire } from "node:module";
import type ignore from "ignore";
import type * as JsoncParser from "jsonc-parser";
import type * as Semver from "semver";
import type * as SmolToml from "smol-toml";
import type * as Yaml from "yaml";

const require = createRequire(import.meta.url);

/** Names are written out, so that tools that read imports see them. */
export const ignoreLibrary: () => typeof ignore = once(() => require("ignore"));
export const jsoncLibrary: () => typeof JsoncParser = once(() => require("jsonc-parser"));
/** Its two classes: the whole of it is six times as many files. */
export const semverLibrary: () => Pick<typeof Semver, "Range" | "SemVer"> = once(() => ({
  Range: require("semver/classes/range"),
  SemVer: require("semver/classes/semver"),
}));
export const tomlLibrary: () => typeof SmolToml = once(() => require("smol-toml"));
export const yamlLibrary: () => typeof Yaml = once(() => require("yaml"));

function once<T>(load: () => T): () => T {
  let loaded: T | undefined;
  return () => (loaded ??= load());
}
