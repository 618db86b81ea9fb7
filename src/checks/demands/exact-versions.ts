import type { VersionScheme } from "../../model/version-scheme.ts";

/** Compares two ranges that are plain versions (Maven's `1.0`); undefined where one of them is none. */
export function compareExact(a: string, b: string, scheme: VersionScheme): number | undefined {
  const [left, right] = [a, b].map((text) => (/^\w[\w.+-]*$/.test(text) ? scheme.parse(text) : undefined));
  return left === undefined || right === undefined ? undefined : scheme.compare(left, right);
}
