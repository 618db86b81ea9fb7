import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PythonCache } from "../corpus/python-cache.ts";
import type { Peer } from "./peer.ts";

/** deptry: Rust behind Python; no edges, but the same imports, each looked up among the requirements. */
export function deptry(cache: PythonCache): Peer {
  return {
    name: "deptry",
    version: cache.toolVersion("deptry"),
    unit: "findings",
    command(directory, scratch) {
      const requirements = join(scratch, "requirements.txt");
      writeFileSync(requirements, "requests\n");
      const output = join(scratch, "deptry.json");
      // By default it leaves out tests and what git ignores; all are to read the same files. Two files of Django make
      // deptry 0.25.1 give up: `import_module(".management", ...)`.
      const everything = ["--exclude", ".*/commands/(flush|migrate)\\.py", "--requirements-files", requirements];
      const args = [".", ...everything, "--no-ansi", "--json-output", output];
      return { program: join(cache.tools(), "bin", "deptry"), args, directory, output, answers: [0, 1] };
    },
    count(output) {
      const findings: readonly unknown[] = JSON.parse(output);
      return findings.length;
    },
  };
}
