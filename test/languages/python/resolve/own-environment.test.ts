import { expect, it } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";

const header =
  '# /// script\n# requires-python = ">=3.11"\n# dependencies = ["rich", "opencv-python-headless", "till-tools"]\n# ///\n';
const code =
  "import rich.console\nimport cv2, till_tools\nimport requests\nimport json\nimport sys\nif sys.version_info < (3, 9): import yaml\n";

async function undeclared(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { conflicts } = await analyze({ fileSystem: memoryFileSystem(files), only: ["import/undeclared"] });
  return conflicts.map(
    ({ severity, file, line, message, fix }) => `${severity} ${file}:${line} ${message}; ${fix?.message ?? ""}`,
  );
}

it("a script is judged by its own metadata alone, whatever is around it", async () => {
  // What it asks for may bring it along; and without a project even the distribution is a guess.
  const said =
    'bin/report.py:7 requests is imported, but bin/report.py does not declare it; another requirement may bring it, but then it comes and goes with that one; add "requests" to the dependencies of bin/report.py';
  expect(await undeclared({ "bin/report.py": header + code })).toEqual([`info ${said}`]);
  const project = '[project]\nname = "bank"\ndependencies = ["requests", "pyyaml"]\n';
  expect(await undeclared({ "pyproject.toml": project, "bin/report.py": header + code })).toEqual([`warning ${said}`]);
});

it("a script that asks for nothing has nothing", async () => {
  const bare = "# /// script\n# dependencies = []\n# ///\nimport requests\n";
  expect(
    await undeclared({
      "pyproject.toml": '[project]\nname = "bank"\ndependencies = ["requests"]\n',
      "bin/report.py": bare,
    }),
  ).toEqual([
    expect.stringContaining("error bin/report.py:4 requests is imported, but bin/report.py does not declare it"),
  ]);
});

it("the requirements of a script are no one else's", async () => {
  const files = {
    "pyproject.toml": '[project]\nname = "bank"\ndependencies = []\n',
    "bin/report.py": header,
    "bin/other.py": "import rich\n",
  };
  expect(await undeclared(files)).toEqual([
    expect.stringContaining("bin/other.py:1 rich is imported, but pyproject.toml does not declare it"),
  ]);
});

it("a notebook has what it installs, what runs it, and what its project has", async () => {
  const source = ["!pip install till-tools\\n", "import till_tools, rich, IPython\\n", "import requests"];
  const cell = `{"cell_type": "code", "source": [${source.map((line) => `"${line}"`).join(", ")}]}`;
  const files = {
    "pyproject.toml": '[project]\nname = "bank"\ndependencies = ["rich"]\n',
    "notes/rates.ipynb": `{"cells": [${cell}]}`,
  };
  expect(await undeclared(files)).toEqual([expect.stringContaining("notes/rates.ipynb:1 requests is imported")]);
});
