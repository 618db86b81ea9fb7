/**
 * Classes in texts of any form: values of XML, of properties, of YAML. Beans of Spring, units of persistence, appenders and drivers
 * are named so, under keys of their own; a name that is of no known class leads nowhere.
 */
import type { FoundName } from "./found-name.ts";

/** How a format writes what is no value. */
export interface TextForm {
  /** What comments look like. A `#` in quotes begins none, which is told by the signs around it alone. */
  readonly comment: RegExp;
  /** Where a name may begin. */
  readonly names: RegExp;
}

/** What stands in a path or an address is no class: `http://shop.Org`, `classpath:shop.Till`, `till@shop.Org`. */
const free = String.raw`(?<![\w.$/\\:@-])`;

/** The first colon of a line ends its key, unless a backslash stands before it. */
const afterKey = String.raw`(?<=^[ \t\f]*(?:[^\s:=\\]|\\.)+:)`;

/**
 * A package and a class, each by its custom: `org.acme.Shop`, `shop.Till$Row`. What is a key is none:
 * `log4j.appender.A1=...`.
 */
function namesAfter(beginning: string): RegExp {
  return new RegExp(String.raw`${beginning}(?:[a-z_]\w*\.)+[A-Z][\w$]*(?![\w$/-]|\.\w|\s*[=:])`, "gm");
}

export const xmlText: TextForm = { comment: /<!--[^]*?(?:-->|$)/g, names: namesAfter(free) };

/** @see https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/util/Properties.html#load(java.io.Reader) */
export const propertiesText: TextForm = {
  comment: /^[ \t\f]*[#!].*/gm,
  names: namesAfter(`(?:${free}|${afterKey})`),
};

/** @see https://yaml.org/spec/1.2.2/#66-comments */
export const yamlText: TextForm = { comment: /(?<!\S)#.*/g, names: namesAfter(free) };

/** @see https://github.com/lightbend/config/blob/main/HOCON.md#comments */
export const hoconText: TextForm = { comment: /(?:#|(?<!:)\/\/).*/g, names: namesAfter(free) };

/** Longer ones are data. */
const longest = 1024 * 1024;

export function readClassTexts(text: string, { comment, names }: TextForm): readonly FoundName[] {
  if (text.length > longest) return [];
  const found: FoundName[] = [];
  let skipped = skip(text, comment, 0);
  for (const { 0: name, index: start } of text.matchAll(names)) {
    while (skipped.end <= start) skipped = skip(text, comment, skipped.end);
    if (start < skipped.start) found.push({ kind: "dotted-path", name, start });
  }
  return found;
}

function skip(text: string, comment: RegExp, from: number): { readonly start: number; readonly end: number } {
  comment.lastIndex = from;
  const found = comment.exec(text);
  return found === null ? { start: Infinity, end: Infinity } : { start: found.index, end: comment.lastIndex };
}
