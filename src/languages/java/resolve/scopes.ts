/** What the names of one file can mean, put ready for many questions. */
import type { FileFacts } from "../../../model/facts.ts";
import type { ClassFile } from "./class-index.ts";

export interface FileScope {
  readonly file: ClassFile;
  readonly package: string;
  /** All its types, and those by the last part of their names that are alone with it. */
  readonly types: ReadonlySet<string>;
  readonly byLastPart: ReadonlyMap<string, string>;
  /** Names as written, by subtype. */
  readonly supertypes: ReadonlyMap<string, readonly string[]>;
  readonly privateTypes: ReadonlySet<string>;
  readonly packageTypes: ReadonlySet<string>;
  /** By the simple name that they bind: what single-type imports name, and static ones that may do so. */
  readonly imports: ReadonlyMap<string, string>;
  /** Packages and types whose members are imported on demand. */
  readonly onDemand: readonly string[];
}

export function scopeOf(file: ClassFile, facts: FileFacts): FileScope {
  const byLastPart = new Map<string, string>();
  for (const type of facts.declarations) byLastPart.set(lastPart(type), type);
  const supertypes = new Map<string, string[]>();
  for (const { type, name } of facts.supertypes ?? []) {
    const names = supertypes.get(type);
    if (names === undefined) supertypes.set(type, [name]);
    else names.push(name);
  }
  const imports = new Map<string, string>();
  const onDemand: string[] = [];
  for (const { kind, specifier } of facts.imports) {
    if (kind === "on-demand" || kind === "static-on-demand") onDemand.push(specifier);
    // A static import may name a method: a type of that name goes first.
    else if (kind === "import" || (kind === "static" && !imports.has(lastPart(specifier))))
      imports.set(lastPart(specifier), specifier);
  }
  return {
    file,
    package: facts.package ?? "",
    types: new Set(facts.declarations),
    byLastPart,
    supertypes,
    privateTypes: new Set(facts.privateTypes),
    packageTypes: new Set(facts.packageTypes),
    imports,
    onDemand,
  };
}

export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
