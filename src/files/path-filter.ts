import { ignoreLibrary } from "./late-libraries.ts";

/** Whether a path fits one of these patterns, written as in `.gitignore`. */
export function pathFilter(patterns: readonly string[]): (path: string) => boolean {
  const rules = ignoreLibrary()({ ignorecase: false }).add([...patterns]);
  return (path) => path !== "" && rules.ignores(path);
}
