/** What either tier found, by offsets, and how it becomes facts. */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { FileFacts, ImportFact, ImportKind, ReferenceFact } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";

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
  readonly declarations: readonly string[];
}

/** Which of the four forms of an import declaration it is. */
export function importKind(form: { readonly isStatic: boolean; readonly onDemand: boolean }): ImportKind {
  if (form.isStatic) return form.onDemand ? "static-on-demand" : "static";
  return form.onDemand ? "on-demand" : "import";
}

/** Longer than any name that a class file could have: what is nested deeper than that is hostile, and no declaration. */
const longestName = 4096;

/** The name of a type declared in a scope: `""` is the file, undefined a method or a block. Undefined for no one's. */
export function declaredName(scope: string | undefined, name: string): string | undefined {
  if (scope === undefined || scope === "") return scope === undefined ? undefined : name;
  return scope.length + name.length < longestName ? `${scope}.${name}` : undefined;
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
    declarations: found.declarations,
    package: found.package,
    bridges: [],
    diagnostics,
  };
}
