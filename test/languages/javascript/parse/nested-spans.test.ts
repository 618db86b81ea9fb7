import fc from "fast-check";
import { expect, test } from "vitest";
import { NestedSpans } from "../../../../src/languages/javascript/parse/nested-spans.ts";

interface Room {
  readonly name: string;
  readonly within: { readonly start: number; readonly end: number };
}

function room(name: string, start: number, end: number): Room {
  return { name, within: { start, end } };
}

test.each([
  [0, "house"],
  [4, "hall"],
  [5, "wardrobe"],
  [6, "hall"],
  [8, "house"],
  [9, "pantry"],
  [12, undefined],
])("around %i is the %s", (at, expected) => {
  const rooms = [room("pantry", 9, 10), room("wardrobe", 5, 6), room("kitchen", 9, 10), room("hall", 4, 7)];
  const spans = new NestedSpans([...rooms.toReversed(), room("house", 0, 12)]);
  expect(spans.innermost(at)?.name).toBe(expected);
});

test("the same as by looking at each of them", () => {
  /** Halves of halves, so that they lie in one another or apart. */
  const rooms = fc.array(fc.array(fc.constantFrom(0, 1), { maxLength: 5 })).map((ways) =>
    ways.map((way) => {
      const [start, end] = way.reduce(
        ([from, to], half) => (half === 0 ? [from, (from + to) / 2] : [(from + to) / 2, to]),
        [0, 32],
      );
      return room(way.join(""), start ?? 0, end ?? 0);
    }),
  );
  fc.assert(
    fc.property(rooms, fc.integer({ min: -1, max: 33 }), (all, at) => {
      const around = all.filter(({ within }) => within.start <= at && at < within.end);
      const smallest = around.toSorted((a, b) => b.name.length - a.name.length)[0];
      expect(new NestedSpans(all).innermost(at)?.name).toBe(smallest?.name);
    }),
  );
});
