/** What measurements print. */

/** One place where two tools differ. */
export interface Difference {
  /** Who says more: the name of a tool. */
  readonly side: string;
  /** The rule that it comes from; undefined when it is not known, which is for somebody to look into. */
  readonly kind: string | undefined;
  readonly example: string;
}

export interface Tally {
  readonly side: string;
  readonly kind: string | undefined;
  readonly examples: readonly string[];
}

/** Differences by side and kind, the most frequent first. */
export function tally(differences: readonly Difference[]): readonly Tally[] {
  const groups = new Map<string, { side: string; kind: string | undefined; examples: string[] }>();
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

const mostUnexplained = 40;

/** Classes of differences, with examples of each when asked for; of what is not explained, the first ones always. */
export function drawTally(
  tallies: readonly Tally[],
  { differences, print }: { readonly differences: number; readonly print: (line: string) => void },
): void {
  drawTable(
    ["only", "differences", "why"],
    tallies.map(({ side, examples, kind = "not explained" }) => [side, String(examples.length), kind]),
    print,
  );
  for (const { side, kind, examples } of tallies) {
    const shown = examples.slice(0, kind === undefined ? mostUnexplained : differences);
    if (shown.length === 0) continue;
    print(`Only ${side}, ${kind ?? "not explained"}:\n`);
    for (const example of shown) print(`- ${example}`);
    print("");
  }
}
