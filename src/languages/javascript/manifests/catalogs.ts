/**
 * Catalogs: ranges that a workspace lays down once, for its members to ask for by `catalog:`.
 * @see https://pnpm.io/catalogs
 * @see https://bun.sh/docs/install/catalogs
 */
import type { JsonMember, JsonNode } from "../../../files/json-node.ts";
import type { PlacedText } from "./json-fields.ts";

/** By the name of the catalog, then of the package. */
export type Catalogs = ReadonlyMap<string, ReadonlyMap<string, PlacedText>>;

/** What `catalog:` alone means. */
export const defaultCatalog = "default";

/** The catalog that a range names; undefined where it names none. */
export function catalogOf(range: string): string | undefined {
  if (!range.startsWith("catalog:")) return undefined;
  return range.slice("catalog:".length).trim() || defaultCatalog;
}

/** Those in package.json, as bun has them: beside `workspaces`, or within it. */
export function catalogsIn(members: ReadonlyMap<string, JsonMember>): Catalogs | undefined {
  const workspaces = members.get("workspaces")?.value;
  const inner = workspaces?.kind === "object" ? workspaces.members : [];
  const find = (key: string): JsonNode | undefined =>
    members.get(key)?.value ?? inner.find((member) => member.name === key)?.value;
  const catalogs = new Map<string, ReadonlyMap<string, PlacedText>>();
  const single = find("catalog");
  if (single !== undefined) catalogs.set(defaultCatalog, rangesIn(single));
  const several = find("catalogs");
  if (several?.kind === "object") {
    for (const { name, value } of several.members) catalogs.set(name, rangesIn(value));
  }
  return catalogs.size === 0 ? undefined : catalogs;
}

function rangesIn(node: JsonNode): ReadonlyMap<string, PlacedText> {
  const ranges = new Map<string, PlacedText>();
  for (const { name, value } of node.kind === "object" ? node.members : []) {
    if (value.kind === "string") ranges.set(name, { text: value.text, line: value.line, column: value.column });
  }
  return ranges;
}
