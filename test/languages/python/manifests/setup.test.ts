import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawManifest, readManifest } from "./drawn.ts";

describe("setup.py", () => {
  it("reads literals, names, sums and f-strings without running anything", () => {
    const text = `import json, setuptools
from setuptools import find_packages, setup
with open("shelf.json") as file:
    data = json.load(file)
PIN = "2.13.3"
BASE = ["till>=1",  # the till
        'drawer' ' <2']
BASE += ["scanner"]
EXTRAS = {"card": ["terminal"], "wins:sys_platform == 'win32'": ["printer"]}
def helper():
    return setup
setuptools.setup(
    name="corner" "-shop", version=data["version"],
    package_dir={"": "src"}, packages=find_packages(where="src"),
    install_requires=BASE + [f"guard=={PIN}", f"odd=={unknown}"],
    extras_require=EXTRAS,
    tests_require="""
        pytest
        # hypothesis
        mock>=4
    """,
    python_requires=">=3.10",
)
`;
    const reading = readManifest("setup.py", text);
    expect(reading.manifest).toMatchObject({
      name: "corner-shop",
      requiresPython: { range: ">=3.10" },
      sourceDirectories: ["src"],
      dynamicDependencies: false,
    });
    expect(reading.manifest).not.toHaveProperty("version");
    expect(drawManifest(reading)).toBe(
      [
        "6:10 pkg:pypi/till >=1 runtime",
        "7:10 pkg:pypi/drawer <2 runtime",
        "8:11 pkg:pypi/scanner * runtime",
        "15:32 pkg:pypi/guard ==2.13.3 runtime",
        "18:9 pkg:pypi/pytest * test",
        "20:9 pkg:pypi/mock >=4 test",
        "9:21 pkg:pypi/terminal * optional (card)",
        "9:67 pkg:pypi/printer * optional (wins) ; sys_platform == 'win32'",
        "15:49 ! unsupported: some requirements are computed when the file runs; only those written as literals were read",
      ].join("\n"),
    );
  });

  it.each([
    ["setup(install_requires=open('requirements.txt').read().splitlines())", true],
    ["setup(install_requires=[line for line in lines])", false],
    ["setup(**{'install_requires': ['till']})", false],
  ])("%s", (text, dynamic) => {
    expect(readManifest("setup.py", text).manifest).toMatchObject({ dynamicDependencies: dynamic });
  });

  it("is no manifest when nothing is set up", () => {
    expect(readManifest("setup.py", "def setup(x):\n    return x\n").manifest).toBeUndefined();
  });

  it("survives any text", () => {
    const deep = ["{", "[", "(", "f(", "{'a':"].map((each) => `setup(x=${each.repeat(10_000)}`);
    for (const text of deep) expect(readManifest("setup.py", text).manifest).toBeDefined();
    const tokens = fc.constantFrom(
      "setup",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      ",",
      "=",
      "+",
      "'a'",
      '"""',
      "x",
      ":",
      "\n",
      "**",
      "f'{x}'",
      "#",
      "\\",
    );
    fc.assert(
      fc.property(fc.array(tokens, { maxLength: 60 }), (parts) => {
        expect(Array.isArray(readManifest("setup.py", `setup(${parts.join("")}`).diagnostics)).toBe(true);
      }),
    );
  });
});

describe("setup.cfg", () => {
  it("reads the declarative form", () => {
    const text = `[metadata]
name = corner-shop
version = attr: shop.__version__

[options]
package_dir =
    =src
python_requires = >=3.8
install_requires =
    till>=1  # the till
    # nothing
    drawer; sys_platform == "win32"
tests_require = pytest

[options.packages.find]
where = src

[options.extras_require]
card = terminal
cash =
    drawer <2
    coin counter
`;
    const reading = readManifest("setup.cfg", text);
    expect(reading.manifest).toMatchObject({
      name: "corner-shop",
      requiresPython: { range: ">=3.8" },
      sourceDirectories: ["src"],
      isProject: true,
    });
    expect(drawManifest(reading)).toBe(
      [
        "10:5 pkg:pypi/till >=1 runtime",
        '12:5 pkg:pypi/drawer * runtime ; sys_platform == "win32"',
        "13:17 pkg:pypi/pytest * test",
        "19:8 pkg:pypi/terminal * optional (card)",
        "21:5 pkg:pypi/drawer <2 optional (cash)",
        '22:10 ! manifest: "coin counter" is no requirement: expected a comma, a semicolon or the end of the requirement',
      ].join("\n"),
    );
  });

  it("is no project when it only configures tools", () => {
    expect(readManifest("setup.cfg", "[flake8]\nmax-line-length = 100\n").manifest).toMatchObject({ isProject: false });
  });
});
