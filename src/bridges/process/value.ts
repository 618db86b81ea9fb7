/**
 * What is known of a value without running anything: a text with holes, or a list of them.
 *
 * A text is one string in which a few characters of the private use area stand for what the file does not say itself.
 * So a path, a shell line and an argument are joined, cut and split by the same few functions, whole or in part known.
 */

/** Any text at all: what cannot be known without running the program. */
export const hole = "\uE000";
/** The directory of the file that is read. */
export const here = "\uE001";
/** The name of the file that is read, without its directory. */
export const self = "\uE002";
/** An item of a list that stands for any number of unknown items. */
export const rest = "\uE003";

export interface Text {
  readonly kind: "text";
  readonly text: string;
  /** False when it is one of several that it may be: a default, one arm of a condition. */
  readonly sure: boolean;
  /** Of a text that is one hole: the name of the variable, property or function that it would come from. */
  readonly named?: string;
  /** UTF-16 offset of the call that added it, where that is not the call that starts the program. */
  readonly start?: number;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly Text[];
}

export type Value = Text | List;

/** Longer than any command line that a person writes. */
const maxText = 1 << 16;
const maxItems = 1 << 12;

export const unknown: Text = { kind: "text", text: hole, sure: true };
export const unknownItems: Text = { kind: "text", text: rest, sure: true };

export function text(known: string): Text {
  return { kind: "text", text: known, sure: true };
}

/** Another text that is as sure as the one it was made of. */
export function withText(of: Text, changed: string): Text {
  return { ...of, text: changed };
}

export function unknownNamed(name: string): Text {
  return { kind: "text", text: hole, sure: true, named: name };
}

/** A value where one text is asked for: a list is not one. */
export function asText(value: Value | undefined): Text {
  return value?.kind === "text" && value.text !== rest ? value : unknown;
}

/** A value as items of a list: a list's own, and a text as one. */
export function asItems(value: Value): readonly Text[] {
  return value.kind === "list" ? value.items : [value];
}

/** A value as what spreads into a list: a list's items; of anything else nothing is known, not even how many. */
export function spread(value: Value): readonly Text[] {
  return value.kind === "list" ? value.items : [unknownItems];
}

export function list(items: readonly Text[]): List {
  return { kind: "list", items: items.length > maxItems ? [...items.slice(0, maxItems), unknownItems] : items };
}

export function concatenate(parts: readonly Text[], separator = ""): Text {
  const joined = parts.map((part) => (part.text === rest ? hole : part.text)).join(separator);
  if (joined.length > maxText) return unknown;
  const only = parts.length === 1 ? parts[0] : undefined;
  return only ?? { kind: "text", text: joined, sure: parts.every((part) => part.sure) };
}

/** Several values of which one is taken: the first that is known whole, and then not surely. */
export function choose(values: readonly Value[]): Value {
  const [first, ...others] = values;
  if (first === undefined) return unknown;
  if (others.every((other) => isSame(first, other))) return first;
  const best = values.find((value) => !hasHole(value)) ?? values.find((value) => !isHole(value)) ?? first;
  return best.kind === "text" ? unsure(best) : list(best.items.map(unsure));
}

export function unsure(known: Text): Text {
  return known.sure ? { ...known, sure: false } : known;
}

function isSame(a: Value, b: Value): boolean {
  const left = asItems(a);
  const right = asItems(b);
  return a.kind === b.kind && left.length === right.length && left.every((item, at) => item.text === right[at]?.text);
}

function hasHole(value: Value): boolean {
  return asItems(value).some(isOpen);
}

/** Whether a text is not known whole. */
export function isOpen(known: Text): boolean {
  return known.text.includes(hole) || known.text.includes(rest);
}

function isHole(value: Value): boolean {
  return value.kind === "text" && (value.text === hole || value.text === rest);
}
