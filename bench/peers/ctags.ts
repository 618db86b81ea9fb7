import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Peer } from "./peer.ts";

/** Universal Ctags: C, what a file declares. It resolves nothing: the least that a reader of sources does. */
export function ctags(languages: string): Peer {
  return {
    name: "ctags",
    version: /Universal Ctags (\S+?),/.exec(execFileSync("ctags", ["--version"], { encoding: "utf8" }))?.[1] ?? "",
    unit: "tags",
    command(directory, scratch) {
      const output = join(scratch, "tags");
      return {
        program: "ctags",
        args: ["-R", `--languages=${languages}`, "-f", output, directory],
        output,
        answers: [0],
      };
    },
    count(output) {
      return output.split("\n").filter((line) => line !== "" && !line.startsWith("!")).length;
    },
  };
}
