import { fileDiagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader } from "../../language.ts";
import type { PythonManifest } from "./manifest.ts";

/** Formats that are known and not read: said once a file, so that a clean report never hides them. */
const formats: readonly { readonly format: string; readonly name: RegExp; readonly what: string }[] = [
  // https://docs.astral.sh/uv/guides/scripts/#locking-dependencies
  { format: "a script's lockfile", name: /\.py\.lock$/, what: "locks" },
  // https://docs.astral.sh/uv/concepts/configuration-files/
  { format: "uv.toml", name: /^uv\.toml$/, what: "constrains or overrides" },
];

export const unsupportedManifests: readonly ManifestReader<PythonManifest>[] = formats.map(
  ({ format, name, what }) => ({
    format,
    matches: (fileName) => name.test(fileName),
    read: ({ path }) => ({
      diagnostics: [fileDiagnostic("unsupported", path, `${format} is not read yet: what it ${what} is unknown`)],
    }),
  }),
);
