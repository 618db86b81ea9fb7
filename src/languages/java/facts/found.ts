/** What either tier found, by offsets, and how it becomes facts. */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { FileFacts, ImportFact, ImportKind, ReferenceFact } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";
import { readConditions } from "./conditions.ts";
import { type FoundLoad, loadFacts } from "./loads.ts";
import { readModule } from "./module-declaration.ts";
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
  /** Strings that may name a class or a library to be loaded. */
  readonly loads: readonly FoundLoad[];
}

export type FoundTypes = Pick<TypeTable, "declarations" | "privateTypes" | "packageTypes" | "supertypes">;

/** Which of the four forms of an import declaration it is. */
export function importKind(form: { readonly isStatic: boolean; readonly onDemand: boolean }): ImportKind {
  if (form.isStatic) return form.onDemand ? "static-on-demand" : "static";
  return form.onDemand ? "on-demand" : "import";
}

/** Whether a file is a module's declaration: its directives are no code. */
function isModuleDeclaration(path: string): boolean {
  return path === "module-info.java" || path.endsWith("/module-info.java");
}

const noNames: readonly string[] = [];

/** What a tier has of a file beside what stands in its code. */
export interface Beside {
  /** Types that comments send their reader to, in order of appearance. */
  readonly mentions: readonly FoundReference[];
  readonly diagnostics: readonly Diagnostic[];
}

export function factsOf(path: string, text: string, found: Found, beside: Beside): FileFacts {
  const { diagnostics } = beside;
  if (isModuleDeclaration(path)) return moduleFacts(text, found, diagnostics);
  const importLines = new LineCounter(text);
  const { supertypes, privateTypes, packageTypes } = found.types;
  const { references, mentions } = placed(text, found.references, beside.mentions);
  // Every property is written out: spreading them took as long as reading the whole text.
  return {
    imports: inOrder(
      found.imports.map((each) => importFact(each, importLines)),
      [...loadFacts(text, found.loads, importLines), ...conditionFacts(text, found, importLines)],
    ),
    references,
    declarations: found.types.declarations,
    supertypes: ifAny(supertypes),
    privateTypes: ifAny(privateTypes),
    packageTypes: ifAny(packageTypes),
    mentions: ifAny(mentions),
    package: found.package,
    bridges: [],
    diagnostics,
  };
}

/** Both in one go over the text, for lines are counted on from one place to the next. */
function placed(
  text: string,
  references: readonly FoundReference[],
  mentions: readonly FoundReference[],
): { readonly references: readonly ReferenceFact[]; readonly mentions: readonly ReferenceFact[] } {
  const lines = new LineCounter(text);
  const placedReferences: ReferenceFact[] = [];
  const placedMentions: ReferenceFact[] = [];
  let at = 0;
  for (const reference of references) {
    for (
      let mention = mentions[at];
      mention !== undefined && mention.start < reference.start;
      mention = mentions[++at]
    ) {
      placedMentions.push(place(mention, lines));
    }
    placedReferences.push(place(reference, lines));
  }
  for (let mention = mentions[at]; mention !== undefined; mention = mentions[++at]) {
    placedMentions.push(place(mention, lines));
  }
  return { references: placedReferences, mentions: placedMentions };
}

function place({ name, start }: FoundReference, lines: LineCounter): ReferenceFact {
  const { line, column } = lines.at(start);
  return { name, start, line, column };
}

/** Imports stand before what is loaded in any file that compiles. */
function inOrder(imports: readonly ImportFact[], loads: readonly ImportFact[]): readonly ImportFact[] {
  return loads.length === 0 ? imports : [...imports, ...loads].sort((a, b) => a.start - b.start);
}

/** Classes that may not be there, as the text says by naming them so. */
function conditionFacts(text: string, { imports }: Found, lines: LineCounter): readonly ImportFact[] {
  return readConditions(text, imports).map(({ name, start, end }) =>
    importFact({ kind: "dotted-path", specifier: name, start, end }, lines, "by name"),
  );
}

function importFact(
  { kind, specifier, start, end }: FoundImport,
  lines: LineCounter,
  use: "always" | "optional" | "by name" = "always",
): ImportFact {
  const { line, column } = lines.at(start);
  return {
    kind,
    specifier,
    names: noNames,
    start,
    end,
    line,
    column,
    typeOnly: false,
    dynamic: use === "by name",
    optional: use !== "always",
    local: false,
  };
}

/** A module is imported by its name after the word `module`, as `import module` does it. */
function moduleFacts(text: string, { imports }: Found, diagnostics: readonly Diagnostic[]): FileFacts {
  const { name, requires, exports, types } = readModule(text);
  const lines = new LineCounter(text);
  return {
    imports: [
      ...imports.map((each) => importFact(each, lines)),
      ...requires.map(({ name: specifier, start, end, isStatic, isTransitive }) =>
        importFact(
          { kind: isTransitive ? "export" : "import", specifier: `module ${specifier}`, start, end },
          lines,
          isStatic ? "optional" : "always",
        ),
      ),
    ],
    references: types.map(({ name: type, start }) => {
      const { line, column } = new LineCounter(text).at(start);
      return { name: type, start, line, column };
    }),
    declarations: name === "" ? [] : [`module ${name}`],
    ...(exports.length === 0 ? {} : { exports }),
    package: "",
    bridges: [],
    diagnostics,
  };
}

function ifAny<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
