/** What measurements print. */

/** One place where two tools differ. */
export interface Difference {
  readonly side: "ours" | "theirs";
  /** The rule that it comes from. */
  readonly kind: string;
  readonly example: string;
}

export interface Tally {
  readonly side: Difference["side"];
  readonly kind: string;
  readonly examples: readonly string[];
}

/** Differences by side and kind, the most frequent first. */
export function tally(differences: readonly Difference[]): readonly Tally[] {
  const groups = new Map<string, { side: Difference["side"]; kind: string; examples: string[] }>();
  for (const { side, kind, example } of differences) {
    const key = `${side} ${kind}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { side, kind, examples: [example] });
    else group.examples.push(example);
  }
  return [...groups.values()].toSorted((a, b) => b.examples.length - a.examples.length);
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(2)} %`;
}

export function drawTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  print: (line: string) => void,
): void {
  print(`| ${head.join(" | ")} |`);
  print(`|${"---|".repeat(head.length)}`);
  for (const row of rows) print(`| ${row.join(" | ")} |`);
  print("");
}

/** Classes of differences, with examples of each when asked for. */
export function drawTally(
  tallies: readonly Tally[],
  { differences, print }: { readonly differences: number; readonly print: (line: string) => void },
): void {
  const side = { ours: "depbraid", theirs: "the other" };
  drawTable(
    ["only", "differences", "why"],
    tallies.map((each) => [side[each.side], String(each.examples.length), each.kind]),
    print,
  );
  if (differences === 0) return;
  for (const { kind, examples } of tallies) {
    print(`${kind}:`);
    const shown = kind.startsWith("unexplained") ? examples : examples.slice(0, differences);
    for (const example of shown) print(`- ${example}`);
    print("");
  }
}
