/**
 * `Cargo.toml`, as far as it makes a module for Python: a library that is linked for loading and knows Python's interface.
 * @see https://doc.rust-lang.org/cargo/reference/cargo-targets.html#library
 * @see https://pyo3.rs/latest/building-and-distribution.html
 */
import type { ManifestReader, ManifestReading } from "../../language.ts";
import type { NativeBuild, PythonManifest } from "./manifest.ts";
import { readToml, tableAt, textAt } from "./toml-document.ts";

const interfaces: readonly string[] = ["pyo3", "cpython", "rustpython-vm", "pyo3-ffi"];

export const cargo: ManifestReader<PythonManifest> = {
  format: "Cargo.toml",
  matches: (name) => name === "Cargo.toml",
  read(file): ManifestReading<NativeBuild> {
    // Whether it is well formed is for those to say who read it for Rust's sake.
    const { root } = readToml(file, []);
    const dependencies = tableAt(root, "dependencies");
    if (!interfaces.some((each) => Object.hasOwn(dependencies, each))) return { diagnostics: [] };
    const name = textAt(root, "lib", "name") ?? textAt(root, "package", "name")?.replaceAll("-", "_");
    if (name === undefined) return { diagnostics: [] };
    const source = textAt(root, "lib", "path") ?? "src/lib.rs";
    const extensions = [{ module: name, source }];
    return {
      manifest: { kind: "native-build", path: file.path, requirements: [], extensions, placements: [] },
      diagnostics: [],
    };
  },
};
