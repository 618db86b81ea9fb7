/**
 * `from package import *` imports the submodules that `__all__` names, and that `__init__` does not bind itself.
 * @see https://docs.python.org/3/tutorial/modules.html#importing-from-a-package
 */
import type { FileIndex } from "../../../files/file-index.ts";
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileFacts, ImportFact } from "../../../model/facts.ts";
import { joinPath } from "../projects/source-layout.ts";
import { relativePlace } from "./relative-place.ts";

export interface StarContext {
  readonly files: FileIndex;
  readonly facts: ReadonlyMap<string, FileFacts>;
  /** The file that a whole dotted name means, as seen from a file. */
  readonly find: (name: string, from: string) => string | undefined;
}

/** The import with the names of those submodules beside its star; itself where there are none. */
export function withStarNames(fact: ImportFact, from: string, context: StarContext): ImportFact {
  if (fact.names[0] !== "*" || fact.kind !== "from") return fact;
  const init = packageFile(fact.specifier, from, context);
  const facts = init === undefined ? undefined : context.facts.get(init);
  if (init === undefined || facts?.exports === undefined) return fact;
  const directory = directoryOf(init);
  const modules = facts.exports.filter(
    (name) =>
      !facts.declarations.includes(name) &&
      (context.files.has(`${directory}/${name}.py`) || context.files.has(`${directory}/${name}/__init__.py`)),
  );
  return modules.length === 0 ? fact : { ...fact, names: ["*", ...modules] };
}

function packageFile(specifier: string, from: string, { files, find }: StarContext): string | undefined {
  if (!specifier.startsWith(".")) return find(specifier, from);
  const init = joinPath(relativePlace(specifier, from), "__init__.py");
  return init !== undefined && files.has(init) ? init : undefined;
}
