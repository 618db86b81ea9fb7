/** Data, not code: what is known of packages and releases without asking any network. Each file says where it is from. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../files/read-own-file.ts";

const require = createRequire(import.meta.url);

/** The parsed content of one data file, by its name without `.json`; read once a process. It is published in `src`. */
export function readKnowledge(name: string): unknown {
  return require(fileURLToPath(new URL(`src/knowledge/${name}.json`, packageRoot)));
}
