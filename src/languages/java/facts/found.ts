/** What either tier found, by offsets, and how it becomes facts. */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { FileFacts, ImportFact, ImportKind, ReferenceFact } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";
import type { TypeTable } from "./type-table.ts";

/** Offsets are UTF-16 code units; `start` and `end` cover the dotted name as written. */
export interface FoundImport {
  readonly kind: ImportKind;
  readonly specifier: string;
  readonly start: number;
  readonly end: number;
}

export interface FoundReference {
  readonly name: string;
  readonly start: number;
}

/** Everything is in order of appearance. */
export interface Found {
  readonly package: string;
  readonly imports: readonly FoundImport[];
  /** Each name once, at its first use. */
  readonly references: readonly FoundReference[];
  readonly types: FoundTypes;
}

export type FoundTypes = Pick<TypeTable, "declarations" | "privateTypes" | "packageTypes" | "supertypes">;

/** Which of the four forms of an import declaration it is. */
export function importKind(form: { readonly isStatic: boolean; readonly onDemand: boolean }): ImportKind {
  if (form.isStatic) return form.onDemand ? "static-on-demand" : "static";
  return form.onDemand ? "on-demand" : "import";
}

/** Whether a file is a module's declaration: its directives are no code, and nothing can import it. */
function isModuleDeclaration(path: string): boolean {
  return path === "module-info.java" || path.endsWith("/module-info.java");
}

const noNames: readonly string[] = [];

export function factsOf(path: string, text: string, found: Found, diagnostics: readonly Diagnostic[]): FileFacts {
  if (isModuleDeclaration(path)) {
    return { imports: [], references: [], declarations: [], package: "", bridges: [], diagnostics };
  }
  const importLines = new LineCounter(text);
  const referenceLines = new LineCounter(text);
  // Every property is written out: spreading them took as long as reading the whole text.
  return {
    imports: found.imports.map(({ kind, specifier, start, end }): ImportFact => {
      const { line, column } = importLines.at(start);
      return {
        kind,
        specifier,
        names: noNames,
        start,
        end,
        line,
        column,
        typeOnly: false,
        dynamic: false,
        optional: false,
        local: false,
      };
    }),
    references: found.references.map(({ name, start }): ReferenceFact => {
      const { line, column } = referenceLines.at(start);
      return { name, start, line, column };
    }),
    declarations: found.types.declarations,
    ...inheritance(found.types),
    package: found.package,
    bridges: [],
    diagnostics,
  };
}

/** Most files lack at least two of these. */
function inheritance({ supertypes, privateTypes, packageTypes }: FoundTypes): Partial<FileFacts> {
  return {
    ...(supertypes.length === 0 ? {} : { supertypes }),
    ...(privateTypes.length === 0 ? {} : { privateTypes }),
    ...(packageTypes.length === 0 ? {} : { packageTypes }),
  };
}
