/**
 * The compiled modules that a `setup.py` names: calls of `Extension` and its kin, wherever they stand in the file.
 * @see https://setuptools.pypa.io/en/latest/userguide/ext_modules.html
 */
import { libraryOf } from "./build-backends.ts";
import type { ExtensionModule } from "./manifest.ts";
import { pythonTokens, type PythonToken } from "./python-tokens.ts";

const nativeSource = /\.(?:pyx|c|cc|cpp|cxx|cu|f|f90|rs)$/;

export function setupExtensions(text: string): readonly ExtensionModule[] {
  if (!/Extension\s*\(/.test(text)) return [];
  const tokens = pythonTokens(text);
  const found: ExtensionModule[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "name" || !token.text.endsWith("Extension") || tokens[at + 1]?.text !== "(") continue;
    if (/^(?:class|def)$/.test(tokens[at - 1]?.text ?? "")) continue;
    const extension = readCall(tokens, at + 2);
    if (extension !== undefined) found.push(extension);
  }
  return found;
}

/** The name first, or as `name=`; of the sources the first one. */
function readCall(tokens: readonly PythonToken[], start: number): ExtensionModule | undefined {
  let module: string | undefined;
  let source: string | undefined;
  let keyword = "";
  for (let at = start, depth = 1; depth > 0; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "end") break;
    if (token.kind === "operator") {
      if (/^[([{]$/.test(token.text)) depth++;
      else if (/^[)\]}]$/.test(token.text)) depth--;
    } else if (token.kind === "name" && depth === 1 && tokens[at + 1]?.text === "=") {
      keyword = token.text;
    } else if (token.kind === "string" && !token.formatted) {
      if (depth === 1 && (at === start || keyword === "name")) module ??= token.text;
      else if (keyword === "path" && token.text.endsWith("Cargo.toml")) source ??= libraryOf(token.text);
      else if (nativeSource.test(token.text)) source ??= token.text;
      else if (at === start + 2 && token.text.endsWith("Cargo.toml")) source ??= libraryOf(token.text);
    }
  }
  if (module === undefined || !/^\w+(?:\.\w+)*$/.test(module)) return undefined;
  return { module, ...(source === undefined ? {} : { source }) };
}
