/**
 * Files by which version managers pick a program's version: `.nvmrc`, `.node-version`, `.python-version`, `.java-version`,
 * `.tool-versions`, `.sdkmanrc`.
 * @see https://github.com/nvm-sh/nvm#nvmrc
 * @see https://github.com/pyenv/pyenv#understanding-python-version-selection
 * @see https://asdf-vm.com/manage/configuration.html#tool-versions
 * @see https://sdkman.io/usage#env
 */
import { directoryOf } from "../model/directory-of.ts";
import type { RuntimeDemand } from "../model/runtime-demand.ts";
import type { SourceText } from "./source-text.ts";

/** How a version manager names a program: a file of its own, and its key in files for many programs. */
export interface ManagedRuntime {
  readonly runtime: string;
  /** `.nvmrc`: one version, or one a line. */
  readonly files: readonly string[];
  /** `nodejs` of `.tool-versions`. */
  readonly keys: readonly string[];
}

const shared: ReadonlyMap<string, RegExp> = new Map([
  [".tool-versions", /^(\S+)\s+(\S+)/],
  [".sdkmanrc", /^(\w+)\s*=\s*(\S+)/],
]);

export function isVersionFile(name: string, managed: readonly ManagedRuntime[]): boolean {
  return shared.has(name) || managed.some(({ files }) => files.includes(name));
}

/** The first version of each program counts: others are fallbacks, or installed beside it. */
export function readVersionFile(file: SourceText, managed: readonly ManagedRuntime[]): readonly RuntimeDemand[] {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1);
  const entry = shared.get(name);
  const found = new Map<string, RuntimeDemand>();
  for (const [index, written] of file.text.split(/\r\n|\n|\r/).entries()) {
    const text = written.replace(/(^|\s)#.*$/, "").trim();
    if (text === "") continue;
    const [, key, version = ""] = entry?.exec(text) ?? [undefined, undefined, entry === undefined ? text : ""];
    const one = managed.find(({ files, keys }) =>
      entry === undefined ? files.includes(name) : keys.includes(key ?? ""),
    );
    if (one === undefined || version === "" || found.has(one.runtime)) continue;
    const column = written.indexOf(version) + 1;
    const { runtime } = one;
    found.set(runtime, { runtime, range: version, strength: "pins", file: file.path, line: index + 1, column });
  }
  return [...found.values()];
}

/** What files say that stand nearest to a directory, at it or above. */
export class VersionFiles {
  readonly #byDirectory = new Map<string, RuntimeDemand[]>();

  constructor(demands: readonly RuntimeDemand[]) {
    for (const demand of demands) {
      const directory = directoryOf(demand.file);
      const known = this.#byDirectory.get(directory);
      if (known === undefined) this.#byDirectory.set(directory, [demand]);
      else known.push(demand);
    }
  }

  /** One demand a program: the nearest. */
  of(directory: string): readonly RuntimeDemand[] {
    if (this.#byDirectory.size === 0) return [];
    const found = new Map<string, RuntimeDemand>();
    for (let at = directory; ; at = directoryOf(at)) {
      for (const demand of this.#byDirectory.get(at) ?? []) {
        if (!found.has(demand.runtime)) found.set(demand.runtime, demand);
      }
      if (at === "") return [...found.values()];
    }
  }
}
