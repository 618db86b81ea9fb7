/**
 * The invariant: where the scanner has no doubt, it says what the parser says. Held over the installed packages' own
 * files - a fixed sample, or all of them with `DEPBRAID_INVARIANT=all` - and over programs made by chance.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../../src/files/source-text.ts";
import { parse } from "../../../src/languages/javascript/parse.ts";
import { scan } from "../../../src/languages/javascript/scan.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";
import { draw, parsed, source } from "./facts-drawing.ts";
import { programs } from "./programs.ts";

const everything = process.env["DEPBRAID_INVARIANT"] === "all";
const syntax = createSyntax();

function sourceFiles(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]s|[jt]sx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Every eighth file that is not very large: the sample moves only when the lockfile does. */
function sample(files: readonly string[]): readonly string[] {
  return files.filter((file, index) => index % 8 === 0 && statSync(file).size < 200_000);
}

describe("the invariant", () => {
  test(
    "over the installed packages",
    () => {
      const files = sourceFiles("node_modules");
      const doubts = new Map<string, number>();
      const disagreements: string[] = [];
      const chosen = everything ? files : sample(files);
      for (const path of chosen) {
        const file = decode(path, readFileSync(path));
        const { facts, doubt } = scan(file);
        if (doubt !== undefined) doubts.set(doubt, (doubts.get(doubt) ?? 0) + 1);
        else if (draw(facts) !== draw(parse(file, syntax).facts)) disagreements.push(path);
      }
      const rate = [...doubts].map(([reason, count]) => `${reason} ${count}`).join(", ");
      console.log(`${chosen.length} files; doubts: ${rate || "none"}`);
      expect(disagreements).toEqual([]);
      expect(chosen.length).toBeGreaterThan(100);
      expect([...doubts.values()].reduce((sum, count) => sum + count, 0) / chosen.length).toBeLessThan(0.08);
    },
    everything ? 1_200_000 : 120_000,
  );

  test.each([".js", ".ts", ".tsx"] as const)("over programs made by chance, %s", (ending) => {
    let compared = 0;
    fc.assert(
      fc.property(programs(ending), (text) => {
        const facts = parsed(`shop${ending}`, text);
        const scanned = scan(source(`shop${ending}`, text));
        if (scanned.doubt !== undefined) return;
        expect(scanned.facts).toEqual(facts);
        compared++;
      }),
      { numRuns: everything ? 5000 : 200 },
    );
    expect(compared).toBeGreaterThan(0);
  });
});
