import { readOwnFile } from "../files/read-own-file.ts";
import { checks } from "./index.ts";

/** Every code that a check may report, in the order of the checks. */
export const knownCodes: readonly string[] = checks.map(({ code }) => code);

/** The page of a kind of conflict, as Markdown; undefined when there is no such kind. */
export function explain(code: string): string | undefined {
  if (!knownCodes.includes(code)) return undefined;
  // The pages stay in `src`: this path leads there from `src/checks` and from the compiled `dist/checks` alike.
  return readOwnFile(`src/checks/${code.replace("/", "-")}.md`);
}
