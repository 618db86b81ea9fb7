import { describe, expect, it } from "vitest";
import { readManifest } from "../manifests/drawn.ts";
import { drawImports, lines } from "./drawn.ts";

const project = '[project]\nname = "station"\n';
const tree = {
  "station/__init__.py": "",
  "shared/kit/gauges.py": "",
  "tests/unit/test_gauges.py": "import gauges\n",
};

describe("directories that configurations put on the path", () => {
  it.each([
    ["pyproject.toml", `${project}[tool.pytest.ini_options]\npythonpath = ["shared/kit", "."]\n`],
    ["pyproject.toml", `${project}[tool.pytest.ini_options]\npythonpath = "shared/kit"\n`],
    ["pyproject.toml", `${project}[tool.pyright]\nextraPaths = ["./shared/kit/"]\n`],
    ["pyproject.toml", `${project}[tool.mypy]\nmypy_path = "$MYPY_CONFIG_FILE_DIR/shared/kit:out"\n`],
    ["pyproject.toml", `${project}[tool.ruff]\nsrc = ["shared/kit"]\n`],
    ["pyproject.toml", `${project}[tool.hatch.envs.test.env-vars]\nPYTHONPATH = "{root}/shared/kit"\n`],
    ["pytest.ini", "[pytest]\npythonpath =\n    .\n    shared/kit\n"],
    ["setup.cfg", "[tool:pytest]\npythonpath = shared/kit\n"],
    ["tox.ini", "[pytest]\npythonpath = shared/kit\n"],
    ["tox.ini", "[testenv:unit]\nsetenv =\n    LANG = C\n    PYTHONPATH = {toxinidir}/shared/kit:{envdir}\n"],
    ["mypy.ini", "[mypy]\nmypy_path = shared/kit, stubs\n"],
    ["pyrightconfig.json", '{ // roots\n  "executionEnvironments": [{ "root": "shared/kit" }],\n}\n'],
    [".env", 'export PYTHONPATH="${PWD}/shared/kit:${PYTHONPATH}"\n'],
    ["tools/here.pth", "# kit\nimport sys\n../shared/kit\n/usr/lib\n"],
  ])("%s: %s", (path, text) => {
    const files = { "pyproject.toml": project, ...tree, [path]: text };
    expect(drawImports(files, "tests/unit/test_gauges.py")).toBe("1 gauges -> shared/kit/gauges.py ~declared");
  });

  it("none without any, nor from beside the configuration's own directory", () => {
    expect(drawImports({ "pyproject.toml": project, ...tree }, "tests/unit/test_gauges.py")).toBe(
      "1 gauges -> unresolved:python/gauges",
    );
    const apart = { "pyproject.toml": project, ...tree, "tools/pytest.ini": "[pytest]\npythonpath = ../shared/kit\n" };
    expect(drawImports(apart, "tests/unit/test_gauges.py")).toBe("1 gauges -> unresolved:python/gauges");
  });

  it("come before what is installed, and stubs in them are none of the program's", () => {
    const files = {
      "pyproject.toml": `${project.trim()}\ndependencies = ["pyyaml", "redis"]\n[tool.mypy]\nmypy_path = "stubs:shared"\n`,
      "stubs/yaml/__init__.pyi": "",
      "shared/redis/__init__.py": "",
      "station/__init__.py": "import yaml\nimport redis\n",
    };
    expect(drawImports(files, "station/__init__.py")).toBe(
      lines(
        "1 yaml -> pkg:pypi/pyyaml (declared)",
        "2 redis -> shared/redis/__init__.py ~declared shadows pkg:pypi/redis",
      ),
    );
  });

  it("bad JSON is told", () => {
    expect(readManifest("pyrightconfig.json", '{"extraPaths": ["a"], oops').diagnostics).toMatchObject([
      { code: "manifest", line: 1 },
    ]);
  });
});

describe("tests", () => {
  const tests = {
    "tests/test_wind.py": "import sensors, station\n",
    "tests/sensors.py": "",
    "tests/deep/conftest.py": "",
    "tests/deep/er/test_rain.py": "import drops\n",
    "tests/deep/drops.py": "",
    "station/__init__.py": "",
  };

  it("find what lies beside them, and beside the conftest of a directory above", () => {
    const files = { "pyproject.toml": project, ...tests };
    expect(drawImports(files, "tests/test_wind.py")).toBe(
      lines("1 sensors -> tests/sensors.py", "1 station -> station/__init__.py"),
    );
    expect(drawImports(files, "tests/deep/er/test_rain.py")).toBe("1 drops -> tests/deep/drops.py");
  });

  it("do not, where pytest is told to leave the path alone", () => {
    const files = {
      "pyproject.toml": `${project}[tool.pytest.ini_options]\naddopts = ["-ra", "--import-mode=importlib"]\n`,
      ...tests,
    };
    expect(drawImports(files, "tests/deep/er/test_rain.py")).toBe("1 drops -> tests/deep/drops.py ~inferred");
  });
});

describe("stubs", () => {
  it("in typings answer for stubs, and where nothing else does", () => {
    const files = {
      "pyproject.toml": `${project.trim()}\ndependencies = ["redis"]\n`,
      "typings/redis/__init__.pyi": "from redis.client import Redis\nfrom gauge.types import Scale\n",
      "typings/redis/client.pyi": "",
      "typings/gauge/__init__.pyi": "",
      "typings/gauge/types.pyi": "",
      "station/__init__.py": "import redis\nimport gauge.types\n",
      "station/wind.pyi": "import redis.client\n",
    };
    expect(drawImports(files, "station/__init__.py")).toBe(
      lines("1 redis -> pkg:pypi/redis (declared) ~declared", "2 gauge.types -> typings/gauge/types.pyi ~inferred"),
    );
    expect(drawImports(files, "station/wind.pyi")).toBe("1 redis.client -> typings/redis/client.pyi [typeOnly]");
    expect(drawImports(files, "typings/redis/__init__.pyi")).toBe(
      lines(
        "1 redis.client -> typings/redis/client.pyi [typeOnly]",
        "2 gauge.types -> typings/gauge/types.pyi [typeOnly]",
      ),
    );
  });
});
