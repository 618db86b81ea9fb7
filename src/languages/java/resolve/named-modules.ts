/**
 * The modules that the repository declares: which of them reads which, and what they let each other see.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-7.html#jls-7.3
 */
import type { FileFacts, ImportFact } from "../../../model/facts.ts";
import { layoutOf } from "../projects/layout.ts";
import type { Chosen, ClassFile, ClassIndex } from "./class-index.ts";

/** A package that a module sees in two, or has itself and sees in another: neither is allowed. */
export interface SplitPackage {
  readonly name: string;
  /** The directive by which the second one is read. */
  readonly directive: ImportFact;
  /** A file of the package in each of the two. */
  readonly first: ClassFile;
  readonly second: ClassFile;
}

/** One module that another reads, and the directive of the other that leads to it. */
interface Read {
  readonly file: ClassFile;
  readonly directive: ImportFact;
}

const mark = "module ";

export class NamedModules {
  readonly #classes: ClassIndex;
  readonly #byName = new Map<string, readonly ClassFile[]>();
  /** By the file of the declaration. */
  readonly #facts = new Map<ClassFile, FileFacts>();
  /** Production code of one set of sources is one module; a set that declares several is none of ours to judge. */
  readonly #bySet = new Map<string, ClassFile | "several">();
  #contents: ReadonlyMap<string, ReadonlyMap<string, ClassFile>> | undefined;

  constructor(facts: ReadonlyMap<string, FileFacts>, classes: ClassIndex) {
    this.#classes = classes;
    for (const [path, each] of facts) {
      const name = each.declarations[0];
      if (name?.startsWith(mark) !== true) continue;
      const file = classes.file(path);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), file]);
      this.#facts.set(file, each);
      if (file.scope !== "main") continue;
      const set = setOf(file);
      this.#bySet.set(set, this.#bySet.has(set) ? "several" : file);
    }
  }

  /** The declaration of `module org.acme.shop` that a file sees best. */
  named(name: string, from: ClassFile): Chosen | undefined {
    return this.#classes.choose(this.#byName.get(name) ?? [], from);
  }

  /**
   * Packages whose types a file may name without more: those that it imports on demand, and what the modules that it imports
   * let it see, and those that come with them.
   * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-7.html#jls-7.5.5
   */
  onDemand(from: ClassFile, { imports }: FileFacts): readonly string[] {
    const packages = imports.filter((each) => each.kind === "on-demand").map((each) => each.specifier);
    const modules = imports.filter((each) => each.kind === "import" && each.specifier.startsWith(mark));
    if (modules.length === 0) return packages;
    const own = this.#bySet.get(setOf(from)) ?? this.#bySet.get(keyOf(from, mainSet));
    const name = own === undefined || own === "several" ? "" : this.#nameOf(own);
    for (const { file } of this.#follow(from, modules)) packages.push(...this.#exportsTo(file, name));
    return packages;
  }

  /** Of the file of a declaration, in order of the packages' names; nothing for other files. */
  splits(from: ClassFile): readonly SplitPackage[] {
    const facts = this.#facts.get(from);
    if (facts === undefined || this.#bySet.get(setOf(from)) !== from) return [];
    const known = new Map(this.#contentsOf(from));
    const found: SplitPackage[] = [];
    const requires = facts.imports.filter(({ specifier }) => specifier.startsWith(mark));
    for (const { file, directive } of this.#follow(from, requires)) {
      if (file === from || this.#bySet.get(setOf(file)) !== file) continue;
      const contents = this.#contentsOf(file);
      for (const name of this.#exportsTo(file, this.#nameOf(from))) {
        const second = contents.get(name);
        if (second === undefined) continue;
        const first = known.get(name);
        if (first === undefined) known.set(name, second);
        else found.push({ name, directive, first, second });
      }
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The modules that directives lead to, and those that these pass on by `requires transitive`. */
  #follow(from: ClassFile, directives: readonly ImportFact[]): readonly Read[] {
    const found = new Map<ClassFile, Read>();
    const add = (specifier: string, by: ClassFile, directive: ImportFact): void => {
      const file = this.named(specifier, by)?.file;
      if (file !== undefined && !found.has(file)) found.set(file, { file, directive });
    };
    for (const directive of directives) add(directive.specifier, from, directive);
    // A map goes on over what is added meanwhile.
    for (const { file, directive } of found.values()) {
      for (const { kind, specifier } of this.#facts.get(file)?.imports ?? []) {
        if (kind === "export") add(specifier, file, directive);
      }
    }
    return [...found.values()];
  }

  #nameOf(file: ClassFile): string {
    return this.#facts.get(file)?.declarations[0]?.slice(mark.length) ?? "";
  }

  #exportsTo(file: ClassFile, name: string): readonly string[] {
    return (this.#facts.get(file)?.exports ?? []).flatMap((each) => {
      const [packageName = "", ...friends] = each.split(" ");
      return friends.length === 0 || friends.includes(name) ? [packageName] : [];
    });
  }

  /** Packages of production code of the same set, by a file of each. */
  #contentsOf(declaration: ClassFile): ReadonlyMap<string, ClassFile> {
    this.#contents ??= this.#findContents();
    return this.#contents.get(setOf(declaration)) ?? new Map();
  }

  #findContents(): ReadonlyMap<string, ReadonlyMap<string, ClassFile>> {
    const contents = new Map<string, Map<string, ClassFile>>();
    for (const name of this.#classes.packages()) {
      for (const files of this.#classes.package(name)?.values() ?? []) {
        for (const file of files) {
          const set = file.scope === "main" ? setOf(file) : "";
          if (!this.#bySet.has(set)) continue;
          const known = contents.get(set);
          if (known === undefined) contents.set(set, new Map([[name, file]]));
          else if (!known.has(name)) known.set(name, file);
        }
      }
    }
    return contents;
  }
}

const mainSet = "main";

/**
 * The set of sources of a build that a file is of: each is compiled by itself, with a path of its own. Sources out of any
 * layout are of the main one.
 * @see https://docs.gradle.org/current/userguide/building_java_projects.html#sec:java_source_sets
 */
function setOf(file: ClassFile): string {
  return keyOf(file, layoutOf(file.path)?.set ?? mainSet);
}

/** No two builds stand in one directory. */
function keyOf({ module }: ClassFile, set: string): string {
  return `${module.directory}\n${set}`;
}
