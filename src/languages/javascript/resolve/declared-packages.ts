/** Whether a project may count on a package that it imports. */
import type { Declaration } from "../../../model/resolution.ts";
import type { Project } from "../../../model/project.ts";
import { type Purl, purl } from "../../../model/purl.ts";
import { isTooling } from "../projects/file-scope.ts";
import { directoryOf } from "../manifests/manifest.ts";
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
  readonly #projectOf = new Map<string, Project | undefined>();

  constructor(projects: readonly Project[], packages: Packages) {
    this.#packages = packages;
    this.#byDirectory = new Map(projects.map((project) => [project.directory, project]));
    this.#byId = new Map(projects.map((project) => [project.id, project]));
    for (const project of projects) {
      this.#requirements.set(project.id, new Set(project.requirements.map((requirement) => requirement.package)));
      this.#locked.set(project.id, new Set(project.locks.map((entry) => entry.package)));
    }
  }

  /** The innermost project that holds a directory. */
  projectOf(directory: string): Project | undefined {
    if (this.#projectOf.has(directory)) return this.#projectOf.get(directory);
    const here = this.#byDirectory.get(directory);
    const found = here !== undefined || directory === "" ? here : this.projectOf(directoryOf(directory));
    this.#projectOf.set(directory, found);
    return found;
  }

  asks(project: Project, name: Purl): boolean {
    return this.#requirements.get(project.id)?.has(name) === true;
  }

  /** Whether the lockfile of the install scope holds it. */
  isLocked(project: Project, name: Purl): boolean {
    return this.#locked.get(project.installScope)?.has(name) === true;
  }

  state(project: Project, use: Use): Declaration["state"] {
    const wanted = purl("npm", use.name);
    if (this.asks(project, wanted) || this.#isLinked(project, use.name)) return "declared";
    if (this.#lenders(project, use).some((lender) => this.asks(lender, wanted))) return "declared";
    // Types alone are enough where nothing of the package runs, and TypeScript erases imports that only types are used of.
    const types = purl("npm", typesPackage(use.name));
    const typed = use.typescript && (this.asks(project, types) || this.#root(project, types));
    if (typed && (use.typeOnly || !this.isLocked(project, wanted))) return "declared";
    return this.isLocked(project, wanted) ? "transitive" : "undeclared";
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
