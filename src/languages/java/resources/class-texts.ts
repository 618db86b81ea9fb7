/**
 * Classes in texts of any form: values of XML, of properties, of YAML. Beans of Spring, units of persistence, appenders and drivers
 * are named so, under keys of their own; a name that is of no known class leads nowhere.
 */
import type { FoundName } from "./found-name.ts";

/**
 * A package and a class, each by its custom: `org.acme.Shop`, `shop.Till$Row`. What stands in a path or an address is none, and
 * what is a key: `log4j.appender.A1=...`.
 */
const className = /(?<![\w.$/\\:@-])(?:[a-z_]\w*\.)+[A-Z][\w$]*(?![\w$/-]|\.\w|\s*[=:])/g;

/** Longer ones are data. */
const longest = 1024 * 1024;

/** @param comment what comments look like, matched from a place on */
export function readClassTexts(text: string, comment: RegExp): readonly FoundName[] {
  if (text.length > longest) return [];
  const found: FoundName[] = [];
  let skipped = skip(text, comment, 0);
  for (const { 0: name, index: start } of text.matchAll(className)) {
    while (skipped.end <= start) skipped = skip(text, comment, skipped.end);
    if (start < skipped.start) found.push({ kind: "dotted-path", name, start });
  }
  return found;
}

export const xmlComment: RegExp = /<!--[^]*?(?:-->|$)/g;
/** Of properties, YAML and HOCON. */
export const lineComment: RegExp = /^[ \t\f]*[#!].*/gm;

function skip(text: string, comment: RegExp, from: number): { readonly start: number; readonly end: number } {
  comment.lastIndex = from;
  const found = comment.exec(text);
  return found === null ? { start: Infinity, end: Infinity } : { start: found.index, end: comment.lastIndex };
}
