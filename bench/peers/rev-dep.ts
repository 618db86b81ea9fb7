import { join } from "node:path";
import type { JavaScriptCache } from "../corpus/javascript-cache.ts";
import type { Peer } from "./peer.ts";

/** rev-dep: Go, the whole tree of a directory. Started as its own program: the wrapper of Node would cost as much again. */
export function revDep(cache: JavaScriptCache): Peer {
  const program = join(cache.tool("rev-dep"), "@rev-dep", `${process.platform}-${process.arch}`, "bin", "rev-dep");
  return {
    name: "rev-dep",
    version: cache.version("rev-dep"),
    unit: "edges",
    command(directory) {
      const args = ["debug", "get-tree-for-cwd", "--cwd", directory, "--follow-monorepo-packages"];
      return { program, args, directory, answers: [0] };
    },
    count(output) {
      const files: Readonly<Record<string, readonly { readonly id: string }[] | null>> = JSON.parse(output);
      return Object.entries(files).reduce((sum, [file, imports]) => {
        const reached = new Set((imports ?? []).map(({ id }) => id));
        reached.delete("");
        reached.delete(file);
        return sum + [...reached].filter((id) => id in files).length;
      }, 0);
    },
  };
}
