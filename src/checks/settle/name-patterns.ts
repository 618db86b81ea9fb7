import { ignoreLibrary } from "../../files/late-libraries.ts";

/** Whether a name fits a pattern, in which `*` stands for anything. */
export function fitsName(pattern: string, name: string): boolean {
  if (!pattern.includes("*")) return pattern === name;
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(name);
}

/** Whether a path fits one of these patterns, written as in `.gitignore`. */
export function pathFilter(patterns: readonly string[]): (path: string) => boolean {
  const rules = ignoreLibrary()({ ignorecase: false }).add([...patterns]);
  return (path) => path !== "" && rules.ignores(path);
}
