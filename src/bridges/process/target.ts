/** Paths of command lines as targets of bridges: what they are relative to, and which other files do as well. */
import type { BridgeTarget } from "../../model/facts.ts";
import { isAnchored, joinPaths, normalise } from "./path-text.ts";
import { endingOf, type Family } from "./tools.ts";
import { here, hole, rest } from "./value.ts";

type PathTarget = BridgeTarget & { readonly kind: "path" };

export interface Place {
  readonly directory: string;
  readonly base: "file" | "working-directory" | "unknown";
}

/** Names that every project has: alone they tell no file from another. */
const commonNames = new Set([
  "index",
  "main",
  "__main__",
  "__init__",
  "setup",
  "app",
  "cli",
  "run",
  "server",
  "test",
  "build",
  "start",
]);

/** A directory as a place; undefined when it lies outside of the repository. */
export function placeOf(directory: string): Place | undefined {
  const cut = cutAtHole(directory);
  if (cut !== undefined) return cut;
  const path = directory.startsWith(here) ? directory.slice(1) : directory;
  if (directory === path && isAnchored(path)) return undefined;
  return { directory: normalise(path), base: directory === path ? "working-directory" : "file" };
}

/** What is left after the last hole when a whole part of a path begins there. */
function cutAtHole(path: string): Place | undefined {
  const last = Math.max(path.lastIndexOf(hole), path.lastIndexOf(rest));
  if (last < 0) return undefined;
  const end = path.slice(last + 1);
  return { directory: end === "" || end.startsWith("/") ? normalise(end) : "", base: "unknown" };
}

/**
 * The target of a path that a command names; undefined when nothing in the repository can be meant: an absolute path, an
 * installed program, a path whose last part is computed.
 */
export function pathTarget(word: string, cwd: string, family?: Family): PathTarget | undefined {
  const whole = joinPaths([cwd, word.replaceAll("\\", "/").replace(/^file:\/\//u, "")]);
  const place = placeOf(whole);
  if (place === undefined || place.directory === "" || place.directory.endsWith("..")) return undefined;
  const { directory: path, base } = place;
  if (/(?:^|\/)(?:node_modules|site-packages)\//u.test(path)) return undefined;
  if (base === "unknown" && !tellsFile(path)) return undefined;
  const also =
    family === "node" ? nodeAlternatives(path) : family === "python" ? pythonAlternatives(path) : sources(path);
  return { kind: "path", path, base, ...(also.length === 0 ? {} : { also }) };
}

/** The end of a path names a file when it has a script's ending, and more than a name that every project has. */
function tellsFile(path: string): boolean {
  const ending = endingOf(path);
  if (ending === "" || path.startsWith("..")) return false;
  return path.includes("/") || !commonNames.has(path.slice(0, -ending.length));
}

/**
 * Node's LOAD_AS_FILE and LOAD_AS_DIRECTORY, and the source that a compiler makes the file of.
 * @see https://nodejs.org/docs/latest-v20.x/api/modules.html#all-together
 */
function nodeAlternatives(path: string): readonly string[] {
  if (endingOf(path) !== "") return sources(path);
  const endings = [".js", ".cjs", ".mjs", ".ts", "/index.js", "/index.ts"];
  return endings.map((ending) => path + ending);
}

/** A directory runs by its `__main__`. https://docs.python.org/3/using/cmdline.html#interface-options */
function pythonAlternatives(path: string): readonly string[] {
  return endingOf(path) === "" ? [`${path}/__main__.py`] : [];
}

const sourceEndings: ReadonlyMap<string, readonly string[]> = new Map([
  [".js", [".ts", ".tsx"]],
  [".mjs", [".mts"]],
  [".cjs", [".cts"]],
]);

function sources(path: string): readonly string[] {
  const ending = endingOf(path);
  return (sourceEndings.get(ending) ?? []).map((source) => path.slice(0, -ending.length) + source);
}
