import type { ImportKind } from "../../../model/facts.ts";

/**
 * Where a qualified name stops being a package, by the convention that types begin with a capital and packages do not;
 * where no part does, by the form of the import.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-6.html#jls-6.1
 */
export function splitQualified(
  name: string,
  kind: ImportKind,
): { readonly packageName: string; readonly className: string } {
  for (let start = 0; start >= 0; start = name.indexOf(".", start) + 1 || -1) {
    const first = name.charAt(start);
    if (first === first.toLowerCase() || start === 0) continue;
    const end = name.indexOf(".", start);
    return { packageName: name.slice(0, start - 1), className: name.slice(start, end < 0 ? name.length : end) };
  }
  if (kind === "on-demand") return { packageName: name, className: "" };
  // The member of a static import is no part of the class's name.
  const type = kind === "static" ? name.slice(0, Math.max(0, name.lastIndexOf("."))) : name;
  const dot = type.lastIndexOf(".");
  return { packageName: type.slice(0, Math.max(0, dot)), className: type.slice(dot + 1) };
}
