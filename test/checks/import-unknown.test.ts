import { expect, test } from "vitest";
import { importUnknown } from "../../src/checks/import-unknown.ts";
import { found } from "./drawn-braid.ts";

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
