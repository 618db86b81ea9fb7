import { describe, expect, it } from "vitest";
import { isLastResort, isStandardModule } from "../../../../src/languages/python/resolve/stdlib.ts";
import {
  parseSpecifiers,
  type VersionRange,
  versionRange,
} from "../../../../src/languages/python/versions/specifiers.ts";
import { drawImports } from "./drawn.ts";

function range(text: string): VersionRange | undefined {
  return text === "" ? undefined : versionRange(parseSpecifiers(text) ?? []);
}

describe("the standard library", () => {
  it.each([
    // module, requires-python, in it
    ["os", ">=3.13", true],
    ["os.path", "", true],
    ["shop", "", false],
    ["osx", "", false],
    ["tomllib", ">=3.11", true],
    ["tomllib", ">=3.8", true],
    ["tomllib", "<3.11", false],
    ["zoneinfo", "<3.9", false],
    ["graphlib", "~=3.8.0", false],
    ["dataclasses", "<3.7", false],
    ["annotationlib", "<3.14", false],
    ["compression.zstd", ">=3.14", true],
    ["distutils.core", ">=3.12", false],
    ["distutils", ">=3.11.4", true],
    ["imp", "==3.12.*", false],
    ["asyncore", ">=3.12", false],
    ["telnetlib", ">=3.13", false],
    ["telnetlib", ">=3.12,<3.14", true],
    ["lib2to3.pgen2", ">=3.13", false],
    ["binhex", ">=3.11", false],
    ["asyncio.taskgroups", "<3.11", false],
    ["asyncio.taskgroups", ">=3.10", true],
    ["importlib.metadata", "<3.8", false],
    ["importlib.resources.abc", ">=3.9,<3.11", false],
    ["importlib.resources", ">=3.9,<3.11", true],
    ["tkinter.tix", ">=3.13", false],
    ["_typeshed.wsgi", ">=3.9", true],
    ["sre_compile", ">=3.9", true],
    ["constructor", "", false],
    ["__proto__", "", false],
  ])("has %s for %s: %s", (module, python, expected) => {
    expect(isStandardModule(module, range(python))).toBe(expected);
  });

  it.each([
    ["urllib2", "", true],
    ["urllib2", ">=3.8", false],
    ["ConfigParser", ">=2.7, !=3.0.*", true],
    ["test.support", ">=3.12", true],
    ["test", "", false],
    ["_testcapi", ">=3.12", true],
    ["shop", "", false],
  ])("is the last resort for %s with %s: %s", (module, python, expected) => {
    expect(isLastResort(module, range(python))).toBe(expected);
  });

  it("leaves what it no longer has to those who took it over", () => {
    const files = (dependencies: string): Readonly<Record<string, string>> => ({
      "pyproject.toml": `[project]\nname = "shop"\nrequires-python = ">=3.13"\ndependencies = [${dependencies}]\n`,
      "shop/__init__.py": "import telnetlib, cgi\nfrom distutils.core import Extension\n",
    });
    expect(drawImports(files('"standard-telnetlib", "legacy-cgi", "setuptools"'), "shop/__init__.py")).toBe(
      [
        "1 telnetlib -> pkg:pypi/standard-telnetlib (declared)",
        "1 cgi -> pkg:pypi/legacy-cgi (declared)",
        "2 distutils.core -> pkg:pypi/setuptools (declared) ~declared",
      ].join("\n"),
    );
  });
});
