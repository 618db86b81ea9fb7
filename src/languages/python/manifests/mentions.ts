/**
 * What the files of a project run or have tools load: commands, modules, plug-ins, to the line of the first mention. A
 * distribution may be in use though nothing imports it.
 */
import { isCommandFile } from "../../../files/command-files.ts";
import { commandWords } from "../../../files/command-words.ts";
import type { SourceText } from "../../../files/source-text.ts";
import { LineCounter } from "../../../model/location.ts";
import type { ManifestReader } from "../../language.ts";
import { type IniFile, readIni } from "./ini.ts";
import type { PythonManifest } from "./manifest.ts";
import type { Mention } from "./mention.ts";
import { mkdocsMentions } from "./mkdocs.ts";
import { readToml, type TomlTable, valueAt } from "./toml-document.ts";
import type { TomlPath } from "./toml-positions.ts";

type Mentions = ReadonlyMap<string, number>;

/** Files that hold nothing else of use. */
export const mentioningFiles: ManifestReader<PythonManifest> = {
  format: "commands and plug-ins",
  hintsOnly: true,
  matches: (name, path) => isCommandFile(name, path) || readers.some(({ form }) => form.test(name)),
  read: ({ path }) => ({ manifest: { kind: "mentions", path, requirements: [] }, diagnostics: [] }),
};

/** The same reader, which notes what the file mentions as well. */
export function withMentions(reader: ManifestReader<PythonManifest>): ManifestReader<PythonManifest> {
  return {
    ...reader,
    read(file) {
      const reading = reader.read(file);
      const { manifest, diagnostics } = reading;
      const mentions = mentionsOf(file);
      if (mentions.size === 0) return manifest?.kind === "mentions" ? { diagnostics } : reading;
      const whole = manifest ?? { kind: "mentions" as const, path: file.path, requirements: [] };
      return { manifest: { ...whole, mentions }, diagnostics };
    },
  };
}

interface MentionReader {
  /** Of the file's name. */
  readonly form: RegExp;
  readonly read: (file: SourceText) => readonly Mention[];
}

/** Longer ones are data. */
const maxTextLength = 1 << 20;

const readers: readonly MentionReader[] = [
  { form: /^pyproject\.toml$/, read: (file) => pyprojectMentions(file) },
  { form: /^(?:tox|setup|\.?mypy|\.?pytest)\.(?:ini|cfg)$/, read: ({ text }) => iniMentions(readIni(text)) },
  {
    form: /^noxfile\.py$/,
    read: ({ text }) =>
      matches(text, /\.run(?:_always|_install)?\(\s*["']([\w.-]+)["'](?:\s*,\s*["']-m["']\s*,\s*["']([\w.-]+)["'])?/g),
  },
  // https://www.mkdocs.org/user-guide/configuration/
  { form: /^mkdocs\.ya?ml$/, read: ({ text }) => mkdocsMentions(text) },
];

function mentionsOf(file: SourceText): Mentions {
  const { path, text } = file;
  if (text.length > maxTextLength) return new Map();
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (isCommandFile(name, path)) return commandWords(text);
  const found = new Map<string, number>();
  for (const { text: word, line } of readers.find(({ form }) => form.test(name))?.read(file) ?? []) {
    if (!found.has(word)) found.set(word, line);
  }
  return found;
}

/** What the groups of a pattern hold. */
function matches(text: string, pattern: RegExp): readonly Mention[] {
  const lines = new LineCounter(text);
  return [...text.matchAll(pattern)].flatMap((match) =>
    match.slice(1).flatMap((group) => (group ? { text: group, line: lines.at(match.index).line } : [])),
  );
}

function commandsIn(text: string, line: number): readonly Mention[] {
  return [...commandWords(text)].map(([word]) => ({ text: word, line }));
}

/** `-p name` of pytest. https://docs.pytest.org/en/stable/how-to/plugins.html */
function pluginOptions(text: string, line: number): readonly Mention[] {
  return [...text.matchAll(/(?:^|\s)-p\s*([\w.-]+)/g)].map((match) => ({ text: match[1] ?? "", line }));
}

function iniMentions(ini: IniFile): readonly Mention[] {
  return [...ini].flatMap(([section, options]) =>
    [...options].flatMap(([option, lines]) =>
      lines.flatMap(({ text, line }) => {
        if (section.startsWith("testenv") && option.startsWith("commands")) return commandsIn(text, line);
        if (/^(?:tool:)?pytest$/.test(section) && option === "addopts") return pluginOptions(text, line);
        if (section !== "mypy" || option !== "plugins") return [];
        return text.split(/[\s,]+/).map((name) => ({ text: name, line }));
      }),
    ),
  );
}

/** Tables of `[tool]` that hold commands, wherever in them they stand. */
const commandTables: readonly (readonly string[])[] = [
  ["poe", "tasks"],
  ["pdm", "scripts"],
  ["taskipy", "tasks"],
  ["hatch", "envs"],
  ["pixi", "tasks"],
  ["pixi", "feature"],
  ["rye", "scripts"],
  ["tox"],
  ["cibuildwheel"],
  ["thx", "jobs"],
];

function pyprojectMentions(file: SourceText): readonly Mention[] {
  const document = readToml(file, []);
  const below = (...path: readonly string[]): readonly Mention[] => {
    const texts = stringsBelow(valueAt(document.root, "tool", ...path), ["tool", ...path]);
    return texts.map((each) => ({ text: each.text, line: document.place(each.path).line }));
  };
  const commands = commandTables.flatMap((path) => below(...path).flatMap(({ text, line }) => commandsIn(text, line)));
  const options = below("pytest", "ini_options", "addopts");
  const plugins = pluginOptions(options.map(({ text }) => text).join(" "), options[0]?.line ?? 0);
  return [...commands, ...below("mypy", "plugins"), ...plugins];
}

/** Keys under which packages are asked for, not run. */
const asking = /^(?:dependencies|extra-dependencies|pypi-dependencies|features|requires|deps|python|platforms)$/;

interface PlacedText {
  readonly text: string;
  readonly path: TomlPath;
}

function stringsBelow(value: unknown, path: TomlPath): readonly PlacedText[] {
  if (typeof value === "string") return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((each, at) => stringsBelow(each, [...path, at]));
  if (!isTable(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => (asking.test(key) ? [] : stringsBelow(each, [...path, key])));
}

function isTable(value: unknown): value is TomlTable {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}
