/**
 * Where TypeScript finds the types of a package's subpaths.
 * @see https://www.typescriptlang.org/docs/handbook/declaration-files/publishing.html#version-selection-with-typesversions
 */
import type { JsonNode } from "../../../files/json-node.ts";
import { npmVersions } from "../versions.ts";

/** Ranges tell old compilers from new ones: a new one asks. */
const compiler = "6.0.0";

/** Paths from the package, likeliest first; none when no range or no pattern fits. */
export function typesVersionTargets(typesVersions: JsonNode, subpath: string): readonly string[] {
  if (typesVersions.kind !== "object") return [];
  const version = npmVersions.parse(compiler);
  const fitting = typesVersions.members.find(
    ({ name }) => version !== undefined && npmVersions.range(name)?.contains(version) === true,
  );
  if (fitting?.value.kind !== "object") return [];
  const wanted = subpath.replace(/^\.\//, "");
  let best: { readonly targets: JsonNode; readonly star: string; readonly length: number } | undefined;
  for (const { name, value } of fitting.value.members) {
    const at = name.indexOf("*");
    const [prefix, suffix] = at < 0 ? [name, ""] : [name.slice(0, at), name.slice(at + 1)];
    const fits = at < 0 ? name === wanted : wanted.startsWith(prefix) && wanted.endsWith(suffix);
    const length = at < 0 ? Infinity : prefix.length;
    if (!fits || wanted.length < prefix.length + suffix.length || length <= (best?.length ?? -1)) continue;
    best = { targets: value, star: wanted.slice(prefix.length, wanted.length - suffix.length), length };
  }
  if (best?.targets.kind !== "array") return [];
  const { star } = best;
  return best.targets.items.flatMap((item) => (item.kind === "string" ? [item.text.replace("*", () => star)] : []));
}
