/**
 * `setup.cfg`: setuptools' declarative form before `pyproject.toml`.
 * @see https://setuptools.pypa.io/en/latest/userguide/declarative_config.html
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { RequirementScope } from "../../../model/requirement.ts";
import { iniEntryPoints } from "./entry-points.ts";
import { type IniFile, type IniLine, readIni } from "./ini.ts";
import type { DeclaredRequirement, NamedFile, ProjectManifest, PythonManifest } from "./manifest.ts";
import { LayoutBuilder, type PackageLayout } from "./package-layout.ts";
import { iniSettings } from "./tool-configurations.ts";
import { platformsByClassifiers } from "./target-platforms.ts";
import { requiredPython } from "./required-python.ts";
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
  const { roots, placements } = readLayout(ini);
  const name = single(ini, "metadata", "name");
  const version = single(ini, "metadata", "version");
  const [python] = lines(ini, "options", "python_requires");
  const requiresPython = python === undefined ? undefined : requiredPython(file.path, python.text, python);
  const platforms = platformsByClassifiers(lines(ini, "metadata", "classifiers").map(({ text }) => text));
  const files: NamedFile[] = [];
  const list = (section: string, option: string, scope: RequirementScope, group?: string): DeclaredRequirement[] =>
    lines(ini, section, option).flatMap((line) => {
      const named = namedFiles(line, scope, group);
      files.push(...named);
      return named.length > 0 ? [] : readLine(line, file.path, scope, group, diagnostics);
    });
  const extras = [...(ini.get("options.extras_require")?.keys() ?? [])];
  const requirements = [
    ...list("options", "install_requires", "runtime"),
    ...list("options", "setup_requires", "build"),
    ...list("options", "tests_require", "test"),
    ...extras.flatMap((extra) => list("options.extras_require", extra, "optional", extra)),
  ];
  return {
    kind: "project",
    format: "setup.cfg",
    path: file.path,
    isProject: ini.has("metadata") || ini.has("options"),
    ...(name === undefined ? {} : { name }),
    // `attr: shop.__version__` and `file: VERSION` are known only when the project is built.
    ...(version === undefined || /^(?:attr|file):/.test(version) ? {} : { version }),
    ...(requiresPython === undefined ? {} : { requiresPython }),
    ...(platforms === undefined ? {} : { platforms }),
    requirements,
    conda: [],
    files,
    dynamicDependencies: files.some(({ scope }) => scope === "runtime"),
    entryPoints: iniEntryPoints(ini, file.path),
    sourceDirectories: roots,
    generatedFiles: [],
    extensions: [],
    placements,
    settings: iniSettings(ini),
  };
}

function lines(ini: IniFile, section: string, option: string): readonly IniLine[] {
  return ini.get(section)?.get(option) ?? [];
}

function single(ini: IniFile, section: string, option: string): string | undefined {
  const [line] = lines(ini, section, option);
  return line?.text;
}

/**
 * `file: requirements.txt, more.txt`
 * @see https://setuptools.pypa.io/en/latest/userguide/declarative_config.html#metadata
 */
function namedFiles(
  { text, line, column }: IniLine,
  scope: RequirementScope,
  group: string | undefined,
): readonly NamedFile[] {
  if (!text.startsWith("file:")) return [];
  const paths = text.slice("file:".length).split(",");
  const named = group === undefined ? {} : { group };
  return paths.map((path) =>
    Object.assign({ kind: "requirements", path: path.trim(), line, column, scope } as const, named),
  );
}

/** A dangling list puts one requirement on a line; `;` on one line separates them only where no marker could begin. */
function readLine(
  { text, line, column }: IniLine,
  file: string,
  scope: RequirementScope,
  group: string | undefined,
  diagnostics: Diagnostic[],
): readonly DeclaredRequirement[] {
  const written = { text, file, line, column, scope, ...(group === undefined ? {} : { group }) };
  const requirement = readRequirement(written, diagnostics);
  return requirement === undefined ? [] : [requirement];
}

/** `=src` and `shop=lib/shop`; what is listed without a directory lies beside the file. */
function readLayout(ini: IniFile): PackageLayout {
  const layout = new LayoutBuilder();
  const directories = lines(ini, "options", "package_dir");
  for (const { text } of directories) {
    const equals = text.indexOf("=");
    if (equals >= 0) layout.place(text.slice(0, equals).trim(), text.slice(equals + 1).trim());
  }
  const where = ["options.packages.find", "options.packages.find_namespace"].flatMap((each) =>
    lines(ini, each, "where"),
  );
  for (const { text } of where) layout.root(text);
  const listed = [...lines(ini, "options", "packages"), ...lines(ini, "options", "py_modules")];
  if (listed.length > 0 && where.length === 0 && directories.length === 0) layout.root("");
  return layout.layout;
}
