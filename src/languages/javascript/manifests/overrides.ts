/**
 * Versions that a root lays down for whatever asks: npm's `overrides`, Yarn's `resolutions`, pnpm's `overrides`.
 * @see https://docs.npmjs.com/cli/v11/configuring-npm/package-json#overrides
 * @see https://yarnpkg.com/configuration/manifest#resolutions
 * @see https://pnpm.io/settings#overrides
 */
import { isPackageName } from "../resolve/package-name.ts";
import { describe, isNull, type JsonFields } from "./json-fields.ts";
import type { JsonMember, JsonObject } from "../../../files/json-node.ts";

export interface WrittenOverride {
  readonly name: string;
  /** As written; `$name` stands for what the package itself asks of that name. */
  readonly range: string;
  /** The key that it stands under: `overrides`. */
  readonly key: string;
  /** What it is limited to: the packages above it, a range of its own. Absent where it holds everywhere. */
  readonly only?: string;
  readonly line: number;
  readonly column: number;
}

/** Nested deeper, an override names a path that no lockfile has. */
const maxDepth = 8;

export function readOverrides(
  fields: JsonFields,
  members: ReadonlyMap<string, JsonMember>,
): readonly WrittenOverride[] {
  const pnpm = members.get("pnpm")?.value;
  const inPnpm = pnpm?.kind === "object" ? new Map(pnpm.members.map((member) => [member.name, member])) : undefined;
  return [
    ...nested(fields, fields.object(members, "overrides"), "", 0),
    ...flat(fields, fields.object(members, "resolutions"), "resolutions"),
    ...(inPnpm === undefined ? [] : flat(fields, fields.object(inPnpm, "overrides"), "pnpm.overrides")),
  ];
}

/** npm's: an object limits what is in it to what stands below the package of its key, whose own version is under `.`. */
function nested(
  fields: JsonFields,
  object: JsonObject | undefined,
  above: string,
  depth: number,
): readonly WrittenOverride[] {
  if (object === undefined || depth > maxDepth) return [];
  return object.members.flatMap((member): readonly WrittenOverride[] => {
    const { name: selector, value } = member;
    if (value.kind === "object") {
      const own = value.members.filter((each) => each.name === ".");
      const below = { ...value, members: value.members.filter((each) => each.name !== ".") };
      return [
        ...own.flatMap((each) => entry(fields, { ...each, name: selector }, "overrides", above)),
        ...nested(fields, below, above === "" ? selector : `${above} > ${selector}`, depth + 1),
      ];
    }
    return entry(fields, member, "overrides", above);
  });
}

/** Yarn's `parent/name`, where stars stand for any package, and pnpm's `parent>name`. */
function flat(fields: JsonFields, object: JsonObject | undefined, key: string): readonly WrittenOverride[] {
  return (object?.members ?? []).flatMap((member) => {
    const { above, selector } = splitSelector(member.name);
    return entry(fields, { ...member, name: selector }, key, above);
  });
}

export function splitSelector(written: string): { readonly above: string; readonly selector: string } {
  const parts = written.includes(">") ? written.split(">") : (written.match(/(?:@[^/]+\/)?[^/]+/g) ?? [written]);
  const named = parts.map((part) => part.trim()).filter((part) => part !== "**" && part !== "*" && part !== "");
  return { above: named.slice(0, -1).join(" > "), selector: named.at(-1) ?? written };
}

function entry(fields: JsonFields, member: JsonMember, key: string, above: string): readonly WrittenOverride[] {
  const { name: selector, value, line, column } = member;
  if (isNull(value)) return [];
  if (value.kind !== "string") {
    fields.complain(value, `the override of "${selector}" should be a string, and is ${describe(value)}`);
    return [];
  }
  const made = overrideOf(selector, value.text, key, above);
  if (made === undefined) {
    fields.complain({ line, column }, `"${selector}" names no package that could be overridden`);
    return [];
  }
  return [{ ...made, line, column }];
}

/** Of a selector such as `name@^1`; undefined where it names no package. */
export function overrideOf(
  selector: string,
  range: string,
  key: string,
  above: string,
): Omit<WrittenOverride, "line" | "column"> | undefined {
  const at = selector.indexOf("@", 1);
  const name = at < 0 ? selector : selector.slice(0, at);
  if (!isPackageName(name)) return undefined;
  const own = at < 0 ? "" : selector.slice(at + 1);
  const only = [above === "" ? "" : `below ${above}`, own === "" ? "" : `where ${own} is asked for`]
    .filter((part) => part !== "")
    .join(", ");
  return { name, range, key, ...(only === "" ? {} : { only }) };
}
