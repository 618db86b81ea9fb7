/** What tools are told to put on the module search path, beside what a package's own manifest says. */
import { cleaned } from "./package-layout.ts";

export interface PathSettings {
  /** Directories to look for modules in, relative to the file's own. */
  readonly directories: readonly string[];
  /** Directories that hold nothing but stubs. */
  readonly stubDirectories: readonly string[];
  /**
   * Whether pytest puts the directories of test modules on the path, which it does unless told otherwise.
   * @see https://docs.pytest.org/en/stable/explanation/pythonpath.html#import-modes
   */
  readonly importMode?: "prepend" | "append" | "importlib";
}

export const noPathSettings: PathSettings = { directories: [], stubDirectories: [] };

/** Several tools' settings as one. */
export function joinSettings(all: readonly PathSettings[]): PathSettings {
  const importMode = all.map((each) => each.importMode).find((each) => each !== undefined);
  return {
    directories: [...new Set(all.flatMap(({ directories }) => directories))],
    stubDirectories: [...new Set(all.flatMap(({ stubDirectories }) => stubDirectories))],
    ...(importMode === undefined ? {} : { importMode }),
  };
}

/**
 * pytest's `pythonpath` and the import mode among its `addopts`.
 * @see https://docs.pytest.org/en/stable/reference/reference.html#confval-pythonpath
 */
export function pytestSettings(pythonPath: readonly string[], options: string): PathSettings {
  const mode = /(?:^|\s)--import-mode[= ](prepend|append|importlib)\b/.exec(options)?.[1];
  return {
    directories: pythonPath.flatMap((each) => each.split(/\s+/)).flatMap(directoryOf),
    stubDirectories: [],
    ...(mode === "prepend" || mode === "append" || mode === "importlib" ? { importMode: mode } : {}),
  };
}

/**
 * mypy's `mypy_path`: a list between commas, colons or line ends.
 * @see https://mypy.readthedocs.io/en/stable/config_file.html#confval-mypy_path
 */
export function mypySettings(path: readonly string[]): PathSettings {
  return { directories: path.flatMap((each) => each.split(/[,:\s]+/)).flatMap(directoryOf), stubDirectories: [] };
}

/** @see https://docs.python.org/3/using/cmdline.html#envvar-PYTHONPATH */
export function environmentSettings(pythonPath: string): PathSettings {
  return { directories: unquoted(pythonPath).split(/[:;]/).flatMap(directoryOf), stubDirectories: [] };
}

/**
 * pyright's roots, extra paths, and where it looks for stubs of other people's packages.
 * @see https://microsoft.github.io/pyright/#/configuration
 */
export function pyrightSettings(values: {
  readonly roots: readonly string[];
  readonly extraPaths: readonly string[];
  readonly stubPath: string | undefined;
}): PathSettings {
  return {
    directories: [...values.roots, ...values.extraPaths].flatMap(directoryOf),
    stubDirectories: values.stubPath === undefined ? [] : directoryOf(values.stubPath),
  };
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, "$2");
}

/** The file's own directory, in the words of the tools that know one. */
const here =
  /^(?:\{toxinidir\}|\{tox_root\}|\{root\}|\$\{workspaceFolder\}|\$\{?PWD\}?|\$MYPY_CONFIG_FILE_DIR)(?=\/|$)/;

/** Relative paths alone: what is elsewhere, or known only when a program runs, is none of this repository. */
function directoryOf(written: string): readonly string[] {
  const text = written.trim().replace(here, ".");
  if (text === "" || /^(?:\/|~|[A-Za-z]:[\\/])|[${}*]/.test(text)) return [];
  return [text.startsWith("..") ? text : cleaned(text)];
}
