/** Which files, projects and packages are meant: by rules, and by tags. */
import type { JsonNode } from "../files/json-node.ts";
import { nearest } from "../model/nearest.ts";
import type { Selector, Tag } from "../model/settings.ts";
import type { NodeReader } from "./node-reader.ts";

const ownKeys: readonly string[] = ["path", "project", "package", "language"];
export const selectorKeys: readonly string[] = [...ownKeys, "tag"];

/** A string is a pattern over paths. */
export function readSelector(reader: NodeReader, node: JsonNode, tags: readonly Tag[]): Selector {
  const selector = read(reader, node, selectorKeys);
  const names = tags.map(({ name }) => name);
  for (const name of selector.tag ?? []) {
    if (names.includes(name)) continue;
    const close = nearest(name, names);
    reader.complain(node, `there is no tag "${name}"${close === undefined ? "" : `; did you mean "${close}"?`}`);
  }
  return selector;
}

/** `"tags": { "legacy": ["old/**"], "money": { "project": "pkg:npm/till-*" } }` */
export function readTags(reader: NodeReader, node: JsonNode): readonly Tag[] {
  return reader.members(node, '"tags"').map(({ name, value, line, column }) => ({
    name,
    of: read(reader, value, ownKeys),
    file: reader.file,
    line,
    column,
  }));
}

function read(reader: NodeReader, node: JsonNode, keys: readonly string[]): Selector {
  if (node.kind !== "object") return { path: reader.texts(node, "a selector") ?? [] };
  const members = reader.object(node, "a selector", keys);
  if (members.size === 0) reader.complain(node, "a selector that selects nothing in particular");
  const selector: Record<string, readonly string[]> = {};
  for (const [key, { value }] of members) selector[key] = reader.texts(value, `"${key}"`) ?? [];
  return selector;
}
