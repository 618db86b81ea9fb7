/**
 * Joins a path to a directory of the repository, both with `/`; undefined when it leads out of the repository or is
 * absolute. `.` and `..` are taken out, a trailing slash falls away.
 */
export function joinPath(directory: string, path: string): string | undefined {
  if (path.startsWith("/")) return undefined;
  const parts = directory === "" ? [] : directory.split("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** The part of a path below a directory; undefined when it is not below it. The directory itself is `""`. */
export function below(directory: string, path: string): string | undefined {
  if (directory === "") return path;
  if (path === directory) return "";
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : undefined;
}
