/**
 * Types that are members of others, their own or inherited ones.
 *
 * A file's names are known without their places, so a name is taken to stand where all supertypes of its file are
 * inherited from; single-type imports go before that, as they do in a header.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-8.html#jls-8.5
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-6.html#jls-6.5.5
 */
import type { FileFacts } from "../../../model/facts.ts";
import { type ClassFile, type ClassIndex, sight } from "./class-index.ts";
import { type FileScope, lastPart, scopeOf } from "./scopes.ts";

/** A type of the repository: `Outer.Inner` of a file. */
export interface TypeReference {
  readonly file: ClassFile;
  readonly name: string;
}

/** Supertypes that one question looks at, and questions within questions: more of them are no program's. */
const mostSupertypes = 1000;
const deepest = 32;

export class MemberTypes {
  readonly #classes: ClassIndex;
  readonly #facts: ReadonlyMap<string, FileFacts>;
  readonly #scopes = new Map<string, FileScope>();
  readonly #supertypes = new Map<string, readonly TypeReference[]>();
  /** The last parts of all nested types: few names are, and only those are looked for. */
  readonly #nested = new Set<string>();
  #depth = 0;

  constructor(classes: ClassIndex, facts: ReadonlyMap<string, FileFacts>) {
    this.#classes = classes;
    this.#facts = facts;
    for (const [path, { declarations }] of facts) {
      // Their dots are those of packages.
      if (classes.file(path).foreign) continue;
      for (const type of declarations)
        if (type.includes(".") && !type.startsWith("module ")) this.#nested.add(lastPart(type));
    }
  }

  /** Whether any type of the repository has a member type of this name. */
  isNested(name: string): boolean {
    return this.#nested.has(name);
  }

  /** What a simple name means in the bodies of a file by inheritance. */
  inherited(from: ClassFile, name: string): TypeReference | undefined {
    if (!this.isNested(name)) return undefined;
    const { supertypes } = this.#scope(from);
    for (const type of supertypes.keys()) {
      const found = this.#search(this.#supertypesOf(from, type), name, from);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What a simple name means by imports on demand of a type's members, where the type itself only inherits it. */
  onDemand(from: ClassFile, name: string): TypeReference | undefined {
    if (!this.isNested(name)) return undefined;
    for (const specifier of this.#scope(from).onDemand) {
      const type = this.qualified(from, specifier).at(-1);
      const found = type === undefined ? undefined : this.#member(type, name, from);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * Types of other files in the headers of types that have a member type of the same name: a class is not within the scope
   * of its own members before its body. By the name as written.
   */
  beyondOwn(from: ClassFile): ReadonlyMap<string, ClassFile> {
    const found = new Map<string, ClassFile>();
    const scope = this.#scope(from);
    for (const [type, names] of scope.supertypes) {
      for (const name of names) {
        const head = name.split(".", 1)[0] ?? "";
        if (type === "" || !scope.byLastPart.has(head) || scope.types.has(head)) continue;
        const other = this.#head(scope, head, type);
        if (other !== undefined && other.file !== from) found.set(head, other.file);
      }
    }
    return found;
  }

  /** The types that a chain leads through, as far as they are known: `Sub.Entry` may be two files'. */
  chain(from: ClassFile, name: string): readonly TypeReference[] {
    const [head = "", ...rest] = name.split(".");
    const scope = this.#scope(from);
    const own = scope.byLastPart.get(head);
    const type = own === undefined ? this.#head(scope, head, "") : { file: from, name: own };
    return type === undefined ? this.qualified(from, name) : this.#descend(type, rest, from);
  }

  /** The same for a name that begins with a package. */
  qualified(from: ClassFile, name: string): readonly TypeReference[] {
    const candidates = this.#classes.qualified(name);
    const chosen = candidates === undefined ? undefined : this.#classes.choose(candidates, from);
    if (chosen === undefined || chosen.sight === sight.hidden || chosen.file.foreign) return [];
    const { package: packageName } = this.#scope(chosen.file);
    const [type = "", ...rest] = (packageName === "" ? name : name.slice(packageName.length + 1)).split(".");
    return this.#descend({ file: chosen.file, name: type }, rest, from);
  }

  #descend(type: TypeReference, rest: readonly string[], from: ClassFile): readonly TypeReference[] {
    const types = [type];
    for (const part of rest) {
      const last = types.at(-1);
      const next = last === undefined || !this.isNested(part) ? undefined : this.#member(last, part, from);
      if (next === undefined) break;
      types.push(next);
    }
    return types;
  }

  #member(type: TypeReference, name: string, from: ClassFile): TypeReference | undefined {
    const own = `${type.name}.${name}`;
    if (this.#scope(type.file).types.has(own)) return { file: type.file, name: own };
    return this.#search(this.#supertypesOf(type.file, type.name), name, from);
  }

  /** The nearest of several types that passes on a member type. */
  #search(types: readonly TypeReference[], name: string, from: ClassFile): TypeReference | undefined {
    if (types.length === 0) return undefined;
    const queue = [...types];
    const seen = new Set<string>();
    for (let head = 0; head < queue.length && head < mostSupertypes; head++) {
      const type = queue[head];
      if (type === undefined) break;
      const key = keyOf(type.file, type.name);
      if (seen.has(key)) continue;
      seen.add(key);
      const member = `${type.name}.${name}`;
      if (this.#isInherited(type.file, member, from)) return { file: type.file, name: member };
      queue.push(...this.#supertypesOf(type.file, type.name));
    }
    return undefined;
  }

  #isInherited(file: ClassFile, member: string, from: ClassFile): boolean {
    const scope = this.#scope(file);
    if (!scope.types.has(member)) return false;
    if (file === from) return true;
    if (scope.privateTypes.has(member)) return false;
    return !scope.packageTypes.has(member) || scope.package === this.#scope(from).package;
  }

  /** The direct supertypes of a type that are of the repository; of all classes without a name for `""`. */
  #supertypesOf(file: ClassFile, type: string): readonly TypeReference[] {
    const scope = this.#scope(file);
    const names = scope.supertypes.get(type);
    if (names === undefined) return [];
    const key = keyOf(file, type);
    const known = this.#supertypes.get(key);
    if (known !== undefined) return known;
    if (this.#depth >= deepest) return [];
    this.#depth++;
    // A class among its own supertypes is an error, and must end.
    this.#supertypes.set(key, []);
    const found = names.flatMap((name) => this.#typeIn(scope, name, type) ?? []);
    this.#supertypes.set(key, found);
    this.#depth--;
    return found;
  }

  /** What a name in the header of a type means. */
  #typeIn(scope: FileScope, name: string, type: string): TypeReference | undefined {
    const [head = "", ...rest] = name.split(".");
    const first = this.#head(scope, head, type);
    if (first !== undefined) {
      const types = this.#descend(first, rest, scope.file);
      return types.length === rest.length + 1 ? types.at(-1) : undefined;
    }
    if (rest.length === 0) return undefined;
    const found = this.qualified(scope.file, name).at(-1);
    return found !== undefined && lastPart(found.name) === lastPart(name) ? found : undefined;
  }

  /** A simple name, by the order of JLS 6.4.1: enclosing types, the file, single-type imports, the package, on demand. */
  #head(scope: FileScope, name: string, type: string): TypeReference | undefined {
    const { file } = scope;
    for (let dot = type.lastIndexOf("."); dot > 0; dot = type.lastIndexOf(".", dot - 1)) {
      const member = this.isNested(name) ? this.#member({ file, name: type.slice(0, dot) }, name, file) : undefined;
      if (member !== undefined) return member;
    }
    if (scope.types.has(name)) return { file, name };
    if (type === "") {
      // A local class may stand in any body of the file.
      const own = scope.byLastPart.get(name);
      if (own !== undefined) return { file, name: own };
    }
    const specifier = scope.imports.get(name);
    if (specifier !== undefined) {
      const found = this.qualified(file, specifier).at(-1);
      return found !== undefined && lastPart(found.name) === name ? found : undefined;
    }
    const inherited = type === "" ? this.inherited(file, name) : undefined;
    return inherited ?? this.#ofPackages(scope, name) ?? this.onDemand(file, name);
  }

  #ofPackages(scope: FileScope, name: string): TypeReference | undefined {
    for (const packageName of [scope.package, ...scope.onDemand]) {
      const chosen = this.#classes.visible(packageName, name, scope.file);
      if (chosen !== undefined) return chosen.file.foreign ? undefined : { file: chosen.file, name };
    }
    return undefined;
  }

  #scope(file: ClassFile): FileScope {
    let scope = this.#scopes.get(file.path);
    if (scope === undefined) {
      scope = scopeOf(file, this.#facts.get(file.path) ?? noDeclarations);
      this.#scopes.set(file.path, scope);
    }
    return scope;
  }
}

const noDeclarations: FileFacts = { imports: [], references: [], declarations: [], bridges: [], diagnostics: [] };

function keyOf(file: ClassFile, type: string): string {
  return `${file.path}#${type}`;
}
