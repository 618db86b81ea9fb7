import { expect, test } from "vitest";
import { importUnknown } from "../../src/checks/import-unknown.ts";
import { brief, found } from "./drawn-braid.ts";

const nodes = { "gauge.py": { language: "python" } };

test.each([
  ["azurem", "; there is azure"],
  ["azrue", "; there is azure"],
  // Two edits are another name.
  ["azureml", ""],
])("what is near %s", (name, hint) => {
  const unknown = `unresolved:python/${name}`;
  const drawing = found(importUnknown, {
    nodes: { ...nodes, [unknown]: { inRepo: false } },
    edges: `
      gauge.py -> ${unknown} 2:8 "${name}"
      gauge.py -> pkg:pypi/azure 3:8 "azure"`,
  });
  expect(drawing.split("\n")[1]).toBe(
    `  nothing is known by the name "${name}": it is not in this repository, not asked for, and not built in${hint}`,
  );
});

test.each([
  ["a test's body", "[local test]", "info"],
  ["the top of a test", "[test]", "warning"],
  ["a body of production code", "[local]", "warning"],
])("in %s", (_, flags, severity) => {
  const drawn = {
    nodes: { ...nodes, "unresolved:python/made": { inRepo: false } },
    edges: `gauge.py -> unresolved:python/made 2:8 "made" ${flags}`,
  };
  expect(brief(importUnknown, drawn)).toEqual([`${severity} gauge.py:2:8 made`]);
});
