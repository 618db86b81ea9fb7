/** All lockfiles of Python that are read. */
import type { ManifestReader } from "../../../language.ts";
import type { PythonManifest } from "../manifest.ts";
import { condaLocks } from "./conda-locks.ts";
import { pdmLock } from "./pdm-lock.ts";
import { pipfileLock } from "./pipfile-lock.ts";
import { poetryLock } from "./poetry-lock.ts";
import { pylock } from "./pylock.ts";
import { uvLock } from "./uv-lock.ts";

export const lockFiles: readonly ManifestReader<PythonManifest>[] = [
  uvLock,
  poetryLock,
  pdmLock,
  pylock,
  pipfileLock,
  ...condaLocks,
];
