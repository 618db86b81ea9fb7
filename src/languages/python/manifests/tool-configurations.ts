/** Files that only configure tools, as far as they say where modules are. */
import type { ParseError } from "jsonc-parser";
import { jsoncLibrary } from "../../../files/late-libraries.ts";
import type { SourceText } from "../../../files/source-text.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { LineCounter } from "../../../model/location.ts";
import type { ManifestReader } from "../../language.ts";
import { type IniFile, readIni } from "./ini.ts";
import type { PythonManifest } from "./manifest.ts";
import {
  environmentSettings,
  joinSettings,
  mypySettings,
  noPathSettings,
  type PathSettings,
  pyrightSettings,
  pytestSettings,
} from "./path-settings.ts";
import { listAt, textAt, textsAt } from "./toml-document.ts";

/** A reader of settings alone. */
function configuration(
  format: string,
  matches: (name: string) => boolean,
  read: (file: SourceText, diagnostics: Diagnostic[]) => PathSettings,
): ManifestReader<PythonManifest> {
  return {
    format,
    matches,
    read(file) {
      const diagnostics: Diagnostic[] = [];
      const settings = read(file, diagnostics);
      const isEmpty = settings.directories.length + settings.stubDirectories.length === 0;
      if (isEmpty && settings.importMode === undefined) return { diagnostics };
      return { manifest: { kind: "configuration", path: file.path, requirements: [], settings }, diagnostics };
    },
  };
}

export const toolConfigurations: readonly ManifestReader<PythonManifest>[] = [
  configuration(
    "pytest.ini",
    (name) => /^\.?pytest\.ini$/.test(name),
    ({ text }) => iniSettings(readIni(text)),
  ),
  configuration(
    "mypy.ini",
    (name) => /^\.?mypy\.ini$/.test(name),
    ({ text }) => iniSettings(readIni(text)),
  ),
  configuration("pyrightconfig.json", (name) => name === "pyrightconfig.json", readPyright),
  // https://code.visualstudio.com/docs/python/environments#_environment-variables
  configuration(
    ".env",
    (name) => name === ".env",
    ({ text }) => {
      const value = /^[ \t]*(?:export[ \t]+)?PYTHONPATH[ \t]*=(.*)$/m.exec(text)?.[1];
      return value === undefined ? noPathSettings : environmentSettings(value);
    },
  ),
  configuration(".pth", (name) => name.endsWith(".pth"), readPathFile),
];

/** What pytest, mypy and tox are told in the INI dialect, in whichever file. */
export function iniSettings(ini: IniFile): PathSettings {
  const values = (section: string, option: string): readonly string[] =>
    ini
      .get(section)
      ?.get(option)
      ?.map(({ text }) => text) ?? [];
  const pytest = ["pytest", "tool:pytest"].map((section) =>
    pytestSettings(values(section, "pythonpath"), values(section, "addopts").join(" ")),
  );
  const environments = [...ini.keys()]
    .filter((section) => section.startsWith("testenv"))
    .flatMap((section) => values(section, "setenv").concat(values(section, "set_env")))
    .flatMap((line) => /^PYTHONPATH\s*=(.*)$/.exec(line)?.[1] ?? [])
    .map(environmentSettings);
  return joinSettings([...pytest, mypySettings(values("mypy", "mypy_path")), ...environments]);
}

/** JSON with comments, as pyright reads it. */
function readPyright({ path, text }: SourceText, diagnostics: Diagnostic[]): PathSettings {
  const errors: ParseError[] = [];
  const value: unknown = jsoncLibrary().parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first !== undefined) {
    const message = "the file is not JSON; what could be read of it was";
    diagnostics.push({ code: "manifest", file: path, ...new LineCounter(text).at(first.offset), message });
  }
  return pyrightTable(value);
}

/** `pyrightconfig.json`, or the table of that name in `pyproject.toml`. */
export function pyrightTable(value: unknown): PathSettings {
  const environments = listAt(value, "executionEnvironments");
  return pyrightSettings({
    roots: environments.flatMap((each) => textAt(each, "root") ?? []),
    extraPaths: [...textsAt(value, "extraPaths"), ...environments.flatMap((each) => textsAt(each, "extraPaths"))],
    stubPath: textAt(value, "stubPath"),
  });
}

/**
 * A line is a directory, unless it is a comment or code to run.
 * @see https://docs.python.org/3/library/site.html
 */
function readPathFile({ text }: SourceText): PathSettings {
  const directories = text.split(/\r?\n/).filter((line) => !/^(?:#|import[ \t])/.test(line));
  return joinSettings(directories.map((each) => environmentSettings(each)));
}
