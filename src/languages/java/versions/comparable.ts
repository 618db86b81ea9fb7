/**
 * ComparableVersion: the order that Maven itself uses (plug-in versions, `versions:` goals, enforcer rules).
 * @see https://maven.apache.org/pom.html#version-order-specification
 */
import { compareText } from "../../../model/compare-text.ts";

/** A word, with the number that is glued to it (`rc1`, `alpha-2`): Maven 4's combination. */
interface Word {
  readonly kind: "word";
  readonly rank: string;
  /** Digits without leading zeros; undefined when no number is glued to it. */
  readonly number?: string;
}

interface Digits {
  readonly kind: "number";
  /** Without leading zeros; `""` is 0. */
  readonly digits: string;
}

/** A list is only ever the last element of its parent, so a version is a chain of lists. */
interface List {
  readonly kind: "list";
  readonly items: (Word | Digits)[];
  rest: List | undefined;
}

type Item = Word | Digits | List;

export interface ComparableVersion {
  readonly text: string;
  readonly list: List;
}

/** From oldest to newest; the empty one is the release. */
const qualifiers = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"];
const releases: ReadonlySet<string> = new Set(["ga", "final", "release"]);
const release = String(qualifiers.indexOf(""));
const beforeDigit: Readonly<Record<string, string>> = { a: "alpha", b: "beta", m: "milestone" };

export function parseComparableVersion(text: string): ComparableVersion {
  const version = text.toLowerCase();
  const chain: List[] = [newList()];
  const last = (): List => chain[chain.length - 1] ?? newList();
  const nest = (): void => {
    if (last().items.length === 0) return;
    const next = newList();
    last().rest = next;
    chain.push(next);
  };
  let start = 0;
  let inDigits = false;
  let glued = false;
  const take = (end: number): void => {
    last().items.push(item(version.slice(start, end), inDigits, glued));
    glued = false;
  };
  for (let at = 0; at < version.length; at++) {
    const code = version.charCodeAt(at);
    const isDigit = code >= 0x30 && code <= 0x39;
    if (code === 0x2e) {
      if (at === start) last().items.push(zero);
      else take(at);
      start = at + 1;
      glued = false;
    } else if (code === 0x2d) {
      if (at === start) {
        last().items.push(zero);
      } else {
        const next = version.charCodeAt(at + 1);
        if (!inDigits && next >= 0x30 && next <= 0x39) {
          glued = true; // X-1 is X1
          continue;
        }
        take(at);
      }
      start = at + 1;
      glued = false;
      nest();
    } else if (isDigit) {
      if (!inDigits && at > start) {
        glued = true;
        nest();
      }
      inDigits = true;
    } else {
      if (inDigits && at > start) {
        take(at);
        start = at;
        nest();
      }
      inDigits = false;
    }
  }
  if (version.length > start) {
    if (!inDigits) nest();
    take(version.length);
  }
  for (let at = chain.length - 1; at >= 0; at--) normalize(chain[at] ?? newList());
  return { text, list: chain[0] ?? newList() };
}

const zero: Digits = { kind: "number", digits: "" };

function newList(): List {
  return { kind: "list", items: [], rest: undefined };
}

function item(text: string, digits: boolean, glued: boolean): Word | Digits {
  if (glued) {
    const joined = text.replaceAll("-", "");
    const cut = joined.search(/\d/);
    return { kind: "word", rank: rankOf(joined.slice(0, cut), "glued"), number: strip(joined.slice(cut)) };
  }
  return digits ? { kind: "number", digits: strip(text) } : { kind: "word", rank: rankOf(text, "alone") };
}

function strip(digits: string): string {
  return digits.replace(/^0+/, "");
}

/** A rank that compares as text: known qualifiers by place, all others after them by name. */
function rankOf(word: string, place: "glued" | "alone"): string {
  const long = place === "glued" && word.length === 1 ? (beforeDigit[word] ?? word) : word;
  const name = long === "cr" ? "rc" : long;
  if (releases.has(name)) return release;
  const known = qualifiers.indexOf(name);
  return known < 0 ? `${qualifiers.length}-${name}` : String(known);
}

/** Drops what counts as nothing at the end, and before a word or a list that begins with one. */
function normalize(list: List): void {
  const { items } = list;
  if (list.rest?.items.length === 0 && list.rest.rest === undefined) list.rest = undefined;
  const { rest } = list;
  const restIsWord = rest?.items[0]?.kind === "word";
  for (let at = items.length - 1; at >= 0; at--) {
    const each = items[at];
    if (each === undefined || !isNothing(each)) continue;
    const next = items[at + 1];
    const droppable =
      next === undefined ? rest === undefined || restIsWord : next.kind === "word" && next.number === undefined;
    if (droppable) items.splice(at, 1);
  }
}

/** Only zeros: a release word at this place compares as nothing, but stays. */
function isNothing(each: Word | Digits): boolean {
  return each.kind === "number" && each.digits === "";
}

export function compareComparableVersions(a: ComparableVersion, b: ComparableVersion): number {
  let mine: List | undefined = a.list;
  let theirs: List | undefined = b.list;
  while (mine !== undefined && theirs !== undefined) {
    const length = Math.max(size(mine), size(theirs));
    let nextMine: List | undefined;
    let nextTheirs: List | undefined;
    for (let at = 0; at < length; at++) {
      const left = element(mine, at);
      const right = element(theirs, at);
      if (left?.kind === "list" && right?.kind === "list") {
        nextMine = left;
        nextTheirs = right;
        break;
      }
      const sign = left === undefined ? -compareItem(right, undefined) : compareItem(left, right);
      if (sign !== 0) return sign;
    }
    mine = nextMine;
    theirs = nextTheirs;
  }
  return 0;
}

function size(list: List): number {
  return list.items.length + (list.rest === undefined ? 0 : 1);
}

function element(list: List, at: number): Item | undefined {
  return at < list.items.length ? list.items[at] : at === list.items.length ? list.rest : undefined;
}

function compareItem(a: Item | undefined, b: Item | undefined): number {
  if (a === undefined) return 0;
  if (a.kind === "list") return compareList(a, b);
  if (a.kind === "number") {
    if (b === undefined) return a.digits === "" ? 0 : 1;
    return b.kind === "number" ? compareDigits(a.digits, b.digits) : 1;
  }
  if (b === undefined) return compareText(a.rank, release);
  if (b.kind === "number") return -1;
  if (b.kind === "list") return -1;
  const sign = compareText(a.rank, b.rank);
  if (sign !== 0) return sign;
  if (a.number === undefined || b.number === undefined)
    return Number(a.number !== undefined) - Number(b.number !== undefined);
  return compareDigits(a.number, b.number);
}

function compareList(list: List, other: Item | undefined): number {
  if (other?.kind === "number") return -1;
  if (other?.kind === "word") return 1;
  for (let at: List | undefined = list; at !== undefined; at = at.rest) {
    for (const each of at.items) {
      const sign = compareItem(each, undefined);
      if (sign !== 0) return sign;
    }
  }
  return 0;
}

function compareDigits(a: string, b: string): number {
  return a.length === b.length ? compareText(a, b) : a.length - b.length;
}
