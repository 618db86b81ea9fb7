/**
 * .mvn/maven.config: arguments that Maven reads before those of its command line.
 * @see https://maven.apache.org/configure.html#mvn-maven-config-file
 */
import type { ManifestReader } from "../../language.ts";
import type { PomValue } from "./pom-model.ts";

export interface MavenConfig {
  readonly kind: "maven-config";
  readonly path: string;
  readonly switches: MavenSwitches;
}

export interface MavenSwitches {
  /** Profiles by id, and whether they are switched on or off. */
  readonly profiles: ReadonlyMap<string, boolean>;
  readonly properties: ReadonlyMap<string, PomValue>;
}

export const mavenConfigReader: ManifestReader<MavenConfig> = {
  format: "Maven configuration",
  matches: (name, path) => name === "maven.config" && /(?:^|\/)\.mvn\/maven\.config$/.test(path),
  read: ({ path, text }) => ({
    manifest: { kind: "maven-config", path, switches: readSwitches(text) },
    diagnostics: [],
  }),
};

interface Word {
  readonly text: string;
  readonly line: number;
}

/** Until Maven 3.9 white space divides arguments, since then lines do: a value goes on until what begins with a hyphen. */
function readWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    for (const word of trimmed.split(/\s+(?=-)/)) words.push({ text: word, line: index + 1 });
  }
  return words;
}

function readSwitches(text: string): MavenSwitches {
  const profiles = new Map<string, boolean>();
  const properties = new Map<string, PomValue>();
  const words = readWords(text);
  for (let at = 0; at < words.length; at++) {
    const { text: word, line } = words[at] ?? { text: "", line: 0 };
    const found = /^(?:-([PD])|--(activate-profiles|define)\b)[\s=]*(.*)$/.exec(word);
    if (found === null) continue;
    const value = (found[3] || words[++at]?.text) ?? "";
    if (found[1] === "D" || found[2] === "define") {
      const equals = value.indexOf("=");
      const name = equals < 0 ? value : value.slice(0, equals);
      // A name alone is `true`.
      properties.set(name.trim(), { value: equals < 0 ? "true" : value.slice(equals + 1), line });
    } else switchProfiles(profiles, value.split(","));
  }
  return { profiles, properties };
}

/**
 * `release`, `+release`, `?release` (Maven 4: may be absent), `!slow`, `-slow`
 * @see https://maven.apache.org/guides/introduction/introduction-to-profiles.html#details-on-profile-activation
 */
export function switchProfiles(profiles: Map<string, boolean>, written: readonly string[]): void {
  for (const each of written) {
    const id = each.trim().replace(/^[!\-+]?\??/, "");
    if (id !== "") profiles.set(id, !/^[!-]/.test(each.trim()));
  }
}
