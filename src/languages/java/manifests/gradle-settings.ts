/**
 * settings.gradle(.kts) and gradle.properties: which projects there are, and values that scripts use.
 * @see https://docs.gradle.org/current/userguide/settings_file_basics.html
 */
import type { ManifestReader } from "../../language.ts";
import type { GradleProperties, GradleSettings, GradleText } from "./gradle-model.ts";
import { type Token, tokenizeGradle } from "./gradle-tokens.ts";

export const gradleSettingsReader: ManifestReader<GradleSettings> = {
  format: "Gradle settings",
  matches: (name) => name === "settings.gradle" || name === "settings.gradle.kts",
  read: (file) => ({ manifest: makeSettings(file.path, tokenizeGradle(file.text)), diagnostics: [] }),
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

function makeSettings(path: string, tokens: readonly Token[]): GradleSettings {
  const included: string[] = [];
  const directories = new Map<string, string>();
  let rootName: string | undefined;
  const at = (index: number): Token => tokens[index] ?? end;
  for (let index = 0; index < tokens.length; index++) {
    const { kind, text } = at(index);
    if (kind !== "word") continue;
    if (text === "include" || text === "includeFlat") {
      for (index++; ; index++) {
        const token = at(index);
        if (token.kind === "string") included.push(projectPath(token.text, text));
        else if (token.kind === "end" || token.text === ")") break;
        else if (token.kind === "newline" && at(index - 1).text !== "," && at(index - 1).text !== "(") {
          if (at(index - 1).kind !== "newline") break;
        } else if (token.kind === "word") break;
      }
    } else if (text === "rootProject" && at(index + 2).text === "name" && at(index + 4).kind === "string") {
      rootName = at(index + 4).text;
    } else if (text === "projectDir") {
      // project(":x").projectDir = file("y"), or new File(settingsDir, "y")
      const owner = tokens.slice(Math.max(0, index - 4), index).find((token) => token.kind === "string");
      const rest = tokens.slice(index + 1, index + 12);
      const lineEnd = rest.findIndex((token) => token.kind === "newline");
      const value = rest.slice(0, lineEnd < 0 ? rest.length : lineEnd).find((token) => token.kind === "string");
      if (owner !== undefined && value !== undefined) directories.set(projectPath(owner.text, "include"), value.text);
    }
  }
  return { kind: "gradle-settings", path, rootName, included, directories };
}

function projectPath(text: string, call: "include" | "includeFlat"): string {
  if (call === "includeFlat") return `:../${text}`;
  return text.startsWith(":") ? text : `:${text.replaceAll("/", ":")}`;
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
