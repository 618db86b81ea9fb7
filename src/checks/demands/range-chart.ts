import type { ChartEnd, ChartSpan, RangeChart } from "../../model/range-chart.ts";
import type { VersionScheme } from "../../model/version-scheme.ts";
import type { Bound, Interval } from "../../model/version-set.ts";
import type { PackageDemand } from "./demands.ts";

/** More than one reads at a glance. */
const mostVersions = 12;

/** The ranges of some demands over one axis; undefined where there would be too much to see. */
export function rangeChart(demands: readonly PackageDemand[], scheme: VersionScheme): RangeChart | undefined {
  const shown = demands.map(({ versions }) => {
    const main = versions.intervals.flatMap((each) => (scheme.drawn === undefined ? each : (scheme.drawn(each) ?? [])));
    return main.length === 0 ? versions.intervals : main;
  });
  const versions = axis(shown.flat(), scheme);
  if (versions.length === 0 || versions.length > mostVersions) return undefined;
  const at = (bound: Bound<unknown>): ChartEnd => ({
    at: versions.findIndex((version) => scheme.compare(version, bound.version) === 0),
    inclusive: bound.inclusive,
  });
  const spanOf = ({ lower, upper }: Interval<unknown>): ChartSpan => ({
    ...(lower === undefined ? {} : { from: at(lower) }),
    ...(upper === undefined ? {} : { to: at(upper) }),
  });
  return {
    versions: versions.map((version) => scheme.print(version)),
    rows: demands.map(({ requirement: { range, file, line } }, index) => ({
      range,
      file,
      line,
      spans: (shown[index] ?? []).map(spanOf),
    })),
  };
}

/** Every version at which something begins or ends, once, in order. */
function axis(intervals: readonly Interval<unknown>[], scheme: VersionScheme): readonly unknown[] {
  const ends = intervals.flatMap(({ lower, upper }) => [lower, upper].flatMap((bound) => bound?.version ?? []));
  const sorted = ends.toSorted((a, b) => scheme.compare(a, b));
  return sorted.filter((version, at) => at === 0 || scheme.compare(sorted[at - 1], version) !== 0);
}
