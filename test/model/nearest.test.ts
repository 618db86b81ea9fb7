import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, nearest } from "../../src/model/nearest.ts";

test.each([
  ["import/undeclard", ["import/unresolved", "import/undeclared", "import/cycle"], "import/undeclared"],
  ["prices", ["price", "pricing"], "price"],
  ["Readme", ["README"], "README"],
  ["lodahs", ["lodash", "ladas"], "lodash"],
  ["cart", ["card", "carb"], "carb"],
  ["ab", ["ac"], undefined],
  ["shelf", ["weather"], undefined],
  ["same", ["same"], undefined],
  ["anything", [], undefined],
])("near %s of %j is %s", (name, known, expected) => {
  expect(nearest(name, known)).toBe(expected);
});

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

test("distances: none to itself, the same both ways, no more than the longer word", () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b, 99);
      expect(editDistance(a, a, 99)).toBe(0);
      expect(editDistance(b, a, 99)).toBe(distance);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(distance === 0).toBe(a === b);
    }),
  );
});

test("a limit changes nothing below it", () => {
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, limit) => {
      const distance = editDistance(a, b, 99);
      const limited = editDistance(a, b, limit);
      // Over the limit any number over it will do.
      expect(Math.min(limited, limit + 1)).toBe(Math.min(distance, limit + 1));
    }),
  );
});
