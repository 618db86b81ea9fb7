import { join } from "node:path";
import type { JavaScriptCache } from "../corpus/javascript-cache.ts";
import type { Peer } from "./peer.ts";

/** madge: the imports of each file, by the parsers of dependency-tree. */
export function madge(cache: JavaScriptCache): Peer {
  return {
    name: "madge",
    version: cache.version("madge"),
    unit: "edges",
    command(directory, scratch) {
      const program = join(cache.tool("madge"), "madge", "bin", "cli.js");
      const output = join(scratch, "madge.json");
      const args = [program, "--json", "--no-spinner", "--extensions", "ts,tsx,js,jsx,mjs,cjs,mts,cts", "."];
      // It ends before a pipe has taken all that it prints.
      const shell = ["-c", 'exec "$0" "$@" > "$DRAWN"'.replace("$DRAWN", output), process.execPath, ...args];
      return { program: "/bin/sh", args: shell, directory, output, answers: [0] };
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
