import fc from "fast-check";
import { expect, test } from "vitest";
import { LineCounter } from "../../src/model/location.ts";

test.each([
  ["the start", "rye\nspelt", 0, "1:1"],
  ["after a line feed", "rye\nspelt", 4, "2:1"],
  ["on the line feed itself", "rye\nspelt", 3, "1:4"],
  ["after a carriage return and line feed", "rye\r\nspelt", 6, "2:2"],
  ["after a lone carriage return", "rye\rspelt\roat", 10, "3:1"],
  ["mixed ends", "a\r\nb\rc\nd", 7, "4:1"],
  ["past the end", "rye\n", 4, "2:1"],
])("%s", (_, text, offset, expected) => {
  const { line, column } = new LineCounter(text).at(offset);
  expect(`${line}:${column}`).toBe(expected);
});

test("any order of questions gives what splitting the text gives", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\r\n", "ß") });
  fc.assert(
    fc.property(text, fc.array(fc.nat(60)), (sample, offsets) => {
      const counter = new LineCounter(sample);
      for (const offset of offsets.filter((each) => each <= sample.length)) {
        // A cut between \r and \n would make a line of its own.
        if (sample[offset - 1] === "\r" && sample[offset] === "\n") continue;
        const lines = sample.slice(0, offset).split(/\r\n|\n|\r/);
        expect(counter.at(offset)).toEqual({ line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
      }
    }),
  );
});
