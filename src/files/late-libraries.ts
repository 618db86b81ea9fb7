/**
 * Libraries that only some repositories need, each loaded by the first file that does: a thread that scans needs none of
 * them. Measured: all of them together are a third of the time of loading depbraid.
 */
import { createRequire } from "node:module";
import type ignore from "ignore";
import type * as JsoncParser from "jsonc-parser";
import type Semver from "semver";
import type * as SmolToml from "smol-toml";
import type * as Yaml from "yaml";

const require = createRequire(import.meta.url);

let ignoreLoaded: typeof ignore | undefined;
let jsoncLoaded: typeof JsoncParser | undefined;
let semverLoaded: typeof Semver | undefined;
let tomlLoaded: typeof SmolToml | undefined;
let yamlLoaded: typeof Yaml | undefined;

export function ignoreLibrary(): typeof ignore {
  ignoreLoaded ??= require("ignore") as typeof ignore;
  return ignoreLoaded;
}

export function jsoncLibrary(): typeof JsoncParser {
  jsoncLoaded ??= require("jsonc-parser") as typeof JsoncParser;
  return jsoncLoaded;
}

export function semverLibrary(): typeof Semver {
  semverLoaded ??= require("semver") as typeof Semver;
  return semverLoaded;
}

export function tomlLibrary(): typeof SmolToml {
  tomlLoaded ??= require("smol-toml") as typeof SmolToml;
  return tomlLoaded;
}

export function yamlLibrary(): typeof Yaml {
  yamlLoaded ??= require("yaml") as typeof Yaml;
  return yamlLoaded;
}
