/**
 * `CMakeLists.txt`, as far as its commands name modules for Python in so many words.
 * @see https://pybind11.readthedocs.io/en/stable/cmake/index.html#pybind11-add-module
 * @see https://nanobind.readthedocs.io/en/latest/api_cmake.html#command:nanobind_add_module
 * @see https://cmake.org/cmake/help/latest/module/FindPython.html#command:python_add_library
 */
import type { ManifestReader, ManifestReading } from "../../language.ts";
import type { ExtensionModule, NativeBuild, PythonManifest } from "./manifest.ts";

export const cmake: ManifestReader<PythonManifest> = {
  format: "CMakeLists.txt",
  matches: (name) => name === "CMakeLists.txt",
  read(file): ManifestReading<NativeBuild> {
    const extensions = readExtensions(file.text.replaceAll(/#[^\n]*/g, ""));
    if (extensions.length === 0) return { diagnostics: [] };
    return {
      manifest: { kind: "native-build", path: file.path, requirements: [], extensions, placements: [] },
      diagnostics: [],
    };
  },
};

const command =
  /\b(?:pybind11_add_module|nanobind_add_module|cython_add_module|python[23]?_add_library|python_add_module)\s*\(([^()]*)\)/gi;
const nativeSource = /\.(?:c|cc|cpp|cxx|cu|pyx)$/i;

function readExtensions(text: string): readonly ExtensionModule[] {
  const project = /\bproject\s*\(\s*([A-Za-z_][\w-]*)/i.exec(text)?.[1];
  return [...text.matchAll(command)].flatMap(([, given = ""]) => {
    const [target = "", ...rest] = given
      .replaceAll('"', "")
      .split(/\s+/)
      .filter((word) => word !== "");
    const name = target === "${PROJECT_NAME}" ? project : target;
    if (name === undefined || !/^[A-Za-z_]\w*$/.test(name)) return [];
    const module = outputName(text, target) ?? name;
    const source = rest.find((word) => nativeSource.test(word) && !word.includes("$"));
    return [{ module, ...(source === undefined ? {} : { source }) }];
  });
}

/** `set_target_properties(core PROPERTIES OUTPUT_NAME "_core")` */
function outputName(text: string, target: string): string | undefined {
  for (const [, given = ""] of text.matchAll(/\bset_target_properties\s*\(([^()]*)\)/gi)) {
    const words = given
      .replaceAll('"', "")
      .split(/\s+/)
      .filter((word) => word !== "");
    const name = words[words.indexOf("OUTPUT_NAME") + 1];
    if (words[0] === target && words.includes("OUTPUT_NAME") && name !== undefined && /^\w+$/.test(name)) return name;
  }
  return undefined;
}
