/** Draws what a manifest declares, a line a requirement: `3:6 pkg:pypi/till >=1 runtime (group) ; marker`. */
import { python } from "../../../../src/languages/python/index.ts";
import type { PythonManifest } from "../../../../src/languages/python/manifests/manifest.ts";
import type { ManifestReading } from "../../../../src/languages/language.ts";

export function readManifest(path: string, text: string): ManifestReading<PythonManifest> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const reader = python.manifests.find((each) => each.matches(name, path));
  if (reader === undefined) throw new Error(`nothing reads ${path}`);
  return reader.read({ path, text, diagnostics: [] });
}

export function drawManifest({ manifest, diagnostics }: ManifestReading<PythonManifest>): string {
  const requirements = (manifest?.requirements ?? []).map(
    ({ line, column, package: name, range, scope, group, marker }) =>
      [
        `${line}:${column} ${name} ${range} ${scope}`,
        ...(group === undefined ? [] : [`(${group})`]),
        ...(marker === undefined ? [] : [`; ${marker}`]),
      ].join(" "),
  );
  return [
    ...requirements,
    ...diagnostics.map((each) => `${each.line}:${each.column} ! ${each.code}: ${each.message}`),
  ].join("\n");
}
