/** The platforms that a project says it is for, as an environment marker. */

const prefix = "Operating System :: ";

/** The longest that fits decides. @see https://pypi.org/classifiers/ */
const systems: readonly (readonly [classifier: string, marker: string])[] = [
  ["POSIX :: Linux", 'sys_platform == "linux"'],
  ["POSIX :: AIX", 'sys_platform == "aix"'],
  ["POSIX", 'os_name == "posix"'],
  ["Unix", 'os_name == "posix"'],
  ["MacOS", 'sys_platform == "darwin"'],
  ["Microsoft", 'sys_platform == "win32"'],
];

/** Undefined where they name none, or one that is not known here: then it may be for any. */
export function platformsByClassifiers(classifiers: readonly string[]): string | undefined {
  const markers = new Set<string>();
  for (const classifier of classifiers) {
    if (!classifier.startsWith(prefix)) continue;
    const name = classifier.slice(prefix.length);
    const found = systems.find(([known]) => name === known || name.startsWith(`${known} :: `));
    if (found === undefined) return undefined;
    markers.add(found[1]);
  }
  return markers.size === 0 ? undefined : [...markers].join(" or ");
}

/**
 * uv solves for these environments alone.
 * @see https://docs.astral.sh/uv/reference/settings/#environments
 */
export function platformsByEnvironments(environments: readonly string[]): string | undefined {
  return environments.length === 0 ? undefined : environments.map((marker) => `(${marker})`).join(" or ");
}
