import { describe, expect, it } from "vitest";
import { drawImports, lines } from "./drawn.ts";

function draw(files: Readonly<Record<string, string>>, path: string): string {
  return drawImports({ "pyproject.toml": '[project]\nname = "station"\n', ...files }, path);
}

describe("files that are pasted in", () => {
  const code = 'import tides\ninclude "units.pxi"\nfrom .gauge cimport Gauge\n';
  const others = { "tides.py": "", "station/__init__.py": "", "station/gauge.pyx": "", "station/wind.pyx": code };

  const absent = "unresolved:python/station/units.pxi ~inferred";

  it.each([
    ["beside", { "station/units.pxi": "", "units.pxi": "" }, "station/units.pxi"],
    ["beside, made from a template", { "station/units.pxi.in": "", "units.pxi": "" }, "station/units.pxi.in"],
    ["in the directory of the project", { "units.pxi": "", "lib/units.pxi": "" }, "units.pxi ~inferred"],
    ["in one directory of any", { "lib/units.pxi": "", "lib/old_units.pxi": "" }, "lib/units.pxi ~inferred"],
    ["in one of two directories", { "lib/units.pxi": "", "more/units.pxi": "" }, absent],
    ["nowhere", {}, absent],
    [
      "nowhere, for git ignores it",
      { ".gitignore": "*.pxi\n" },
      absent.replace(" ", " {git ignores station/units.pxi} "),
    ],
  ])("%s", (_, files, target) => {
    const [first, second, third, ...more] = draw({ ...others, ...files }, "station/wind.pyx").split("\n");
    expect([first, third, ...more]).toEqual(["1 tides -> tides.py", "3 .gauge -> station/gauge.pyx"]);
    expect(second).toBe(`2 units.pxi -> ${target}`);
  });

  it("by paths, and never out of the repository", () => {
    const wind = 'include "../units/wind.pxi"\ninclude "/etc/passwd"\ninclude "../../units/wind.pxi"\n';
    expect(draw({ "station/wind.pyx": wind, "units/wind.pxi": "" }, "station/wind.pyx")).toBe(
      lines(
        "1 ../units/wind.pxi -> units/wind.pxi",
        "2 /etc/passwd -> unresolved:python//etc/passwd ~inferred",
        "3 ../../units/wind.pxi -> unresolved:python/../../units/wind.pxi ~inferred",
      ),
    );
  });
});

describe("definitions of the same name", () => {
  it.each([
    ["of Cython", { "vane.pyx": "", "vane.pxd": "" }, "vane.pyx", "0 vane.pxd -> vane.pxd [typeOnly]"],
    [
      "of a package",
      { "a/__init__.pyx": "", "a/__init__.pxd": "" },
      "a/__init__.pyx",
      "0 __init__.pxd -> a/__init__.pxd [typeOnly]",
    ],
    [
      "of Python that may be compiled",
      { "vane.py": "", "vane.pxd": "" },
      "vane.py",
      "0 vane.pxd -> vane.pxd [typeOnly] ~inferred",
    ],
    ["of Cython beside Python", { "vane.py": "", "vane.pyx": "", "vane.pxd": "" }, "vane.py", ""],
    ["none of what is pasted in", { "vane.pxi": "", "vane.pxd": "" }, "vane.pxi", ""],
    ["none of their own", { "vane.pyx": "", "vane.pxd": "" }, "vane.pxd", ""],
    ["none of another directory", { "vane.pyx": "", "lib/vane.pxd": "" }, "vane.pyx", ""],
  ])("%s", (_, files, path, drawing) => {
    expect(draw(files, path)).toBe(drawing);
  });

  it("once, and before all imports", () => {
    const files = {
      "vane.pyx": "import tides\nimport calm\n",
      "vane.pxd": "cimport tides\n",
      "tides.py": "",
      "calm.py": "",
    };
    expect(draw(files, "vane.pyx")).toBe(
      lines("0 vane.pxd -> vane.pxd [typeOnly]", "1 tides -> tides.py", "2 calm -> calm.py"),
    );
  });
});
