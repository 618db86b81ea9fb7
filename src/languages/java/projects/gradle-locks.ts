/** Lock entries of a Gradle project, with the checksums that its build verifies. */
import type { LockEntry } from "../../../model/requirement.ts";
import type { GradleLock } from "../manifests/gradle-lockfile.ts";
import type { GradleVerification } from "../manifests/gradle-verification.ts";
import { mavenPurl } from "./build.ts";

/** @param root directory of the build */
export function gradleLocks(
  { directory, root }: { readonly directory: string; readonly root: string },
  locks: readonly GradleLock[],
  verifications: readonly GradleVerification[],
): readonly LockEntry[] {
  const checksums = verifications.find((each) => each.root === root)?.checksums;
  const entries = new Map<string, LockEntry>();
  for (const lock of locks) {
    if (lock.directory !== directory) continue;
    for (const { groupId, artifactId, version, line } of lock.entries) {
      const key = `${groupId}:${artifactId}:${version}`;
      // One entry for what several files of one project lock alike.
      if (entries.has(key)) continue;
      const integrity = checksums?.get(key);
      entries.set(key, {
        package: mavenPurl(groupId, artifactId),
        version,
        file: lock.path,
        line,
        column: 1,
        ...(integrity === undefined ? {} : { integrity }),
        requires: [],
      });
    }
  }
  return [...entries.values()];
}
