/** Who answers for the imports of each language, when all files and projects are known. */
import type { FileIndex } from "./files/file-index.ts";
import type { LinkedSource } from "./link/link.ts";
import type { ManifestsOfAll } from "./manifests.ts";
import type { Choices } from "./model/choices.ts";
import type { FileFacts } from "./model/facts.ts";
import type { ImportResolver } from "./model/resolution.ts";
import type { Location } from "./model/location.ts";
import { withChosenImports } from "./settings/apply/chosen-imports.ts";

export interface Resolvers {
  /** By the language of a source file. */
  readonly byLanguage: ReadonlyMap<string, ImportResolver>;
  /** By ecosystem: who answers for what a project's manifest names. */
  readonly byEcosystem: ReadonlyMap<string, ImportResolver>;
  /** What users say of imports, as far as an import was of it; whole when all are resolved. */
  readonly used: ReadonlySet<Location>;
}

export function makeResolvers(
  files: FileIndex,
  manifests: ManifestsOfAll,
  sources: readonly LinkedSource[],
  choices: Choices,
): Resolvers {
  const byLanguage = new Map<string, ImportResolver>();
  const byEcosystem = new Map<string, ImportResolver>();
  const used = new Set<Location>();
  for (const [language, { manifests: own, projects }] of manifests.byLanguage) {
    const facts = new Map<string, FileFacts>();
    for (const source of sources) if (source.language === language.name) facts.set(source.path, source.facts);
    const resolver = language.resolver({ files, manifests: own, projects, facts });
    const chosen = withChosenImports(resolver, language.name, choices, used);
    byLanguage.set(language.name, chosen);
    byEcosystem.set(language.purlType, chosen);
  }
  return { byLanguage, byEcosystem, used };
}
