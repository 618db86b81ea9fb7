/** Where build backends are told to find packages, and what they write into the tree. */
import type { ExtensionModule } from "./manifest.ts";
import { cleaned, LayoutBuilder, moduleOf, type PackageLayout, parentOf } from "./package-layout.ts";
import { isTable, listAt, tableAt, textAt, textsAt, type TomlTable, valueAt } from "./toml-document.ts";

/** What `pyproject.toml` says of the places of packages, to whichever backend. */
export function packageLayout(root: TomlTable): PackageLayout {
  const layout = new LayoutBuilder();
  setuptools(root, layout);
  hatch(root, layout);
  poetry(root, layout);
  // https://backend.pdm-project.org/build_config/#custom-file-structure
  const pdm = textAt(root, "tool", "pdm", "build", "package-dir");
  if (pdm !== undefined) layout.root(pdm);
  // https://www.maturin.rs/project_layout#mixed-rustpython-project
  const maturin = textAt(root, "tool", "maturin", "python-source");
  if (maturin !== undefined) layout.root(maturin);
  uvBuild(root, layout);
  scikitBuild(root, layout);
  return layout.layout;
}

/**
 * `package-dir`, `packages` and `packages.find.where`, in both TOML forms. Where packages are listed and no directory is said,
 * they lie beside the manifest.
 * @see https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html
 */
function setuptools(root: TomlTable, layout: LayoutBuilder): void {
  const table = tableAt(root, "tool", "setuptools");
  const directories = Object.entries(tableAt(table, "package-dir"));
  for (const [name, directory] of directories) if (typeof directory === "string") layout.place(name, directory);
  const find = valueAt(table, "packages", "find");
  const where = textsAt(find, "where");
  for (const directory of where) layout.root(directory);
  const isListed =
    isTable(find) || Array.isArray(valueAt(table, "packages")) || textsAt(table, "py-modules").length > 0;
  if (isListed && where.length === 0 && directories.length === 0) layout.root("");
}

/**
 * `packages` is short for `only-include` and a `sources` that drops what is before the last name.
 * @see https://hatch.pypa.io/latest/config/build/#rewriting-paths
 * @see https://hatch.pypa.io/latest/config/build/#forced-inclusion
 */
function hatch(root: TomlTable, layout: LayoutBuilder): void {
  const build = tableAt(root, "tool", "hatch", "build");
  for (const table of [tableAt(build, "targets", "wheel"), build]) {
    for (const path of textsAt(table, "packages")) layout.root(parentOf(path));
    for (const path of textsAt(table, "sources")) layout.root(path);
    for (const [path, prefix] of Object.entries(tableAt(table, "sources"))) {
      if (typeof prefix === "string") layout.place(moduleOf(prefix) ?? "", path);
    }
    for (const [path, target] of Object.entries(tableAt(table, "force-include"))) {
      const module = typeof target === "string" ? moduleOf(target) : undefined;
      if (module !== undefined) layout.place(module, path);
    }
    for (const path of textsAt(table, "dev-mode-dirs")) layout.root(path);
  }
}

/** @see https://python-poetry.org/docs/pyproject/#packages */
function poetry(root: TomlTable, layout: LayoutBuilder): void {
  for (const entry of listAt(root, "tool", "poetry", "packages")) {
    const from = textAt(entry, "from") ?? "";
    const to = textAt(entry, "to");
    const include = textAt(entry, "include");
    const module = to === undefined || include === undefined ? undefined : moduleOf(`${to}/${include}`);
    if (module === undefined) layout.root(from);
    else layout.place(module, `${from}/${include ?? ""}`);
  }
}

/** @see https://docs.astral.sh/uv/concepts/build-backend/#modules */
function uvBuild(root: TomlTable, layout: LayoutBuilder): void {
  const given = textAt(root, "tool", "uv", "build-backend", "module-root");
  if (given !== undefined) layout.root(given);
  else if (textAt(root, "build-system", "build-backend") === "uv_build") layout.root("src");
}

/**
 * Without a list it looks in `src`, `python` and beside the manifest.
 * @see https://scikit-build-core.readthedocs.io/en/latest/configuration/index.html#customizing-the-built-wheel
 */
function scikitBuild(root: TomlTable, layout: LayoutBuilder): void {
  if (!/^scikit_build_core\b/.test(textAt(root, "build-system", "build-backend") ?? "")) return;
  const listed = valueAt(root, "tool", "scikit-build", "wheel", "packages");
  for (const path of textsAt(root, "tool", "scikit-build", "wheel", "packages")) layout.root(parentOf(path));
  if (isTable(listed)) {
    for (const [name, path] of Object.entries(listed)) {
      const module = moduleOf(name);
      if (typeof path === "string" && module !== undefined) layout.place(module, path);
    }
  } else if (listed === undefined) ["src", "python"].forEach((path) => layout.root(path));
}

/**
 * Compiled modules: setuptools' own list, setuptools-rust's, and the one module of a maturin project.
 * @see https://setuptools.pypa.io/en/latest/userguide/ext_modules.html
 * @see https://setuptools-rust.readthedocs.io/en/latest/reference.html
 * @see https://www.maturin.rs/config
 */
export function extensionModules(root: TomlTable): readonly ExtensionModule[] {
  const found: ExtensionModule[] = [];
  for (const entry of listAt(root, "tool", "setuptools", "ext-modules")) {
    const module = textAt(entry, "name");
    const [source] = textsAt(entry, "sources");
    if (module !== undefined) found.push({ module, ...(source === undefined ? {} : { source }) });
  }
  for (const entry of listAt(root, "tool", "setuptools-rust", "ext-modules")) {
    const module = textAt(entry, "target");
    if (module !== undefined) found.push({ module, source: libraryOf(textAt(entry, "path")) });
  }
  const maturin = textAt(root, "tool", "maturin", "module-name");
  if (maturin !== undefined) {
    found.push({ module: maturin, source: libraryOf(textAt(root, "tool", "maturin", "manifest-path")) });
  }
  return found;
}

/** Where a crate's library begins unless its own manifest says otherwise. */
export function libraryOf(manifest: string | undefined): string {
  return cleaned(`${parentOf(manifest ?? "Cargo.toml")}/src/lib.rs`);
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
    // https://backend.pdm-project.org/metadata/#dynamic-version-from-scm
    textAt(root, "tool", "pdm", "version", "write_to"),
    // https://scikit-build-core.readthedocs.io/en/latest/configuration/index.html#generating-files
    ...listAt(root, "tool", "scikit-build", "generate").map((entry) => textAt(entry, "path")),
  ].filter((path): path is string => path !== undefined);
}
