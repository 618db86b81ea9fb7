import type { Graph } from "../../model/graph.ts";
import { nearest } from "../../model/nearest.ts";
import { pathOf } from "./node-names.ts";

/** Finds the file that a target without one may have meant: a sibling by nearly the same name. */
export type NearbyFiles = (target: string) => string | undefined;

/** Reads the graph at the first question: most runs never ask. */
export function nearbyFiles(graph: Graph): NearbyFiles {
  let directories: Directories | undefined;
  return (target) => {
    directories ??= readDirectories(graph);
    // A path stands from the root; a dotted name hangs below any source root: its parents end the directory's path.
    const isPath = target.includes("/");
    const cut = target.lastIndexOf(isPath ? "/" : ".");
    const parent = target.slice(0, Math.max(cut, 0)).replaceAll(".", isPath ? "." : "/");
    const name = target.slice(cut + 1);
    const places = isPath || parent === "" ? [parent] : (directories.byEnding.get(lastPart(parent)) ?? []);
    for (const place of places) {
      if (place !== parent && !place.endsWith(`/${parent}`)) continue;
      const files = directories.files.get(place);
      if (files === undefined) continue;
      const found = nearest(name, files.keys()) ?? nearest(withoutEnding(name), files.keys());
      if (found !== undefined) return files.get(found);
    }
    return undefined;
  };
}

interface Directories {
  /** By directory: what a file may be asked for by (its name, with and without ending), and its path. */
  readonly files: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Directories by the last part of their paths. */
  readonly byEnding: ReadonlyMap<string, readonly string[]>;
}

function readDirectories(graph: Graph): Directories {
  const files = new Map<string, Map<string, string>>();
  const byEnding = new Map<string, string[]>();
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.nodeKind(node) !== "file") continue;
    const path = pathOf(graph.id(node));
    const slash = path.lastIndexOf("/");
    const directory = path.slice(0, Math.max(slash, 0));
    let names = files.get(directory);
    if (names === undefined) {
      names = new Map();
      files.set(directory, names);
      const ending = lastPart(directory);
      const others = byEnding.get(ending);
      if (others === undefined) byEnding.set(ending, [directory]);
      else others.push(directory);
    }
    const name = path.slice(slash + 1);
    names.set(name, path);
    if (!names.has(withoutEnding(name))) names.set(withoutEnding(name), path);
  }
  return { files, byEnding };
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function withoutEnding(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}
