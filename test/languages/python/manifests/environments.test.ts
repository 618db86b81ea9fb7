/** Files that fill an environment: what they ask for, as `line:column package range scope (group) ; marker`. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMatchSpec } from "../../../../src/languages/python/manifests/conda-match-spec.ts";
import { drawManifest, readManifest } from "./drawn.ts";

function draw(path: string, text: string): string {
  const reading = readManifest(path, text);
  const { manifest } = reading;
  const environment = manifest?.kind === "environment" ? manifest : undefined;
  return [
    drawManifest(reading),
    ...(manifest?.requirements ?? []).flatMap(({ package: name, path: directory, extras = [] }) => [
      directory === undefined ? "" : `${name} lies at ${directory}`,
      extras.length === 0 ? "" : `${name} with ${extras.join(", ")}`,
    ]),
    ...(environment?.links ?? []).map(({ kind, path: target, line }) => `${line} ${kind} ${target}`),
    ...(environment?.conda ?? []).map(({ name, version = "*", build = "*", channel = "*", line, column }) =>
      [`${line}:${column}`, "conda", name, version, build, channel].join(" "),
    ),
    ...(environment?.open === undefined ? [] : [`open to ${environment.open}`]),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

const cases: readonly {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly drawn: string;
}[] = [
  {
    name: "Pipfile: every form of entry",
    path: "Pipfile",
    text: `[[source]]
url = "https://pypi.org/simple"
name = "pypi"

[packages]
Till = "*"
ledger = {version = "~=1.2", extras = ["sql"], markers = "python_version < '3.12'", index = "pypi"}
stock = {git = "https://shop.example/stock.git", ref = "v2", editable = true}
shelf = {path = "./shelf", editable = true}
lens = {version = "==2", sys_platform = "== 'win32'", os_name = "== 'nt'"}
scan = {file = "https://shop.example/scan-1.0.zip"}

[dev-packages]
pytest = ">=8"
odd = "soon"

[tests]
hypothesis = "*"

[requires]
python_version = "3.12"
`,
    drawn: `6:9 pkg:pypi/till * runtime
7:10 pkg:pypi/ledger ~=1.2 runtime ; python_version < '3.12'
8:9 pkg:pypi/stock git+https://shop.example/stock.git@v2 runtime
9:9 pkg:pypi/shelf * runtime
10:8 pkg:pypi/lens ==2 runtime ; (sys_platform == 'win32') and (os_name == 'nt')
11:8 pkg:pypi/scan https://shop.example/scan-1.0.zip runtime
14:11 pkg:pypi/pytest >=8 dev (dev-packages)
15:8 pkg:pypi/odd soon dev (dev-packages)
18:15 pkg:pypi/hypothesis * test (tests)
15:8 ! manifest: the range "soon" of odd is not understood
pkg:pypi/ledger with sql
pkg:pypi/shelf lies at ./shelf
open to all`,
  },
  {
    name: "conda: packages of its own, and a list for pip",
    path: "environment-dev.yaml",
    text: `name: station
channels: [conda-forge]
dependencies:
  - python=3.12
  - conda-forge::numpy>=2,<3
  - "scipy 1.14.* py312*"
  - pip
  - pip:
      - anemometer[usb]>=1.2; sys_platform == "linux"
      - "barometer==2"
      - -r requirements.txt
      - -e ./rain
      - --index-url https://pypi.org/simple
      - git+https://station.example/snow.git#egg=snow
  - =hail
`,
    drawn: `9:9 pkg:pypi/anemometer >=1.2 runtime ; sys_platform == "linux"
10:10 pkg:pypi/barometer ==2 runtime
14:9 pkg:pypi/snow git+https://station.example/snow.git#egg=snow runtime
15:5 ! manifest: "=hail" is no match spec of conda
5:5 ! unsupported: conda's packages are known by their names alone: numpy, scipy
pkg:pypi/anemometer with usb
11 requirements requirements.txt
12 project ./rain
4:5 conda python 3.12.* * *
5:5 conda numpy >=2,<3 * conda-forge
6:6 conda scipy 1.14.* py312* *
7:5 conda pip * * *
open to all`,
  },
  {
    name: "conda: a file of another tool",
    path: "env.yml",
    text: "services:\n  till: {image: till}\n",
    drawn: "",
  },
  {
    name: "conda: YAML that ends within",
    path: "environment.yml",
    text: 'dependencies:\n- python=3.12\n- pip:\n  - till\n  - "led',
    drawn: `4:5 pkg:pypi/till * runtime
5:9 ! manifest: Missing closing "quote
2:3 conda python 3.12.* * *
open to all`,
  },
  {
    name: "pixi: both registries, features, platforms",
    path: "pixi.toml",
    text: `[workspace]
channels = ["conda-forge"]

[dependencies]
python = ">=3.12"
numpy = {version = ">=2", channel = "conda-forge", build = "py312*"}

[pypi-dependencies]
anemometer = ">=1.2"
rain = {path = "./rain", editable = true}
station = {path = ".", editable = true}
barometer = {version = "==2", extras = ["log"]}

[target.win-64.pypi-dependencies]
pywin32 = "*"

[feature.test.pypi-dependencies]
pytest = "*"

[feature.docs.target.unix.pypi-dependencies]
sphinx = {git = "https://station.example/sphinx.git", tag = "v8"}
`,
    drawn: `9:15 pkg:pypi/anemometer >=1.2 runtime
10:8 pkg:pypi/rain * runtime
12:13 pkg:pypi/barometer ==2 runtime
15:12 pkg:pypi/pywin32 * runtime ; sys_platform == "win32"
18:11 pkg:pypi/pytest * test (test)
21:10 pkg:pypi/sphinx git+https://station.example/sphinx.git@v8 dev (docs) ; os_name == "posix"
6:9 ! unsupported: conda's packages are known by their names alone: numpy
pkg:pypi/rain lies at ./rain
pkg:pypi/barometer with log
5:11 conda python >=3.12 * *
6:9 conda numpy >=2 py312* conda-forge
open to all`,
  },
  {
    name: "tox.ini: factors, references, files, what is put together when it runs",
    path: "tox.ini",
    text: `[tox]
envlist = py312
[testenv]
deps =
    pytest>=8
    py39,py310: tomli
    -r{toxinidir}/requirements.txt
    {env:STATION:}
[testenv:lint]
deps = ruff
    {[testenv]deps}
    {posargs}
`,
    drawn: `5:5 pkg:pypi/pytest >=8 test
6:17 pkg:pypi/tomli * test
10:8 pkg:pypi/ruff * dev (lint)
8:5 ! unsupported: some requirements are put together when tox runs; only those written out were read
7 requirements ./requirements.txt
open to tests`,
  },
  {
    name: "tox.toml",
    path: "tox.toml",
    text: `[env_run_base]
deps = ["pytest>=8", "-c constraints.txt"]
[env.docs]
deps = ["sphinx", { replace = "ref", of = ["env_run_base", "deps"], extend = true }, { replace = "env", name = "X" }]
`,
    drawn: `2:10 pkg:pypi/pytest >=8 test
4:10 pkg:pypi/sphinx * dev (docs)
4:86 ! unsupported: some requirements are put together when tox runs; only those written out were read
2 constraints constraints.txt
open to tests`,
  },
  {
    name: "noxfile: literals, options, what is computed",
    path: "noxfile.py",
    text: `import nox

@nox.session(python=["3.12"])
def tests(session):
    session.install("pytest>=8", "hypothesis")
    session.install("-r", "requirements.txt", "-e", ".[scan]", "--index-url", "https://pypi.org/simple")
    session.install(*DEPENDENCIES, silent=True)
    session.run("pip", "install", "gone")

def helper(other):
    session.install("gone")

@nox.session
def docs(s: nox.Session) -> None:
    s.install(
        "sphinx",  # the newest
        f"furo=={VERSION}",
    )
`,
    drawn: `5:22 pkg:pypi/pytest >=8 test (tests)
5:35 pkg:pypi/hypothesis * test (tests)
16:10 pkg:pypi/sphinx * test (docs)
7:21 ! unsupported: some of what is installed is computed when the file runs; only what is written as literals was read
6 requirements requirements.txt
6 project .
open to tests`,
  },
  {
    name: "pyproject: uv's constraints, overrides and sources",
    path: "pyproject.toml",
    text: `[project]
name = "station"
dependencies = ["anemometer", "rain"]
[tool.uv]
constraint-dependencies = ["numpy<3"]
override-dependencies = ["scipy==1.14"]
[tool.uv.sources]
rain = { workspace = true }
`,
    drawn: `3:18 pkg:pypi/anemometer * runtime
3:32 pkg:pypi/rain * runtime
5:29 pkg:pypi/numpy <3 constraint
6:27 pkg:pypi/scipy ==1.14 managed`,
  },
  {
    name: "pyproject: projects by path as PDM and Hatch write them; tox's and pixi's tables",
    path: "pyproject.toml",
    text: `[tool.pdm.dev-dependencies]
shop = ["-e file:///\${PROJECT_ROOT}/till#egg=till", "ledger @ file:///\${PROJECT_ROOT}/ledger", "-e \${HOME}/x"]
[tool.hatch.envs.test]
dependencies = ["stock @ {root:uri}/stock", "{env:MORE}"]
[tool.tox.env_run_base]
deps = ["pytest"]
[tool.pixi.pypi-dependencies]
lens = "*"
[tool.pixi.dependencies]
python = "*"
`,
    drawn: `2:10 pkg:pypi/till * dev (shop)
2:54 pkg:pypi/ledger * dev (shop)
4:18 pkg:pypi/stock * test (test)
6:10 pkg:pypi/pytest * test
8:9 pkg:pypi/lens * runtime
2:97 ! unsupported: "-e \${HOME}/x" is put together when the tool runs; it was not read
4:46 ! unsupported: "{env:MORE}" is put together when the tool runs; it was not read
pkg:pypi/till lies at till
pkg:pypi/ledger lies at ledger
pkg:pypi/stock lies at stock`,
  },
];

test.each<[name: string, path: string, text: string, environments: readonly (readonly [string, string])[]]>([
  [
    "conda",
    "conda/env.yml",
    "dependencies:\n- pip: [till, ledger]\n",
    [
      ["till", "conda/env.yml"],
      ["ledger", "conda/env.yml"],
    ],
  ],
  [
    "tox",
    "tox.ini",
    "[testenv]\ndeps =\n    till\n    old: ledger<2\n    new: ledger>=2\n[testenv:docs]\ndeps = sphinx\n",
    [
      ["till", "tox.ini testenv "],
      ["ledger", "tox.ini testenv old: "],
      ["ledger", "tox.ini testenv new: "],
      ["sphinx", "tox.ini docs "],
    ],
  ],
  ["nox", "noxfile.py", 'def old(s):\n    s.install("till<2")\n', [["till", "noxfile.py old"]]],
  ["Pipfile", "Pipfile", '[packages]\ntill = "*"\n', [["till", "-"]]],
  [
    "pixi",
    "pixi.toml",
    '[pypi-dependencies]\ntill = "*"\n[feature.old.pypi-dependencies]\nledger = "<2"\n',
    [
      ["till", "-"],
      ["ledger", "feature old"],
    ],
  ],
  [
    "hatch and uv",
    "pyproject.toml",
    `[project]
name = "shop"
optional-dependencies = { cpu = ["torch<2"], cuda = ["torch>=2"], scan = ["till"] }
[dependency-groups]
old = ["ledger<2"]
new = ["ledger>=2"]
[tool.hatch.envs.lint]
dependencies = ["ruff"]
[tool.uv]
conflicts = [[{ extra = "cpu" }, { extra = "cuda" }], [{ group = "old" }, { group = "new" }]]
`,
    [
      ["torch", "extra cpu"],
      ["torch", "extra cuda"],
      ["till", "-"],
      ["ledger", "group old"],
      ["ledger", "group new"],
      ["ruff", "hatch lint"],
    ],
  ],
])("what is installed apart: %s", (_, path, text, environments) => {
  const { manifest } = readManifest(path, text);
  const found = (manifest?.requirements ?? []).map(({ package: name, environment = "-" }) => [
    name.slice(9),
    environment,
  ]);
  expect(found).toEqual(environments);
});

test.each(cases)("$name", ({ path, text, drawn }) => {
  expect(draw(path, text)).toBe(drawn);
});

test.each<[spec: string, name: string, version?: string | undefined, build?: string | undefined, channel?: string]>([
  ["numpy", "numpy"],
  ["numpy=2", "numpy", "2.*"],
  ["numpy=2.1.*", "numpy", "2.1.*"],
  ["numpy==2.1.0", "numpy", "==2.1.0"],
  ["numpy=2.1.0=py312_0", "numpy", "2.1.0", "py312_0"],
  ["numpy >=2, <3", "numpy", ">=2,<3"],
  ["numpy 2.1|2.2", "numpy", "2.1|2.2"],
  ["numpy 2.* *_openblas", "numpy", "2.*", "*_openblas"],
  ["conda-forge::Scikit_Learn", "scikit-learn", undefined, undefined, "conda-forge"],
  ["conda-forge/linux-64::numpy", "numpy", undefined, undefined, "conda-forge/linux-64"],
  ["numpy[version='>=2,<3', build=py312*]", "numpy", ">=2,<3", "py312*"],
  ["numpy[channel=defaults]", "numpy", undefined, undefined, "defaults"],
])("the match spec %s", (text, name, version, build, channel) => {
  expect(readMatchSpec(text)).toEqual({
    name,
    ...(version === undefined ? {} : { version }),
    ...(build === undefined ? {} : { build }),
    ...(channel === undefined ? {} : { channel }),
  });
});

test.each(["", "=1", "::numpy", "numpy[", "numpy >=2 {x}", "{{ name }}"])("%j is no match spec", (text) => {
  expect(readMatchSpec(text)).toBeUndefined();
});

describe.each([...new Set(cases.map(({ path }) => path))])("%s, whatever stands in it", (path) => {
  const own = cases.filter((each) => each.path === path).map(({ text }) => text);

  test("arbitrary text does no harm", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        expect(readManifest(path, text).diagnostics.length).toBeLessThan(20);
      }),
      { numRuns: 100 },
    );
  });

  test("a real one that is cut, or has something put in, does no harm", () => {
    fc.assert(
      fc.property(fc.constantFrom(...own), fc.nat(), fc.nat(30), fc.string({ maxLength: 8 }), (text, at, cut, put) => {
        const place = at % text.length;
        expect(
          readManifest(path, text.slice(0, place) + put + text.slice(place + cut)).diagnostics.length,
        ).toBeLessThan(20);
      }),
      { numRuns: 100 },
    );
  });

  test("long and deep text takes bounded time", () => {
    for (const text of [
      "[".repeat(100_000),
      "a".repeat(500_000),
      "- ".repeat(50_000),
      `a = ${"{a=".repeat(3000)}`,
      " \\\n".repeat(50_000),
    ]) {
      const start = process.cpuUsage();
      readManifest(path, text);
      const { user, system } = process.cpuUsage(start);
      expect(user + system).toBeLessThan(2_000_000);
    }
  });
});
