/** What the scripts of a build ask for and could not be read: a few places of each kind, then their number. */
import type { Diagnostic } from "../../../model/diagnostic.ts";

export type GapKind = "project" | "value" | "version" | "catalog";

const shown = 3;

const more: Readonly<Record<GapKind, string>> = {
  project: "ask for projects of this build that could not be read",
  value: "ask for dependencies whose name has no value that can be read here",
  version: "ask for versions that have no value that can be read here",
  catalog: "ask for what no version catalog of the repository has",
};

export class GradleGaps {
  readonly #places = new Map<string, { readonly kind: GapKind; readonly places: Map<string, Diagnostic> }>();

  /** @param root directory of the build */
  add(root: string, kind: GapKind, gap: Omit<Diagnostic, "code">): void {
    const key = `${root}\n${kind}`;
    let found = this.#places.get(key);
    if (found === undefined) this.#places.set(key, (found = { kind, places: new Map() }));
    found.places.set(`${gap.file}\n${gap.line}\n${gap.message}`, { code: "manifest", ...gap });
  }

  diagnostics(): readonly Diagnostic[] {
    const out: Diagnostic[] = [];
    for (const { kind, places } of this.#places.values()) {
      const all = [...places.values()];
      const [next, ...others] = all.slice(shown);
      if (next === undefined || others.length === 0) out.push(...all);
      else {
        const message = `this and ${others.length} more places ${more[kind]}`;
        out.push(...all.slice(0, shown), { ...next, message });
      }
    }
    return out;
  }
}
