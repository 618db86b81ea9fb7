import { languages } from "./index.ts";
import type { Language } from "./language.ts";

const byEnding = new Map<string, Language>(
  languages.flatMap((language) => language.sources.map((ending): [string, Language] => [ending, language])),
);

const withResources = languages.filter(({ isResource }) => isResource !== undefined);

/** The language that reads a file as a source, by its ending or else by its place; undefined for every other file. */
export function languageOf(path: string): Language | undefined {
  const dot = path.lastIndexOf(".");
  const named = dot < 0 ? undefined : byEnding.get(path.slice(dot));
  return named ?? withResources.find((language) => language.isResource?.(path));
}
