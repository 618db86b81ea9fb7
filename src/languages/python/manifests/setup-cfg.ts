/**
 * `setup.cfg`: setuptools' declarative form before `pyproject.toml`.
 * @see https://setuptools.pypa.io/en/latest/userguide/declarative_config.html
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { RequirementScope } from "../../../model/requirement.ts";
import { packageDirectory } from "./build-backends.ts";
import { type IniFile, type IniLine, readIni } from "./ini.ts";
import type { DeclaredRequirement, ProjectManifest, PythonManifest } from "./manifest.ts";
import { readRequirement } from "./written-requirement.ts";

export const setupCfg: ManifestReader<PythonManifest> = {
  format: "setup.cfg",
  matches: (name) => name === "setup.cfg",
  read(file): ManifestReading<ProjectManifest> {
    const diagnostics: Diagnostic[] = [];
    return { manifest: readSetupCfg(file, diagnostics), diagnostics };
  },
};

function readSetupCfg(file: SourceText, diagnostics: Diagnostic[]): ProjectManifest {
  const ini = readIni(file.text);
  const name = single(ini, "metadata", "name");
  const version = single(ini, "metadata", "version");
  const requiresPython = single(ini, "options", "python_requires");
  const list = (section: string, option: string, scope: RequirementScope, group?: string): DeclaredRequirement[] =>
    lines(ini, section, option).flatMap((line) => readLine(line, file.path, scope, group, diagnostics));
  const extras = [...(ini.get("options.extras_require")?.keys() ?? [])];
  return {
    kind: "project",
    format: "setup.cfg",
    path: file.path,
    isProject: ini.has("metadata") || ini.has("options"),
    ...(name === undefined ? {} : { name }),
    // `attr: shop.__version__` and `file: VERSION` are known only when the project is built.
    ...(version === undefined || /^(?:attr|file):/.test(version) ? {} : { version }),
    ...(requiresPython === undefined ? {} : { requiresPython }),
    requirements: [
      ...list("options", "install_requires", "runtime"),
      ...list("options", "setup_requires", "build"),
      ...list("options", "tests_require", "test"),
      ...extras.flatMap((extra) => list("options.extras_require", extra, "optional", extra)),
    ],
    dynamicDependencies: false,
    sourceDirectories: [
      ...lines(ini, "options", "package_dir").flatMap(readPackageDir),
      ...lines(ini, "options.packages.find", "where").map((line) => line.text),
    ],
    generatedFiles: [],
  };
}

function lines(ini: IniFile, section: string, option: string): readonly IniLine[] {
  return ini.get(section)?.get(option) ?? [];
}

function single(ini: IniFile, section: string, option: string): string | undefined {
  const [line] = lines(ini, section, option);
  return line?.text;
}

/** A dangling list puts one requirement on a line; `;` on one line separates them only where no marker could begin. */
function readLine(
  { text, line, column }: IniLine,
  file: string,
  scope: RequirementScope,
  group: string | undefined,
  diagnostics: Diagnostic[],
): readonly DeclaredRequirement[] {
  if (text.startsWith("file:")) {
    const message = `"${text}": requirements from another file are not followed here`;
    diagnostics.push({ code: "unsupported", file, line, column, message });
    return [];
  }
  const written = { text, file, line, column, scope, ...(group === undefined ? {} : { group }) };
  const requirement = readRequirement(written, diagnostics);
  return requirement === undefined ? [] : [requirement];
}

/** `=src` and `shop=lib/shop` */
function readPackageDir({ text }: IniLine): readonly string[] {
  const equals = text.indexOf("=");
  return equals < 0 ? [] : packageDirectory(text.slice(0, equals).trim(), text.slice(equals + 1).trim());
}
