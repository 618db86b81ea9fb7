/**
 * The configuration of tools, read for one thing: which packages it names. A tool loads its plug-ins, presets and runners
 * by strings, so a package may be in use though nothing imports it. Every string counts, whatever it is for: it can
 * only keep a requirement from being called unused.
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { SourceText } from "../../../files/source-text.ts";
import type { ManifestReader } from "../../language.ts";
import type { JsonNode } from "../../../files/json-node.ts";
import { commandWords } from "../../../files/command-words.ts";
import { readJson } from "../../../files/json-text.ts";
import { type Manifest } from "./manifest.ts";
import { configAliases } from "./config-aliases.ts";
import { pageGlobals } from "./page-globals.ts";
import { styleImports } from "./style-imports.ts";
import { type ToolReading, toolReading } from "./tool-files.ts";

/** Longer strings name no package. */
const maxStringLength = 300;
/** Larger files are data, not configuration. */
const maxTextLength = 1 << 20;

export const toolConfig: ManifestReader<Manifest> = {
  format: "tool configuration",
  hintsOnly: true,
  matches: (name, path) => toolReading(name, path) !== undefined,
  read(file) {
    const { path, text } = file;
    const reading = text.length > maxTextLength ? undefined : toolReading(path.slice(path.lastIndexOf("/") + 1), path);
    return {
      manifest: {
        kind: "tool",
        file: path,
        directory: directoryOf(path),
        strings: stringsOf(file, reading),
        commands: reading === "commands" ? commandWords(text) : new Map(),
        globals: /\.[cm]?[jt]s$/.test(path) ? pageGlobals(text) : new Set(),
        aliases: reading === "strings" ? configAliases(text) : [],
      },
      diagnostics: [],
    };
  },
};

/** What a configuration file may name packages by, to the line of its first mention. */
function stringsOf(file: SourceText, reading: ToolReading | undefined): ReadonlyMap<string, number> {
  switch (reading) {
    case "commands":
    case undefined:
      return new Map();
    case "styles":
      return styleImports(file.text);
    case "page":
      return new Map([...quotedStrings(file.text)].filter(([text]) => text.includes("node_modules/")));
    case "strings":
      return allStrings(file);
  }
}

function allStrings(file: SourceText): ReadonlyMap<string, number> {
  const start = file.text.slice(0, 200).trimStart();
  const json = start.startsWith("{") || start.startsWith("[") || start.startsWith("//") || start.startsWith("/*");
  if (/\.[cm]?[jt]s$/.test(file.path)) return quotedStrings(file.text);
  if (json && !/\.ya?ml$/.test(file.path)) {
    const { root } = readJson(file, "jsonc");
    return jsonStrings(root === undefined ? [] : [root]);
  }
  return words(file.text);
}

/** Keys and values: `"plugins": {"postcss-nested": {}}` names a package by a key. */
export function jsonStrings(roots: readonly JsonNode[]): ReadonlyMap<string, number> {
  const strings = new Map<string, number>();
  const add = (text: string, line: number): void => {
    if (text.length <= maxStringLength && !strings.has(text)) strings.set(text, line);
  };
  const rest: JsonNode[] = [...roots].reverse();
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.kind === "string") add(node.text, node.line);
    else if (node.kind === "array") rest.push(...node.items.toReversed());
    else if (node.kind === "object") {
      for (const { name, line } of node.members) add(name, line);
      rest.push(...node.members.map(({ value }) => value).reverse());
    }
  }
  return strings;
}

/** What stands between quotes in code, comments left out. Escapes are left as they are: no package's name has one. */
function quotedStrings(text: string): ReadonlyMap<string, number> {
  const strings = new Map<string, number>();
  let line = 1;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "\n") line++;
    else if (char === "/" && text[at + 1] === "/") {
      const end = text.indexOf("\n", at);
      at = (end < 0 ? text.length : end) - 1;
    } else if (char === "/" && text[at + 1] === "*") {
      const end = text.indexOf("*/", at + 2);
      const stop = end < 0 ? text.length : end + 1;
      line += countLines(text, at, stop);
      at = stop;
    } else if (char === '"' || char === "'" || char === "`") {
      const end = endOfQuote(text, at, char);
      const string = text.slice(at + 1, Math.min(end, at + 1 + maxStringLength));
      if (!strings.has(string)) strings.set(string, line);
      line += countLines(text, at, end);
      // The end of a line is left for the loop to count.
      at = text[end] === "\n" ? end - 1 : end;
    }
  }
  return strings;
}

/** The closing quote; for a quote that is none (an apostrophe in a regular expression) the end of the line. */
function endOfQuote(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === quote || (char === "\n" && quote !== "`")) return at;
  }
  return text.length;
}

/** Between two places only: a search for the next end of a line could go over the whole text each time. */
function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) lines++;
  return lines;
}

/** YAML and formats of no known grammar: words without quotes, comments left out. */
function words(text: string): ReadonlyMap<string, number> {
  const strings = new Map<string, number>();
  let line = 0;
  for (const row of text.split("\n")) {
    line++;
    if (row.length > 10 * maxStringLength) continue;
    for (const word of row.replace(/(^|\s)#.*$/, "").split(/[\s"',[\]{}]+/)) {
      const name = word.replace(/:$/, "");
      if (name !== "" && !strings.has(name)) strings.set(name, line);
    }
  }
  return strings;
}
