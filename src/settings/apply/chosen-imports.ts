/** A language's resolver with what users say of specifiers: which stand for others, and which name what a build writes. */
import { pathFilter } from "../../files/path-filter.ts";
import type { Alias, Choices, ChosenPackage, ChosenPattern } from "../../model/choices.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { directoryOf } from "../../model/directory-of.ts";
import type { FileFacts, ImportFact } from "../../model/facts.ts";
import { fitsName } from "../../model/fits-name.ts";
import type { Location } from "../../model/location.ts";
import type { ImportResolver, ResolvedImport, TypeImports } from "../../model/resolution.ts";

/** The resolver itself where nothing is said of its language. What turns out to be of some import is added to `used`. */
export function withChosenImports(
  resolver: ImportResolver,
  language: string,
  choices: Choices,
  used: Set<Location>,
): ImportResolver {
  const aliases = choices.aliases.filter((each) => each.language === language);
  const packages = choices.packages.filter((each) => each.language === language);
  const { generatedImports } = choices;
  return aliases.length + packages.length + generatedImports.length === 0
    ? resolver
    : new ChosenImports(resolver, {
        language,
        aliases,
        packages,
        generated: generatedImports.map(generatedPattern),
        used,
      });
}

interface Said {
  readonly language: string;
  readonly aliases: readonly Alias[];
  readonly packages: readonly ChosenPackage[];
  readonly generated: readonly GeneratedPattern[];
  readonly used: Set<Location>;
}

interface GeneratedPattern {
  readonly said: ChosenPattern;
  readonly fits: (specifier: string, path: string) => boolean;
}

/** A specifier as it is written, or the path that it leads to. */
function generatedPattern(said: ChosenPattern): GeneratedPattern {
  const inPath = pathFilter([said.pattern]);
  // Paths of this form only: `..` leads nowhere that is known.
  const isPath = (path: string): boolean => !/^\.{0,2}\/|\/\.\.?(?:\/|$)|^\.{1,2}$/.test(path);
  return { said, fits: (specifier, path) => fitsName(said.pattern, specifier) || (isPath(path) && inPath(path)) };
}

class ChosenImports implements ImportResolver {
  readonly #inner: ImportResolver;
  readonly #said: Said;

  constructor(inner: ImportResolver, said: Said) {
    this.#inner = inner;
    this.#said = said;
  }

  find(name: string, from: string): string | undefined {
    return this.#inner.find(name, from);
  }

  resolve(path: string, facts: FileFacts): readonly ResolvedImport[] {
    this.#notePackages(facts);
    return this.#resolve(path, facts).map((each) => this.#made(each));
  }

  typeImports(path: string): TypeImports {
    return this.#inner.typeImports?.(path) ?? "kept";
  }

  diagnostics(): readonly Diagnostic[] {
    return this.#inner.diagnostics?.() ?? [];
  }

  #resolve(path: string, facts: FileFacts): readonly ResolvedImport[] {
    const aliased = facts.imports.filter(({ specifier }) => this.#aliasOf(specifier) !== undefined);
    if (aliased.length === 0) return this.#inner.resolve(path, facts);
    const others = facts.imports.filter((fact) => !aliased.includes(fact));
    const found = [
      ...this.#inner.resolve(path, { ...facts, imports: others }),
      ...aliased.flatMap((fact) => this.#resolveAlias(path, facts, fact)),
    ];
    // Facts are in the order of the text.
    return found.sort((a, b) => a.line - b.line || a.column - b.column);
  }

  #aliasOf(specifier: string): Alias | undefined {
    return this.#said.aliases.find(({ pattern }) => fitsName(pattern, specifier));
  }

  #resolveAlias(path: string, facts: FileFacts, fact: ImportFact): readonly ResolvedImport[] {
    const alias = this.#aliasOf(fact.specifier);
    if (alias === undefined) return [];
    this.#said.used.add(alias);
    const results = alias.targets.map((target) => {
      const specifier = standIn(alias.pattern, target, fact.specifier, directoryOf(path));
      const alone: FileFacts = { ...facts, imports: [{ ...fact, specifier }], references: [] };
      return this.#inner.resolve(path, alone);
    });
    const there = results.find(
      (found) => found.length > 0 && found.every(({ target }) => target.kind !== "unresolved"),
    );
    return (there ?? results[0] ?? []).map((resolved) => asWritten(resolved, fact));
  }

  /** What a build writes is not there, and nothing is wrong with that. */
  #made(resolved: ResolvedImport): ResolvedImport {
    const { target, specifier, declaration } = resolved;
    const isOpen =
      (target.kind === "unresolved" && target.generated === undefined) ||
      (target.kind === "package" && declaration?.state !== "declared");
    if (!isOpen || this.#said.generated.length === 0) return resolved;
    const name = target.kind === "unresolved" ? target.name : `${this.#said.language}/${specifier}`;
    const found = this.#said.generated.find(({ fits }) => fits(specifier, name.slice(name.indexOf("/") + 1)));
    if (found === undefined) return resolved;
    this.#said.used.add(found.said);
    const { file, line } = found.said;
    const generated = `${file}:${line} says that it is generated`;
    const { declaration: _, ...rest } = resolved;
    return { ...rest, target: { kind: "unresolved", name, inRepo: true, generated } };
  }

  #notePackages({ imports }: FileFacts): void {
    for (const said of this.#said.packages) {
      if (this.#said.used.has(said)) continue;
      const { module } = said;
      const fits = (name: string): boolean => name === module || name.startsWith(`${module}.`);
      if (imports.some(({ specifier, names }) => fits(specifier) || names.some((each) => fits(`${specifier}.${each}`))))
        this.#said.used.add(said);
    }
  }
}

/** No rule of the language leads from the one to the other: the settings do. */
function asWritten(resolved: ResolvedImport, { specifier }: ImportFact): ResolvedImport {
  const confidence = resolved.confidence === "exact" ? "declared" : resolved.confidence;
  return { ...resolved, specifier, confidence };
}

/** What the target says for a specifier; a path from the root becomes one from the importing file. */
function standIn(pattern: string, target: string, specifier: string, directory: string): string {
  const star = pattern.indexOf("*");
  const held = star < 0 ? "" : specifier.slice(star, specifier.length - (pattern.length - star - 1));
  const filled = target.replace("*", () => held);
  if (!filled.startsWith("./")) return filled;
  const up = directory === "" ? "./" : "../".repeat(directory.split("/").length);
  return up + filled.slice(2);
}
