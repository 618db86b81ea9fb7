import { join } from "node:path";
import type { PythonCache } from "../corpus/python-cache.ts";
import type { Peer } from "./peer.ts";

/** `ruff analyze graph`: Rust, the imports of each file that it finds a file for. It keeps no cache. */
export function ruff(cache: PythonCache): Peer {
  return {
    name: "ruff analyze graph",
    version: cache.toolVersion("ruff"),
    unit: "edges",
    command(directory) {
      // A tree below this project's cache would be left out as ignored by git.
      const settings = ["--isolated", "--config", "respect-gitignore=false"];
      const args = ["analyze", "graph", "--quiet", ...settings, "."];
      return { program: join(cache.tools(), "bin", "ruff"), args, directory, answers: [0] };
    },
    count(output) {
      const files: Readonly<Record<string, readonly string[]>> = JSON.parse(output);
      return Object.entries(files).reduce(
        (sum, [file, imports]) => sum + imports.filter((to) => to !== file).length,
        0,
      );
    },
  };
}
