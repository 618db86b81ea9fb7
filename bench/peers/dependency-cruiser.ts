import { join } from "node:path";
import type { JavaScriptCache } from "../corpus/javascript-cache.ts";
import type { Peer } from "./peer.ts";

/** dependency-cruiser: every dependency of every module, without rules. */
export function dependencyCruiser(cache: JavaScriptCache): Peer {
  return {
    name: "dependency-cruiser",
    version: cache.version("dependency-cruiser"),
    unit: "edges",
    command(directory, scratch) {
      const tool = join(
        cache.tool("dependency-cruiser", "typescript"),
        "dependency-cruiser",
        "bin",
        "dependency-cruise.mjs",
      );
      const output = join(scratch, "cruised.json");
      const options = ["--no-config", "--ts-pre-compilation-deps", "--output-type", "json", "--output-to", output];
      return { program: process.execPath, args: [tool, ...options, "."], directory, output, answers: [0] };
    },
    count(output) {
      const cruised: {
        readonly modules: readonly {
          readonly source: string;
          readonly dependencies: readonly { readonly resolved: string; readonly couldNotResolve: boolean }[];
        }[];
      } = JSON.parse(output);
      const sources = new Set(cruised.modules.map(({ source }) => source));
      return cruised.modules.reduce((sum, { source, dependencies }) => {
        const reached = new Set(dependencies.filter((each) => !each.couldNotResolve).map(({ resolved }) => resolved));
        return sum + [...reached].filter((to) => to !== source && sources.has(to)).length;
      }, 0);
    },
  };
}
