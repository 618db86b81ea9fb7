/** Types that a build makes: why a name that no file declares is expected to be absent from a bare checkout. */
import type { FileIndex } from "../../../files/file-index.ts";
import type { ClassIndex } from "./class-index.ts";
import { isRunner, schemaEndings } from "../projects/generators.ts";
import type { Module, Modules } from "./modules.ts";

/** What is read by a tool to make `Name.java`: `Name.java.ftl`, `Name.t.js`. */
const template =
  /^(\w+)(?:\.java)?\.(?:t\.js|in|ftl|ftlh|vm|mustache|tmpl|tpl|template|j2|jinja2?|ejs|hbs|peb|jte|erb|razor)$/;

/** Names that annotation processors make from a type's own: what is left after them is the type. */
const derived: readonly RegExp[] = [
  /^(\w+)_$/, // JPA's static metamodel
  /^Q(\w+)$/, // QueryDSL
  /^(\w+?)(?:_Factory|_MembersInjector|_Impl)$/,
  /^(?:AutoValue_|AutoOneOf_|Immutable|Modifiable|Dagger)(\w+)$/,
];

/** Names that people give as well: they count where a processor is at work. */
const perhapsDerived: readonly RegExp[] = [/^(\w+?)(?:Impl|Builder|Schema|Meta)$/, /^(?:Auto_|Gen_)(\w+)$/];

/** Beginnings of package names that very many owners share: they prove no kinship. */
const hosts: ReadonlySet<string> = new Set([
  "apache",
  "google",
  "github",
  "eclipse",
  "gitlab",
  "sourceforge",
  "springframework",
]);
const topLevels = /^(?:com|org|net|io|dev|edu|gov|mil|info|biz|me|co|app|ai|cloud|tech|[a-z]{2})$/;

export class GeneratedTypes {
  readonly #modules: Modules;
  readonly #classes: ClassIndex;
  readonly #templates = new Map<string, string[]>();
  readonly #schemas = new Map<Module, string>();
  /** Ends of the directories that schemas stand in: `shop/v1` of `proto/shop/v1/till.proto`. */
  readonly #schemaPlaces = new Map<Module, Set<string>>();
  readonly #kin = new Map<Module, ReadonlySet<string>>();
  readonly #packagesOf = new Map<Module, Set<string>>();

  constructor(modules: Modules, classes: ClassIndex, files: FileIndex) {
    this.#modules = modules;
    this.#classes = classes;
    for (const path of files.paths) {
      const name = path.slice(path.lastIndexOf("/") + 1);
      const made = name.endsWith(".java") ? undefined : template.exec(name)?.[1];
      if (made !== undefined) this.#templates.set(made, [...(this.#templates.get(made) ?? []), path]);
      if (schemaEndings.some((ending) => name.endsWith(ending))) {
        const module = modules.of(path);
        if (!this.#schemas.has(module)) this.#schemas.set(module, path);
        const place = lastTwo(path.split("/").slice(0, -1));
        const places = this.#schemaPlaces.get(module);
        if (places === undefined) this.#schemaPlaces.set(module, new Set([place]));
        else places.add(place);
      }
    }
    for (const packageName of classes.packages()) {
      for (const types of classes.package(packageName)?.values() ?? []) {
        for (const { module } of types) {
          const own = this.#packagesOf.get(module);
          if (own === undefined) this.#packagesOf.set(module, new Set([packageName]));
          else own.add(packageName);
        }
      }
    }
  }

  /** In words, what makes a type; undefined when nothing is known that would. `className` is `""` for a whole package. */
  reason(module: Module, packageName: string, className: string): string | undefined {
    return (
      this.#byTemplate(module, packageName, className) ??
      this.#byProcessor(module, packageName, className) ??
      this.#byShading(module, packageName) ??
      this.#byBuild(module, packageName)
    );
  }

  #byTemplate(module: Module, packageName: string, className: string): string | undefined {
    const here = this.#classes.package(packageName) !== undefined;
    const path = this.#templates.get(className)?.find((each) => here || isBeside(each, module.directory));
    return path === undefined ? undefined : `made from ${path}`;
  }

  #byProcessor(module: Module, packageName: string, className: string): string | undefined {
    const types = this.#classes.package(packageName);
    if (types === undefined) return undefined;
    const processor = module.builds.flatMap((build) => build.processors)[0];
    const patterns = processor === undefined ? derived : [...derived, ...perhapsDerived];
    const base = patterns
      .map((pattern) => pattern.exec(className)?.[1])
      .find((name) => name !== undefined && types.has(name));
    return base === undefined ? undefined : `made from ${base} by ${processor ?? "an annotation processor"}`;
  }

  /** Classes of others under another name, in the jar of a module that this one sees. */
  #byShading(module: Module, packageName: string): string | undefined {
    for (const each of [module, ...this.#modules.reach(module).keys()]) {
      for (const { relocated = [], project } of each.builds) {
        const found = relocated.find((to) => packageName === to || packageName.startsWith(`${to}.`));
        if (found !== undefined) return `relocated to ${found} by ${project.manifest}`;
      }
    }
    return undefined;
  }

  /**
   * A plug-in of this module, or of one it sees, that writes sources of a package of kin. What a module without sources
   * of its own makes can be of any package.
   */
  #byBuild(module: Module, packageName: string): string | undefined {
    let weaker: string | undefined;
    for (const each of [module, ...this.#modules.reach(module).keys()]) {
      const tools = each.builds.flatMap((build) => build.generators);
      const tool = tools.find((name) => !isRunner(name)) ?? tools[0];
      const schema = this.#schemas.get(each);
      if (tool === undefined && schema === undefined) continue;
      const bare = each !== module && tool !== undefined && !this.#packagesOf.has(each);
      // Schemas stand where their package has them, whoever owns it.
      const place = lastTwo(packageName.split("."));
      const placed = place !== "" && this.#schemaPlaces.get(each)?.has(place) === true;
      if (!bare && !placed && !this.#isKin(packageName, each) && !this.#isKin(packageName, module)) continue;
      if (tool !== undefined && !isRunner(tool)) return `made by ${tool}`;
      weaker ??= tool === undefined ? `made from a schema such as ${schema}` : `made by ${tool}`;
    }
    return weaker;
  }

  #isKin(packageName: string, module: Module): boolean {
    let kin = this.#kin.get(module);
    if (kin === undefined) {
      const names = [...(this.#packagesOf.get(module) ?? [])];
      for (const { project } of module.builds) {
        const group = project.package?.slice("pkg:maven/".length).split("/")[0];
        if (group !== undefined) names.push(group);
      }
      kin = new Set(names.map(family));
      this.#kin.set(module, kin);
    }
    return kin.has(family(packageName));
  }
}

/** `""` for fewer than two parts: one alone proves nothing. */
function lastTwo(parts: readonly string[]): string {
  return parts.length < 2 ? "" : parts.slice(-2).join("/");
}

/** The leading parts of a package name that belong to one owner. */
function family(packageName: string): string {
  const parts = packageName.split(".");
  if (!topLevels.test(parts[0] ?? "")) return parts[0] ?? "";
  return parts.slice(0, hosts.has(parts[1] ?? "") ? 3 : 2).join(".");
}

/** In the module, or right above it. */
function isBeside(path: string, directory: string): boolean {
  const above = directory.slice(0, Math.max(0, directory.lastIndexOf("/")));
  return above === "" || path.startsWith(`${above}/`);
}
