/** Imports of a file that says itself what it runs with: a script with metadata, a notebook that installs packages. */
import type { OwnEnvironment } from "../../../model/facts.ts";
import { purlName } from "../../../model/purl.ts";
import type { ResolvedImport } from "../../../model/resolution.ts";
import { distributionPurl } from "../versions/distribution-name.ts";
import { alternatives, ProviderIndex } from "./distributions.ts";

/** Judges what was resolved with the project in mind by what the file asks for itself. */
export function inOwnEnvironment(
  path: string,
  { requirements, isWhole }: OwnEnvironment,
  resolved: readonly ResolvedImport[],
): readonly ResolvedImport[] {
  const names = new Set(requirements.map(({ package: name }) => purlName(name)));
  const index = new ProviderIndex(names);
  return resolved.map((each): ResolvedImport => {
    const { target, declaration } = each;
    if (target.kind !== "package" && (target.kind !== "unresolved" || target.inRepo)) return each;
    const parts = each.specifier.split(".");
    const found = index.find(parts)?.distribution ?? alternatives(parts).find((name) => names.has(name));
    if (found !== undefined) {
      const own = distributionPurl(found);
      return Object.assign({ ...each }, {
        target: { kind: "package", package: own },
        declaration: declared(own),
      } as const);
    }
    if (!isWhole || target.kind !== "package") return each;
    // What is asked for may bring it along.
    const state = requirements.length === 0 ? "undeclared" : "unknown";
    const missing = { package: declaration?.package ?? target.package, state, manifest: path } as const;
    return Object.assign({ ...each }, { declaration: missing });
  });
}

function declared(name: string): NonNullable<ResolvedImport["declaration"]> {
  return { package: name, state: "declared" };
}
