import { expect, test } from "vitest";
import { formats, reports } from "../../src/reports/index.ts";
import { analysis, clash, conflict, cycle, printed } from "./drawn-analysis.ts";

const conflicts = Array.from({ length: 10_000 }, (_, at) =>
  at % 3 === 0
    ? conflict({ id: `${at}`, subject: `pkg:npm/p${at}`, project: `project:p${at % 20}/package.json` })
    : { ...(at % 3 === 1 ? cycle : clash), id: `${at}`, subject: `file:f${at}.py` },
);

test.each(formats.filter((format) => reports[format].check !== undefined))(
  "ten thousand conflicts as %s cost less than a second of the processor",
  (format) => {
    const given = analysis({ conflicts });
    const start = process.cpuUsage();
    const text = printed(format, "check", given);
    const { user } = process.cpuUsage(start);
    expect(user / 1000).toBeLessThan(1000);
    expect(text.length).toBeGreaterThan(1000);
  },
);

test("ten thousand conflicts are a text that a person gets through: few of each kind in a project, the rest counted", () => {
  const text = printed("text", "check", analysis({ conflicts }));
  expect(text.split("\n").length).toBeLessThan(3000);
  expect(text).toContain("more of version/disjoint: --verbose shows all");
});

test("annotations and comments are as long as their hosts take", () => {
  const given = analysis({ conflicts });
  expect(printed("github", "check", given).trimEnd().split("\n").length).toBeLessThan(31);
  expect(printed("markdown", "check", given).length).toBeLessThan(65_536);
});
