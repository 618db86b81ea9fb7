/**
 * settings.gradle(.kts) and gradle.properties: which projects there are, and values that scripts use.
 * @see https://docs.gradle.org/current/userguide/settings_file_basics.html
 */
import type { ManifestReader } from "../../language.ts";
import type { GradlePlugin, GradleProperties, GradleSettings, GradleText } from "./gradle-model.ts";
import { readPlugin } from "./gradle-plugins.ts";
import { readSettingsCatalogs } from "./gradle-settings-catalogs.ts";
import { type Token, tokenizeGradle } from "./gradle-tokens.ts";
import { type NamePattern, ProjectTree } from "./gradle-tree.ts";

export const gradleSettingsReader: ManifestReader<GradleSettings> = {
  format: "Gradle settings",
  matches: (name) => name === "settings.gradle" || name === "settings.gradle.kts",
  read(file) {
    const tokens = tokenizeGradle(file.text);
    const { catalogs, diagnostics } = readSettingsCatalogs(file.path, tokens);
    return { manifest: { ...makeSettings(file.path, tokens), catalogs, ...readPlugins(tokens) }, diagnostics };
  },
};

export const gradlePropertiesReader: ManifestReader<GradleProperties> = {
  format: "Gradle properties",
  matches: (name) => name === "gradle.properties",
  read: (file) => ({
    manifest: { kind: "gradle-properties", path: file.path, values: readProperties(file.text) },
    diagnostics: [],
  }),
};

const end: Token = { kind: "end", text: "", template: false, line: 0, column: 0 };

/** `plugins { ... }`, in `pluginManagement { ... }` and beside it. */
function readPlugins(tokens: readonly Token[]): Pick<GradleSettings, "plugins" | "managedPlugins"> {
  const plugins: GradlePlugin[] = [];
  const managedPlugins: GradlePlugin[] = [];
  let depth = 0;
  /** Depth of the block that only manages, while it is open. */
  let management = 0;
  let within = false;
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind === "sign" && text === "{") {
      depth++;
      const name = tokens[index - 1]?.text;
      if (name === "pluginManagement" && management === 0) management = depth;
      within = name === "plugins";
    } else if (kind === "sign" && text === "}") {
      if (depth === management) management = 0;
      depth--;
      within = false;
    }
    const plugin = within ? readPlugin(tokens, index) : undefined;
    if (plugin !== undefined) (management > 0 ? managedPlugins : plugins).push(plugin);
  }
  return { plugins, managedPlugins };
}

function makeSettings(
  path: string,
  tokens: readonly Token[],
): Omit<GradleSettings, "catalogs" | "plugins" | "managedPlugins"> {
  const tree = new ProjectTree();
  let rootName: string | undefined;
  let scriptName: NamePattern | undefined;
  const at = (index: number): Token => tokens[index] ?? end;
  for (let index = 0; index < tokens.length; index++) {
    const { kind, text } = at(index);
    if (kind !== "word") continue;
    if (text === "include" || text === "includeFlat") {
      for (index++; ; index++) {
        const token = at(index);
        if (token.kind === "string" && text === "include") tree.include(token.text.replaceAll("/", ":"));
        else if (token.kind === "string") tree.includeFlat(token.text);
        else if (token.kind === "end" || token.text === ")") break;
        else if (token.kind === "newline" && at(index - 1).text !== "," && at(index - 1).text !== "(") {
          if (at(index - 1).kind !== "newline") break;
        } else if (token.kind === "word") break;
      }
    } else if (text === "rootProject" && at(index + 2).text === "name" && at(index + 4).kind === "string") {
      rootName = at(index + 4).text;
    } else if ((text === "project" || text === "findProject") && at(index + 2).kind === "string") {
      changeProject(tree, tokens, index);
    } else if (text === "children" && at(index - 2).text === "rootProject") {
      const change = readChildren(tokens, index);
      if (change?.property === "name") tree.renameChildren(change.pattern);
      else scriptName ??= change?.pattern;
    }
  }
  return { kind: "gradle-settings", path, rootName, members: tree.members(), scriptName };
}

/** `project(":x").projectDir = file("y")`, `findProject(":x")?.name = "y"` */
function changeProject(tree: ProjectTree, tokens: readonly Token[], from: number): void {
  const owner = tokens[from + 2]?.text ?? "";
  let index = from + 4;
  if (tokens[index]?.text === "?") index++;
  const property = tokens[index + 1]?.text;
  if (property !== "name" && property !== "projectDir") return;
  const rest = tokens.slice(index + 2, index + 14);
  const lineEnd = rest.findIndex((token) => token.kind === "newline");
  const value = rest.slice(0, lineEnd < 0 ? rest.length : lineEnd).find((token) => token.kind === "string")?.text;
  if (value === undefined) return;
  if (property === "name") tree.rename(owner, value);
  else tree.move(owner, value.replace(/^\$\{?(?:rootDir|settingsDir|rootProject\.projectDir)\}?\//, ""));
}

/** `each { it.name = "shop-${it.name}" }`, `forEach { p -> p.buildFileName = "${p.name}.gradle" }` after `children`. */
function readChildren(
  tokens: readonly Token[],
  from: number,
): { readonly property: string; readonly pattern: NamePattern } | undefined {
  const rest = tokens.slice(from + 1, from + 20).filter(({ kind }) => kind !== "newline");
  const [dot, call, brace, ...body] = rest;
  if (dot?.text !== "." || brace?.text !== "{" || !/^(?:each|forEach|all)$/.test(call?.text ?? "")) return undefined;
  const named = body[1]?.text === "-" && body[2]?.text === ">" ? (body[0]?.text ?? "") : "it";
  const [owner, point, property, equals, value] = named === "it" ? body : body.slice(3);
  if (owner?.text !== named || point?.text !== "." || equals?.text !== "=" || value?.template !== true)
    return undefined;
  const hole = `\${${named}.name}`;
  const parts = value.text.split(hole);
  if (parts.length !== 2 || value.text.replace(hole, "").includes("$")) return undefined;
  const pattern = { before: parts[0] ?? "", after: parts[1] ?? "" };
  return property?.text === "name" || property?.text === "buildFileName"
    ? { property: property.text, pattern }
    : undefined;
}

/** @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html#load(java.io.Reader) */
function readProperties(text: string): ReadonlyMap<string, GradleText> {
  const values = new Map<string, GradleText>();
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const start = line.search(/\S/);
    if (start < 0 || line[start] === "#" || line[start] === "!") continue;
    const cut = line.slice(start).search(/[=:\s]/) + start;
    if (cut < start) continue;
    const value = line
      .slice(cut)
      .replace(/^\s*[=:]?\s*/, "")
      .trimEnd();
    values.set(line.slice(start, cut), { value, template: false, line: index + 1, column: start + 1 });
  }
  return values;
}
