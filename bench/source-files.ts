import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../src/languages/language.ts";

/** Every source file of a language below the directories, nothing ignored, sorted. */
export function sourceFiles(language: Language, directories: readonly string[]): readonly string[] {
  return directories
    .flatMap((directory) => readdirSync(directory, { recursive: true, withFileTypes: true }))
    .filter(({ name }) => language.sources.some((ending) => name.endsWith(ending)))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
