/** The directory of a path with `/` between its parts; `""`, the root, for one that has none. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}
