/** Where build backends are told to find packages, and what they write into the tree. */
import { isTable, listAt, tableAt, textAt, textsAt, type TomlTable, valueAt } from "./toml-document.ts";

/** Directories that hold packages, relative to the manifest's; empty when the backend looks by itself. */
export function sourceDirectories(root: TomlTable): readonly string[] {
  const found = [
    ...setuptools(root),
    ...hatch(root),
    // https://python-poetry.org/docs/pyproject/#packages
    ...listAt(root, "tool", "poetry", "packages").flatMap((entry) => textAt(entry, "from") ?? []),
    ...textList(valueAt(root, "tool", "pdm", "build", "package-dir")),
    ...textList(valueAt(root, "tool", "maturin", "python-source")),
    ...uvBuild(root),
  ];
  return [...new Set(found.map(cleaned))];
}

/**
 * `package-dir` and `packages.find.where`, in both TOML forms.
 * @see https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html
 */
function setuptools(root: TomlTable): readonly string[] {
  const packageDir = tableAt(root, "tool", "setuptools", "package-dir");
  return [
    ...textsAt(root, "tool", "setuptools", "packages", "find", "where"),
    ...Object.entries(packageDir).flatMap(([name, directory]) =>
      typeof directory === "string" ? packageDirectory(name, directory) : [],
    ),
  ];
}

/** The root of `{"": "src"}` is `src`; that of `{"shop": "lib/shop"}` is `lib`. Renamed packages have none. */
export function packageDirectory(name: string, directory: string): readonly string[] {
  if (name === "") return [directory];
  const path = name.replaceAll(".", "/");
  const clean = cleaned(directory);
  if (clean === path) return [""];
  return clean.endsWith(`/${path}`) ? [clean.slice(0, -path.length - 1)] : [];
}

/** @see https://hatch.pypa.io/latest/config/build/#packages */
function hatch(root: TomlTable): readonly string[] {
  const tables = [tableAt(root, "tool", "hatch", "build"), tableAt(root, "tool", "hatch", "build", "targets", "wheel")];
  return tables.flatMap((table) =>
    textsAt(table, "packages")
      .map((path) => cleaned(path).split("/").slice(0, -1).join("/"))
      .concat(textsAt(table, "sources"), Object.keys(tableAt(table, "sources"))),
  );
}

/** @see https://docs.astral.sh/uv/concepts/build-backend/#modules */
function uvBuild(root: TomlTable): readonly string[] {
  const given = textAt(root, "tool", "uv", "build-backend", "module-root");
  if (given !== undefined) return [given];
  return textAt(root, "build-system", "build-backend") === "uv_build" ? ["src"] : [];
}

function textList(value: unknown): readonly string[] {
  return typeof value === "string" ? [value] : [];
}

/** `./src/` is `src`; `.` is the directory itself. */
function cleaned(directory: string): string {
  return directory
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}

/** Files that version plug-ins write when the project is built. */
export function generatedFiles(root: TomlTable): readonly string[] {
  const scm = valueAt(root, "tool", "setuptools_scm") ?? valueAt(root, "tool", "setuptools-scm");
  return [
    // https://setuptools-scm.readthedocs.io/en/latest/config/
    ...(isTable(scm) ? [textAt(scm, "version_file"), textAt(scm, "write_to")] : []),
    // https://github.com/ofek/hatch-vcs#build-hook
    textAt(root, "tool", "hatch", "build", "hooks", "vcs", "version-file"),
    textAt(root, "tool", "hatch", "build", "hooks", "version", "path"),
    textAt(root, "tool", "pdm", "version", "write_to"),
  ].filter((path): path is string => path !== undefined);
}
