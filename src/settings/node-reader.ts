/** Reads settings out of JSON with places, and collects everything that is wrong with them. */
import type { JsonMember, JsonNode, JsonString, Place } from "../files/json-node.ts";
import { unknownKey } from "./problem.ts";

export class NodeReader {
  readonly file: string;
  readonly problems: string[] = [];

  constructor(file: string) {
    this.file = file;
  }

  complain({ line, column }: Place, message: string): void {
    this.problems.push(`${this.file}:${line}:${column} ${message}`);
  }

  /** The members of an object of known keys; unknown ones are told. */
  object(node: JsonNode, what: string, known: readonly string[]): ReadonlyMap<string, JsonMember> {
    const members = new Map<string, JsonMember>();
    for (const member of this.members(node, what)) {
      if (known.includes(member.name)) members.set(member.name, member);
      else this.complain(member, unknownKey(member.name, known));
    }
    return members;
  }

  members(node: JsonNode, what: string): readonly JsonMember[] {
    if (node.kind === "object") return node.members;
    this.complain(node, `${what} should be an object`);
    return [];
  }

  items(node: JsonNode, what: string): readonly JsonNode[] {
    if (node.kind === "array") return node.items;
    this.complain(node, `${what} should be a list`);
    return [];
  }

  text(node: JsonNode | undefined, what: string): string | undefined {
    if (node === undefined) return undefined;
    if (node.kind === "string") return node.text;
    this.complain(node, `${what} should be a string`);
    return undefined;
  }

  flag(node: JsonNode | undefined, what: string): boolean {
    if (node === undefined) return false;
    if (node.kind === "other" && typeof node.value === "boolean") return node.value;
    this.complain(node, `${what} should be true or false`);
    return false;
  }

  /** One string, or a list of them. */
  texts(node: JsonNode | undefined, what: string): readonly string[] | undefined {
    return node === undefined ? undefined : this.textNodes(node, what).map(({ text }) => text);
  }

  /** The same with their places; none where there is nothing. */
  textNodes(node: JsonNode | undefined, what: string): readonly JsonString[] {
    if (node === undefined) return [];
    const all = node.kind === "string" ? [node] : this.items(node, what);
    return all.flatMap((item) => {
      if (item.kind === "string") return [item];
      this.complain(item, `${what} should be a string`);
      return [];
    });
  }

  oneOf<T extends string>(node: JsonNode | undefined, what: string, allowed: readonly T[]): T | undefined {
    const text = this.text(node, what);
    if (text === undefined || node === undefined) return undefined;
    const found = allowed.find((each) => each === text);
    if (found === undefined) this.complain(node, `${what} must be one of ${allowed.join(", ")}, not "${text}"`);
    return found;
  }
}
