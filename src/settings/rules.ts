/** The rules of a configuration: what may depend on what. */
import type { JsonMember, JsonNode } from "../files/json-node.ts";
import { severities } from "../model/conflict.ts";
import type { Rule, Selector, Tag } from "../model/settings.ts";
import type { NodeReader } from "./node-reader.ts";
import { readSelector } from "./selectors.ts";

const common = ["name", "severity", "comment"] as const;

/** The keys that make a rule one of its kind, with those that belong to it. */
const kinds = {
  forbidden: ["forbidden"],
  allowed: ["allowed"],
  required: ["required"],
  layers: ["layers", "closed", "exhaustive"],
  independent: ["independent"],
  acyclic: ["acyclic"],
} as const;
type Kind = keyof typeof kinds;

export const ruleKeys: readonly string[] = [...common, ...Object.values(kinds).flat()];

export function readRule(reader: NodeReader, node: JsonNode, tags: readonly Tag[]): readonly Rule[] {
  const members = reader.object(node, "a rule", ruleKeys);
  const value = (key: string): JsonNode | undefined => members.get(key)?.value;
  const name = reader.text(value("name"), '"name"');
  const found = (Object.keys(kinds) as readonly Kind[]).filter((kind) => members.has(kind));
  const [kind] = found;
  if (name === undefined || !/^[\w.-]+$/.test(name)) {
    reader.complain(node, 'a rule needs a "name" of letters, digits, ".", "-" and "_"');
    return [];
  }
  if (kind === undefined || found.length > 1) {
    reader.complain(node, `a rule has one of ${Object.keys(kinds).join(", ")}, this one has ${found.length}`);
    return [];
  }
  const comment = reader.text(value("comment"), '"comment"');
  const base = {
    name,
    severity: reader.oneOf(value("severity"), '"severity"', severities) ?? "error",
    ...(comment === undefined ? {} : { comment }),
    file: reader.file,
    line: node.line,
    column: node.column,
  };
  for (const other of Object.values(kinds).flat()) {
    const member = (kinds[kind] as readonly string[]).includes(other) ? undefined : members.get(other);
    if (member !== undefined) reader.complain(member, `"${other}" is no part of a rule of ${kind}`);
  }
  const own = members.get(kind);
  const select = (each: JsonNode): Selector => readSelector(reader, each, tags);
  return own === undefined ? [] : readKind(reader, base, kind, own, members, select);
}

type Base = Pick<Rule, "name" | "severity" | "comment" | "file" | "line" | "column">;

function readKind(
  reader: NodeReader,
  base: Base,
  kind: Kind,
  { value }: JsonMember,
  members: ReadonlyMap<string, JsonMember>,
  select: (node: JsonNode) => Selector,
): readonly Rule[] {
  switch (kind) {
    case "forbidden":
    case "allowed":
    case "required": {
      const ends = reader.object(value, `"${kind}"`, ["from", "to"]);
      const [from, to] = [ends.get("from")?.value, ends.get("to")?.value];
      if (from !== undefined && to !== undefined) return [{ ...base, kind, from: select(from), to: select(to) }];
      reader.complain(value, `"${kind}" needs "from" and "to"`);
      return [];
    }
    case "layers": {
      const layers = reader.items(value, '"layers"').map(select);
      const exhaustive = members.get("exhaustive")?.value;
      const all = exhaustive === undefined ? {} : { exhaustive: select(exhaustive) };
      return [{ ...base, kind, layers, closed: reader.flag(members.get("closed")?.value, '"closed"'), ...all }];
    }
    case "independent":
      return [{ ...base, kind, groups: reader.items(value, '"independent"').map(select) }];
    case "acyclic":
      return [{ ...base, kind, of: select(value) }];
  }
}
