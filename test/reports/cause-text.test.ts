import { expect, test } from "vitest";
import type { Cause } from "../../src/model/cause.ts";
import type { ChartSpan, RangeChart } from "../../src/model/range-chart.ts";
import { causeLines, chartLines } from "../../src/reports/cause-text.ts";

const own = { file: "shop/package.json", line: 3, column: 5 };

function drawn(causes: readonly Cause[]): string {
  return [...causeLines(causes, own)]
    .map(({ depth, place, text }) => `${"  ".repeat(depth)}${place === "" ? "" : `${place} `}${text}`)
    .join("\n");
}

function step(at: number): Cause {
  return { file: "shop/package-lock.json", line: at, message: `step ${at}` };
}

test("a tree: paths lead to what they bring, reasons hang below, the rest is counted", () => {
  expect(
    drawn([
      {
        file: "shop/package-lock.json",
        line: 88,
        message: "left-pad 1.3.0 is locked",
        because: [
          {
            ...step(60),
            path: [{ file: "shop/package.json", line: 5, column: 5, message: "asks for express ^4" }, step(20)],
          },
          step(70),
        ],
        more: 1200,
      },
    ]),
  ).toBe(`shop/package-lock.json:88 left-pad 1.3.0 is locked
  shop/package.json:5:5 asks for express ^4
  shop/package-lock.json:20 → step 20
  shop/package-lock.json:60 → step 60
  shop/package-lock.json:70 step 70
  ... and 1,200 more`);
});

test("what the conflict says of its own place is said once", () => {
  const bare = { ...own, message: "asks for ^4" };
  expect(drawn([bare, step(1)])).toBe("shop/package-lock.json:1 step 1");
  expect(drawn([{ ...bare, because: [step(1)] }])).toBe(
    "shop/package.json:3:5 asks for ^4\n  shop/package-lock.json:1 step 1",
  );
});

test("a long path keeps its beginning and its end", () => {
  const path = Array.from({ length: 29 }, (_, at) => step(at + 1));
  const lines = drawn([{ ...step(30), path }]).split("\n");
  expect(lines).toHaveLength(11);
  expect(lines.slice(7)).toEqual([
    "shop/package-lock.json:8 → step 8",
    "... 20 more steps ...",
    "shop/package-lock.json:29 → step 29",
    "shop/package-lock.json:30 → step 30",
  ]);
});

test("a tree that is too deep is cut", () => {
  let cause = step(0);
  for (let at = 1; at < 100; at++) cause = { ...step(at), because: [cause] };
  expect(drawn([cause]).split("\n")).toHaveLength(9);
});

function chart(versions: readonly string[], rows: Readonly<Record<string, readonly ChartSpan[]>>): RangeChart {
  return {
    versions,
    rows: Object.entries(rows).map(([range, spans]) => ({ range, file: "pom.xml", line: 1, spans })),
  };
}

const into = (at: number): { at: number; inclusive: boolean } => ({ at, inclusive: true });
const upTo = (at: number): { at: number; inclusive: boolean } => ({ at, inclusive: false });

test("ranges over one axis", () => {
  const given = chart(["2.30", "2.31", "3.0"], {
    "<2.30": [{ to: upTo(0) }],
    ">=2.31": [{ from: into(1) }],
    "2.31 to 3.0": [{ from: into(1), to: upTo(2) }],
    "not 2.31": [{ to: upTo(1) }, { from: upTo(1) }],
    "==3.0": [{ from: into(2), to: into(2) }],
  });
  expect(chartLines(given, 80)).toEqual([
    "<2.30        ←───○",
    ">=2.31                ●───────────→",
    "2.31 to 3.0           ●────○",
    "not 2.31     ←────────○───────────→",
    "==3.0                      ●",
    "                 2.30 2.31 3.0",
  ]);
});

test("what has no room is not drawn", () => {
  expect(chartLines(chart(["1", "2"], { "1 to 2": [{ from: into(0), to: into(1) }] }), 10)).toEqual([]);
});
