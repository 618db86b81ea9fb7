import { describe, expect, it } from "vitest";
import { memoryFileSystem } from "../../../src/files/file-system.ts";
import { walk } from "../../../src/files/walk.ts";
import { python } from "../../../src/languages/python/index.ts";
import { resolveRepository } from "../../drawn/resolve.ts";

/** The lines of one file, without its path. */
function draw(files: Readonly<Record<string, string>>, path: string): string {
  const { drawing } = resolveRepository(python, files);
  return drawing
    .split("\n")
    .filter((line) => line.startsWith(`${path}:`))
    .map((line) => line.slice(path.length + 1))
    .join("\n");
}

const pyproject =
  '[project]\nname = "library"\nrequires-python = ">=3.11"\ndependencies = []\n[build-system]\nrequires = []\n';

describe("relative imports", () => {
  const files = {
    "pyproject.toml": pyproject,
    "src/library/__init__.py": "from . import shelf\nfrom .loans import Loan, overdue\nfrom .loans import fees\n",
    "src/library/shelf.py": "from . import gone\nfrom .gone import x\nfrom .. import up\nfrom ..library import shelf\n",
    "src/library/loans/__init__.py": "from . import fees\nfrom ..shelf import Shelf\nLoan = 1\noverdue = 2\n",
    "src/library/loans/fees.py": "from .. import shelf, Shelf, loans\nfrom . import *\nfrom ..loans.late import fine\n",
    "src/library/loans/overdue.py": "from .__init__ import Loan\n",
  };

  it.each([
    ["src/library/__init__.py", "1:6 . -> src/library/shelf.py"],
    ["src/library/loans/__init__.py", "1:6 . -> src/library/loans/fees.py"],
  ])("a submodule of the package itself in %s", (path, expected) => {
    const [line] = draw(files, path).split("\n");
    expect(line).toBe(expected.replace(/^1:6 \. /, `1 .${expected.endsWith("shelf.py") ? "shelf" : "fees"} `));
  });

  it("go by the depth of the package", () => {
    expect(draw(files, "src/library/__init__.py")).toBe(
      [
        "1 .shelf -> src/library/shelf.py",
        "2 .loans -> src/library/loans/__init__.py",
        "3 .loans.fees -> src/library/loans/fees.py",
      ].join("\n"),
    );
    expect(draw(files, "src/library/shelf.py")).toBe(
      [
        "1 . -> src/library/__init__.py",
        "2 .gone -> unresolved:python/src/library/gone!",
        "3 .. -> unresolved:python/src/library/..!",
        "4 ..library -> unresolved:python/src/library/..library!",
      ].join("\n"),
    );
    expect(draw(files, "src/library/loans/fees.py")).toBe(
      [
        "1 ..shelf -> src/library/shelf.py",
        "1 ..loans -> src/library/loans/__init__.py",
        "1 .. -> src/library/__init__.py",
        "2 . -> src/library/loans/__init__.py",
        "3 ..loans.late -> unresolved:python/src/library/loans/late!",
      ].join("\n"),
    );
  });
});

describe("absolute imports", () => {
  it("reach the package of a src layout from its tests, scripts and itself", () => {
    const files = {
      "pyproject.toml": pyproject,
      "src/library/__init__.py": "",
      "src/library/types.py": "import types\nimport library.shelf\n",
      "src/library/shelf.py": "from library import types, __version__\n",
      "tests/test_shelf.py":
        "from library.shelf import Shelf\nimport helpers\nfrom library import nothing\nimport library.gone\n",
      "tests/helpers.py": "import test_shelf as me\n",
      "scripts/report.py": "from library.shelf import Shelf\nimport os.path, tomllib, imp\n",
    };
    expect(resolveRepository(python, files).drawing).toBe(
      [
        "scripts/report.py:1 library.shelf -> src/library/shelf.py",
        "scripts/report.py:2 os.path -> builtin:python/os.path",
        "scripts/report.py:2 tomllib -> builtin:python/tomllib",
        "scripts/report.py:2 imp -> builtin:python/imp",
        "src/library/shelf.py:1 library.types -> src/library/types.py",
        "src/library/shelf.py:1 library -> src/library/__init__.py",
        "src/library/types.py:1 types -> builtin:python/types",
        "src/library/types.py:2 library.shelf -> src/library/shelf.py",
        "tests/helpers.py:1 test_shelf -> tests/test_shelf.py",
        "tests/test_shelf.py:1 library.shelf -> src/library/shelf.py",
        "tests/test_shelf.py:2 helpers -> tests/helpers.py",
        "tests/test_shelf.py:3 library -> src/library/__init__.py",
        "tests/test_shelf.py:4 library.gone -> unresolved:python/library.gone!",
      ].join("\n"),
    );
  });

  it("know the standard library of the declared Python", () => {
    const files = (range: string): Readonly<Record<string, string>> => ({
      "pyproject.toml": `[project]\nname = "library"\nrequires-python = "${range}"\n`,
      "main.py": "import tomllib, distutils, Queue\n",
    });
    expect(draw(files(">=3.12"), "main.py")).toBe(
      "1 tomllib -> builtin:python/tomllib\n1 distutils -> pkg:pypi/setuptools (unknown) ~inferred\n1 Queue -> unresolved:python/Queue",
    );
    expect(draw(files("<3.11"), "main.py")).toBe(
      "1 tomllib -> unresolved:python/tomllib\n1 distutils -> builtin:python/distutils\n1 Queue -> builtin:python/Queue",
    );
  });

  it("take a sibling before the standard library in a script directory only", () => {
    const files = {
      "jobs/random.py": "",
      "jobs/run.py": "import random\n",
      "lib/__init__.py": "",
      "lib/random.py": "",
      "lib/run.py": "import random\n",
    };
    expect(draw(files, "jobs/run.py")).toBe("1 random -> jobs/random.py shadows builtin:python/random");
    expect(draw(files, "lib/run.py")).toBe("1 random -> builtin:python/random");
  });

  it("stay in their own service", () => {
    const service = {
      "logger.py": "",
      "stub_pb2.py": "",
      "main.py": "import logger, stub_pb2\n",
      "requirements.txt": "flask\n",
    };
    const files = Object.fromEntries(
      ["loans", "returns"].flatMap((each) =>
        Object.entries(service).map(([name, text]) => [`services/${each}/${name}`, text]),
      ),
    );
    expect(draw(files, "services/loans/main.py")).toBe(
      "1 logger -> services/loans/logger.py\n1 stub_pb2 -> services/loans/stub_pb2.py",
    );
    expect(draw(files, "services/returns/main.py")).toContain("logger -> services/returns/logger.py");
  });

  it("join the portions of a namespace package", () => {
    const files = {
      "core/pyproject.toml": '[project]\nname = "library-core"\n[tool.setuptools.packages.find]\nwhere = ["src"]\n',
      "core/src/library/core/__init__.py": "",
      "web/pyproject.toml": '[project]\nname = "library-web"\ndependencies = ["library-core"]\n',
      "web/src/library/web/__init__.py":
        "from library import core, web\nimport library.core\nfrom library.core.gone import x\n",
      "kiosk/pyproject.toml": '[project]\nname = "library-kiosk"\n',
      "kiosk/src/library/kiosk.py": "from library import core\n",
    };
    expect(draw(files, "web/src/library/web/__init__.py")).toBe(
      [
        "1 library.core -> core/src/library/core/__init__.py (declared)",
        "2 library.core -> core/src/library/core/__init__.py (declared)",
        "3 library.core.gone -> unresolved:python/library.core.gone!",
      ].join("\n"),
    );
    expect(draw(files, "kiosk/src/library/kiosk.py")).toBe(
      "1 library.core -> core/src/library/core/__init__.py (unknown) ~inferred",
    );
  });

  it("prefer what a package binds to a submodule of the same name", () => {
    const files = {
      "shop/__init__.py": "from .till import till\nfrom . import shelf\n",
      "shop/till.py": "",
      "shop/shelf.py": "",
      "main.py": "from shop import till, shelf, counter\nfrom shop import *\n",
    };
    expect(draw(files, "main.py")).toBe(
      [
        "1 shop.shelf -> shop/shelf.py",
        "1 shop -> shop/__init__.py via shop/till.py",
        "1 shop -> shop/__init__.py",
        "2 shop -> shop/__init__.py",
      ].join("\n"),
    );
  });

  it("leave open what a package may make by itself", () => {
    const files = {
      "shop/__init__.py": "def __getattr__(name): ...\n",
      "shop/plain/__init__.py": "",
      "shop/plugins/__init__.py": "from shop.one import paths\n__path__.extend(paths(__name__))\n",
      "shop/one.py": "",
      "main.py": "import shop.made\nimport shop.plain.gone\nimport shop.one.two\nimport shop.plugins.own\n",
    };
    expect(draw(files, "main.py")).toBe(
      [
        "1 shop.made -> shop/__init__.py ~inferred",
        "2 shop.plain.gone -> unresolved:python/shop.plain.gone!",
        "3 shop.one.two -> shop/one.py ~inferred",
        "4 shop.plugins.own -> shop/plugins/__init__.py ~inferred",
      ].join("\n"),
    );
  });

  it("say what a build will write", () => {
    const files = {
      ".gitignore": "_build_info.py\n",
      "pyproject.toml": '[project]\nname = "shop"\n[tool.setuptools_scm]\nversion_file = "shop/_version.py"\n',
      "proto/till.proto": "",
      "shop/__init__.py": "from ._version import version\nfrom ._build_info import when\n",
      "shop/fast.pyx": "",
      "shop/main.py": "from . import fast\nfrom shop.proto import till_pb2\nimport till_pb2_grpc\nimport other_pb2\n",
      "shop/proto/__init__.py": "",
    };
    expect(resolveRepository(python, files).drawing).toBe(
      [
        "shop/__init__.py:1 ._version -> unresolved:python/shop/_version! {the build writes it with the version}",
        "shop/__init__.py:2 ._build_info -> unresolved:python/shop/_build_info! {git ignores shop/_build_info}",
        "shop/main.py:1 .fast -> shop/fast.pyx",
        "shop/main.py:2 shop.proto.till_pb2 -> unresolved:python/shop.proto.till_pb2! {protoc writes it from proto/till.proto}",
        "shop/main.py:3 till_pb2_grpc -> unresolved:python/till_pb2_grpc! {protoc writes it from proto/till.proto} ~inferred",
        "shop/main.py:4 other_pb2 -> unresolved:python/other_pb2",
      ].join("\n"),
    );
  });

  it("allow for extension modules", () => {
    const files = {
      "till/pyproject.toml": '[project]\nname = "till"\n',
      "till/till/__init__.py": "from . import _drawer\nfrom ._coins import count\nimport till.gone\nimport other\n",
      "till/till/_coins.cpython-312-x86_64-linux-gnu.so": "",
      "shelf/pyproject.toml": '[project]\nname = "shelf"\n',
      "shelf/shelf/__init__.py": "from ._core import Shelf\nimport shelf.gone\nimport other\n",
      "shelf/src/lib.rs": "",
    };
    expect(resolveRepository(python, files).drawing).toBe(
      [
        "shelf/shelf/__init__.py:1 ._core -> unresolved:python/shelf/shelf/_core! {there are sources to compile}",
        "shelf/shelf/__init__.py:2 shelf.gone -> unresolved:python/shelf.gone! {there are sources to compile}",
        "shelf/shelf/__init__.py:3 other -> unresolved:python/other",
        "till/till/__init__.py:2 ._coins -> till/till/_coins.cpython-312-x86_64-linux-gnu.so",
        "till/till/__init__.py:3 till.gone -> unresolved:python/till.gone!",
        "till/till/__init__.py:4 other -> unresolved:python/other",
      ].join("\n"),
    );
  });

  it("expect anything of a package that may make modules, and of a copy that was cut down", () => {
    const files = {
      "shop/extern/__init__.py": "import importlib.util, sys\n",
      "shop/plain/__init__.py": "from importlib.metadata import version\n",
      "shop/__init__.py": "",
      "shop/_vendor/rich/__init__.py": "",
      "shop/_vendor/rich/live.py": "from .live import Live\nfrom .markdown import Markdown\n",
      "main.py": "import shop.extern.packaging\nimport shop.plain.gone\n",
    };
    expect(draw(files, "main.py")).toBe(
      "1 shop.extern.packaging -> shop/extern/__init__.py ~inferred\n2 shop.plain.gone -> unresolved:python/shop.plain.gone!",
    );
    expect(draw(files, "shop/_vendor/rich/live.py")).toBe(
      "2 .markdown -> unresolved:python/shop/_vendor/rich/markdown",
    );
  });

  it("find what protoc wrote below packages of another name", () => {
    const files = {
      "pyproject.toml": pyproject,
      "src/library/__init__.py": "",
      "src/library/types.py": "",
      "src/library/protos/__init__.py": "",
      "src/library/protos/library/types/Book_pb2.py": "",
      "src/library/protos/library/core/Shelf_pb2.py":
        "from library.types import Book_pb2 as book\nimport library.types.Book_pb2\nfrom library.core import Gone_pb2\n",
    };
    expect(draw(files, "src/library/protos/library/core/Shelf_pb2.py")).toBe(
      [
        "1 library.types -> src/library/types.py",
        "2 library.types.Book_pb2 -> src/library/protos/library/types/Book_pb2.py ~inferred",
        "3 library.core -> unresolved:python/library.core!",
      ].join("\n"),
    );
  });

  it("that are guarded mean something installed rather than a sibling in a package", () => {
    const files = {
      "ops/__init__.py": "",
      "ops/apt.py": "",
      "ops/sources.py": "import apt\n",
      "ops/repository.py": "try:\n    import apt\nexcept ImportError:\n    apt = None\n",
    };
    expect(draw(files, "ops/sources.py")).toBe("1 apt -> ops/apt.py ~inferred");
    expect(draw(files, "ops/repository.py")).toBe("2 apt -> unresolved:python/apt [optional]");
  });

  it("are not answered by a stray directory of the name", () => {
    const files = {
      "requirements.txt": "docker\n",
      "docker/compose/values.py": "",
      "ops/run.py": "import docker\nfrom docker import compose\n",
    };
    expect(draw(files, "ops/run.py")).toBe(
      "1 docker -> pkg:pypi/docker (declared) ~declared\n2 docker -> pkg:pypi/docker (declared) ~declared",
    );
  });
});

describe("stubs", () => {
  const files = {
    "pyproject.toml": '[project]\nname = "library"\ndependencies = ["redis"]\n',
    "src/library/__init__.py": "import redis.commands\n",
    "src/library/_fast.pyi": "",
    "src/library/_native/__init__.pyi": "",
    "src/library/use.py": "from ._fast.deep import x\nfrom ._native import y\nimport library._native.gone\n",
    "src/typings/redis/__init__.pyi":
      "from _typeshed import Incomplete\nfrom .client import Redis\nfrom .retry import Retry\n",
    "src/typings/redis/client.pyi": "import redis.retry\nimport redis\n",
    "src/attrs-stubs/__init__.pyi": "",
    "src/attrs-stubs/shelf.pyi": "from attrs import define\nimport attrs.gone\n",
  };

  it("of a distribution leave its other modules to the distribution, and are never executed", () => {
    expect(draw(files, "src/typings/redis/__init__.pyi")).toBe(
      [
        "1 _typeshed -> builtin:python/_typeshed [typeOnly]",
        "2 .client -> src/typings/redis/client.pyi [typeOnly]",
        "3 .retry -> unresolved:python/src/typings/redis/retry [typeOnly]",
      ].join("\n"),
    );
    expect(draw(files, "src/typings/redis/client.pyi")).toBe(
      [
        "1 redis.retry -> pkg:pypi/redis [typeOnly] (declared) ~declared",
        "2 redis -> src/typings/redis/__init__.pyi [typeOnly]",
      ].join("\n"),
    );
    expect(draw(files, "src/library/__init__.py")).toBe("1 redis.commands -> pkg:pypi/redis (declared) ~declared");
  });

  it("in a directory of their own kind of name are of the package", () => {
    expect(draw(files, "src/attrs-stubs/shelf.pyi").split("\n")[0]).toBe(
      "1 attrs -> src/attrs-stubs/__init__.pyi [typeOnly]",
    );
    expect(draw(files, "src/attrs-stubs/shelf.pyi")).not.toContain("!");
  });

  it("of compiled modules do not say what these lack", () => {
    expect(draw(files, "src/library/use.py")).toBe(
      [
        "1 ._fast.deep -> src/library/_fast.pyi ~inferred",
        "2 ._native -> src/library/_native/__init__.pyi",
        "3 library._native.gone -> unresolved:python/library._native.gone",
      ].join("\n"),
    );
  });
});

describe("what is declared", () => {
  const tests = { "tests/test_shelf.py": "import pytest\n", "library/__init__.py": "import yaml\n" };
  const manifest = { "pyproject.toml": '[project]\nname = "library"\ndependencies = []\n' };
  const both = (more: Readonly<Record<string, string>>): string =>
    resolveRepository(python, { ...tests, ...manifest, ...more }).drawing;

  it.each([
    ["Pipfile", "[packages]\nPyYAML = '*'\n[dev-packages]\npytest = '*'\n"],
    ["pixi.toml", "[pypi-dependencies]\npyyaml = '*'\npytest = '*'\n"],
    ["conda/environment.yml", "dependencies:\n- python\n- pip:\n  - pyyaml\n  - pytest\n"],
    ["hatch.toml", "[envs.test]\ndependencies = ['pyyaml']\nextra-dependencies = ['pytest']\n"],
    ["tox.ini", "[testenv]\ndeps =\n    pyyaml\n    pytest\n"],
  ])("is what %s asks for, too", (path, text) => {
    expect(both({ [path]: text })).toBe(both({}).replaceAll("(unknown)", "(declared)"));
  });

  it("is not known in full beside an environment that is not read", () => {
    const yaml = "library/__init__.py:1 yaml -> pkg:pypi/pyyaml";
    const pytest = "tests/test_shelf.py:1 pytest -> pkg:pypi/pytest";
    expect(both({})).toBe(`${yaml} (unknown)\n${pytest} (unknown)`);
    expect(both({ "conda/environment-test.yml": "dependencies: [numpy]\n" })).toBe(`${yaml}\n${pytest}`);
    expect(both({ "conda/environment-test.yml": "dependencies: [python=3.12, pip]\n" })).toBe(both({}));
    expect(both({ Pipfile: "[packages\n" })).toBe(`${yaml}\n${pytest}`);
    expect(both({ "pixi.toml": "[dependencies]\nnumpy = '*'\n" })).toBe(`${yaml}\n${pytest}`);
    expect(both({ "scripts/pixi.toml": "[dependencies]\nnumpy = '*'\n" })).toBe(both({}));
    expect(both({ "tox.ini": "[testenv]\ndeps = {env:SHELF}\n" })).toBe(`${yaml} (unknown)\n${pytest}`);
    expect(both({ "noxfile.py": "" })).toBe(`${yaml} (unknown)\n${pytest}`);
    expect(both({ "hatch.toml": "[envs" })).toBe(`${yaml}\n${pytest}`);
    expect(both({ "uv.lock": "" })).toBe(`${yaml} (unknown)\n${pytest} (unknown)`);
    expect(
      both({ "docs/pyproject.toml": manifest["pyproject.toml"], "docs/tox.ini": "[testenv]\ndeps = {env:SHELF}\n" }),
    ).toBe(`${yaml} (unknown)\n${pytest} (unknown)`);
  });

  it.each(["dependencies", "pypi-dependencies", "feature.test.target.linux-64.dependencies"])(
    "takes in what pixi fills an environment with: %s",
    (table) => {
      const pixi = `${manifest["pyproject.toml"]}[tool.pixi.${table}]\nPyYAML = ">=6"\n`;
      expect(both({ "pyproject.toml": pixi })).toBe(
        "library/__init__.py:1 yaml -> pkg:pypi/pyyaml (declared)\ntests/test_shelf.py:1 pytest -> pkg:pypi/pytest (unknown)",
      );
    },
  );

  it.each([
    ["psycopg[binary, Pool]>=3", "psycopg_pool", "pkg:pypi/psycopg-pool (declared)"],
    ["ibis-framework[duckdb]", "duckdb", "pkg:pypi/duckdb (declared)"],
    ["ibis-framework", "duckdb", "pkg:pypi/duckdb (unknown)"],
    ["uvicorn[docs]", "docs", "unresolved:python/docs"],
  ])("takes in the distribution that an extra is named for: %s", (requirement, module, expected) => {
    const files = {
      "pyproject.toml": `[project]\nname = "library"\ndependencies = ["${requirement}"]\n`,
      "library/__init__.py": `import ${module}\n`,
    };
    expect(draw(files, "library/__init__.py")).toContain(expected);
  });

  it("takes in the extras of Poetry's tables", () => {
    const files = {
      "pyproject.toml":
        '[tool.poetry]\nname = "library"\n[tool.poetry.dependencies]\npsycopg = {version = "^3", extras = ["pool"]}\n',
      "library/__init__.py": "import psycopg_pool\n",
    };
    expect(draw(files, "library/__init__.py")).toContain("pkg:pypi/psycopg-pool (declared)");
  });
});

describe("find", () => {
  it("leads from a dotted name to the file", () => {
    const { files } = walk(
      memoryFileSystem({
        "src/library/__init__.py": "",
        "src/library/shelf.py": "",
        "jobs/run.py": "",
        "jobs/clean.py": "",
      }),
    );
    const { projects } = python.projects([], files);
    const resolver = python.resolver({ files, manifests: [], projects, facts: new Map() });
    expect(resolver.find("library.shelf", "jobs/run.py")).toBe("src/library/shelf.py");
    expect(resolver.find("library", "jobs/run.py")).toBe("src/library/__init__.py");
    expect(resolver.find("clean", "jobs/run.py")).toBe("jobs/clean.py");
    expect(resolver.find("library.gone", "jobs/run.py")).toBeUndefined();
    expect(resolver.find("json", "jobs/run.py")).toBeUndefined();
  });
});
