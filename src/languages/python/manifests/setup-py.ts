/**
 * `setup.py`, read without running it: what `setup(...)` is given as literals.
 * @see https://setuptools.pypa.io/en/latest/references/keywords.html
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { LineCounter } from "../../../model/location.ts";
import type { RequirementScope } from "../../../model/requirement.ts";
import { declaredEncoding } from "../encoding.ts";
import { literalEntryPoints } from "./entry-points.ts";
import type { DeclaredRequirement, NamedFile, ProjectManifest, PythonManifest } from "./manifest.ts";
import { LayoutBuilder, type PackageLayout } from "./package-layout.ts";
import { noPathSettings } from "./path-settings.ts";
import { findSetupCall, type Literal, type SetupCall } from "./python-literals.ts";
import { setupExtensions } from "./setup-extensions.ts";
import { platformsByClassifiers } from "./target-platforms.ts";
import { requiredPython } from "./required-python.ts";
import { readRequirement } from "./written-requirement.ts";

export const setupPy: ManifestReader<PythonManifest> = {
  format: "setup.py",
  matches: (name) => name === "setup.py",
  encoding: declaredEncoding,
  read(file): ManifestReading<ProjectManifest> {
    const diagnostics: Diagnostic[] = [];
    const manifest = readSetupPy(file, diagnostics);
    return { ...(manifest === undefined ? {} : { manifest }), diagnostics };
  },
};

/** Undefined for a file that sets nothing up: it is only called like one. */
function readSetupPy(file: SourceText, diagnostics: Diagnostic[]): ProjectManifest | undefined {
  const call = findSetupCall(file.text);
  if (call === undefined) return undefined;
  const reader = new SetupReader(file, diagnostics);
  const argument = (name: string): Literal | undefined => call.arguments.get(name);
  const name = textOf(argument("name"));
  const version = textOf(argument("version"));
  const python = argument("python_requires");
  const requiresPython =
    python?.kind === "text" ? requiredPython(file.path, python.text, reader.place(python.at)) : undefined;
  const platforms = platformsByClassifiers(textsOf(argument("classifiers")));
  const extras = argument("extras_require");
  const requirements = [
    ...reader.list(argument("install_requires"), "runtime"),
    ...reader.list(argument("setup_requires"), "build"),
    ...reader.list(argument("tests_require"), "test"),
    ...(extras?.kind === "map" ? extras.entries.flatMap(([group, value]) => reader.extra(group, value)) : []),
    ...(extras?.kind === "unknown" ? reader.list(extras, "optional") : []),
  ];
  reader.report(call.at);
  const { roots, placements } = readLayout(call);
  return {
    kind: "project",
    format: "setup.py",
    path: file.path,
    isProject: true,
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(requiresPython === undefined ? {} : { requiresPython }),
    ...(platforms === undefined ? {} : { platforms }),
    requirements,
    conda: [],
    files: reader.files,
    dynamicDependencies: /^(?:unknown|file)$/.test(argument("install_requires")?.kind ?? ""),
    entryPoints: literalEntryPoints(argument("entry_points"), file.path, (offset) => reader.place(offset)),
    sourceDirectories: roots,
    generatedFiles: scmFiles(argument("use_scm_version")),
    extensions: setupExtensions(file.text),
    placements,
    settings: noPathSettings,
  };
}

function textOf(value: Literal | undefined): string | undefined {
  return value?.kind === "text" ? value.text : undefined;
}

function textsOf(value: Literal | undefined): readonly string[] {
  return value?.kind === "list" ? value.items.flatMap((item) => textOf(item) ?? []) : [];
}

/** What is listed or found without a directory lies beside the file. */
function readLayout(call: SetupCall): PackageLayout {
  const layout = new LayoutBuilder();
  const mapped = call.arguments.get("package_dir");
  for (const [name, value] of mapped?.kind === "map" ? mapped.entries : []) {
    if (value.kind === "text") layout.place(name, value.text);
  }
  const listed = call.arguments.get("packages");
  const modules = call.arguments.get("py_modules");
  const items = [listed, modules].flatMap((value) => (value?.kind === "list" ? value.items : (value ?? [])));
  for (const item of items) {
    const isHere = item.kind === "packages" ? item.directory === "." : item.kind === "text";
    if (item.kind === "packages" && item.directory !== undefined && !isHere) layout.root(item.directory);
    else if (isHere && mapped === undefined) layout.root("");
  }
  return layout.layout;
}

/** @see https://setuptools-scm.readthedocs.io/en/latest/config/ */
function scmFiles(value: Literal | undefined): readonly string[] {
  if (value?.kind !== "map") return [];
  return value.entries.flatMap(([key, file]) =>
    (key === "write_to" || key === "version_file") && file.kind === "text" ? [file.text] : [],
  );
}

function withMarker(requirement: DeclaredRequirement, condition: string): DeclaredRequirement {
  const { marker } = requirement;
  return { ...requirement, marker: marker === undefined ? condition : `(${marker}) and (${condition})` };
}

class SetupReader {
  readonly #file: SourceText;
  readonly #diagnostics: Diagnostic[];
  readonly #lines: LineCounter;
  readonly #unread: number[] = [];
  /** Files that lists are read from when the program runs. */
  readonly files: NamedFile[] = [];

  constructor(file: SourceText, diagnostics: Diagnostic[]) {
    this.#file = file;
    this.#diagnostics = diagnostics;
    this.#lines = new LineCounter(file.text);
  }

  place(offset: number): { readonly line: number; readonly column: number } {
    return this.#lines.at(offset);
  }

  /** `"extra:condition"` keys are the old form of a marker. */
  extra(key: string, value: Literal): readonly DeclaredRequirement[] {
    const [group = "", condition] = key.split(":", 2);
    const requirements = this.list(value, group === "" ? "runtime" : "optional", group === "" ? undefined : group);
    return condition === undefined ? requirements : requirements.map((each) => withMarker(each, condition));
  }

  /** A list of requirements, or one string with a requirement a line. What is computed is noted as not read. */
  list(value: Literal | undefined, scope: RequirementScope, group?: string): readonly DeclaredRequirement[] {
    if (value === undefined) return [];
    if (value.kind === "list") return value.items.flatMap((item) => this.list(item, scope, group));
    if (value.kind === "file") {
      const named = group === undefined ? {} : { group };
      const place = this.#lines.at(value.at);
      this.files.push(Object.assign({ kind: "requirements", path: value.path, scope } as const, place, named));
      return [];
    }
    if (value.kind !== "text") {
      this.#unread.push(value.kind === "unknown" ? value.at : 0);
      return [];
    }
    const found: DeclaredRequirement[] = [];
    let at = value.at;
    for (const text of value.text.split("\n")) {
      const place = this.#lines.at(at + text.length - text.trimStart().length);
      at += text.length + 1;
      if (text.trim() === "" || text.trim().startsWith("#")) continue;
      const written = {
        text: text.trim(),
        file: this.#file.path,
        ...place,
        scope,
        ...(group === undefined ? {} : { group }),
      };
      const requirement = readRequirement(written, this.#diagnostics);
      if (requirement !== undefined) found.push(requirement);
    }
    return found;
  }

  /** One diagnostic for all that is computed, at its first place. */
  report(call: number): void {
    const first = this.#unread.find((at) => at > 0) ?? call;
    if (this.#unread.length === 0) return;
    this.#diagnostics.push({
      code: "unsupported",
      file: this.#file.path,
      ...this.#lines.at(first),
      message: "some requirements are computed when the file runs; only those written as literals were read",
    });
  }
}
