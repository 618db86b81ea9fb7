/**
 * Files beside package.json that say which directories are members: pnpm-workspace.yaml and lerna.json.
 * @see https://pnpm.io/pnpm-workspace_yaml
 * @see https://lerna.js.org/docs/api-reference/configuration
 */
import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import type { SourceText } from "../../../files/source-text.ts";
import { type Diagnostic, fileDiagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { JsonFields, type PlacedText } from "./json-fields.ts";
import { readJson } from "./json-text.ts";
import { directoryOf, type Manifest, type WorkspaceManifest } from "./manifest.ts";

const require = createRequire(import.meta.url);

export const pnpmWorkspace: ManifestReader<Manifest> = {
  format: "pnpm-workspace.yaml",
  matches: (name) => name === "pnpm-workspace.yaml",
  read: readPnpmWorkspace,
};

export const lernaJson: ManifestReader<Manifest> = {
  format: "lerna.json",
  matches: (name) => name === "lerna.json",
  read: readLerna,
};

/** Larger or deeper than any that a person writes: a parser of YAML is no place for hostile input. */
const maxYamlLength = 1 << 20;
const maxYamlDepth = 100;
/** After so many complaints a file says nothing new. */
const maxDiagnostics = 5;

function readPnpmWorkspace(file: SourceText): ManifestReading<WorkspaceManifest> {
  const refusal = refuse(file.text);
  if (refusal !== undefined) return { diagnostics: [fileDiagnostic("manifest", file.path, refusal)] };
  // Loaded by the first such file: most trees have none, and it costs more than all the other modules of this folder.
  const { isMap, isScalar, isSeq, LineCounter, parseDocument } = require("yaml") as typeof Yaml;
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, logLevel: "silent" });
  const diagnostics: Diagnostic[] = document.errors.slice(0, maxDiagnostics).map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { code: "manifest", file: file.path, line, column: col, message: firstLine(error.message) };
  });
  const { contents } = document;
  const list: unknown = isMap(contents) ? contents.get("packages", true) : undefined;
  const patterns: PlacedText[] = [];
  for (const item of isSeq<Yaml.Node>(list) ? list.items : []) {
    if (!isScalar(item) || typeof item.value !== "string") continue;
    const { line, col } = lines.linePos(item.range?.[0] ?? 0);
    patterns.push({ text: item.value, line, column: col });
  }
  return { manifest: workspace(file.path, patterns), diagnostics };
}

/** Why a text is not given to the parser of YAML, which is recursive. */
function refuse(text: string): string | undefined {
  if (text.length > maxYamlLength) return "the file is too long for a list of directories";
  let deepest = 0;
  let brackets = 0;
  let inLine = 0;
  for (const char of text) {
    if (char === "\n") inLine = 0;
    else if (char === "[" || char === "{") brackets++;
    else if (char === "]" || char === "}") brackets = Math.max(0, brackets - 1);
    // Indents, dashes and question marks at the start of a line nest, too.
    else if (char === " " || char === "-" || char === "?") inLine++;
    deepest = Math.max(deepest, brackets, inLine >> 1);
  }
  return deepest > maxYamlDepth ? "the file is nested too deep for a list of directories" : undefined;
}

function firstLine(message: string): string {
  // The place stands beside the message.
  return (message.split("\n", 1)[0] ?? message).replace(/ at line \d+, column \d+:$/, "");
}

/** Without `packages`, Lerna asks the package manager, whose own files say it. */
function readLerna(file: SourceText): ManifestReading<WorkspaceManifest> {
  const { root, diagnostics } = readJson(file, "jsonc");
  const fields = new JsonFields(file.path);
  const patterns = root?.kind === "object" ? fields.strings(fields.members(root), "packages") : undefined;
  return {
    ...(patterns === undefined ? {} : { manifest: workspace(file.path, patterns) }),
    diagnostics: [...diagnostics, ...fields.diagnostics],
  };
}

function workspace(file: string, patterns: readonly PlacedText[]): WorkspaceManifest {
  return { kind: "workspace", file, directory: directoryOf(file), patterns };
}
