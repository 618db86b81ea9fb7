/** Whether a project may count on a package that it imports. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { ImportFact } from "../../../model/facts.ts";
import type { Declaration } from "../../../model/resolution.ts";
import type { Project } from "../../../model/project.ts";
import { type Purl, purl, purlName } from "../../../model/purl.ts";
import { isExhibit, isTooling } from "../projects/file-scope.ts";
import { type ToolManifest } from "../manifests/manifest.ts";
import type { Asker } from "./asker.ts";
import type { Outcome } from "./outcome.ts";
import type { Packages } from "./packages.ts";
import { typesPackage } from "./package-name.ts";

export interface Use {
  readonly name: string;
  readonly from: string;
  readonly typescript: boolean;
  readonly typeOnly: boolean;
}

export class DeclaredPackages {
  readonly #packages: Packages;
  readonly #byDirectory: ReadonlyMap<string, Project>;
  readonly #byId: ReadonlyMap<string, Project>;
  readonly #requirements = new Map<string, ReadonlySet<Purl>>();
  readonly #locked = new Map<string, ReadonlySet<Purl>>();
  /** What anybody of an install scope asks for, by scope. */
  readonly #asked = new Map<string, Set<Purl>>();
  /** Directories with a lockfile that is not read. */
  readonly #unreadLocks: ReadonlySet<string>;
  readonly #projectOf = new Map<string, Project | undefined>();
  /** By project: packages by the names that they have there. */
  readonly #aliases = new Map<string, ReadonlyMap<string, string>>();
  /** Packages that pages bring as globals, by project. */
  readonly #globals = new Map<string, Set<string>>();

  constructor(
    projects: readonly Project[],
    packages: Packages,
    unreadLocks: ReadonlySet<string>,
    tools: readonly ToolManifest[] = [],
  ) {
    this.#packages = packages;
    this.#unreadLocks = unreadLocks;
    this.#byDirectory = new Map(projects.map((project) => [project.directory, project]));
    this.#byId = new Map(projects.map((project) => [project.id, project]));
    for (const project of projects) {
      // A version that is laid down for whoever asks asks for nothing itself.
      const asking = project.requirements.filter(({ scope }) => scope !== "managed").map((each) => each.package);
      this.#requirements.set(project.id, new Set(asking));
      this.#locked.set(project.id, new Set(project.locks.map((entry) => entry.package)));
      const asked = this.#asked.get(project.installScope) ?? new Set();
      this.#asked.set(project.installScope, asked);
      for (const name of asking) asked.add(name);
      const aliases = project.requirements.flatMap(({ alias, package: real }) =>
        alias === undefined ? [] : [[alias, purlName(real)] as const],
      );
      if (aliases.length > 0) this.#aliases.set(project.id, new Map(aliases));
    }
    for (const tool of tools) this.#addGlobals(tool);
  }

  #addGlobals({ directory, globals }: ToolManifest): void {
    const project = this.projectOf(directory);
    if (project === undefined || globals.size === 0) return;
    this.#globals.set(project.id, new Set([...(this.#globals.get(project.id) ?? []), ...globals]));
  }

  at(directory: string): Project | undefined {
    return this.#byDirectory.get(directory);
  }

  /** The innermost project that holds a directory. */
  projectOf(directory: string): Project | undefined {
    if (this.#projectOf.has(directory)) return this.#projectOf.get(directory);
    const here = this.#byDirectory.get(directory);
    const found = here !== undefined || directory === "" ? here : this.projectOf(directoryOf(directory));
    this.#projectOf.set(directory, found);
    return found;
  }

  /** The package that a name stands for in a project, or for all at its workspace's root. */
  aliased(project: Project | undefined, name: string): string | undefined {
    if (project === undefined || this.#aliases.size === 0) return undefined;
    return this.#aliases.get(project.id)?.get(name) ?? this.#aliases.get(project.parent ?? "")?.get(name);
  }

  asks(project: Project, name: Purl): boolean {
    return this.#requirements.get(project.id)?.has(name) === true;
  }

  /** Whether the lockfile of the install scope holds it. */
  isLocked(project: Project, name: Purl): boolean {
    return this.#locked.get(project.installScope)?.has(name) === true;
  }

  /** Whether a project asks for a package, or something of its install scope brings it. */
  knows(project: Project | undefined, name: string): boolean {
    const wanted = purl("npm", name);
    return project !== undefined && (this.asks(project, wanted) || this.isLocked(project, wanted));
  }

  /** Undefined where nothing has to be declared: within a project, and outside of any. */
  declaration(
    from: string,
    { name, inRepo }: Outcome,
    { kind, typeOnly }: ImportFact,
    { project, importer }: Pick<Asker, "project" | "importer">,
  ): Declaration | undefined {
    if (name === undefined || project === undefined) return undefined;
    const state = this.state(project, { name, from, typescript: importer === "typescript", typeOnly });
    // `require.resolve` may look from other directories (its `paths` option), and many only probe with it.
    const probes = (kind === "require-resolve" || kind === "import-resolve") && state !== "declared" && inRepo !== true;
    return { package: purl("npm", name), state: probes ? "unknown" : state };
  }

  state(project: Project, use: Use): Declaration["state"] {
    const wanted = purl("npm", use.name);
    if (this.asks(project, wanted) || this.#isLinked(project, use.name)) return "declared";
    if (this.#globals.get(project.id)?.has(use.name) === true) return "declared";
    if (this.#lenders(project, use).some((lender) => this.asks(lender, wanted))) return "declared";
    // What a workspace shows at its root uses what its members use: it is installed beside them and never published.
    if (isExhibit(use.from) && project.id === project.installScope && this.#isAsked(project, wanted)) return "declared";
    // Types alone are enough where nothing of the package runs, and TypeScript erases imports that only types are used of.
    const types = purl("npm", typesPackage(use.name));
    const typed = use.typescript && (this.asks(project, types) || this.#root(project, types));
    if (typed && (use.typeOnly || !this.isLocked(project, wanted))) return "declared";
    if (this.isLocked(project, wanted)) return "transitive";
    return this.#mayBeBrought(project, wanted) ? "unknown" : "undeclared";
  }

  /**
   * Whether something else may bring a package that no lock shows: a lockfile that is not read may hold it, and without a
   * lockfile what one member of a workspace asks for is installed beside the others.
   */
  #mayBeBrought(project: Project, wanted: Purl): boolean {
    if ((this.#locked.get(project.installScope)?.size ?? 0) > 0) return false;
    return this.#hasUnreadLock(project) || this.#isAsked(project, wanted);
  }

  /** Whether anybody of the install scope asks for it. */
  #isAsked(project: Project, wanted: Purl): boolean {
    return this.#asked.get(project.installScope)?.has(wanted) === true;
  }

  /** At the project or its workspace's root, or above that where no package.json stands between. */
  #hasUnreadLock(project: Project): boolean {
    if (this.#unreadLocks.size === 0) return false;
    if (this.#unreadLocks.has(project.directory)) return true;
    for (let at = this.#byId.get(project.installScope)?.directory ?? project.directory; ; at = directoryOf(at)) {
      if (this.#unreadLocks.has(at)) return true;
      if (at === "" || this.#packages.at(directoryOf(at)) !== undefined) return false;
    }
  }

  /** The projects whose requirements a file may use. */
  #lenders(project: Project, use: Use): readonly Project[] {
    const lenders = [project];
    const root = project.parent === undefined ? undefined : this.#byId.get(project.parent);
    // Tools run from the root with the root's packages; for anything else hoisting would hide what is missing.
    if (root !== undefined && (isTooling(use.from) || project.requirements.length === 0)) lenders.push(root);
    // A package.json that asks for nothing leaves it to the directory around it, as Node does.
    if (project.requirements.length === 0 && project.directory !== "") {
      const around = this.projectOf(directoryOf(project.directory));
      if (around !== undefined) lenders.push(around);
    }
    return lenders;
  }

  /** npm and Yarn link every member of a workspace beside its root. */
  #isLinked(root: Project, name: string): boolean {
    return this.#packages.named(name).some(({ directory }) => this.#byDirectory.get(directory)?.parent === root.id);
  }

  #root(project: Project, name: Purl): boolean {
    const root = project.parent === undefined ? undefined : this.#byId.get(project.parent);
    return root !== undefined && this.asks(root, name);
  }
}
