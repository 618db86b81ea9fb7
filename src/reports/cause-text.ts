/** Trees of causes and charts of ranges as lines of text, without colour of their own. */
import type { Cause } from "../model/cause.ts";
import type { Evidence } from "../model/location.ts";
import type { ChartRow, ChartSpan, RangeChart } from "../model/range-chart.ts";
import { placeText } from "./place.ts";
import { columns } from "./plain-text.ts";

/** One line: where, what, and how deep in the tree. */
export interface CauseLine {
  readonly depth: number;
  /** Empty for a line that only counts. */
  readonly place: string;
  readonly text: string;
}

/** Deeper trees and longer paths are cut: nobody follows them. */
const deepest = 8;
const longestPath = 10;

/**
 * The lines of some trees. What a conflict says of its own place is left out where nothing hangs on it. A path is
 * written a step a line, and ends with what it leads to.
 */
export function* causeLines(causes: readonly Cause[], own: Omit<Evidence, "message">): Iterable<CauseLine> {
  for (const cause of causes) {
    const isBare = cause.because === undefined && cause.path === undefined;
    if (isBare && cause.file === own.file && cause.line === own.line && cause.column === own.column) continue;
    yield* linesOf(cause, 0);
  }
}

function* linesOf(cause: Cause, depth: number): Iterable<CauseLine> {
  const { path = [], because = [], more = 0 } = cause;
  const steps = [...path, cause];
  const left = steps.length - longestPath;
  for (const [at, { file, line, column, message }] of steps.entries()) {
    if (left > 0 && at === longestPath - 2) {
      yield { depth, place: "", text: `... ${left.toLocaleString("en")} more steps ...` };
    }
    if (left > 0 && at >= longestPath - 2 && at < steps.length - 2) continue;
    yield { depth, place: placeText(file, line, column), text: at === 0 ? message : `→ ${message}` };
  }
  if (depth < deepest) for (const each of because) yield* linesOf(each, depth + 1);
  if (more > 0) yield { depth: depth + 1, place: "", text: `... and ${more.toLocaleString("en")} more` };
}

/**
 * Ranges over one axis: `●` is in, `○` is out, an arrow goes on.
 *
 *     <2.30   ←────○
 *     >=2.31            ●────→
 *                  2.30 2.31
 *
 * Empty where it is wider than there is room.
 */
export function chartLines({ versions, rows }: RangeChart, room: number): readonly string[] {
  const label = Math.max(...rows.map(({ range }) => columns(range)));
  const starts: number[] = [];
  let width = margin;
  for (const version of versions) {
    starts.push(width);
    width += columns(version) + 1;
  }
  width += margin;
  if (label + 2 + width > room || label > longestLabel) return [];
  const axis = versions.map((version, at) => version.padEnd((starts[at + 1] ?? width) - (starts[at] ?? 0))).join("");
  return [
    ...rows.map((row) => `${row.range}${" ".repeat(label - columns(row.range) + 2)}${drawRow(row, starts, width)}`),
    `${" ".repeat(label + 2 + margin)}${axis}`,
  ].map((line) => line.trimEnd());
}

/** Beside the first and the last version, for arrows. */
const margin = 4;
const longestLabel = 40;

function drawRow({ spans }: ChartRow, starts: readonly number[], width: number): string {
  const cells = Array.from({ length: width }, () => " ");
  for (const span of spans) drawSpan(span, cells, starts);
  return cells.join("");
}

function drawSpan({ from, to }: ChartSpan, cells: string[], starts: readonly number[]): void {
  const first = from === undefined ? 0 : (starts[from.at] ?? 0);
  const last = to === undefined ? cells.length - 1 : (starts[to.at] ?? 0);
  for (let at = first; at <= last; at++) cells[at] = "─";
  cells[first] = from === undefined ? "←" : from.inclusive ? "●" : "○";
  // Where one range ends and the next begins at a version that neither holds, the mark says so once.
  if (first !== last || to?.inclusive === true) cells[last] = to === undefined ? "→" : to.inclusive ? "●" : "○";
}
