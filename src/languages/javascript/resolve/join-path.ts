/**
 * Joins a path to a directory of the repository, both with `/`; undefined when it leads out of the repository or is
 * absolute. `.` and `..` are taken out, a trailing slash falls away.
 */
export function joinPath(directory: string, path: string): string | undefined {
  if (path.startsWith("/")) return undefined;
  const plain = joinPlain(directory, path);
  if (plain !== undefined) return plain;
  const parts = directory === "" ? [] : directory.split("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** `./shop/till`, `../till`, as most are written: nothing has to be taken apart. Undefined for any other form. */
function joinPlain(directory: string, path: string): string | undefined {
  let at = 0;
  let end = directory.length;
  if (path.startsWith("./")) at = 2;
  for (; path.startsWith("../", at); at += 3) {
    if (end <= 0) return undefined;
    end = Math.max(directory.lastIndexOf("/", end - 1), 0);
  }
  if (at === 0 || at === path.length || path.includes("//", at) || path.endsWith("/")) return undefined;
  // A slash after `./`, or a dot at the start of a part: a hidden file, or what has to be taken out.
  if (path.charCodeAt(at) === 47 || path.charCodeAt(at) === 46 || path.includes("/.", at)) return undefined;
  return end === 0 ? path.slice(at) : `${directory.slice(0, end)}/${path.slice(at)}`;
}

/** The part of a path below a directory; undefined when it is not below it. The directory itself is `""`. */
export function below(directory: string, path: string): string | undefined {
  if (directory === "") return path;
  if (path === directory) return "";
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : undefined;
}
