import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { drawImports, lines } from "../resolve/drawn.ts";

const site = ".venv/lib/python3.12/site-packages";

/** The files of one installed distribution. */
function installed(
  at: string,
  name: string,
  files: readonly string[],
  requires: readonly string[] = [],
): Readonly<Record<string, string>> {
  const directory = `${at}/${name}-1.0.dist-info`;
  return {
    [`${directory}/RECORD`]: files.map((file) => `${file},,`).join("\n"),
    [`${directory}/METADATA`]: `Name: ${name}\n${requires.map((each) => `Requires-Dist: ${each}\n`).join("")}\n`,
  };
}

const environment = {
  ".venv/pyvenv.cfg": "",
  ...installed(site, "weather_kit", ["wx/__init__.py", "wx/gauge.py"], ["barograph>=2", "ink; extra == 'plot'"]),
  ...installed(site, "barograph", ["baro.py"], ["paper"]),
  ...installed(site, "paper", ["paper/__init__.py"]),
  ...installed(site, "stray", ["stray/__init__.py"]),
  ...installed(site, "google_maps_wind", ["google/maps/wind/__init__.py"]),
  ...installed(site, "types_wx", ["wx-stubs/__init__.pyi"]),
  ...installed(site, "opencv_headless_build", ["cv2/__init__.py"]),
  ...installed(site, "opencv_python", ["cv2/__init__.py"]),
  [`${site}/old-2.0-py3.12.egg-info/top_level.txt`]: "oldest\n",
  // Sources are not read.
  [`${site}/wx/__init__.py`]: "import never_seen\n",
};

describe("what is installed", () => {
  const manifest = '[project]\nname = "station"\ndependencies = ["weather-kit", "opencv-python", "google-maps-wind"]\n';

  it("says which distribution a module is of, and how it came", () => {
    const files = {
      ...environment,
      "pyproject.toml": manifest,
      "station/__init__.py":
        "import wx.gauge\nimport baro, paper\nimport stray\nfrom google.maps import wind\nimport google\nimport cv2\nimport oldest\nimport yaml\n",
    };
    expect(drawImports(files, "station/__init__.py")).toBe(
      lines(
        "1 wx.gauge -> pkg:pypi/weather-kit (declared)",
        "2 baro -> pkg:pypi/barograph (transitive)",
        "2 paper -> pkg:pypi/paper (transitive)",
        "3 stray -> pkg:pypi/stray (undeclared)",
        "4 google.maps.wind -> pkg:pypi/google-maps-wind (declared)",
        "6 cv2 -> pkg:pypi/opencv-python (declared)",
        "7 oldest -> pkg:pypi/old (undeclared)",
        "8 yaml -> pkg:pypi/pyyaml (unknown)",
      ),
    );
  });

  it("serves the members of a workspace, which have none of their own", () => {
    const files = {
      ...environment,
      "pyproject.toml": "[tool.uv.workspace]\nmembers = ['packages/*']\n",
      "packages/wind/pyproject.toml": '[project]\nname = "wind"\ndependencies = ["weather-kit"]\n',
      "packages/wind/wind.py": "import wx\n",
      "packages/rain/pyproject.toml": '[project]\nname = "rain"\n',
      "packages/rain/venv/pyvenv.cfg": "",
      ...installed("packages/rain/venv/Lib/site-packages", "wet", ["wx.py"]),
      "packages/rain/rain.py": "import wx\n",
      "packages/snow/pyproject.toml": '[project]\nname = "snow"\n',
      ...installed("packages/snow/__pypackages__/3.12/lib", "cold", ["wx.py"]),
      "packages/snow/snow.py": "import wx\n",
    };
    expect(drawImports(files, "packages/wind/wind.py")).toBe("1 wx -> pkg:pypi/weather-kit (declared)");
    expect(drawImports(files, "packages/rain/rain.py")).toBe("1 wx -> pkg:pypi/wet (undeclared)");
    expect(drawImports(files, "packages/snow/snow.py")).toBe("1 wx -> pkg:pypi/cold (undeclared)");
  });

  it("gives way to the packages of this repository", () => {
    const files = {
      ".venv/pyvenv.cfg": "",
      ...installed(site, "station_core", ["core/__init__.py"]),
      "core/pyproject.toml": '[project]\nname = "station-core"\n',
      "core/core/__init__.py": "",
      "app/pyproject.toml": '[project]\nname = "app"\n',
      "app/app.py": "import core\n",
    };
    expect(drawImports(files, "app/app.py")).toBe("1 core -> core/core/__init__.py (undeclared) ~inferred");
  });

  it("is nothing without an environment's own mark", () => {
    const files = {
      ...installed("env/lib/python3.12/site-packages", "barograph", ["baro.py"]),
      "main.py": "import baro\n",
    };
    expect(drawImports(files, "main.py")).toBe("1 baro -> unresolved:python/baro");
  });
});

describe("on disk", () => {
  let made: string[] = [];
  afterEach(() => {
    for (const each of made) rmSync(each, { recursive: true, force: true });
    made = [];
  });

  function write(files: Readonly<Record<string, string>>): string {
    const root = mkdtempSync(join(tmpdir(), "depbraid-installed-"));
    made.push(root);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  }

  it("an environment that leads out of the repository is told and not read, nor are its files", async () => {
    const elsewhere = write(
      Object.fromEntries(Object.entries(environment).map(([path, text]) => [path.slice(6), text])),
    );
    const root = write({ "requirements.txt": "weather-kit\n", "main.py": "import baro\n" });
    symlinkSync(elsewhere, join(root, ".venv"));
    const { graph, diagnostics } = await analyze({ root });
    expect(graph.dependencies("file:main.py").map(({ to }) => to)).toEqual(["unresolved:python/baro"]);
    expect(diagnostics.filter(({ message }) => message.includes("what is installed"))).toMatchObject([
      { code: "symlink", file: ".venv" },
    ]);
  });

  it("a metadata file that leads out is not read", async () => {
    const outside = write({ RECORD: "baro.py,,\n" });
    const root = write({
      "requirements.txt": "weather-kit\n",
      "main.py": "import baro\n",
      ".venv/pyvenv.cfg": "",
      [`${site}/barograph-1.0.dist-info/INSTALLER`]: "pip",
    });
    symlinkSync(join(outside, "RECORD"), join(root, `${site}/barograph-1.0.dist-info/RECORD`));
    const { graph } = await analyze({ root });
    expect(graph.dependencies("file:main.py").map(({ to }) => to)).toEqual(["unresolved:python/baro"]);
  });

  it("one within the repository is read where it is", async () => {
    const root = write({
      ...Object.fromEntries(Object.entries(environment).map(([path, text]) => [`tools/${path}`, text])),
      "requirements.txt": "weather-kit\n",
      "main.py": "import baro\n",
    });
    symlinkSync("tools/.venv", join(root, "venv"));
    const { graph } = await analyze({ root });
    expect(graph.dependencies("file:main.py").map(({ to }) => to)).toEqual(["pkg:pypi/barograph"]);
  });
});
