/** What uv's tables of `pyproject.toml` say of requirements that stand elsewhere in it. */
import type { Evidence } from "../../../model/location.ts";
import type { Purl } from "../../../model/purl.ts";
import { distributionPurl, normalizeName } from "../versions/distribution-name.ts";
import type { DeclaredRequirement } from "./manifest.ts";
import { listAt, tableAt, textAt, type TomlDocument, valueAt } from "./toml-document.ts";

export function withUvTables(
  document: TomlDocument,
  requirements: readonly DeclaredRequirement[],
): readonly DeclaredRequirement[] {
  return withConflicts(document, withSources(document, requirements));
}

/**
 * Extras and groups that are said never to be installed together.
 * @see https://docs.astral.sh/uv/concepts/projects/config/#conflicting-dependencies
 */
function withConflicts(
  document: TomlDocument,
  requirements: readonly DeclaredRequirement[],
): readonly DeclaredRequirement[] {
  const apart = new Set<string>();
  for (const set of listAt(document.root, "tool", "uv", "conflicts")) {
    const entries: readonly unknown[] = Array.isArray(set) ? set : [];
    for (const entry of entries) {
      const extra = textAt(entry, "extra");
      const group = textAt(entry, "group");
      if (extra !== undefined) apart.add(`extra ${normalizeName(extra)}`);
      if (group !== undefined) apart.add(`group ${normalizeName(group)}`);
    }
  }
  if (apart.size === 0) return requirements;
  return requirements.map((requirement) => {
    const { scope, group = "" } = requirement;
    const environment = `${scope === "optional" ? "extra" : "group"} ${normalizeName(group)}`;
    return apart.has(environment) ? Object.assign({}, requirement, { environment }) : requirement;
  });
}

/**
 * uv's own table of where requirements come from: those by path are directories of this repository.
 * @see https://docs.astral.sh/uv/concepts/projects/dependencies/#dependency-sources
 */
function withSources(
  document: TomlDocument,
  requirements: readonly DeclaredRequirement[],
): readonly DeclaredRequirement[] {
  const told = new Map<Purl, { readonly path: string | undefined; readonly evidence: Evidence }>();
  for (const [name, source] of Object.entries(tableAt(document.root, "tool", "uv", "sources"))) {
    // Several sources for several environments: a list of tables.
    const sources: readonly unknown[] = Array.isArray(source) ? source : [source];
    const path = sources.map((each) => textAt(each, "path")).find((each) => each !== undefined);
    const { line } = document.place(["tool", "uv", "sources", name]);
    const evidence = {
      file: document.path,
      line,
      message: `it comes from ${sources.map(describeSource).join(" or ")}`,
    };
    told.set(distributionPurl(name), { path, evidence });
  }
  if (told.size === 0) return requirements;
  return requirements.map((requirement) => {
    const source = told.get(requirement.package);
    if (source === undefined) return requirement;
    const path = source.path === undefined ? {} : { path: source.path };
    return Object.assign({}, requirement, { origin: [source.evidence] }, path);
  });
}

function describeSource(source: unknown): string {
  const at = (key: string): string | undefined => textAt(source, key);
  const revision = at("tag") ?? at("branch") ?? at("rev");
  if (valueAt(source, "workspace") === true) return "this workspace";
  const git = at("git");
  if (git !== undefined) return `git+${git}${revision === undefined ? "" : `@${revision}`}`;
  return at("path") ?? at("url") ?? `the index "${at("index") ?? "?"}"`;
}
