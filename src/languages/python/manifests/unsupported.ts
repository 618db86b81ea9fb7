import { fileDiagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader } from "../../language.ts";
import type { EnvironmentFile, PythonManifest } from "./manifest.ts";
import { noPathSettings } from "./path-settings.ts";

/** Formats that are known and not read: said once a file, so that a clean report never hides them. */
const formats: readonly { readonly format: string; readonly name: RegExp; readonly open?: EnvironmentFile["open"] }[] =
  [
    { format: "hatch.toml", name: /^hatch\.toml$/, open: "all" },
    { format: "a script's lockfile", name: /\.py\.lock$/ },
  ];

export const unsupportedManifests: readonly ManifestReader<PythonManifest>[] = formats.map(
  ({ format, name, open }) => ({
    format,
    matches: (fileName) => name.test(fileName),
    read: ({ path }) => ({
      ...(open === undefined ? {} : { manifest: unread(path, open) }),
      diagnostics: [
        fileDiagnostic("unsupported", path, `${format} is not read yet: what it declares or locks is unknown`),
      ],
    }),
  }),
);

function unread(path: string, open: NonNullable<EnvironmentFile["open"]>): EnvironmentFile {
  const of = "project-around";
  return {
    kind: "environment",
    path,
    of,
    requirements: [],
    links: [],
    conda: [],
    mixed: true,
    open,
    settings: noPathSettings,
  };
}
