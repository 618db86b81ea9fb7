/** Every type that the repository's sources declare, by package and name, and who can see it. */
import type { FileFacts } from "../../../model/facts.ts";
import { isForeign } from "../dialects/dialect.ts";
import { isBeyondJvm, layoutOf } from "../projects/layout.ts";
import type { Module, Modules } from "./modules.ts";
import { nearness } from "./nearness.ts";

export interface ClassFile {
  readonly path: string;
  readonly module: Module;
  readonly scope: "main" | "test";
  /** In another language of the JVM: known by what stands at its top alone. */
  readonly foreign: boolean;
  /** Compiled for something else than the JVM: Java cannot see it. */
  readonly beyondJvm: boolean;
}

/** From what sees it best to what cannot. */
export const sight = { own: 0, ownMain: 1, declared: 2, transitive: 3, near: 4, hidden: 5 } as const;
export type Sight = (typeof sight)[keyof typeof sight];

export interface Chosen {
  readonly file: ClassFile;
  readonly sight: Sight;
  /** Of another module, which is on the class path as this one's is: their order decides. */
  readonly rival?: ClassFile;
}

type Package = ReadonlyMap<string, readonly ClassFile[]>;

export class ClassIndex {
  readonly #packages = new Map<string, Map<string, ClassFile[]>>();
  /** What files in other languages hold besides types, by its full name. */
  readonly #members = new Map<string, ClassFile[]>();
  /** Packages of which a file in another language is. */
  readonly #mixed = new Set<string>();
  readonly #byPath = new Map<string, ClassFile>();
  readonly #modules: Modules;
  readonly #lookups = new Map<string, readonly ClassFile[] | undefined>();

  constructor(facts: ReadonlyMap<string, FileFacts>, modules: Modules) {
    this.#modules = modules;
    for (const [path, { package: name = "", declarations, exports = [] }] of facts) {
      const file = this.file(path);
      if (file.foreign) {
        this.#addForeign(name, { declarations, exports }, file);
        continue;
      }
      for (const type of declarations) {
        if (!type.includes(".") && !type.startsWith("module ")) this.#add(name, type, file);
      }
    }
  }

  /** What is below the package of its file stands after it, with a dot. */
  #addForeign(
    packageName: string,
    { declarations, exports }: { readonly declarations: readonly string[]; readonly exports: readonly string[] },
    file: ClassFile,
  ): void {
    this.#mixed.add(packageName);
    const start = packageName === "" ? "" : `${packageName}.`;
    for (const type of declarations) {
      const name = `${start}${type}`;
      const dot = name.lastIndexOf(".");
      this.#add(name.slice(0, Math.max(0, dot)), name.slice(dot + 1), file);
    }
    for (const member of exports) {
      const name = `${start}${member}`;
      const files = this.#members.get(name);
      if (files === undefined) this.#members.set(name, [file]);
      else files.push(file);
    }
  }

  #add(packageName: string, type: string, file: ClassFile): void {
    let types = this.#packages.get(packageName);
    if (types === undefined) this.#packages.set(packageName, (types = new Map()));
    const files = types.get(type);
    if (files === undefined) types.set(type, [file]);
    else files.push(file);
  }

  /**
   * The files of a function, a property, an alias or a package's object of another language, by its full name or by that of
   * something in it. Whatever is in the unnamed package holds nothing that could be imported.
   */
  memberNamed(name: string): readonly ClassFile[] | undefined {
    const exact = this.#members.get(name);
    if (exact !== undefined) return exact;
    for (let end = name.lastIndexOf("."); end > 0; end = name.lastIndexOf(".", end - 1)) {
      const holder = name.slice(0, end);
      const files = holder.includes(".") ? this.#members.get(holder) : undefined;
      if (files !== undefined) return files;
    }
    return undefined;
  }

  /** A source file with its module and scope, whether or not it declares anything. */
  file(path: string): ClassFile {
    let file = this.#byPath.get(path);
    if (file === undefined) {
      const module = this.#modules.of(path);
      const foreign = isForeign(path);
      const beyondJvm = foreign && isBeyondJvm(layoutOf(path)?.set ?? "");
      file = { path, module, scope: this.#modules.scope(module, path), foreign, beyondJvm };
      this.#byPath.set(path, file);
    }
    return file;
  }

  /** Whether a type of a package may be that is not seen: made in Kotlin, Groovy or Scala by a macro or a plug-in of the compiler. */
  isMixed(packageName: string): boolean {
    return this.#mixed.has(packageName);
  }

  /** Names of all packages that hold a type. */
  packages(): IterableIterator<string> {
    return this.#packages.keys();
  }

  package(name: string): Package | undefined {
    return this.#packages.get(name);
  }

  /**
   * The files of the top-level type that a qualified name leads to; what follows it is nested in it or a member of it.
   * Longest package first.
   * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-6.html#jls-6.5
   */
  qualified(name: string): readonly ClassFile[] | undefined {
    if (this.#lookups.has(name)) return this.#lookups.get(name);
    let found: readonly ClassFile[] | undefined;
    for (let dot = name.lastIndexOf("."); dot > 0 && found === undefined; dot = name.lastIndexOf(".", dot - 1)) {
      const types = this.#packages.get(name.slice(0, dot));
      if (types === undefined) continue;
      const end = name.indexOf(".", dot + 1);
      found = types.get(name.slice(dot + 1, end < 0 ? name.length : end));
    }
    this.#lookups.set(name, found);
    return found;
  }

  /**
   * The files of a class by its binary name: `org.acme.Shop$Till` is nested in `Shop`, unless it is called so.
   * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-13.html#jls-13.1
   */
  binary(name: string): readonly ClassFile[] | undefined {
    const dot = name.lastIndexOf(".");
    const types = this.#packages.get(name.slice(0, Math.max(dot, 0)));
    const type = name.slice(dot + 1);
    if (types === undefined) return undefined;
    for (let end = type.length; end > 0; end = type.lastIndexOf("$", end - 1)) {
      const found = types.get(type.slice(0, end));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The file of a type of a package that another file sees. */
  visible(packageName: string, type: string, from: ClassFile): Chosen | undefined {
    const candidates = this.#packages.get(packageName)?.get(type);
    if (candidates === undefined) return undefined;
    const chosen = this.choose(packageName === "" ? inSight(candidates, from) : candidates, from);
    return chosen === undefined || chosen.sight === sight.hidden ? undefined : chosen;
  }

  /** Of several files with one type, the one that a file sees; the nearest by directory where that leaves several. */
  choose(candidates: readonly ClassFile[], from: ClassFile): Chosen | undefined {
    let best: Chosen | undefined;
    for (const file of candidates) {
      const seen = this.#sight(file, from);
      const closer =
        best === undefined ||
        seen < best.sight ||
        (seen === best.sight && nearness(file.path, from.path) > nearness(best.file.path, from.path));
      if (closer) best = { file, sight: seen };
    }
    return best === undefined || candidates.length < 2 ? best : this.#withRival(best, candidates, from);
  }

  #withRival(chosen: Chosen, candidates: readonly ClassFile[], from: ClassFile): Chosen {
    if (chosen.sight !== sight.declared && chosen.sight !== sight.transitive) return chosen;
    const rival = candidates.find(
      (each) => each.module !== chosen.file.module && this.#sight(each, from) === chosen.sight,
    );
    return rival === undefined ? chosen : { ...chosen, rival };
  }

  /** Of several files, those that are seen as well as the best of them. */
  bestSeen(candidates: readonly ClassFile[], from: ClassFile): readonly ClassFile[] {
    const best = Math.min(...candidates.map((file) => this.#sight(file, from)));
    return candidates.filter((file) => this.#sight(file, from) === best);
  }

  #sight(file: ClassFile, from: ClassFile): Sight {
    if (file.beyondJvm && !from.beyondJvm) return sight.hidden;
    if (file.module === from.module) {
      if (file.scope === from.scope) return sight.own;
      return from.scope === "test" ? sight.ownMain : sight.hidden;
    }
    const how = this.#modules.reach(from.module).get(file.module);
    if (how !== undefined && (file.scope === "main" || this.#modules.seesTestsOf(from.module, file.module))) {
      return how === "declared" ? sight.declared : sight.transitive;
    }
    // Without a manifest nothing says what is on the classpath.
    return from.module.builds.length === 0 ? sight.near : sight.hidden;
  }
}

/** Files without a package are separate programs unless they stand in one directory. */
function inSight(candidates: readonly ClassFile[], from: ClassFile): readonly ClassFile[] {
  const directory = from.path.slice(0, from.path.lastIndexOf("/") + 1);
  return candidates.filter(({ path }) => path.lastIndexOf("/") + 1 === directory.length && path.startsWith(directory));
}
