/** Lockfiles that are known and not read: one diagnostic each, so that nobody takes silence for an answer. */
import { fileDiagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader } from "../../language.ts";
import { directoryOf, type Manifest } from "./manifest.ts";

const names: ReadonlySet<string> = new Set(["bun.lockb", "deno.lock"]);

export const unreadLock: ManifestReader<Manifest> = {
  format: "bun.lockb, deno.lock",
  matches: (name) => names.has(name),
  read: (file) => {
    const message = "this kind of lockfile is not read yet: the versions that it locks are not known";
    return {
      manifest: { kind: "unread-lock", file: file.path, directory: directoryOf(file.path) },
      diagnostics: [fileDiagnostic("unsupported", file.path, message)],
    };
  },
};
