/**
 * Version catalogs that settings declare: `versionCatalogs { create("testLibs") { from(files("x.versions.toml")) } }`, or with
 * their versions, libraries, bundles and plug-ins written out.
 * @see https://docs.gradle.org/current/userguide/version_catalogs.html#sec:version-catalog-declaration
 */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { assembleCatalog, type CatalogLibrary, type CatalogVersion } from "./gradle-catalog-parts.ts";
import type { SettingsCatalog } from "./gradle-model.ts";
import type { RichVersion } from "../versions/rich.ts";
import type { Token } from "./gradle-tokens.ts";

const end: Token = { kind: "end", text: "", template: false, line: 0, column: 0 };

export function readSettingsCatalogs(
  path: string,
  tokens: readonly Token[],
): { readonly catalogs: readonly SettingsCatalog[]; readonly diagnostics: readonly Diagnostic[] } {
  const catalogs: SettingsCatalog[] = [];
  const diagnostics: Diagnostic[] = [];
  const at = (index: number): Token => tokens[index] ?? end;
  for (let index = 0; index < tokens.length; index++) {
    if (at(index).text !== "versionCatalogs" || at(index + 1).text !== "{") continue;
    const close = closing(tokens, index + 1);
    for (let inner = index + 2; inner < close; inner++) {
      if (at(inner).text !== "{" || at(inner).kind !== "sign") continue;
      const name = nameBefore(tokens, inner);
      const last = closing(tokens, inner);
      if (name !== undefined) {
        const made = readCatalog(path, name, tokens.slice(inner + 1, last));
        catalogs.push(made.catalog);
        diagnostics.push(...made.diagnostics);
      }
      inner = last;
    }
    index = close;
  }
  return { catalogs, diagnostics };
}

/** `create("x") {`, `register("x") {`, `x {` */
function nameBefore(tokens: readonly Token[], brace: number): string | undefined {
  const before = tokens[brace - 1];
  if (before?.kind === "word") return before.text;
  const name = tokens[brace - 2];
  return before?.text === ")" && name?.kind === "string" ? name.text : undefined;
}

function closing(tokens: readonly Token[], brace: number): number {
  let depth = 0;
  for (let at = brace; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== "sign") continue;
    if (token.text === "{") depth++;
    else if (token.text === "}" && --depth === 0) return at;
  }
  return tokens.length;
}

interface Call {
  readonly name: string;
  readonly strings: readonly string[];
  readonly words: readonly string[];
  readonly line: number;
}

/** No bundle has more; what is never closed ends here. */
const mostArguments = 500;

/** Calls of one statement after another: `library("a", "g", "n").versionRef("v")` is two. */
function calls(tokens: readonly Token[]): readonly Call[] {
  const out: Call[] = [];
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (token.kind !== "word" || !(next?.text === "(" || next?.kind === "string")) continue;
    const strings: string[] = [];
    const words: string[] = [];
    let depth = 0;
    for (let at = index + 1; at < Math.min(tokens.length, index + mostArguments); at++) {
      const { kind, text } = tokens[at] ?? end;
      if (kind === "sign" && text === "(") depth++;
      else if (kind === "sign" && text === ")") depth--;
      else if (kind === "string") strings.push(text);
      else if (kind === "word") words.push(text);
      else if (kind === "newline" && depth === 0) break;
      if (depth < 0 || (depth === 0 && next?.text === "(")) break;
    }
    out.push({ name: token.text, strings, words, line: token.line });
  }
  return out;
}

function readCatalog(
  path: string,
  name: string,
  tokens: readonly Token[],
): { readonly catalog: SettingsCatalog; readonly diagnostics: readonly Diagnostic[] } {
  const versions = new Map<string, { readonly rich: RichVersion; readonly line: number }>();
  const libraries = new Map<string, CatalogLibrary>();
  const bundles = new Map<string, { readonly aliases: readonly string[]; readonly line: number }>();
  const plugins = new Map<string, { readonly id: string; readonly version: CatalogVersion; readonly line: number }>();
  const diagnostics: Diagnostic[] = [];
  let from: string | undefined;
  /** Gives what was declared last its version. */
  let versioned: ((version: CatalogVersion) => void) | undefined;
  for (const call of calls(tokens)) {
    const [first = "", second, third] = call.strings;
    if (call.name === "from" && call.words.includes("files")) from = first;
    else if (call.name === "from" && first !== "") {
      const message = `the catalog ${first} is published elsewhere: what it names is unknown`;
      diagnostics.push({ code: "unsupported", file: path, line: call.line, column: 1, message });
    } else if (call.name === "version" && second !== undefined) {
      versions.set(first, { rich: { require: second }, line: call.line });
    } else if (call.name === "library" && second !== undefined) {
      const [groupId = "", artifactId = "", version] = third === undefined ? second.split(":") : [second, third];
      const library = { groupId, artifactId, line: call.line };
      libraries.set(first, { ...library, version: required(version) });
      versioned = (given) => libraries.set(first, { ...library, version: given });
    } else if (call.name === "plugin" && second !== undefined) {
      plugins.set(first, { id: second, version: { kind: "none" }, line: call.line });
      versioned = (given) => plugins.set(first, { id: second, version: given, line: call.line });
    } else if (call.name === "bundle") bundles.set(first, { aliases: call.strings.slice(1), line: call.line });
    else if (call.name === "versionRef") versioned?.({ kind: "ref", alias: first });
    else if (call.name === "version" && first !== "") versioned?.(required(first));
  }
  const made = assembleCatalog(path, name, { versions, libraries, bundles, plugins });
  return {
    catalog: { name, from, own: made.catalog },
    diagnostics: [...diagnostics, ...made.diagnostics],
  };
}

function required(version: string | undefined): CatalogVersion {
  return version === undefined ? { kind: "none" } : { kind: "rich", rich: { require: version } };
}
