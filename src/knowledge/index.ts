/** Data, not code: what is known of packages and releases without asking any network. Each file says where it is from. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * The parsed content of one data file, by its name without `.json`; read once a process. The path goes by way of `src`
 * because the compiler copies no JSON: it is the same from `src/knowledge` and from `dist/knowledge`.
 */
export function readKnowledge(name: string): unknown {
  return require(`../../src/knowledge/${name}.json`);
}
