/** Imports of a file that its compiler drops, for the few files of which a check must know. */
import type { FileSystem } from "./files/file-system.ts";
import { decode } from "./files/source-text.ts";
import { languageOf } from "./languages/by-path.ts";
import type { Position } from "./model/location.ts";
import type { ImportResolver } from "./model/resolution.ts";
import { createSyntax } from "./syntax/syntax.ts";

/** @param resolvers by the names of languages */
export function erasedImports(
  fileSystem: FileSystem,
  sizeLimit: number,
  resolvers: ReadonlyMap<string, ImportResolver>,
): (path: string) => readonly Position[] {
  const syntax = createSyntax();
  return (path) => {
    const language = languageOf(path);
    const typeImports = resolvers.get(language?.name ?? "")?.typeImports?.(path);
    if (language?.erased === undefined || typeImports === undefined) return [];
    try {
      const bytes = fileSystem.read(path, sizeLimit);
      return language.erased(decode(path, bytes, language.encoding?.bind(language)), syntax, typeImports);
    } catch {
      return []; // The run has said already that it could not be read.
    }
  };
}
