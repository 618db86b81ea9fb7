import { describe, expect, it } from "vitest";
import { drawImports, lines } from "./drawn.ts";

const main = "from vane import _native\nfrom vane._native import speed\nimport vane._native\n";

/** One project with a package `vane` and whatever builds `vane._native`. */
function drawNative(files: Readonly<Record<string, string>>): string {
  return drawImports(
    { "pyproject.toml": '[project]\nname = "vane"\n', "vane/__init__.py": "", "main.py": main, ...files },
    "main.py",
  );
}

/** Every form of the import reaches the same. */
function all(target: string): string {
  return lines(`1 vane._native -> ${target}`, `2 vane._native -> ${target}`, `3 vane._native -> ${target}`);
}

describe("compiled modules", () => {
  it.each([
    ["beside as Cython", { "vane/_native.pyx": "" }, "vane/_native.pyx"],
    ["beside as a template of Cython", { "vane/_native.pyx.in": "" }, "vane/_native.pyx.in"],
    ["beside with a stub", { "vane/_native.pyx": "", "vane/_native.pyi": "" }, "vane/_native.pyx"],
    ["beside in pure Python mode", { "vane/_native.py": "", "vane/_native.pxd": "" }, "vane/_native.py"],
    ["as a stub alone", { "vane/_native.pyi": "", "vane/_native.abi3.so": "" }, "vane/_native.pyi"],
    ["committed", { "vane/_native.cp312-win_amd64.pyd": "" }, "vane/_native.cp312-win_amd64.pyd"],
    ["beside as C", { "vane/_native.c": "" }, "vane/_native.c ~inferred"],
  ])("%s", (_, files, target) => {
    expect(drawNative(files)).toBe(all(target));
  });

  it.each([
    [
      "setup.py",
      {
        "setup.py":
          "from setuptools import setup, Extension\nsetup(name='vane', ext_modules=[Extension('vane._native', ['native/speed.c'])])\n",
        "native/speed.c": "",
      },
      "native/speed.c ~declared",
    ],
    [
      "setup.py, by keywords and in a list of its own",
      {
        "setup.py":
          "extensions = [Pybind11Extension(name='vane._native', sources=['native/a.hpp', 'native/b.cpp'])]\nsetup(name='vane', ext_modules=extensions)\n",
        "native/b.cpp": "",
      },
      "native/b.cpp ~declared",
    ],
    [
      "setup.py, for Rust",
      {
        "setup.py":
          "setup(name='vane', rust_extensions=[RustExtension('vane._native', 'rust/Cargo.toml', binding=Binding.PyO3)])\n",
        "rust/Cargo.toml": '[package]\nname = "native"\n',
        "rust/src/lib.rs": "",
      },
      "rust/src/lib.rs ~declared",
    ],
    [
      "setuptools' table",
      {
        "pyproject.toml":
          '[project]\nname = "vane"\n[[tool.setuptools.ext-modules]]\nname = "vane._native"\nsources = ["native/speed.c"]\n',
        "native/speed.c": "",
      },
      "native/speed.c ~declared",
    ],
    [
      "maturin",
      {
        "pyproject.toml":
          '[project]\nname = "vane"\n[build-system]\nbuild-backend = "maturin"\n[tool.maturin]\nmodule-name = "vane._native"\nmanifest-path = "crate/Cargo.toml"\n',
        "crate/src/lib.rs": "",
      },
      "crate/src/lib.rs ~declared",
    ],
    [
      "Cargo.toml alone",
      {
        "Cargo.toml":
          '[package]\nname = "vane-native"\n[lib]\nname = "_native"\npath = "rs/main.rs"\n[dependencies]\npyo3 = "0.23"\n',
        "rs/main.rs": "",
      },
      "rs/main.rs ~declared",
    ],
    [
      "meson.build",
      {
        "native/meson.build":
          "# py.extension_module('_native', 'old.c')\npy.extension_module('_native',\n  ['speed.pyx', 'more.c'],\n  subdir: 'vane', install: true)\n",
        "native/speed.pyx": "",
      },
      "native/speed.pyx ~declared",
    ],
    [
      "CMakeLists.txt",
      {
        "CMakeLists.txt":
          'project(native)\npybind11_add_module(${PROJECT_NAME} MODULE native/speed.cpp)\nset_target_properties(${PROJECT_NAME} PROPERTIES OUTPUT_NAME "_native")\n',
        "native/speed.cpp": "",
      },
      "native/speed.cpp ~declared",
    ],
  ])("declared by %s", (_, files, target) => {
    expect(drawNative(files)).toBe(all(target));
  });

  it("whose source is not in the repository are generated", () => {
    const files = { "setup.py": "setup(name='vane', ext_modules=[Extension('vane._native', sources)])\n" };
    expect(drawNative(files)).toBe(all("unresolved:python/vane._native! {setup.py builds vane._native}"));
  });

  it("at the top level, and in a package that answers for names by itself", () => {
    const files = {
      "setup.py":
        "setup(name='vane', ext_modules=[Extension('_gust', ['gust.c']), Extension('vane._peak', ['peak.c'])])\n",
      "gust.c": "",
      "peak.c": "",
      "vane/__init__.py": "import sys\nfrom . import _peak\nfrom vane._peak import top\nimport _gust\n",
    };
    expect(drawImports(files, "vane/__init__.py")).toBe(
      lines(
        "1 sys -> builtin:python/sys",
        "2 ._peak -> peak.c ~declared",
        "3 vane._peak -> peak.c ~declared",
        "4 _gust -> gust.c ~declared",
      ),
    );
  });

  it("of another project are not meant", () => {
    const files = {
      "a/setup.py": "setup(name='a', ext_modules=[Extension('_native', ['x.c'])])\n",
      "a/x.c": "",
      "b/setup.py": "setup(name='b')\n",
      "b/main.py": "import _native\n",
    };
    expect(drawImports(files, "b/main.py")).toBe("1 _native -> unresolved:python/_native");
  });
});

it("what jsii writes from TypeScript is not there, and is no fault", () => {
  const manifest = '{ "name": "vane", "jsii": { "targets": { "python": { "module": "wind.vane" } } } }';
  const files = {
    "ts/package.json": manifest,
    "main.py": "import wind.vane\nfrom wind.vane.gusts import Gust\nimport wind.chill\n",
  };
  expect(drawImports(files, "main.py")).toBe(
    lines(
      "1 wind.vane -> unresolved:python/wind.vane! {jsii writes wind.vane from ts/package.json} ~inferred",
      "2 wind.vane.gusts -> unresolved:python/wind.vane.gusts! {jsii writes wind.vane from ts/package.json} ~inferred",
      "3 wind.chill -> unresolved:python/wind.chill",
    ),
  );
});
