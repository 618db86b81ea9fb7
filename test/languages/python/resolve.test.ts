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
      "1 tomllib -> builtin:python/tomllib\n1 distutils -> unresolved:python/distutils\n1 Queue -> unresolved:python/Queue",
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
    expect(draw(files, "jobs/run.py")).toBe("1 random -> jobs/random.py");
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
      "1 shop.shelf -> shop/shelf.py\n1 shop -> shop/__init__.py\n2 shop -> shop/__init__.py",
    );
  });

  it("leave open what a package may make by itself", () => {
    const files = {
      "shop/__init__.py": "def __getattr__(name): ...\n",
      "shop/plain/__init__.py": "",
      "shop/one.py": "",
      "main.py": "import shop.made\nimport shop.plain.gone\nimport shop.one.two\n",
    };
    expect(draw(files, "main.py")).toBe(
      [
        "1 shop.made -> shop/__init__.py ~inferred",
        "2 shop.plain.gone -> unresolved:python/shop.plain.gone!",
        "3 shop.one.two -> shop/one.py ~inferred",
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
        "shop/main.py:1 .fast -> unresolved:python/shop/fast! {compiled from shop/fast.pyx}",
        "shop/main.py:2 shop.proto.till_pb2 -> unresolved:python/shop.proto.till_pb2! {protoc writes it from proto/till.proto}",
        "shop/main.py:3 till_pb2_grpc -> unresolved:python/till_pb2_grpc! {protoc writes it from proto/till.proto} ~inferred",
        "shop/main.py:4 other_pb2 -> unresolved:python/other_pb2",
      ].join("\n"),
    );
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
