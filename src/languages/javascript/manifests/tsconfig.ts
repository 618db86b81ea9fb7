/**
 * tsconfig*.json and jsconfig*.json
 * @see https://www.typescriptlang.org/tsconfig/
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { SourceText } from "../../../files/source-text.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { describe, isNull, JsonFields, type PlacedText } from "./json-fields.ts";
import type { JsonMember, JsonNode, JsonObject } from "../../../files/json-node.ts";
import { readJson } from "../../../files/json-text.ts";
import { type Manifest, type PathMapping, type TsConfigManifest } from "./manifest.ts";

type Members = ReadonlyMap<string, JsonMember>;

export const tsconfig: ManifestReader<Manifest> = {
  format: "tsconfig.json",
  matches: (name) => /^[jt]sconfig[^/]*\.json$/.test(name),
  read: readTsConfig,
};

function readTsConfig(file: SourceText): ManifestReading<TsConfigManifest> {
  const { root, diagnostics } = readJson(file, "jsonc");
  const fields = new JsonFields(file.path);
  if (root?.kind !== "object") {
    if (root !== undefined) fields.complain(root, `the file should hold an object, and holds ${describe(root)}`);
    return { diagnostics: [...diagnostics, ...fields.diagnostics] };
  }
  const members = fields.members(root);
  const object = fields.object(members, "compilerOptions");
  const options: Members = object === undefined ? new Map() : fields.members(object);
  const pathsObject = fields.object(options, "paths");
  const optional = {
    baseUrl: fields.string(options, "baseUrl"),
    rootDir: fields.string(options, "rootDir"),
    rootDirs: textsOf(fields.strings(options, "rootDirs")),
    moduleSuffixes: textsOf(fields.strings(options, "moduleSuffixes")),
    customConditions: textsOf(fields.strings(options, "customConditions")),
    outDir: fields.string(options, "outDir"),
    declarationDir: fields.string(options, "declarationDir"),
    verbatimModuleSyntax: booleanOf(options.get("verbatimModuleSyntax")),
    emitDecoratorMetadata: booleanOf(options.get("emitDecoratorMetadata")),
    preserveValueImports: booleanOf(options.get("preserveValueImports")),
    importsNotUsedAsValues: fields.string(options, "importsNotUsedAsValues"),
    paths: pathsObject === undefined ? undefined : readPaths(fields, pathsObject),
    files: textsOf(fields.strings(members, "files")),
    include: textsOf(fields.strings(members, "include")),
    exclude: textsOf(fields.strings(members, "exclude")),
  };
  const manifest: TsConfigManifest = {
    kind: "tsconfig",
    file: file.path,
    directory: directoryOf(file.path),
    extends: readExtends(fields, members),
    references: readReferences(members),
    types: fields.strings(options, "types") ?? [],
    tools: [...textOf(options.get("jsxImportSource")?.value), ...pluginNames(options.get("plugins")?.value)],
    ...present(optional),
  };
  return { manifest, diagnostics: [...diagnostics, ...fields.diagnostics] };
}

/** Without the keys that are undefined. */
function present<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Object.fromEntries knows no keys: the shape is that of the argument.
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function textOf(node: JsonNode | undefined): readonly PlacedText[] {
  return node?.kind === "string" ? [{ text: node.text, line: node.line, column: node.column }] : [];
}

/** Of the language service by `name`, of patched compilers by `transform`. */
function pluginNames(node: JsonNode | undefined): readonly PlacedText[] {
  const plugins = node?.kind === "array" ? node.items : [];
  return plugins.flatMap((plugin) =>
    (plugin.kind === "object" ? plugin.members : [])
      .filter(({ name }) => name === "name" || name === "transform")
      .flatMap(({ value }) => textOf(value)),
  );
}

function booleanOf(member: JsonMember | undefined): boolean | undefined {
  const node = member?.value;
  return node?.kind === "other" && typeof node.value === "boolean" ? node.value : undefined;
}

/** One name, or since TypeScript 5.0 a list of them. */
function readExtends(fields: JsonFields, members: Members): readonly PlacedText[] {
  const value = members.get("extends")?.value;
  if (value === undefined || isNull(value)) return [];
  if (value.kind === "array") return fields.texts(value.items, "extends");
  if (value.kind === "string") return [{ text: value.text, line: value.line, column: value.column }];
  fields.complain(value, `"extends" should be a string, and is ${describe(value)}`);
  return [];
}

function readReferences(members: Members): readonly string[] {
  const value = members.get("references")?.value;
  if (value?.kind !== "array") return [];
  return value.items.flatMap((item) => {
    const path = item.kind === "object" ? item.members.find(({ name }) => name === "path")?.value : undefined;
    return path?.kind === "string" ? [path.text] : [];
  });
}

function readPaths(fields: JsonFields, object: JsonObject): readonly PathMapping[] {
  const mappings: PathMapping[] = [];
  for (const { name: pattern, value, line, column } of fields.members(object).values()) {
    if (pattern.indexOf("*") !== pattern.lastIndexOf("*")) {
      fields.complain({ line, column }, `the pattern "${pattern}" has more than one star`);
    } else if (value.kind !== "array") {
      fields.complain(value, `"${pattern}" should be a list, and is ${describe(value)}`);
    } else {
      const places = fields.texts(value.items, pattern);
      mappings.push({ pattern, targets: places.map(({ text }) => text), places });
    }
  }
  return mappings;
}

function textsOf(texts: readonly PlacedText[] | undefined): readonly string[] | undefined {
  return texts?.map(({ text }) => text);
}
