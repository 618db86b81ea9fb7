/**
 * Where a loader of AMD is told to look: `require.config({ baseUrl: "js", paths: { till: "lib/till" } })`.
 * @see https://requirejs.org/docs/api.html#config
 */
import type { Node } from "@babel/types";
import type { LoaderSettings } from "../../../model/facts.ts";
import { literalOf } from "./clauses.ts";

const loaders: ReadonlySet<string> = new Set(["require", "requirejs"]);

/** What a call tells a loader, as far as it stands there as literals; undefined for all other nodes. */
export function loaderSettings(node: Node): LoaderSettings | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || node.callee.computed)
    return undefined;
  const { object, property } = node.callee;
  if (object.type !== "Identifier" || !loaders.has(object.name)) return undefined;
  if (property.type !== "Identifier" || property.name !== "config") return undefined;
  const given = new Map(entries(node.arguments[0]));
  const base = literalOf(given.get("baseUrl"));
  const paths = entries(given.get("paths")).flatMap(([name, value]) => {
    // The first of several is where it is; the others are for when it cannot be loaded.
    const path = literalOf(value.type === "ArrayExpression" ? value.elements[0] : value);
    return path === undefined ? [] : [[name, path] as const];
  });
  return base === undefined && paths.length === 0 ? undefined : { ...(base === undefined ? {} : { base }), paths };
}

function entries(node: Node | undefined): readonly (readonly [name: string, value: Node])[] {
  if (node?.type !== "ObjectExpression") return [];
  return node.properties.flatMap((each) => {
    if (each.type !== "ObjectProperty" || each.computed) return [];
    const name = each.key.type === "Identifier" ? each.key.name : literalOf(each.key);
    return name === undefined ? [] : [[name, each.value] as const];
  });
}
