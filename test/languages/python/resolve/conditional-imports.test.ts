import { describe, expect, it } from "vitest";
import { python } from "../../../../src/languages/python/index.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";

const station = `
import sys
if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib
if sys.version_info < (3,):
    from urllib2 import urlopen
    from .old import wind
else:
    from .new import wind
`;

function draw(project: string, code: string): string {
  const files = {
    "pyproject.toml": `[project]\nname = "station"\ndependencies = ["rain"]\n${project}`,
    "src/station/__init__.py": "",
    "src/station/new.py": "",
    "src/station/gauge.py": code,
    "uv.lock": "",
  };
  const { drawing } = resolveRepository(python, files);
  return drawing
    .split("\n")
    .filter((line) => line.startsWith("src/station/gauge.py:") && !line.includes(" sys "))
    .map((line) => line.slice("src/station/gauge.py:".length))
    .join("\n");
}

describe("tests of the version", () => {
  it("leave both branches open where both kinds of Python are meant", () => {
    expect(draw('requires-python = ">=3.9"', station)).toBe(
      [
        '4 tomllib -> builtin:python/tomllib ; python_version >= "3.11"',
        '6 tomli -> pkg:pypi/tomli ; python_version < "3.11" (unknown) ~inferred',
        '8 urllib2 -> builtin:python/urllib2 [optional inactive] ; python_version < "3"',
        '9 .old -> unresolved:python/src/station/old! [optional inactive] ; python_version < "3"',
        "11 .new -> src/station/new.py",
      ].join("\n"),
    );
  });

  it("close what the declared Pythons never come to", () => {
    expect(draw('requires-python = ">=3.11"', station)).toBe(
      [
        "4 tomllib -> builtin:python/tomllib",
        '6 tomli -> pkg:pypi/tomli [optional inactive] ; python_version < "3.11" (unknown) ~inferred',
        '8 urllib2 -> builtin:python/urllib2 [optional inactive] ; python_version < "3"',
        '9 .old -> unresolved:python/src/station/old! [optional inactive] ; python_version < "3"',
        "11 .new -> src/station/new.py",
      ].join("\n"),
    );
    expect(draw('requires-python = "<3.11"', station)).toContain(
      '4 tomllib -> builtin:python/tomllib [optional inactive] ; python_version >= "3.11"\n6 tomli -> pkg:pypi/tomli (unknown) ~inferred',
    );
  });

  it("only guard where no Python is declared", () => {
    expect(draw("", station)).toBe(
      [
        '4 tomllib -> builtin:python/tomllib [optional] ; python_version >= "3.11"',
        '6 tomli -> pkg:pypi/tomli [optional] ; python_version < "3.11" (unknown) ~inferred',
        '8 urllib2 -> builtin:python/urllib2 [optional] ; python_version < "3"',
        '9 .old -> unresolved:python/src/station/old! [optional] ; python_version < "3"',
        '11 .new -> src/station/new.py [optional] ; python_version >= "3"',
      ].join("\n"),
    );
  });
});

describe("tests of the platform", () => {
  const code = "import sys\nif sys.platform == 'win32':\n    import wmi\nelif sys.platform == 'linux': import rain\n";

  it("guard where any may be meant", () => {
    expect(draw("", code)).toContain('3 wmi -> unresolved:python/wmi [optional] ; sys_platform == "win32"');
  });

  it.each([
    ['classifiers = ["Operating System :: POSIX :: Linux"]'],
    ['classifiers = ["Topic :: Weather", "Operating System :: POSIX"]'],
    ["[tool.uv]\nenvironments = [\"sys_platform == 'linux'\"]"],
  ])("close what no platform of %s is", (project) => {
    expect(draw(project, code)).toContain(
      '3 wmi -> unresolved:python/wmi [optional inactive] ; sys_platform == "win32"',
    );
  });

  it.each([
    ['classifiers = ["Operating System :: OS Independent", "Operating System :: POSIX"]'],
    ['classifiers = ["Operating System :: BeOS"]'],
  ])("close nothing for %s", (project) => {
    expect(draw(project, code)).toContain('3 wmi -> unresolved:python/wmi [optional] ; sys_platform == "win32"');
  });
});
