/** The invariant: where the scanner has no doubt, it says what the parser says. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, type SourceText } from "../../../src/files/source-text.ts";
import { declaredEncoding } from "../../../src/languages/python/encoding.ts";
import { parse } from "../../../src/languages/python/parse.ts";
import { scan } from "../../../src/languages/python/scan.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";
import { cases } from "./scan-cases.ts";
import { machineFiles, sampleOf } from "./invariant-files.ts";
import { brokenPrograms, mixedPrograms } from "./broken-programs.ts";
import { programs } from "./scan-programs.ts";

const syntax = createSyntax();
const runs = process.env["DEPBRAID_INVARIANT"] === "all" ? 5000 : 200;

/** Asserts that both tiers say the same, and tells the scanner's doubt. */
function compare(source: SourceText): string | undefined {
  const { facts, doubt } = scan(source);
  const parsed = doubt === undefined ? parse(source, syntax).facts : facts;
  expect({ path: source.path, facts }).toEqual({ path: source.path, facts: parsed });
  return doubt;
}

test("over the Python of this machine, or the cases where there is none", { timeout: 900_000 }, async () => {
  const { files, where } = machineFiles();
  const sources =
    files.length === 0 ? samples() : sampleOf(files).map((path) => decode(path, readFileSync(path), declaredEncoding));
  const doubts = new Map<string, number>();
  for (const [number, source] of sources.entries()) {
    const doubt = compare(source);
    if (doubt !== undefined) doubts.set(doubt, (doubts.get(doubt) ?? 0) + 1);
    // Trees are freed between turns of the event loop only.
    if (number % 200 === 0) await new Promise((resume) => setImmediate(resume));
  }
  const doubted = [...doubts.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...doubts].map(([reason, count]) => `${reason} ${count}`).join(", ");
  console.log(`${sources.length} files of ${where}: ${doubted} doubted (${reasons})`);
  expect(sources.length).toBeGreaterThan(30);
  expect(doubted / sources.length).toBeLessThan(0.2);
});

function samples(): readonly SourceText[] {
  return Object.values(cases)
    .flat()
    .map(({ text, path = "shop/cart.py" }) => ({ path, text, diagnostics: [] }));
}

const ages = ["old", "common", "new"] as const;

describe.each(ages)("over generated programs, %s", { timeout: 900_000 }, (age) => {
  test.each(["shop/cart.py", "shop/__init__.py", "shop/__init__.pyi", "tests/test_shop.py", "shop/celery.py"])(
    "as %s",
    (path) => {
      let sure = 0;
      fc.assert(
        fc.property(programs(age), (text) => {
          if (compare({ path, text, diagnostics: [] }) === undefined) sure++;
        }),
        { numRuns: runs },
      );
      expect(sure).toBeGreaterThan(0);
    },
  );

  test("that are valid: no syntax is called bad", () => {
    fc.assert(
      fc.property(programs(age), (text) => {
        const { diagnostics } = parse({ path: "shop/cart.py", text, diagnostics: [] }, syntax).facts;
        expect(diagnostics.filter(({ code }) => code === "syntax")).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test.each([
    ["by their characters", brokenPrograms],
    ["by their tokens", mixedPrograms],
  ])("that were broken %s", (_, made) => {
    let doubted = 0;
    fc.assert(
      fc.property(made(age), fc.constantFrom("shop/cart.py", "tests/__init__.py"), (text, path) => {
        if (compare({ path, text, diagnostics: [] }) !== undefined) doubted++;
      }),
      { numRuns: 2 * runs },
    );
    expect(doubted).toBeGreaterThan(0);
  });
});

test("CPython accepts the generated programs", ({ skip }) => {
  const version = /^Python 3\.(\d+)/.exec(machineFiles().where)?.[1];
  if (version === undefined || Number(version) < 10) skip("there is no python3 of 3.10 or later on this machine");
  const texts = fc.sample(programs("common"), { numRuns: 400, seed: 7 });
  const script = "import ast, json, sys\nfor each in json.load(sys.stdin): ast.parse(each.encode())\nprint('good')";
  const said = execFileSync("python3", ["-W", "ignore", "-c", script], {
    input: JSON.stringify(texts),
    encoding: "utf8",
  });
  expect(said.trim()).toBe("good");
});
