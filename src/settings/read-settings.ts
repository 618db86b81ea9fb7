/** `depbraid.config.json`, or a `depbraid` key in package.json, or `[tool.depbraid]` in pyproject.toml. */
import { type FileSystem, UnreadableFile } from "../files/file-system.ts";
import type { JsonNode, Place } from "../files/json-node.ts";
import { readJson } from "../files/json-text.ts";
import { tomlLibrary } from "../files/late-libraries.ts";
import { decode } from "../files/source-text.ts";
import { severities } from "../model/conflict.ts";
import { type IgnoreSetting, noSettings, type Settings, type SeveritySetting } from "../model/settings.ts";
import { readAliases } from "./aliases.ts";
import { readEnvironment } from "./environment.ts";
import { readGenerated } from "./generated.ts";
import { NodeReader } from "./node-reader.ts";
import { readPackages } from "./packages.ts";
import { SettingsError } from "./problem.ts";
import { readRule } from "./rules.ts";
import { readTags } from "./selectors.ts";
import { readSourceRoots } from "./source-roots.ts";

export const settingsFile = "depbraid.config.json";
export const settingsKeys: readonly string[] = [
  "$schema",
  "severity",
  "ignore",
  "rules",
  "tags",
  "include",
  "exclude",
  "sourceRoots",
  "aliases",
  "generated",
  "packages",
  "environment",
];
export const ignoreKeys: readonly string[] = ["code", "path", "subject", "reason"];

const sizeLimit = 1 << 20;

/** The first that is there. Throws `SettingsError` for one that cannot be taken as it is. */
export function findSettings(fileSystem: FileSystem): Settings {
  const own = read(fileSystem, settingsFile);
  if (own !== undefined) return readSettings(settingsFile, own);
  const manifest = read(fileSystem, "package.json");
  if (manifest?.includes('"depbraid"') === true) {
    const { root } = readJson({ path: "package.json", text: manifest, diagnostics: [] }, "json");
    const member = root?.kind === "object" ? root.members.findLast(({ name }) => name === "depbraid") : undefined;
    if (member?.value.kind === "object") return settingsOf(new NodeReader("package.json"), member.value);
  }
  const project = read(fileSystem, "pyproject.toml");
  if (project?.includes("tool.depbraid") === true) return fromToml("pyproject.toml", project);
  return noSettings;
}

/** The settings of one file's text: JSON with comments. Throws `SettingsError`. */
export function readSettings(file: string, text: string): Settings {
  const { root, diagnostics } = readJson({ path: file, text, diagnostics: [] }, "jsonc");
  if (diagnostics.length > 0)
    throw new SettingsError(diagnostics.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`));
  return root === undefined ? noSettings : settingsOf(new NodeReader(file), root);
}

function read(fileSystem: FileSystem, path: string): string | undefined {
  try {
    return decode(path, fileSystem.read(path, sizeLimit)).text;
  } catch (error) {
    // Most repositories have none of them; what is not a file is none.
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}

/** Values of TOML have no places of their own: problems are told at the table's line. */
function fromToml(file: string, text: string): Settings {
  let root: unknown;
  try {
    root = tomlLibrary().parse(text);
  } catch {
    // The reader of projects says what is wrong with the file.
    return noSettings;
  }
  const tool = isTable(root) && isTable(root["tool"]) ? root["tool"]["depbraid"] : undefined;
  const line = text.slice(0, Math.max(0, text.indexOf("tool.depbraid"))).split("\n").length;
  return tool === undefined ? noSettings : settingsOf(new NodeReader(file), nodeOf(tool, { line, column: 1 }));
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nodeOf(value: unknown, place: Place): JsonNode {
  if (Array.isArray(value)) return { kind: "array", items: value.map((each) => nodeOf(each, place)), ...place };
  if (typeof value === "string") return { kind: "string", text: value, ...place };
  if (typeof value === "boolean" || typeof value === "number") return { kind: "other", value, ...place };
  if (!isTable(value)) return { kind: "other", value: null, ...place };
  const { line, column } = place;
  const members = Object.entries(value).map(([name, each]) => ({ name, value: nodeOf(each, place), line, column }));
  return { kind: "object", members, ...place };
}

function settingsOf(reader: NodeReader, root: JsonNode): Settings {
  const members = reader.object(root, "the configuration", settingsKeys);
  const value = (key: string): JsonNode | undefined => members.get(key)?.value;
  const listed = (key: string): readonly JsonNode[] => {
    const node = value(key);
    return node === undefined ? [] : reader.items(node, `"${key}"`);
  };
  /** What one key says; what is there without it. */
  const read = <T>(key: string, otherwise: T, by: (reader: NodeReader, node: JsonNode) => T): T => {
    const node = value(key);
    return node === undefined ? otherwise : by(reader, node);
  };
  const tags = read("tags", [], readTags);
  const settings: Settings = {
    severities: read("severity", [], readSeverities),
    ignores: listed("ignore").flatMap((node) => readIgnore(reader, node)),
    rules: listed("rules").flatMap((node) => readRule(reader, node, tags)),
    tags,
    choices: {
      sourceRoots: read("sourceRoots", [], readSourceRoots),
      aliases: read("aliases", [], readAliases),
      ...read("generated", { generatedFiles: [], generatedImports: [] }, readGenerated),
      packages: read("packages", [], readPackages),
      environment: read("environment", {}, readEnvironment),
    },
    include: reader.texts(value("include"), '"include"') ?? [],
    exclude: reader.texts(value("exclude"), '"exclude"') ?? [],
  };
  const names = settings.rules.map(({ name }) => name);
  for (const rule of settings.rules)
    if (names.indexOf(rule.name) !== names.lastIndexOf(rule.name))
      reader.complain(rule, `there are several rules called "${rule.name}"`);
  if (reader.problems.length > 0) throw new SettingsError([...new Set(reader.problems)]);
  return settings;
}

function readSeverities(reader: NodeReader, node: JsonNode): readonly SeveritySetting[] {
  return reader.members(node, '"severity"').flatMap(({ name, value, line, column }) => {
    const severity = reader.oneOf(value, `the severity of ${name}`, [...severities, "off"] as const);
    return severity === undefined ? [] : [{ code: name, severity, file: reader.file, line, column }];
  });
}

function readIgnore(reader: NodeReader, node: JsonNode): readonly IgnoreSetting[] {
  const members = reader.object(node, "an entry of ignore", ignoreKeys);
  const text = (key: string): string | undefined => reader.text(members.get(key)?.value, `"${key}"`);
  const [code, path, subject, reason = ""] = [text("code"), text("path"), text("subject"), text("reason")];
  if (code === undefined || reason.trim() === "") {
    reader.complain(node, 'an entry of ignore needs a "code" and a "reason"');
    return [];
  }
  const place = { file: reader.file, line: node.line, column: node.column };
  return [
    { code, reason, ...(path === undefined ? {} : { path }), ...(subject === undefined ? {} : { subject }), ...place },
  ];
}
