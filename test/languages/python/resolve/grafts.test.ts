import { describe, expect, it } from "vitest";
import { drawImports, lines } from "./drawn.ts";

const project = '[project]\nname = "shop"\n';

/** What `import shop.till` of a file beside all packages reaches. */
function reach(files: Readonly<Record<string, string>>): string {
  return drawImports({ ...files, "docs/conf.py": "import shop.till\n" }, "docs/conf.py").replace("1 shop.till -> ", "");
}

describe("source roots", () => {
  const backend = (name: string, tables: string): string =>
    `${project}[build-system]\nrequires = []\nbuild-backend = "${name}"\n${tables}`;

  it.each([
    ["setuptools, package-dir", 'tool.setuptools.package-dir = {"" = "code"}', "setuptools.build_meta", "code/shop"],
    ["setuptools, find", '[tool.setuptools.packages.find]\nwhere = ["code"]', "setuptools.build_meta", "code/shop"],
    ["setuptools, one", 'tool.setuptools.package-dir = {shop = "code/shop"}', "setuptools.build_meta", "code/shop"],
    ["setuptools, list", 'tool.setuptools.packages = ["shop"]', "setuptools.build_meta", "shop"],
    ["hatch, packages", '[tool.hatch.build.targets.wheel]\npackages = ["code/shop"]', "hatchling.build", "code/shop"],
    ["hatch, sources", '[tool.hatch.build.targets.wheel]\nsources = ["code"]', "hatchling.build", "code/shop"],
    ["hatch, dev mode", '[tool.hatch.build]\ndev-mode-dirs = ["code"]', "hatchling.build", "code/shop"],
    [
      "poetry, from",
      '[tool.poetry]\npackages = [{include = "shop", from = "code"}]',
      "poetry.core.masonry.api",
      "code/shop",
    ],
    ["pdm", '[tool.pdm.build]\npackage-dir = "code"', "pdm.backend", "code/shop"],
    ["uv", '[tool.uv.build-backend]\nmodule-root = "code"', "uv_build", "code/shop"],
    ["uv, flat", '[tool.uv.build-backend]\nmodule-root = ""\nmodule-name = "shop"', "uv_build", "shop"],
    ["uv, src by custom", "", "uv_build", "src/shop"],
    ["flit, src by custom", "", "flit_core.buildapi", "src/shop"],
    ["maturin", '[tool.maturin]\npython-source = "code"', "maturin", "code/shop"],
    [
      "scikit-build-core",
      '[tool.scikit-build]\nwheel.packages = ["code/shop"]',
      "scikit_build_core.build",
      "code/shop",
    ],
    ["scikit-build-core by custom", "", "scikit_build_core.build", "python/shop"],
  ])("of %s", (_, tables, name, directory) => {
    const inline = tables.startsWith("tool.");
    const pyproject = inline ? `${tables}\n${backend(name, "")}` : backend(name, tables);
    expect(reach({ "pyproject.toml": pyproject, [`${directory}/__init__.py`]: "", [`${directory}/till.py`]: "" })).toBe(
      `${directory}/till.py`,
    );
  });

  it.each([
    ["package_dir", "setup(name='shop', package_dir={'': 'code'}, packages=find_packages('code'))"],
    ["find_packages", "setup(name='shop', packages=setuptools.find_namespace_packages(where='code'))"],
    ["two of them", "setup(name='shop', packages=find_packages('other') + find_packages('code'))"],
  ])("of setup.py, %s", (_, text) => {
    expect(reach({ "setup.py": `${text}\n`, "code/shop/__init__.py": "", "code/shop/till.py": "" })).toBe(
      "code/shop/till.py",
    );
  });

  it.each([
    ["package_dir", "[metadata]\nname = shop\n[options]\npackages = find:\npackage_dir =\n    = code\n"],
    [
      "where",
      "[metadata]\nname = shop\n[options]\npackages = find_namespace:\n[options.packages.find]\nwhere = code\n",
    ],
  ])("of setup.cfg, %s", (_, text) => {
    expect(reach({ "setup.cfg": text, "code/shop/__init__.py": "", "code/shop/till.py": "" })).toBe(
      "code/shop/till.py",
    );
  });
});

describe("packages kept under another path", () => {
  const store = {
    "lib/store/__init__.py": "from .till import Till\nfrom shop.till import Till\n",
    "lib/store/till.py": "",
    "lib/store/deep/__init__.py": "from ..till import Till\nfrom ... import acme\n",
  };

  it.each([
    ["setuptools", '[tool.setuptools.package-dir]\nshop = "lib/store"\n'],
    ["hatch, sources", '[tool.hatch.build.targets.wheel.sources]\n"lib/store" = "shop"\n'],
    ["hatch, forced", '[tool.hatch.build.targets.wheel.force-include]\n"lib/store" = "shop"\n'],
    [
      "scikit-build-core",
      '[build-system]\nbuild-backend = "scikit_build_core.build"\n[tool.scikit-build.wheel.packages]\nshop = "lib/store"\n',
    ],
  ])("by %s", (_, tables) => {
    const files = { ...store, "pyproject.toml": project + tables };
    expect(reach(files)).toBe("lib/store/till.py");
    expect(drawImports(files, "lib/store/__init__.py")).toBe(
      lines("1 .till -> lib/store/till.py", "2 shop.till -> lib/store/till.py"),
    );
  });

  it("by setup.py and setup.cfg", () => {
    const call = "setup(name='shop', package_dir={'shop': 'lib/store'}, packages=['shop'])\n";
    expect(reach({ ...store, "setup.py": call })).toBe("lib/store/till.py");
    const cfg = "[metadata]\nname = shop\n[options]\npackages = shop\npackage_dir =\n    shop = lib/store\n";
    expect(reach({ ...store, "setup.cfg": cfg })).toBe("lib/store/till.py");
  });

  it("in a namespace of their own", () => {
    const files = {
      "pyproject.toml":
        '[tool.poetry]\nname = "acme-shop"\npackages = [{include = "shop", from = "lib", to = "acme"}]\n',
      "lib/shop/__init__.py": "from acme import shop\nimport acme.shop.till\nfrom .. import shop\n",
      "lib/shop/till.py": "",
    };
    expect(drawImports(files, "lib/shop/till.py")).toBe("");
    expect(
      drawImports(
        { ...files, "main.py": "from acme import shop\nimport acme.shop.till\nimport acme.gone\n" },
        "main.py",
      ),
    ).toBe(
      lines(
        "1 acme.shop -> lib/shop/__init__.py",
        "2 acme.shop.till -> lib/shop/till.py",
        "3 acme.gone -> unresolved:python/acme.gone",
      ),
    );
    expect(drawImports(files, "lib/shop/__init__.py")).toBe("2 acme.shop.till -> lib/shop/till.py");
  });

  it("inside a package that is where its name says", () => {
    const files = {
      "pyproject.toml": `${project}[tool.hatch.build.targets.wheel]\npackages = ["src/shop"]\n[tool.hatch.build.targets.wheel.force-include]\n"assets/labels.py" = "shop/labels.py"\n"../outside" = "shop/outside"\n`,
      "src/shop/__init__.py": "from . import labels\nimport shop.labels\n",
      "assets/labels.py": "",
    };
    expect(drawImports(files, "src/shop/__init__.py")).toBe(
      lines("1 .labels -> assets/labels.py", "2 shop.labels -> assets/labels.py"),
    );
  });

  it("by meson", () => {
    const files = {
      "pyproject.toml": `${project}[build-system]\nbuild-backend = "mesonpy"\n`,
      "lib/store/meson.build": "py.install_sources(['__init__.py', 'till.py'], subdir: 'shop')\n",
      ...store,
    };
    expect(reach(files)).toBe("lib/store/till.py");
  });
});
