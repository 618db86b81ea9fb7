import { expect, test } from "vitest";
import { isExhibit, isTooling } from "../../../../src/languages/javascript/projects/file-scope.ts";

test.each([
  ["src/till.test.ts", true],
  ["src/till.spec.tsx", true],
  ["src/__tests__/till.ts", true],
  ["test/till.ts", true],
  ["e2e/pages/till.ts", true],
  ["src/till.stories.tsx", true],
  ["test-till.mjs", true],
  ["web/proxy.conf.js", true],
  ["vite.config.mts", true],
  [".eslintrc.js", true],
  ["webpack.prod.js", true],
  ["web/gulpfile.babel.js", true],
  ["scripts/mint.js", true],
  ["web/config/paths.js", true],
  ["eslint-rules/order.js", true],
  ["src/setupProxy.js", true],
  ["src/config/database.ts", false],
  ["src/tools/drawer.ts", false],
  ["src/till.ts", false],
  ["lib/latest.ts", false],
  ["src/contest.ts", false],
  ["index.js", false],
])("%s is for making or testing: %s", (path, expected) => {
  expect(isTooling(path)).toBe(expected);
});

test.each([
  ["docs/source/till.ts", true],
  ["packages/till/examples/a.js", true],
  ["src/document/till.ts", false],
  ["docs.js", false],
])("%s is there to be read or tried out: %s", (path, expected) => {
  expect(isExhibit(path)).toBe(expected);
});
