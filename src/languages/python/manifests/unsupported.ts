import { fileDiagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader } from "../../language.ts";
import { readIni } from "./ini.ts";
import type { PythonManifest, UnreadEnvironment } from "./manifest.ts";
import { noPathSettings, type PathSettings } from "./path-settings.ts";
import { iniSettings } from "./tool-configurations.ts";

/** Formats that are known and not read: said once a file, so that a clean report never hides them. */
const formats: readonly {
  readonly format: string;
  readonly name: RegExp;
  /** Present where it declares, rather than locks what others declare. */
  readonly serves?: UnreadEnvironment["serves"];
  /** The project around it when absent. */
  readonly of?: UnreadEnvironment["of"];
}[] = [
  { format: "Pipfile", name: /^Pipfile$/, serves: "all" },
  { format: "pixi.toml", name: /^pixi\.toml$/, serves: "all", of: "project-here" },
  { format: "conda environment", name: /^(?:environment|conda|env)(?:[-_.][^/]*)?\.ya?ml$/, serves: "all" },
  { format: "tox.ini", name: /^tox\.ini$/, serves: "tests" },
];

/** What a file of tox says of the module search path is read all the same. */
function settingsOf(path: string, text: string): PathSettings {
  return path.endsWith("tox.ini") ? iniSettings(readIni(text)) : noPathSettings;
}

export const unsupportedManifests: readonly ManifestReader<PythonManifest>[] = formats.map(
  ({ format, name, serves, of = "project-around" }) => ({
    format,
    matches: (fileName) => name.test(fileName),
    read: ({ path, text }) => ({
      ...(serves === undefined
        ? {}
        : { manifest: { kind: "unread", path, serves, of, requirements: [], settings: settingsOf(path, text) } }),
      diagnostics: [
        fileDiagnostic("unsupported", path, `${format} is not read yet: what it declares or locks is unknown`),
      ],
    }),
  }),
);
