import { expect, it } from "vitest";
import { constantNames, frameworkNames } from "../../../../../src/languages/python/facts/strings/framework-names.ts";
import { callNames } from "../../../../../src/languages/python/facts/strings/importing-calls.ts";
import { packageWords } from "../../../../../src/languages/python/facts/strings/package-words.ts";
import { commonWords, frameworkWords } from "../../../../../src/languages/python/facts/strings/watched-words.ts";

it("are those of all that is read at them", () => {
  const calls = callNames.map((name) => name.split(".", 1)[0] ?? name);
  const names = frameworkNames.filter((name) => !constantNames.includes(name));
  const read = new Set([...calls, ...names, ...packageWords]);
  expect([...commonWords, ...frameworkWords].sort()).toEqual([...read].sort());
});
