/** What each kind of lockfile says, drawn: `line:column name version hash`, then a line for each need. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { purlName } from "../../../../../src/model/purl.ts";
import { readManifest } from "../drawn.ts";

function draw(path: string, text: string): string {
  const { manifest, diagnostics } = readManifest(path, text);
  if (manifest?.kind !== "lock") throw new Error(`${path} is no lockfile`);
  const entries = manifest.entries.flatMap(({ line, column, package: name, version, integrity, requires }) => [
    [`${line}:${column} ${purlName(name)} ${version}`, ...(integrity === undefined ? [] : [integrity])].join(" "),
    ...requires.map((need) => `  ${purlName(need.package)} ${need.range} -> ${need.version ?? "?"}`),
  ]);
  const { members, besides, whole } = manifest;
  return [
    ...entries,
    ...(members.length === 0 ? [] : [`members: ${members.join(", ")}`]),
    ...(besides.length === 0 ? [] : [`besides: ${besides.join(", ")}`]),
    ...(whole ? [] : ["not whole"]),
    ...diagnostics.map((each) => `${each.line}:${each.column} ! ${each.code}: ${each.message}`),
  ].join("\n");
}

const cases: readonly {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly drawn: string;
}[] = [
  {
    name: "uv: a workspace, a fork, an extra, a repository, an archive, a platform's wheels alone",
    path: "station/uv.lock",
    text: `version = 1
requires-python = ">=3.9"

[[package]]
name = "station"
version = "0.1.0"
source = { editable = "." }
dependencies = [{ name = "anemometer", extra = ["usb"] }]

[[package]]
name = "rain"
source = { virtual = "packages/rain" }

[[package]]
name = "anemometer"
version = "1.2"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "numpy", version = "1.26.4", marker = "python_full_version < '3.10'" },
    { name = "numpy", version = "2.1.0", marker = "python_full_version >= '3.10'" },
    { name = "rain" },
]
sdist = { url = "https://files.pythonhosted.org/anemometer-1.2.tar.gz", hash = "sha256:aa", size = 1 }
wheels = [{ url = "https://files.pythonhosted.org/anemometer-1.2-py3-none-any.whl", hash = "sha256:bb" }]

[package.optional-dependencies]
usb = [{ name = "pyusb" }]

[[package]]
name = "numpy"
version = "1.26.4"
resolution-markers = ["python_full_version < '3.10'"]
wheels = [{ url = "https://files.pythonhosted.org/numpy-1.26.4-cp39.whl", hash = "sha256:cc" }]

[[package]]
name = "numpy"
version = "2.1.0"

[[package]]
name = "pyusb"
version = "1.3"
source = { git = "https://station.example/pyusb.git?rev=main#0123456789abcdef0123456789abcdef01234567" }

[[package]]
name = "snow"
source = { git = "https://station.example/snow.git#89abcdef0123456789abcdef0123456789abcdef" }

[[package]]
name = "hail"
`,
    drawn: `14:1 anemometer 1.2 sha256:aa
  numpy * -> 1.26.4
  numpy * -> 2.1.0
  pyusb * -> 1.3
29:1 numpy 1.26.4 sha256:cc
35:1 numpy 2.1.0
39:1 pyusb 1.3
44:1 snow 89abcdef0123456789abcdef0123456789abcdef
members: ., packages/rain
48:1 ! manifest: this package has no name or no version; it was left out`,
  },
  {
    name: "poetry: the old format keeps hashes at its end; several constraints; a directory",
    path: "poetry.lock",
    text: `[[package]]
name = "Till"
version = "1.0"
category = "main"

[package.dependencies]
"Ledger.Core" = "^1.2"
stock = [{version = ">=2", markers = "os_name == 'nt'"}, {version = "<2", optional = true}]
gone = "*"

[[package]]
name = "ledger_core"
version = "1.4.2"

[[package]]
name = "stock"
version = "1.9"
[[package]]
name = "stock"
version = "2.0"

[[package]]
name = "shelf"
version = "0.1"
[package.source]
type = "directory"
url = "../shelf"

[metadata]
lock-version = "1.1"

[metadata.files]
Till = [{file = "till-1.0-py3-none-any.whl", hash = "sha256:aa"}]
stock = [
  {file = "stock-1.9-py3-none-any.whl", hash = "sha256:b1"},
  {file = "stock-1.9.tar.gz", hash = "sha256:b2"},
  {file = "stock-2.0.tar.gz", hash = "sha256:b3"},
]
`,
    drawn: `1:1 till 1.0 sha256:aa
  ledger-core >=1.2,<2.0 -> 1.4.2
  stock >=2 -> 2.0
  stock <2 -> 1.9
  gone * -> ?
11:1 ledger-core 1.4.2
15:1 stock 1.9 sha256:b2
18:1 stock 2.0 sha256:b3`,
  },
  {
    name: "pdm: extras stand by themselves; old hashes; a project by path",
    path: "pdm.lock",
    text: `[metadata]
lock_version = "4.5.0"

[[package]]
name = "till"
version = "1.0"
extras = ["scan"]
dependencies = ["till==1.0", "lens>=2; os_name == 'nt'"]

[[package]]
name = "till"
version = "1.0"
dependencies = ["ledger"]

[[package]]
name = "lens"
version = "2.5"

[[package]]
name = "shelf"
version = "0.1"
path = "./shelf"

[metadata.files]
"till 1.0" = [{url = "https://files.pythonhosted.org/till-1.0.tar.gz", hash = "sha256:aa"}]
`,
    drawn: `4:1 till 1.0 sha256:aa
  lens >=2 -> 2.5
  ledger * -> ?
15:1 lens 2.5`,
  },
  {
    name: "pylock: dependencies, an archive, a commit, a directory",
    path: "shop/pylock.toml",
    text: `lock-version = "1.0"
created-by = "till"

[[packages]]
name = "till"
version = "1.0"
dependencies = [{ name = "ledger", version = "2.0" }, { name = "stock" }]
archive = { url = "https://shop.example/till-1.0.zip", hashes = { sha512 = "aa" } }

[[packages]]
name = "ledger"
version = "2.0"

[[packages]]
name = "stock"
vcs = { type = "git", url = "https://shop.example/stock.git", commit-id = "0123456789abcdef" }

[[packages]]
name = "shelf"
directory = { path = "shelf", editable = true }
`,
    drawn: `4:1 till 1.0 sha512:aa
  ledger * -> 2.0
  stock * -> 0123456789abcdef
10:1 ledger 2.0
14:1 stock 0123456789abcdef`,
  },
  {
    name: "pylock: one of several",
    path: "pylock.docs.toml",
    text: '[[packages]]\nname = "sphinx"\nversion = "8"\n',
    drawn: "1:1 sphinx 8\nnot whole",
  },
  {
    name: "Pipfile.lock: categories, a commit, a path, a duplicate",
    path: "Pipfile.lock",
    text: `{
  "_meta": {"pipfile-spec": 6},
  "default": {
    "till": {"version": "==1.0", "hashes": ["sha256:aa", "sha256:bb"]},
    "stock": {"git": "https://shop.example/stock.git", "ref": "0123456789abcdef"},
    "shelf": {"path": "./shelf", "editable": true},
    "gone": {}
  },
  "develop": {"till": {"version": "==1.0"}, "pytest": {"version": "==8"}, "pytest": {"version": "==9"}}
}
`,
    drawn: `4:5 till 1.0 sha256:aa
5:5 stock 0123456789abcdef
9:75 pytest 9
9:75 ! manifest: the key "pytest" stands here again; the last one counts
7:5 ! manifest: gone has no version here; it was left out`,
  },
  {
    name: "pixi: both registries, requirements of extras, this repository's own project",
    path: "pixi.lock",
    text: `version: 6
environments:
  default:
    packages:
      linux-64:
      - conda: https://conda.anaconda.org/conda-forge/noarch/python-dateutil-2.9.0-pyhd8ed1ab_1.conda
packages:
- conda: https://conda.anaconda.org/conda-forge/noarch/python-dateutil-2.9.0-pyhd8ed1ab_1.conda
  sha256: cc
  depends:
  - python >=3.9
  purls:
  - pkg:pypi/py-dateutil?source=hash-mapping
- pypi: https://files.pythonhosted.org/till-1.0-py3-none-any.whl
  name: till
  version: '1.0'
  sha256: aa
  requires_dist:
  - Ledger>=2 ; python_full_version < '3.12'
  - pytest ; extra == 'test'
  requires_python: '>=3.9'
- pypi: https://files.pythonhosted.org/ledger-2.1-py3-none-any.whl
  name: ledger
  version: '2.1' # newest
- pypi: ./
  name: shop
  version: 0.1.0
`,
    drawn: `14:3 till 1.0 sha256:aa
  ledger >=2 -> 2.1
22:3 ledger 2.1
besides: python-dateutil, py-dateutil
not whole
0:0 ! unsupported: conda's packages are known by their names alone: python-dateutil`,
  },
  {
    name: "conda-lock",
    path: "conda-lock.yml",
    text: `version: 1
metadata:
  platforms:
  - linux-64
package:
- name: numpy
  version: 2.1.0
  manager: conda
  dependencies:
    python: '>=3.9'
- name: till
  version: "1.0"
  manager: pip
  dependencies:
    ledger: '>=2'
    stock: ''
  hash:
    sha256: aa
- name: ledger
  version: 2.1
  manager: pip
  dependencies: {}
`,
    drawn: `11:3 till 1.0 sha256:aa
  ledger >=2 -> 2.1
  stock * -> ?
19:3 ledger 2.1
besides: numpy
not whole
0:0 ! unsupported: conda's packages are known by their names alone: numpy`,
  },
  {
    name: "a merge that was not finished: the tables around it are kept",
    path: "uv.lock",
    text: `[[package]]
name = "till"
version = "1.0"

[[package]]
name = "stock"
<<<<<<< HEAD
version = "2.0"
=======

[[package]]
name = "ledger"
version = "3.0"
`,
    drawn: `1:1 till 1.0
11:1 ledger 3.0
7:1 ! manifest: the file is not TOML: Invalid TOML document: illegal character in key`,
  },
  {
    name: "JSON that ends within",
    path: "Pipfile.lock",
    text: '{"default": {\n "till": {"version": "==1.0"},\n "stock": {"vers',
    drawn: `2:2 till 1.0
3:12 ! manifest: the file is not JSON; what could be read of it was
3:2 ! manifest: stock has no version here; it was left out`,
  },
  {
    name: "YAML of another kind",
    path: "pixi.lock",
    text: 'packages:\n- pypi: https://files.pythonhosted.org/till-1.0.tar.gz\n  name: till\n  version: "1"\n  ? [odd]\n',
    drawn: `2:3 till 1
5:3 ! manifest: this line is not read here`,
  },
  {
    name: "a list that is none",
    path: "poetry.lock",
    text: 'package = "till"\n',
    drawn: '1:12 ! manifest: "package" should be a list of tables',
  },
  {
    name: "headers within a text do not count",
    path: "poetry.lock",
    text: '[[package]]\nname = "till"\nversion = "1"\ndescription = """\n[[package]]\n"""\n[[package]]\nname = "stock"\nversion = "2"\n',
    drawn: "1:1 till 1\n7:1 stock 2",
  },
];

test.each(cases)("$name", ({ path, text, drawn }) => {
  expect(draw(path, text)).toBe(drawn);
});

const names = ["uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "Pipfile.lock", "pixi.lock", "conda-lock.yml"];

describe.each(names)("%s, whatever stands in it", (name) => {
  const own = cases.filter(({ path }) => path.endsWith(name)).map(({ text }) => text);

  test("arbitrary text does no harm", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const { manifest } = readManifest(name, text);
        expect(manifest?.kind).toBe("lock");
      }),
      { numRuns: 150 },
    );
  });

  test("a real one that is cut, or has something put in, does no harm", () => {
    fc.assert(
      fc.property(fc.constantFrom(...own), fc.nat(), fc.nat(30), fc.string({ maxLength: 8 }), (text, at, cut, put) => {
        const place = at % text.length;
        const { manifest } = readManifest(name, text.slice(0, place) + put + text.slice(place + cut));
        expect(manifest?.kind).toBe("lock");
      }),
      { numRuns: 150 },
    );
  });
});

/** Processor time in seconds, the least of three. */
function seconds(work: () => void): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  });
  return Math.min(...times);
}

test.each([
  [
    "uv.lock",
    (at: number) =>
      `[[package]]\nname = "p${at}"\nversion = "1.${at}"\nsource = { registry = "https://pypi.org/simple" }\ndependencies = [\n    { name = "p${at + 1}" },\n    { name = "p${at + 7}" },\n]\nwheels = [\n    { url = "https://files.pythonhosted.org/packages/38/0e/p${at}-py3-none-any.whl", hash = "sha256:d405828884fc140aa80a3c667b8beed277f1dfedec42ba031bd6ac3db606ab6c", size = 113592 },\n    { url = "https://files.pythonhosted.org/packages/38/0e/p${at}-cp312.whl", hash = "sha256:d405828884fc140aa80a3c667b8beed277f1dfedec42ba031bd6ac3db606ab6c", size = 113592 },\n]\n\n`,
  ],
  [
    "poetry.lock",
    (at: number) =>
      `[[package]]\nname = "p${at}"\nversion = "1.${at}"\ndescription = "A package among many"\nfiles = [\n    {file = "p${at}-py3-none-any.whl", hash = "sha256:d405828884fc140aa80a3c667b8beed277f1dfedec42ba031bd6ac3db606ab6c"},\n    {file = "p${at}-cp312-cp312-manylinux_2_17_x86_64.whl", hash = "sha256:41cfcc3a4c85d3f05c932da7c26d0201ac36f72abd4435ba90d0464a3ffed703"},\n    {file = "p${at}.tar.gz", hash = "sha256:41cfcc3a4c85d3f05c932da7c26d0201ac36f72abd4435ba90d0464a3ffed703"},\n]\n\n[package.dependencies]\np${at + 1} = ">=1.0,<2"\np${at + 7} = {version = ">=1", markers = "python_version < \\"3.11\\""}\n\n`,
  ],
  [
    "Pipfile.lock",
    (at: number) =>
      `${at === 0 ? '{"default": {\n' : ",\n"}    "p${at}": {\n        "hashes": [\n            "sha256:d405828884fc140aa80a3c667b8beed277f1dfedec42ba031bd6ac3db606ab6c",\n            "sha256:41cfcc3a4c85d3f05c932da7c26d0201ac36f72abd4435ba90d0464a3ffed703"\n        ],\n        "markers": "python_version >= '3.9'",\n        "version": "==1.${at}"\n    }`,
  ],
  [
    "pixi.lock",
    (at: number) =>
      `${at === 0 ? "packages:\n" : ""}- pypi: https://files.pythonhosted.org/packages/02/17/p${at}-1.0-py3-none-any.whl\n  name: p${at}\n  version: 1.${at}\n  sha256: 1539859071065dca379ca592ff76e911cd7965dc466da0040354ab466179189b\n  requires_dist:\n  - p${at + 1}>=1.0\n  - p${at + 7}>=1 ; python_full_version < '3.12'\n`,
  ],
])(
  "4 MB of %s take bounded time",
  (name, entry) => {
    const parts: string[] = [];
    for (let at = 0, length = 0; length < 4 * 1024 * 1024; at++) {
      const part = entry(at);
      length += part.length;
      parts.push(part);
    }
    const text = parts.join("");
    let count = 0;
    const taken = seconds(() => {
      const { manifest } = readManifest(name, text);
      count = manifest?.kind === "lock" ? manifest.entries.length : 0;
    });
    expect(count).toBe(parts.length);
    // 10 MB of real ones took 0.2 to 0.8 s of the processor; the rest is for slow machines.
    expect(taken).toBeLessThan(4);
  },
  60_000,
);
