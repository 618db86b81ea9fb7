import { languages } from "./index.ts";
import type { Language } from "./language.ts";

const byEnding = new Map<string, Language>(
  languages.flatMap((language) => language.sources.map((ending): [string, Language] => [ending, language])),
);

/** The language of a source file by its ending; undefined for every other file. */
export function languageOf(path: string): Language | undefined {
  const dot = path.lastIndexOf(".");
  return dot < 0 ? undefined : byEnding.get(path.slice(dot));
}
