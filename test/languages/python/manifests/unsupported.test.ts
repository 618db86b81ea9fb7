import { expect, test } from "vitest";
import { python } from "../../../../src/languages/python/index.ts";

test.each([
  ["till.py.lock", "a script's lockfile is not read yet: what it locks is unknown"],
  ["uv.toml", "uv.toml is not read yet: what it constrains or overrides is unknown"],
])("%s is named", (name, message) => {
  const reader = python.manifests.find((each) => each.matches(name, name));
  const reading = reader?.read({ path: name, text: "", diagnostics: [] });
  expect(reading?.diagnostics.map((each) => each.message)).toEqual([message]);
  expect(reading?.manifest).toBeUndefined();
});
