/**
 * Entry points: what a manifest names to be loaded from outside, commands and plug-ins of other programs.
 * @see https://packaging.python.org/en/latest/specifications/entry-points/
 */
import type { EntryPoint } from "../../../model/project.ts";
import type { IniFile } from "./ini.ts";
import type { Literal } from "./python-literals.ts";
import { isTable, tableAt, textAt, type TomlDocument, type TomlTable } from "./toml-document.ts";

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const part = "[\\p{XID_Start}_]\\p{XID_Continue}*";
const dotted = `${part}(?:\\.${part})*`;
/** `shop.till:main [extra]`; a plug-in may be a module alone. */
const reference: RegExp = new RegExp(`^\\s*(${dotted})\\s*(?::\\s*(${dotted}))?\\s*(?:\\[[^\\]]*\\]\\s*)?$`, "u");

/** Undefined for text that is no object reference. */
function entryPoint(group: string, name: string, text: string, place: Place): EntryPoint | undefined {
  const [, module, object] = reference.exec(text) ?? [];
  if (module === undefined) return undefined;
  // What is asked for in an object is found in the object: only its first part is in the module.
  const [attribute] = object?.split(".", 1) ?? [];
  return { group, name, module, ...(attribute === undefined ? {} : { attribute }), ...place };
}

/** Those of `pyproject.toml`, in the tables of PEP 621 and in those of Poetry, Flit and PDM. */
export function tomlEntryPoints(document: TomlDocument): readonly EntryPoint[] {
  const { root } = document;
  const read = (group: string, path: readonly string[]): readonly EntryPoint[] =>
    Object.entries(tableAt(root, ...path)).flatMap(([name, value]) => {
      const found = referenceOf(value);
      if (found === undefined) return [];
      const place = document.place(found.key === undefined ? [...path, name] : [...path, name, found.key]);
      return entryPoint(group, name, found.text, { file: document.path, ...place }) ?? [];
    });
  const groups = (path: readonly string[]): readonly EntryPoint[] =>
    Object.keys(tableAt(root, ...path)).flatMap((group) => read(group, [...path, group]));
  return [
    ...read("console_scripts", ["project", "scripts"]),
    ...read("gui_scripts", ["project", "gui-scripts"]),
    ...groups(["project", "entry-points"]),
    // https://python-poetry.org/docs/pyproject/#scripts
    ...read("console_scripts", ["tool", "poetry", "scripts"]),
    ...groups(["tool", "poetry", "plugins"]),
    // https://flit.pypa.io/en/stable/pyproject_toml.html#scripts-section
    ...read("console_scripts", ["tool", "flit", "scripts"]),
    ...groups(["tool", "flit", "entrypoints"]),
    ...pdmCalls(document),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
}

function referenceOf(value: unknown): { readonly text: string; readonly key?: string } | undefined {
  if (typeof value === "string") return { text: value };
  if (!isTable(value) || textAt(value, "type") === "file") return undefined;
  for (const key of ["reference", "callable"]) {
    const text = textAt(value, key);
    if (text !== undefined) return { text, key };
  }
  return undefined;
}

/** `{ call = "shop.till:main('cash')" }`: its other scripts are command lines. @see https://pdm-project.org/latest/usage/scripts/#call */
function pdmCalls(document: TomlDocument): readonly EntryPoint[] {
  const scripts: TomlTable = tableAt(document.root, "tool", "pdm", "scripts");
  return Object.entries(scripts).flatMap(([name, value]) => {
    const call = textAt(value, "call");
    if (call === undefined) return [];
    const place = { file: document.path, ...document.place(["tool", "pdm", "scripts", name, "call"]) };
    return entryPoint("pdm", name, call.replace(/\(.*\)\s*$/s, ""), place) ?? [];
  });
}

/** Those of `setup.cfg`: a group an option, an entry a line. */
export function iniEntryPoints(ini: IniFile, file: string): readonly EntryPoint[] {
  return [...(ini.get("options.entry_points") ?? [])].flatMap(([group, lines]) =>
    lines.flatMap(({ text, line, column }) => {
      const equals = text.indexOf("=");
      const value = text.slice(equals + 1);
      const at = column + equals + 1 + value.length - value.trimStart().length;
      return equals < 0
        ? []
        : (entryPoint(group, text.slice(0, equals).trim(), value, { file, line, column: at }) ?? []);
    }),
  );
}

/** Counts offsets of a text as lines and columns. */
export type Locate = (offset: number) => { readonly line: number; readonly column: number };

/** Those of `setup(entry_points=...)`: a dictionary of lists, or one text as an INI file has it. */
export function literalEntryPoints(value: Literal | undefined, file: string, locate: Locate): readonly EntryPoint[] {
  const lines = (group: string, { text, at }: Literal & { readonly kind: "text" }): readonly EntryPoint[] => {
    const found: EntryPoint[] = [];
    let current = group;
    let start = at;
    for (const line of text.split("\n")) {
      const header = /^\s*\[\s*([^\]]+?)\s*\]\s*$/.exec(line)?.[1];
      const equals = line.indexOf("=");
      if (header !== undefined) current = header;
      else if (equals >= 0) {
        const reference = line.slice(equals + 1);
        const offset = start + equals + 1 + reference.length - reference.trimStart().length;
        const entry = entryPoint(current, line.slice(0, equals).trim(), reference, { file, ...locate(offset) });
        if (entry !== undefined) found.push(entry);
      }
      start += line.length + 1;
    }
    return found;
  };
  if (value?.kind === "text") return lines("", value);
  if (value?.kind !== "map") return [];
  return value.entries.flatMap(([group, list]) => {
    const items = list.kind === "list" ? list.items : [list];
    return items.flatMap((item) => (item.kind === "text" ? lines(group, item) : []));
  });
}
