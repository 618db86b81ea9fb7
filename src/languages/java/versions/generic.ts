/**
 * GenericVersion: the order that Maven's resolver uses for ranges and for picking the highest version.
 * @see https://maven.apache.org/resolver/apidocs/org/eclipse/aether/util/version/GenericVersionScheme.html
 */

/** Kinds of items in ascending order of what they mean at one place. */
const kind = { min: 0, qualifier: 2, string: 3, integer: 4, max: 8 } as const;
type Kind = (typeof kind)[keyof typeof kind];

interface Item {
  readonly kind: Kind;
  /** An integer's digits without leading zeros, or a string in lower case. */
  readonly text: string;
  /** A qualifier's rank; 0 is the release. */
  readonly rank: number;
}

export interface GenericVersion {
  readonly text: string;
  readonly items: readonly Item[];
}

const qualifiers: ReadonlyMap<string, number> = new Map([
  ["alpha", -5],
  ["beta", -4],
  ["milestone", -3],
  ["rc", -2],
  ["cr", -2],
  ["snapshot", -1],
  ["ga", 0],
  ["final", 0],
  ["release", 0],
  ["sp", 1],
]);

/** `a`, `b` and `m` directly before a digit. */
const shortQualifiers: ReadonlyMap<string, number> = new Map([
  ["a", -5],
  ["b", -4],
  ["m", -3],
]);

const minimum: Item = { kind: kind.min, text: "", rank: 0 };
const maximum: Item = { kind: kind.max, text: "", rank: 0 };

export function parseGenericVersion(text: string): GenericVersion {
  return { text, items: trimPadding(tokenize(text === "" ? "0" : text)) };
}

/** The bounds of `1.*`: everything that begins with these items. */
export function wildcardBounds(prefix: string): readonly [GenericVersion, GenericVersion] {
  return [parseGenericVersion(`${prefix}min`), parseGenericVersion(`${prefix}max`)];
}

export function compareGenericVersions(a: GenericVersion, b: GenericVersion): number {
  let wasNumber = true;
  for (let at = 0; ; at++) {
    const mine = a.items[at];
    const theirs = b.items[at];
    if (mine === undefined && theirs === undefined) return 0;
    if (mine === undefined) return -comparePadding(b.items, at, undefined);
    if (theirs === undefined) return comparePadding(a.items, at, undefined);
    if (isNumber(mine) === isNumber(theirs)) {
      const sign = compareItems(mine, theirs);
      if (sign !== 0) return sign;
      wasNumber = isNumber(mine);
    } else if (at === 0) {
      return compareItems(mine, theirs);
    } else {
      return wasNumber === isNumber(mine)
        ? comparePadding(a.items, at, wasNumber)
        : -comparePadding(b.items, at, wasNumber);
    }
  }
}

/** How the rest of a version compares to nothing, looking only at items of one sort when that is given. */
function comparePadding(items: readonly Item[], from: number, numbers: boolean | undefined): number {
  for (let at = from; at < items.length; at++) {
    const item = items[at] ?? minimum;
    if (numbers !== undefined && numbers !== isNumber(item)) continue;
    const sign = compareToPad(item);
    if (sign !== 0) return sign;
  }
  return 0;
}

function isNumber(item: Item): boolean {
  return (item.kind & kind.qualifier) === 0;
}

/** Against the pad item: `0` for a number, the release for a qualifier. */
function compareToPad(item: Item): number {
  switch (item.kind) {
    case kind.min:
      return -1;
    case kind.max:
    case kind.string:
      return 1;
    case kind.integer:
      return item.text === "" ? 0 : 1;
    case kind.qualifier:
      return item.rank;
  }
}

function compareItems(a: Item, b: Item): number {
  if (a.kind !== b.kind) return a.kind - b.kind;
  if (a.kind === kind.qualifier) return a.rank - b.rank;
  if (a.kind === kind.integer && a.text.length !== b.text.length) return a.text.length - b.text.length;
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
}

/** Parts end at `.`, `-`, `_`, and between digits and letters. An empty part is 0. */
function tokenize(text: string): Item[] {
  const items: Item[] = [];
  let index = 0;
  while (index < text.length) {
    let start = index;
    let end = text.length;
    let sort: "none" | "letters" | "zeros" | "digits" = "none";
    let beforeDigit = false;
    for (; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === 0x2e || code === 0x2d || code === 0x5f) {
        end = index++;
        break;
      }
      if (code >= 0x30 && code <= 0x39) {
        if (sort === "letters") {
          end = index;
          beforeDigit = true;
          break;
        }
        if (sort === "zeros") start++;
        sort = sort === "digits" || code !== 0x30 ? "digits" : "zeros";
      } else {
        if (sort === "digits" || sort === "zeros") {
          end = index;
          break;
        }
        sort = "letters";
      }
    }
    const token = text.slice(start, end);
    items.push(sort === "letters" ? wordItem(token, beforeDigit, index >= text.length) : integer(token));
  }
  return items;
}

function integer(digits: string): Item {
  return { kind: kind.integer, text: digits === "0" ? "" : digits, rank: 0 };
}

function wordItem(token: string, beforeDigit: boolean, last: boolean): Item {
  const word = token.toLowerCase();
  if (last && word === "min") return minimum;
  if (last && word === "max") return maximum;
  const rank = (beforeDigit ? shortQualifiers.get(word) : undefined) ?? qualifiers.get(word);
  return rank === undefined ? { kind: kind.string, text: word, rank: 0 } : { kind: kind.qualifier, text: "", rank };
}

/** Drops zeros and releases at the end, and before a change between numbers and words. */
function trimPadding(items: Item[]): Item[] {
  // Walked from the end, so the kept items come out reversed: dropping is not a splice for each.
  const kept: Item[] = [];
  let sort: boolean | undefined;
  let atEnd = true;
  for (let at = items.length - 1; at > 0; at--) {
    const item = items[at] ?? minimum;
    const number = isNumber(item);
    if (number !== sort) {
      atEnd = true;
      sort = number;
    }
    const before = items[at - 1];
    const droppable = kept.length === 0 || (before !== undefined && isNumber(before) === number);
    if (atEnd && droppable && compareToPad(item) === 0) continue;
    atEnd = false;
    kept.push(item);
  }
  const first = items[0];
  if (first !== undefined) kept.push(first);
  return kept.reverse();
}
