import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PythonCache } from "../corpus/python-cache.ts";
import type { Peer } from "./peer.ts";

const program = fileURLToPath(new URL("grimp_count.py", import.meta.url));

/** grimp: Rust behind Python, the graph of all regular packages at the top of the tree, without its cache. */
export function grimp(cache: PythonCache): Peer {
  return {
    name: "grimp",
    version: cache.toolVersion("grimp"),
    unit: "edges",
    command: (directory) => ({
      program: join(cache.tools(), "bin", "python"),
      args: [program, directory],
      answers: [0],
    }),
    count: (output) => Number(output),
  };
}
