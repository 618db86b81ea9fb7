import { join } from "node:path";
import type { JavaScriptCache } from "../corpus/javascript-cache.ts";
import type { Peer } from "./peer.ts";

/** knip: it prints no edges, but what nothing uses. It runs configuration of the tree: for trees that are trusted alone. */
export function knip(cache: JavaScriptCache): Peer {
  return {
    name: "knip",
    version: cache.version("knip"),
    unit: "findings",
    command(directory) {
      const program = join(cache.tool("knip"), "knip", "bin", "knip.js");
      const args = [program, "--reporter", "json", "--no-progress", "--no-exit-code"];
      return { program: process.execPath, args, directory, answers: [0] };
    },
    count(output) {
      const report: {
        readonly issues: readonly Readonly<Record<string, unknown>>[];
      } = JSON.parse(output.slice(output.indexOf("{")));
      return report.issues.reduce(
        (sum, issue) =>
          sum + Object.values(issue).reduce((own: number, each) => own + (Array.isArray(each) ? each.length : 0), 0),
        0,
      );
    },
  };
}
