import { expect, test } from "vitest";
import { importUnresolved } from "../../src/checks/import-unresolved.ts";
import { brief, found, project } from "./drawn-braid.ts";

test("a target of a relative import that is not there", () => {
  const drawing = found(importUnresolved, {
    projects: [project("shop/package.json")],
    edges: `
      shop/src/cart.ts -> unresolved:javascript/shop/src/prices 3:20 "./prices" names=total
      shop/src/cart.ts -> shop/src/price.ts 4:20 "./price"
      shop/src/till.ts -> unresolved:javascript/shop/src/prices 9:1 "./prices"`,
  });
  expect(drawing).toBe(
    `error shop/src/cart.ts:3:20 ./prices
  "./prices" (shop/src/prices) is not in this repository, and it can be nowhere else; there is shop/src/price.ts
  fix: import shop/src/price.ts, if that is meant
error shop/src/till.ts:9:1 ./prices
  "./prices" (shop/src/prices) is not in this repository, and it can be nowhere else; there is shop/src/price.ts
  fix: import shop/src/price.ts, if that is meant`,
  );
});

test("dotted names are near to files below any source root", () => {
  const drawing = found(importUnresolved, {
    edges: `
      station/src/weather/report.py -> unresolved:python/weather.sensor 2:1 "weather.sensor"
      station/src/weather/report.py -> station/src/weather/sensors.py 3:1 "weather.sensors"`,
  });
  expect(drawing).toContain("there is station/src/weather/sensors.py");
});

test.each([
  [
    "one finding a file and target, at the first import",
    'a.ts -> unresolved:x/b 4:1 "./b"\na.ts -> unresolved:x/b 9:1 "./b"',
    ["error a.ts:4:1 ./b"],
  ],
  ["a convention is no proof", 'a.ts -> unresolved:x/b 4:1 "./b" ~inferred', ["warning a.ts:4:1 ./b"]],
  ["a guarded import may fail", 'a.ts -> unresolved:x/b 4:1 "./b" [optional]', []],
  [
    "an unguarded one beside it may not",
    'a.ts -> unresolved:x/b 4:1 "./b" [optional]\na.ts -> unresolved:x/b 5:1 "./b"',
    ["error a.ts:5:1 ./b"],
  ],
  [
    "fixtures are broken on purpose",
    'test/fixtures/broken/a.ts -> unresolved:x/b 4:1 "./b"',
    ["info test/fixtures/broken/a.ts:4:1 ./b"],
  ],
  ["templates are not whole yet", 'gen/{{name}}/a.ts -> unresolved:x/b 4:1 "./b"', ["info gen/{{name}}/a.ts:4:1 ./b"]],
  [
    "a reference counts like an import",
    'A.java -> unresolved:java/bank.Ledger 4:1 "Ledger" references',
    ["error A.java:4:1 Ledger"],
  ],
  ["bridges have their own check", 'a.py -> unresolved:python/tools/run.py 4:1 "python3" bridges', []],
])("%s", (_, edges, expected) => {
  expect(brief(importUnresolved, { edges })).toEqual(expected);
});

test.each([
  ["what a build step makes", { inRepo: true, generated: "protobuf" }],
  ["what may come from elsewhere", {}],
])("nothing about %s", (_, attributes) => {
  const target = "unresolved:java/bank.Ledger";
  expect(
    brief(importUnresolved, {
      edges: `A.java -> ${target} 1:8 "bank.Ledger"`,
      nodes: { [target]: { inRepo: false, ...attributes } },
    }),
  ).toEqual([]);
});
