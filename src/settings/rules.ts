/** The rules of a configuration: what may depend on what. */
import type { JsonMember, JsonNode } from "../files/json-node.ts";
import { severities } from "../model/conflict.ts";
import type { Rule, Selector } from "../model/settings.ts";
import type { NodeReader } from "./node-reader.ts";

const common = ["name", "severity", "comment"] as const;

/** The keys that make a rule one of its kind, with those that belong to it. */
const kinds = {
  forbidden: ["forbidden"],
  allowed: ["allowed"],
  required: ["required"],
  layers: ["layers", "closed"],
  independent: ["independent"],
  acyclic: ["acyclic"],
} as const;
type Kind = keyof typeof kinds;

export const ruleKeys: readonly string[] = [...common, ...Object.values(kinds).flat()];
export const selectorKeys: readonly string[] = ["path", "project", "package", "language"];

export function readRule(reader: NodeReader, node: JsonNode): readonly Rule[] {
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
  const own = members.get(kind);
  return own === undefined ? [] : readKind(reader, base, kind, own, members);
}

type Base = Pick<Rule, "name" | "severity" | "comment" | "file" | "line" | "column">;

function readKind(
  reader: NodeReader,
  base: Base,
  kind: Kind,
  { value }: JsonMember,
  members: ReadonlyMap<string, JsonMember>,
): readonly Rule[] {
  switch (kind) {
    case "forbidden":
    case "allowed":
    case "required": {
      const ends = reader.object(value, `"${kind}"`, ["from", "to"]);
      const [from, to] = [ends.get("from")?.value, ends.get("to")?.value];
      if (from !== undefined && to !== undefined)
        return [{ ...base, kind, from: readSelector(reader, from), to: readSelector(reader, to) }];
      reader.complain(value, `"${kind}" needs "from" and "to"`);
      return [];
    }
    case "layers": {
      const layers = reader.items(value, '"layers"').map((each) => readSelector(reader, each));
      return [{ ...base, kind, layers, closed: reader.flag(members.get("closed")?.value, '"closed"') }];
    }
    case "independent":
      return [
        { ...base, kind, groups: reader.items(value, '"independent"').map((each) => readSelector(reader, each)) },
      ];
    case "acyclic":
      return [{ ...base, kind, of: readSelector(reader, value) }];
  }
}

/** A string is a pattern over paths. */
function readSelector(reader: NodeReader, node: JsonNode): Selector {
  if (node.kind !== "object") return { path: reader.texts(node, "a selector") ?? [] };
  const members = reader.object(node, "a selector", selectorKeys);
  if (members.size === 0) reader.complain(node, "a selector that selects nothing in particular");
  const selector: Record<string, readonly string[]> = {};
  for (const [key, { value }] of members) selector[key] = reader.texts(value, `"${key}"`) ?? [];
  return selector;
}
