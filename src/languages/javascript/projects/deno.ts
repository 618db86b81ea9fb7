/** A deno.json as what the rest knows: a package, beside or instead of a package.json, and a configuration of paths. */
import type { DenoManifest, Manifest, PackageManifest, TsConfigManifest } from "../manifests/manifest.ts";

export function withoutDeno(manifests: readonly Manifest[]): readonly Exclude<Manifest, DenoManifest>[] {
  const denos = manifests.filter((each) => each.kind === "deno");
  if (denos.length === 0) return manifests.filter((each) => each.kind !== "deno");
  const byDirectory = new Map(denos.map((each) => [each.directory, each]));
  const packages = new Set(manifests.flatMap((each) => (each.kind === "package" ? each.directory : [])));
  const others = manifests.filter((each) => each.kind !== "deno");
  return [
    ...others.map((each) => (each.kind === "package" ? joined(each, byDirectory.get(each.directory)) : each)),
    ...denos.flatMap((deno) => (packages.has(deno.directory) ? [] : deno.own)),
    ...denos.map(configurationOf),
  ];
}

/** What deno.json asks for joins the package.json beside it. */
function joined(manifest: PackageManifest, deno: DenoManifest | undefined): PackageManifest {
  if (deno === undefined || deno.own.requirements.length === 0) return manifest;
  const asked = new Set(manifest.requirements.map(({ name }) => name));
  const further = deno.own.requirements.filter(({ name }) => !asked.has(name));
  const requirements = [
    ...manifest.requirements,
    ...further.map((each) => Object.assign({}, each, { file: deno.file })),
  ];
  return { ...manifest, requirements, isProject: true };
}

function configurationOf({ file, directory, paths }: DenoManifest): TsConfigManifest {
  return { kind: "tsconfig", file, directory, extends: [], references: [], paths, types: [], tools: [] };
}
