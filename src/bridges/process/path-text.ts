/** Paths as texts with holes: joined, cut and normalised without a disk. */
import { here, hole } from "./value.ts";

/** Whether nothing that stands before a path changes it. */
export function isAnchored(path: string): boolean {
  return (
    path.startsWith("/") ||
    path.startsWith("\\") ||
    path.startsWith("~") ||
    path.startsWith(here) ||
    /^[A-Za-z]:/u.test(path)
  );
}

/** Joins as `os.path.join` and `path.resolve` do: a part that is anchored forgets what stands before it. */
export function joinPaths(parts: readonly string[]): string {
  let joined = "";
  for (const part of parts) {
    if (part === "") continue;
    joined = joined === "" || isAnchored(part) ? part : joined.endsWith("/") ? joined + part : `${joined}/${part}`;
  }
  return joined;
}

export function parentPath(path: string): string {
  const trimmed = path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
  if (trimmed === here || trimmed === hole || trimmed === ".." || trimmed.endsWith("/..")) {
    return trimmed === hole ? hole : `${trimmed}/..`;
  }
  if (trimmed === "" || trimmed === ".") return "..";
  const slash = trimmed.lastIndexOf("/");
  return slash < 0 ? "." : slash === 0 ? "/" : trimmed.slice(0, slash);
}

/** The last part of a path, separators of both kinds counted. */
export function lastPart(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** Takes out `.`, empty parts and `x/..`. Leading `..` stay. */
export function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}
