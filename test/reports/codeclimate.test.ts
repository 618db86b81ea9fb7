import { expect, test } from "vitest";
import { analysis, conflict, cycle, mild, printed } from "./drawn-analysis.ts";

const issues = (given = analysis()): Record<string, unknown>[] => JSON.parse(printed("codeclimate", "check", given));

test("an issue has what GitLab reads", () => {
  expect(issues()[0]).toEqual({
    type: "issue",
    check_name: "import/undeclared",
    description: `${conflict().message}; fix: add "left-pad" to the dependencies of web/package.json`,
    severity: "major",
    fingerprint: "0123456789abcdef",
    location: { path: "shop/web/src/cart.ts", lines: { begin: 2 } },
  });
  expect(issues(analysis({ conflicts: [conflict(), cycle, mild] })).map(({ severity }) => severity)).toEqual([
    "major",
    "minor",
    "info",
  ]);
});

test("a whole file is shown at its first line, and nothing is a list too", () => {
  const [issue] = issues(analysis({ root: "/srv/shop", conflicts: [conflict({ line: 0 })] }));
  expect(issue?.["location"]).toEqual({ path: "web/src/cart.ts", lines: { begin: 1 } });
  expect(issues(analysis({ conflicts: [] }))).toEqual([]);
});
