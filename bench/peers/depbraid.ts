import { join } from "node:path";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Peer } from "./peer.ts";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const manifest: { readonly version: string } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);

/** The whole process, from start to the graph in a file. */
export function depbraid(options: readonly string[]): Peer {
  return {
    name: "depbraid graph",
    version: manifest.version,
    unit: "edges",
    command(directory, scratch) {
      const output = join(scratch, "depbraid.json");
      const args = [cli, "graph", directory, "--format", "json", "--output", output, ...options];
      return { program: process.execPath, args, output, answers: [0] };
    },
    count(output) {
      const graph: {
        readonly edges: readonly { readonly from: string; readonly to: string; readonly kind: string }[];
      } = JSON.parse(output);
      const pairs = new Set<string>();
      for (const { from, to, kind } of graph.edges) {
        const isInternal = from.startsWith("file:") && to.startsWith("file:");
        if (isInternal && (kind === "imports" || kind === "references")) pairs.add(`${from} ${to}`);
      }
      return pairs.size;
    },
  };
}
