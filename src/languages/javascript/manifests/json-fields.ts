/** Reads what a manifest expects out of JSON, and says where it finds something else. */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { JsonMember, JsonNode, JsonObject } from "../../../files/json-node.ts";
import type { Fault } from "../../../model/fault.ts";

/** Collects diagnostics about one file. */
export class JsonFields {
  readonly file: string;
  readonly diagnostics: Diagnostic[] = [];

  constructor(file: string) {
    this.file = file;
  }

  complain(at: { readonly line: number; readonly column: number }, message: string, fault?: Fault): void {
    const place = { file: this.file, line: at.line, column: at.column };
    this.diagnostics.push({ code: "manifest", ...place, message, ...(fault === undefined ? {} : { fault }) });
  }

  /** Members by key. Of duplicates the last stays, as `JSON.parse` has it, and each earlier one is reported. */
  members(object: JsonObject): ReadonlyMap<string, JsonMember> {
    const byName = new Map<string, JsonMember>();
    for (const member of object.members) {
      const earlier = byName.get(member.name);
      if (earlier !== undefined)
        this.complain(
          member,
          `the key "${member.name}" stands here again, after line ${earlier.line}; the last one counts`,
        );
      byName.set(member.name, member);
    }
    return byName;
  }

  /** The object under a key; undefined when it is absent, and reported when it is something else. */
  object(members: ReadonlyMap<string, JsonMember>, key: string): JsonObject | undefined {
    const member = members.get(key);
    if (member === undefined || isNull(member.value)) return undefined;
    if (member.value.kind === "object") return member.value;
    this.complain(member.value, `"${key}" should be an object, and is ${describe(member.value)}`);
    return undefined;
  }

  /** The string under a key, likewise. */
  string(members: ReadonlyMap<string, JsonMember>, key: string): string | undefined {
    const member = members.get(key);
    if (member === undefined || isNull(member.value)) return undefined;
    if (member.value.kind === "string") return member.value.text;
    this.complain(member.value, `"${key}" should be a string, and is ${describe(member.value)}`);
    return undefined;
  }

  /** The strings of a list under a key, likewise; a lone string is reported and taken as a list of one. */
  strings(members: ReadonlyMap<string, JsonMember>, key: string): readonly PlacedText[] | undefined {
    const member = members.get(key);
    if (member === undefined || isNull(member.value)) return undefined;
    if (member.value.kind !== "array") {
      this.complain(member.value, `"${key}" should be a list, and is ${describe(member.value)}`);
      return undefined;
    }
    return this.texts(member.value.items, key);
  }

  /** The strings of a list; others are reported. */
  texts(items: readonly JsonNode[], key: string): readonly PlacedText[] {
    const texts: PlacedText[] = [];
    for (const item of items) {
      if (item.kind === "string") texts.push({ text: item.text, line: item.line, column: item.column });
      else this.complain(item, `"${key}" should hold strings, and this is ${describe(item)}`);
    }
    return texts;
  }
}

/** A text with its place in its file. */
export interface PlacedText {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export function isNull(node: JsonNode): boolean {
  return node.kind === "other" && node.value === null;
}

export function describe(node: JsonNode): string {
  switch (node.kind) {
    case "object":
      return "an object";
    case "array":
      return "a list";
    case "string":
      return "a string";
    case "other":
      return node.value === null ? "null" : typeof node.value === "number" ? "a number" : `${node.value}`;
  }
}
