/** Lockfiles that are known and not read: one diagnostic each, so that nobody takes silence for an answer. */
import { directoryOf } from "../../../model/directory-of.ts";
import { fileDiagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader } from "../../language.ts";
import { type LockTool, type Manifest } from "./manifest.ts";

const tools: ReadonlyMap<string, LockTool> = new Map([
  ["bun.lockb", "bun"],
  ["deno.lock", "deno"],
]);

export const unreadLock: ManifestReader<Manifest> = {
  format: "bun.lockb, deno.lock",
  matches: (name) => tools.has(name),
  read: (file) => {
    const tool = tools.get(file.path.slice(file.path.lastIndexOf("/") + 1)) ?? "bun";
    const message = "this kind of lockfile is not read yet: the versions that it locks are not known";
    return {
      manifest: { kind: "unread-lock", file: file.path, directory: directoryOf(file.path), tool },
      diagnostics: [fileDiagnostic("unsupported", file.path, message)],
    };
  },
};
