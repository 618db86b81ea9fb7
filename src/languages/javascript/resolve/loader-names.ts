/**
 * Names that a loader of AMD finds by its settings. The settings stand in a source file, and the page that loads it says from
 * where `baseUrl` counts: what is found by them is a guess.
 * @see https://requirejs.org/docs/api.html#jsfiles
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileFacts, LoaderSettings } from "../../../model/facts.ts";
import type { Project } from "../../../model/project.ts";
import type { FileLookup } from "./file-lookup.ts";
import { joinPath } from "./join-path.ts";
import { type Outcome, reached } from "./outcome.ts";

interface Settings extends LoaderSettings {
  /** Of the file that they stand in. */
  readonly directory: string;
}

export class LoaderNames {
  readonly #lookup: FileLookup;
  readonly #byProject = new Map<Project | undefined, Settings[]>();

  constructor(
    facts: ReadonlyMap<string, FileFacts>,
    lookup: FileLookup,
    projectOf: (directory: string) => Project | undefined,
  ) {
    this.#lookup = lookup;
    for (const [path, { loader }] of facts) {
      if (loader === undefined) continue;
      const directory = directoryOf(path);
      const project = projectOf(directory);
      const known = this.#byProject.get(project);
      if (known === undefined) this.#byProject.set(project, [{ ...loader, directory }]);
      else known.push({ ...loader, directory });
    }
  }

  /** Undefined for paths, and where no settings of the project lead to a file. */
  find(specifier: string, project: Project | undefined): Outcome | undefined {
    const settings = this.#byProject.get(project);
    const name = specifier.slice(specifier.lastIndexOf("!") + 1);
    if (settings === undefined || /^[./]|:/.test(name)) return undefined;
    for (const each of settings) {
      const path = mapped(name, each.paths);
      for (const base of bases(each, project)) {
        const at = joinPath(base, path.startsWith("/") ? `.${path}` : path);
        const found = at === undefined ? undefined : this.#lookup.locate(at, "javascript");
        if (found !== undefined) return reached(found, "inferred");
      }
    }
    return undefined;
  }
}

/** By the longest name that it is, or begins with. */
function mapped(name: string, paths: LoaderSettings["paths"]): string {
  let best: readonly [name: string, path: string] | undefined;
  for (const each of paths) {
    const fits = name === each[0] || name.startsWith(`${each[0]}/`);
    if (fits && (best === undefined || each[0].length > best[0].length)) best = each;
  }
  return best === undefined ? name : best[1] + name.slice(best[0].length);
}

/** Without a `baseUrl` it is the directory of the first script, which most often gives the settings. */
function bases({ base = "", directory }: Settings, project: Project | undefined): readonly string[] {
  const root = project?.directory ?? "";
  const from = base.startsWith("/") ? [root] : [directory, root];
  return from.flatMap((each) => joinPath(each, `./${base}`) ?? []);
}
