/** Files by which version managers pick the JDK: `.java-version`, `.sdkmanrc`, `.tool-versions`. */
import { isVersionFile, type ManagedRuntime, readVersionFile } from "../../../files/version-files.ts";
import type { RuntimeDemand } from "../../../model/runtime-demand.ts";
import type { ManifestReader } from "../../language.ts";

export interface JavaVersion {
  readonly kind: "java-version";
  readonly runtimes: readonly RuntimeDemand[];
}

const managed: readonly ManagedRuntime[] = [{ runtime: "java", files: [".java-version"], keys: ["java"] }];

export const javaVersionReader: ManifestReader<JavaVersion> = {
  format: "version manager's file",
  matches: (name) => isVersionFile(name, managed),
  read: (file) => ({ manifest: { kind: "java-version", runtimes: readVersionFile(file, managed) }, diagnostics: [] }),
};
