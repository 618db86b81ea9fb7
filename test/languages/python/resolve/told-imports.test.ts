import { describe, expect, it } from "vitest";
import { python } from "../../../../src/languages/python/index.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";

function draw(files: Readonly<Record<string, string>>, path: string): string {
  const { drawing } = resolveRepository(python, files);
  return drawing
    .split("\n")
    .filter((line) => line.startsWith(`${path}:`))
    .map((line) => line.slice(path.length + 1))
    .join("\n");
}

const library = {
  "pyproject.toml": '[project]\nname = "library"\ndependencies = ["django", "djangorestframework", "whitenoise"]\n',
  "library/__init__.py": "",
  "library/urls.py": "",
  "library/middleware.py": "",
  "loans/__init__.py": "from .desk import Desk\n",
  "loans/desk.py": "",
  "loans/models.py": "",
  "loans/tasks.py": "",
  "loans/apps.py": "",
};

describe("settings", () => {
  it("reach apps, modules of what they name, and declared packages", () => {
    const settings = [
      "INSTALLED_APPS = ['django.contrib.admin', 'loans', 'loans.apps.Loans', 'gone', 'rest_framework', 'os.path']",
      "MIDDLEWARE = ['library.middleware.Late', 'library.gone.Late', 'whitenoise.middleware.White', 'nobody.middleware.X']",
      "ROOT_URLCONF = 'library.urls'",
      "AUTH_USER_MODEL = 'loans.Reader'",
      "DESK = {'CLASS': 'loans.Desk', 'GONE': 'loans.Shelf', 'FILE': 'library.log'}",
    ].join("\n");
    expect(draw({ ...library, "library/settings.py": settings }, "library/settings.py")).toBe(
      [
        "1 django.contrib.admin -> pkg:pypi/django [dynamic] ~inferred",
        "1 loans -> loans/__init__.py [dynamic] ~inferred",
        "1 loans.apps.Loans -> loans/apps.py [dynamic] ~inferred",
        "1 rest_framework -> pkg:pypi/djangorestframework [dynamic] ~inferred",
        "2 library.middleware.Late -> library/middleware.py [dynamic] ~inferred",
        "2 whitenoise.middleware.White -> pkg:pypi/whitenoise [dynamic] ~inferred",
        "3 library.urls -> library/urls.py [dynamic] ~inferred",
        "4 loans.models.Reader -> loans/models.py [dynamic] ~inferred",
      ].join("\n"),
    );
  });

  it("are found by whoever starts the program", () => {
    const manage = "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'library.settings')\n";
    expect(draw({ ...library, "library/settings.py": "", "manage.py": manage }, "manage.py")).toBe(
      "1 os -> builtin:python/os\n2 library.settings -> library/settings.py [dynamic] ~inferred",
    );
  });
});

describe("patches", () => {
  it("reach each module once, and none that is imported", () => {
    const test = [
      "from unittest.mock import patch",
      "import loans.desk",
      "@patch('loans.desk.Desk.open')",
      "@patch('loans.tasks.remind')",
      "@patch('loans.tasks.fine')",
      "@patch('loans.Desk')",
      "@patch('loans.shelf.Shelf')",
      "@patch('os.environ')",
      "def test_desk(): pass",
    ].join("\n");
    expect(draw({ ...library, "tests/test_desk.py": test }, "tests/test_desk.py")).toBe(
      [
        "1 unittest.mock -> builtin:python/unittest.mock",
        "2 loans.desk -> loans/desk.py",
        "4 loans.tasks.remind -> loans/tasks.py [dynamic] ~inferred",
        "6 loans.Desk -> loans/__init__.py [dynamic] ~inferred",
      ].join("\n"),
    );
  });
});

describe("modules that are listed", () => {
  const plugins = {
    "shop/__init__.py": "",
    "shop/plugins/__main__.py": "",
    "shop/plugins/tax.py": "",
    "shop/plugins/readme.txt": "",
    "shop/plugins/pay/__init__.py": "",
    "shop/plugins/pay/cash.py": "",
    "shop/plugins/data/prices.py": "",
  };
  const load = (call: string): string =>
    `import importlib, pkgutil\nfor m in pkgutil.${call}: importlib.import_module(m.name)\n`;

  it("are those of a package itself", () => {
    const files = { ...plugins, "shop/plugins/__init__.py": load("iter_modules(__path__)") };
    expect(draw(files, "shop/plugins/__init__.py")).toContain(
      [
        "2 .pay -> shop/plugins/pay/__init__.py [dynamic] ~inferred",
        "2 .tax -> shop/plugins/tax.py [dynamic] ~inferred",
      ].join("\n"),
    );
    expect(draw(files, "shop/plugins/__init__.py")).not.toContain("cash");
  });

  it("are those of another package, and all below", () => {
    const code = `from shop import plugins\n${load("walk_packages(plugins.__path__)")}`;
    const files = { ...plugins, "shop/plugins/__init__.py": "", "shop/load.py": code };
    expect(draw(files, "shop/load.py").split("\n").slice(-3)).toEqual([
      "3 shop.plugins.pay -> shop/plugins/pay/__init__.py [dynamic] ~inferred",
      "3 shop.plugins.tax -> shop/plugins/tax.py [dynamic] ~inferred",
      "3 shop.plugins.pay.cash -> shop/plugins/pay/cash.py [dynamic] ~inferred",
    ]);
  });

  it("are those of a directory beside, and of the package above", () => {
    const below = "[os.path.join(os.path.dirname(__file__), 'plugins')]";
    const beside = { ...plugins, "shop/plugins/__init__.py": "", "shop/load.py": load(`iter_modules(${below})`) };
    const pay = ["shop/plugins/pay/__init__.py", "shop/plugins/tax.py"];
    expect(draw(beside, "shop/load.py").split("\n").slice(-2)).toEqual([
      `2 .plugins.pay -> ${pay[0]} [dynamic] ~inferred`,
      `2 .plugins.tax -> ${pay[1]} [dynamic] ~inferred`,
    ]);
    const code = `from .. import __path__\n${load("iter_modules(__path__)")}`;
    const above = { ...plugins, "shop/plugins/__init__.py": "", "shop/plugins/pay/cash.py": code };
    expect(draw(above, "shop/plugins/pay/cash.py").split("\n").slice(-2)).toEqual([
      `3 ..pay -> ${pay[0]} [dynamic] ~inferred`,
      `3 ..tax -> ${pay[1]} [dynamic] ~inferred`,
    ]);
  });

  describe("in all directories of a package", () => {
    const project = (name: string, needs = ""): string =>
      `[project]\nname = "${name}"\ndependencies = [${needs}]\n[tool.setuptools.packages.find]\nwhere = ["src"]\n`;
    const shared = "from pkgutil import extend_path\n__path__ = extend_path(__path__, __name__)\n";
    const repository = {
      "core/pyproject.toml": project("weather-core", '"weather-wind"'),
      "core/src/station/sensors/rain.py": "",
      "core/src/station/sensors/sun.py": "",
      "wind/pyproject.toml": project("weather-wind"),
      "wind/src/station/sensors/sun.py": "",
      "wind/src/station/sensors/vane.py": "",
    };
    const inits = (text: string): Readonly<Record<string, string>> =>
      Object.fromEntries(
        ["core", "wind"].flatMap((root) =>
          ["station", "station/sensors"].map((each) => [`${root}/src/${each}/__init__.py`, text]),
        ),
      );
    const reached = [
      "station.sensors.rain -> core/src/station/sensors/rain.py",
      "station.sensors.sun -> core/src/station/sensors/sun.py",
      "station.sensors.vane -> wind/src/station/sensors/vane.py",
    ];

    it.each([
      ["without files of its own", {}],
      ["that joins those of its name", inits(shared)],
    ])("%s", (_, files) => {
      const code = `import station.sensors\n${load("iter_modules(station.sensors.__path__)")}`;
      const drawing = draw({ ...repository, ...files, "core/run.py": code }, "core/run.py");
      expect(drawing.split("\n").slice(-3)).toEqual(reached.map((each) => `3 ${each} [dynamic] ~inferred`));
    });

    it("that lists its own", () => {
      const path = "core/src/station/sensors/__init__.py";
      const code = shared + load("iter_modules(__path__)");
      const drawing = draw({ ...repository, ...inits(shared), [path]: code }, path);
      expect(drawing.split("\n").slice(-3)).toEqual(
        reached.map((each) => `4 ${each.replace("station.sensors", "")} [dynamic] ~inferred`),
      );
    });

    it("but not of one that keeps to itself", () => {
      const code = `import station.sensors\n${load("iter_modules(station.sensors.__path__)")}`;
      const drawing = draw({ ...repository, ...inits(""), "core/run.py": code }, "core/run.py");
      expect(drawing).not.toContain("vane");
      expect(drawing).toContain("rain");
    });
  });
});
