import { expect, test } from "vitest";
import { bridgeBroken } from "../../src/checks/bridge-broken.ts";
import { brief, found, project } from "./drawn-braid.ts";

test("a script that is started and not there", () => {
  const drawing = found(bridgeBroken, {
    projects: [project("station/package.json")],
    edges: `
      station/src/forecast.ts -> unresolved:python/station/tools/forcast.py 12:3 "python3" bridges
      station/src/forecast.ts -> station/tools/forecast.py 13:3 "python3" bridges`,
  });
  expect(drawing).toBe(
    `error station/src/forecast.ts:12:3 station/tools/forcast.py
  "python3" is to run station/tools/forcast.py, which is not in this repository; there is station/tools/forecast.py
  fix: name station/tools/forecast.py, if that is meant`,
  );
});

test.each([
  ["a guess", 'a.py -> unresolved:javascript/b.js 2:1 "node" ~inferred bridges', ["warning a.py:2:1 b.js"]],
  ["an import", 'a.py -> unresolved:python/b 2:1 "b"', []],
  ["a tool", 'a.py -> exec:node 2:1 "node" bridges', []],
])("%s", (_, edges, expected) => {
  expect(brief(bridgeBroken, { edges })).toEqual(expected);
});

test("nothing about what a build makes", () => {
  const target = "unresolved:javascript/dist/main.js";
  const nodes = { [target]: { inRepo: true, generated: "ignored by git" } };
  expect(brief(bridgeBroken, { edges: `a.py -> ${target} 1:8 "node" bridges`, nodes })).toEqual([]);
});
