import type { FileIndex } from "../../files/file-index.ts";
import { pathFilter } from "../../files/path-filter.ts";
import type { Choices } from "../../model/choices.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Location } from "../../model/location.ts";

/** What users say of imports and files that there are none of. */
export function idleChoices(choices: Choices, used: ReadonlySet<Location>, files: FileIndex): readonly Diagnostic[] {
  const { aliases, packages, generatedImports, generatedFiles } = choices;
  const ofImports = [
    ...aliases.map((each) => ({ each, what: `the alias "${each.pattern}"` })),
    ...packages.map((each) => ({ each, what: `what provides "${each.module}"` })),
    ...generatedImports.map((each) => ({ each, what: `the pattern "${each.pattern}" of generated imports` })),
  ].filter(({ each }) => !used.has(each));
  const ofFiles = generatedFiles.filter(({ pattern }) => !files.paths.some(pathFilter([pattern])));
  return [
    ...ofImports.map(({ each, what }) => tell(each, `${what} is of nothing that is imported`)),
    ...ofFiles.map((each) => tell(each, `the pattern "${each.pattern}" of generated files is of none that is here`)),
  ];
}

function tell({ file, line, column }: Location, message: string): Diagnostic {
  return { code: "settings", file, line, column, message };
}
