/**
 * `<os>` of a profile's activation.
 * @see https://maven.apache.org/guides/introduction/introduction-to-profiles.html#os
 * @see https://maven.apache.org/enforcer/enforcer-rules/requireOS.html - the families
 */
import type { PomActivation } from "../manifests/pom-model.ts";

/** Undefined while nothing is known of the machine. */
export function isOperatingSystem(
  wanted: NonNullable<PomActivation["os"]>,
  system: ReadonlyMap<string, string>,
): boolean | undefined {
  const name = system.get("os.name")?.toLowerCase();
  const actual: Readonly<Record<string, string | undefined>> = {
    name,
    arch: system.get("os.arch")?.toLowerCase(),
    version: system.get("os.version")?.toLowerCase(),
  };
  let known = true;
  for (const [part, written] of Object.entries(wanted)) {
    if (written === undefined) continue;
    const test = written.toLowerCase();
    const plain = test.replace(/^!/, "");
    const value = part === "family" ? name : actual[part];
    if (value === undefined || plain.startsWith("regex:")) known = false;
    else if ((part === "family" ? isFamily(plain, value) : plain === value) === test.startsWith("!")) return false;
  }
  return known ? true : undefined;
}

/** Families that are called by a word of the system's name. */
const words: ReadonlyMap<string, RegExp> = new Map([
  ["windows", /windows/],
  ["dos", /windows/],
  ["win9x", /windows (?:95|98|me|ce)/],
  ["mac", /mac|darwin/],
  ["netware", /netware/],
  ["os/2", /os\/2/],
  ["os/400", /os\/400/],
  ["openvms", /openvms/],
  ["tandem", /nonstop_kernel/],
  ["z/os", /z\/os|os\/390/],
]);

function isFamily(family: string, name: string): boolean {
  if (family === "unix")
    return !/windows|netware|os\/2|openvms/.test(name) && (!name.includes("mac") || name.endsWith("x"));
  return words.get(family)?.test(name) ?? name === family;
}
