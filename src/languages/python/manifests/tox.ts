/**
 * tox: `tox.ini`, its section in `setup.cfg`, `tox.toml` and the table `tool.tox` of `pyproject.toml`, as far as they say
 * what is installed into the environments of tests.
 * @see https://tox.wiki/en/latest/config.html
 */
import type { ManifestReader } from "../../language.ts";
import type { SourceText } from "../../../files/source-text.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { RequirementScope } from "../../../model/requirement.ts";
import { type IniFile, type IniLine, readIni } from "./ini.ts";
import type { DeclaredRequirement, EnvironmentFile, NamedFile, PythonManifest } from "./manifest.ts";
import { noPathSettings } from "./path-settings.ts";
import { readRequirementLine } from "./requirements.ts";
import { listAt, readToml, tableAt, textAt, type TomlDocument } from "./toml-document.ts";
import type { TomlPath } from "./toml-positions.ts";
import { iniSettings } from "./tool-configurations.ts";

export const toxFiles: readonly ManifestReader<PythonManifest>[] = [
  {
    format: "tox.ini",
    matches: (name) => name === "tox.ini",
    read(file) {
      const diagnostics: Diagnostic[] = [];
      const ini = readIni(file.text);
      return {
        manifest: environment(file.path, readToxIni(ini, file.path, diagnostics), iniSettings(ini)),
        diagnostics,
      };
    },
  },
  {
    format: "tox.toml",
    matches: (name) => name === "tox.toml",
    read(file: SourceText) {
      const diagnostics: Diagnostic[] = [];
      return {
        manifest: environment(file.path, readToxTables(readToml(file, diagnostics), [], diagnostics)),
        diagnostics,
      };
    },
  },
];

/** What the environments of tox are filled with. */
export interface ToxNeeds {
  readonly requirements: readonly DeclaredRequirement[];
  readonly links: readonly NamedFile[];
  /** Whether some of it is put together only when tox runs. */
  readonly computed: boolean;
}

function environment(path: string, needs: ToxNeeds, settings = noPathSettings): EnvironmentFile {
  const { requirements, links, computed } = needs;
  return {
    kind: "environment",
    path,
    of: "project-around",
    requirements,
    links,
    conda: [],
    mixed: true,
    ...(computed ? { open: "tests" } : {}),
    settings,
  };
}

/** Lines of `deps`, one after another, to what they ask for. */
class DepsReader {
  readonly #file: string;
  readonly #diagnostics: Diagnostic[];
  readonly #requirements: DeclaredRequirement[] = [];
  readonly #links: NamedFile[] = [];
  #computed = false;

  constructor(file: string, diagnostics: Diagnostic[]) {
    this.#file = file;
    this.#diagnostics = diagnostics;
  }

  line({ text, line, column }: IniLine, group: string): void {
    // `py310,lint: mypy`: only in environments of these factors.
    const factors = /^!?[\w.{},!-]+:[ \t]+/.exec(text)?.[0] ?? "";
    const rest = text.slice(factors.length);
    const place = { text: rest.replace(/\{(?:toxinidir|tox_root)\}/g, "."), line, column: column + factors.length };
    // What another section lists is read there.
    if (/^\{\[[^\]]*\]\s*\w+\}$/.test(rest)) return;
    if (place.text.includes("{")) return this.computed(line, place.column);
    const where = {
      file: this.#file,
      scope: scopeOf(group),
      ...(group === "testenv" ? {} : { group }),
      // Those of other factors are other environments, too.
      environment: `${this.#file} ${group} ${factors}`,
    };
    const read = readRequirementLine(place, where, this.#diagnostics);
    if (read === undefined) return;
    if ("kind" in read) this.#links.push({ ...read, scope: where.scope });
    else this.#requirements.push(read);
  }

  /** One diagnostic for all that is put together when tox runs, at its first place. */
  computed(line: number, column: number): void {
    if (!this.#computed) {
      const message = "some requirements are put together when tox runs; only those written out were read";
      this.#diagnostics.push({ code: "unsupported", file: this.#file, line, column, message });
    }
    this.#computed = true;
  }

  get needs(): ToxNeeds {
    return { requirements: this.#requirements, links: this.#links, computed: this.#computed };
  }
}

function scopeOf(group: string): RequirementScope {
  return /^(?:lint|docs?|format|style|mypy|types?|typing|build|release|dev)\b/.test(group) ? "dev" : "test";
}

export function readToxIni(ini: IniFile, file: string, diagnostics: Diagnostic[]): ToxNeeds {
  const reader = new DepsReader(file, diagnostics);
  for (const [section, options] of ini) {
    const name = section === "testenv" ? section : /^testenv:(.+)$/.exec(section)?.[1];
    if (name === undefined) continue;
    for (const line of options.get("deps") ?? []) reader.line(line, name);
  }
  return reader.needs;
}

/** The tables of `tox.toml`, or those below a key of another document. */
export function readToxTables(document: TomlDocument, top: readonly string[], diagnostics: Diagnostic[]): ToxNeeds {
  const reader = new DepsReader(document.path, diagnostics);
  const list = (path: TomlPath, group: string): void => {
    const keys = path.map(String);
    const text = textAt(document.root, ...keys);
    const entries = text === undefined ? listAt(document.root, ...keys) : [text];
    for (const [index, entry] of entries.entries()) {
      const { line, column } = document.place(text === undefined ? [...path, index] : path);
      if (typeof entry === "string")
        for (const each of entry.split("\n")) reader.line({ text: each.trim(), line, column }, group);
      // A reference to another table is read there; what depends on the environment is not known.
      else if (textAt(entry, "replace") !== "ref") reader.computed(line, column);
    }
  };
  list([...top, "env_run_base", "deps"], "testenv");
  for (const name of Object.keys(tableAt(document.root, ...top, "env"))) list([...top, "env", name, "deps"], name);
  const legacy = textAt(document.root, ...top, "legacy_tox_ini");
  if (legacy !== undefined) {
    const { line } = document.place([...top, "legacy_tox_ini"]);
    for (const [section, options] of readIni(legacy)) {
      const name = section === "testenv" ? section : /^testenv:(.+)$/.exec(section)?.[1];
      if (name === undefined) continue;
      for (const each of options.get("deps") ?? []) reader.line({ ...each, line: each.line + line - 1 }, name);
    }
  }
  return reader.needs;
}
