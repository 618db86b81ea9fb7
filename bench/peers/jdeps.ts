import { jdkProgram, jdkVersion } from "../accuracy/java/jdk.ts";
import type { JavaTree } from "./java-tree.ts";
import type { Peer } from "./peer.ts";

/** The JDK's own: over classes that are compiled already, so the compiler's time is not in it. */
export function jdeps(tree: () => JavaTree): Peer {
  return {
    name: "jdeps -verbose:class",
    version: jdkVersion(),
    unit: "edges",
    command() {
      const args = ["-verbose:class", "-filter:none", "--ignore-missing-deps", ...tree().classes];
      return { program: jdkProgram("jdeps"), args, answers: [0] };
    },
    /** Between classes that stand in files of their own, each pair once. */
    count(output) {
      const pairs = new Set<string>();
      const importers = new Set<string>();
      for (const line of output.split("\n")) {
        const [, from = "", to = ""] = /^ +(\S+) +-> (\S+) /.exec(line) ?? [];
        if (from === "") continue;
        importers.add(outermost(from));
        if (outermost(from) !== outermost(to)) pairs.add(`${outermost(from)} ${outermost(to)}`);
      }
      return [...pairs].filter((pair) => importers.has(pair.slice(pair.indexOf(" ") + 1))).length;
    },
  };
}

function outermost(name: string): string {
  return name.replace(/\$.*/, "");
}
