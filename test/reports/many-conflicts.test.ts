import { expect, test } from "vitest";
import { formats, reports } from "../../src/reports/index.ts";
import { analysis, conflict, cycle, printed } from "./drawn-analysis.ts";

const conflicts = Array.from({ length: 10_000 }, (_, at) =>
  at % 2 === 0
    ? conflict({ id: `${at}`, subject: `pkg:npm/p${at}`, project: `project:p${at % 20}/package.json` })
    : { ...cycle, id: `${at}`, subject: `file:f${at}.py` },
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
