/**
 * What Gradle locked: gradle.lockfile, its companion for build scripts, and the older form of a file a configuration.
 * @see https://docs.gradle.org/current/userguide/dependency_locking.html
 */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader } from "../../language.ts";

export interface GradleLock {
  readonly kind: "gradle-lock";
  readonly path: string;
  /** Directory of the project that it is for. */
  readonly directory: string;
  readonly entries: readonly GradleLockedModule[];
}

export interface GradleLockedModule {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string;
  readonly line: number;
}

const older = /^(.*?)\/?gradle\/dependency-locks\/[^/]+\.lockfile$/;

export const gradleLockReader: ManifestReader<GradleLock> = {
  format: "Gradle lockfile",
  matches: (name, path) => /^(?:buildscript-|settings-)?gradle\.lockfile$/.test(name) || older.test(path),
  read({ path, text }) {
    const diagnostics: Diagnostic[] = [];
    const entries: GradleLockedModule[] = [];
    const seen = new Map<string, number>();
    for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
      const written = line.trim();
      if (written === "" || written.startsWith("#") || written.startsWith("empty=")) continue;
      const [groupId, artifactId, version, ...rest] = written.replace(/=.*$/, "").split(":");
      const place = { code: "manifest", file: path, line: index + 1, column: 1 } as const;
      if (!groupId || !artifactId || !version || rest.length > 0) {
        diagnostics.push({ ...place, message: `"${written.slice(0, 80)}" is no locked module: it was left out` });
        continue;
      }
      const key = `${groupId}:${artifactId}:${version}`;
      const first = seen.get(key);
      if (first !== undefined) {
        diagnostics.push({ ...place, message: `${key} is locked twice: here and in line ${first}` });
        continue;
      }
      seen.set(key, index + 1);
      entries.push({ groupId, artifactId, version, line: index + 1 });
    }
    const directory = older.exec(path)?.[1] ?? path.slice(0, Math.max(0, path.lastIndexOf("/")));
    return { manifest: { kind: "gradle-lock", path, directory, entries }, diagnostics };
  },
};
