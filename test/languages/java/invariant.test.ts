/** The invariant: where the scanner has no doubt, it says what the parser says. */
import { readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decode, type SourceText } from "../../../src/files/source-text.ts";
import { parse } from "../../../src/languages/java/parse.ts";
import { scan } from "../../../src/languages/java/scan.ts";
import type { FileFacts } from "../../../src/model/facts.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";
import { drawFacts, drawInheritance } from "./drawn-facts.ts";
import { javaProgram } from "./java-programs.ts";

const syntax = createSyntax();

function sourcesBelow(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".java"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function draw(facts: FileFacts): string {
  return `${drawFacts(facts)}\n${drawInheritance(facts)}`;
}

/** Counts files by what the tiers had to say about them. */
class Tally {
  readonly counts: Record<string, number> = { files: 0, "the grammar fails, the scanner stands": 0 };

  check(source: SourceText): void {
    this.#count("files");
    const { facts, doubt } = scan(source);
    if (doubt !== undefined) {
      this.#count(`doubt: ${doubt}`);
      return;
    }
    const parsed = parse(source, syntax);
    if (parsed.tree?.kind === "tree-sitter" && parsed.tree.root.hasError) {
      this.#count("the grammar fails, the scanner stands");
    }
    if (isDeepStrictEqual(parsed.facts, facts)) return;
    throw new Error(`${source.path}:\nscan:\n${draw(facts)}\n\nparse:\n${draw(parsed.facts)}`);
  }

  #count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }
}

test("over our own samples", () => {
  const paths = sourcesBelow(fileURLToPath(new URL("samples", import.meta.url)));
  expect(paths.length).toBeGreaterThan(0);
  const tally = new Tally();
  for (const path of paths) tally.check(decode(path, readFileSync(path)));
  console.info("java, samples:", tally.counts);
  // Only the sample that is ahead of the grammar is not really compared.
  expect(tally.counts).toEqual({ files: paths.length, "the grammar fails, the scanner stands": 1 });
});

test("over generated programs", () => {
  const tally = new Tally();
  fc.assert(
    fc.property(javaProgram, (text) => tally.check({ path: "Shop.java", text, diagnostics: [] })),
    { numRuns: 2_000 },
  );
  console.info("java, generated:", tally.counts);
  const { files = 0 } = tally.counts;
  expect(files).toBeGreaterThan(0);
  expect(tally.counts["the grammar fails, the scanner stands"]).toBeLessThan(files / 20);
});

// The grammar takes more than Java (`@interfaceTill` for a declaration), so on broken text the tiers may differ; rarely.
test("over programs with a piece cut out: no exception, hardly a disagreement", () => {
  const counts = { files: 0, doubted: 0, alike: 0, different: 0 };
  const cut = fc.tuple(javaProgram, fc.nat(), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(cut, ([text, from, length]) => {
      const at = from % text.length;
      const source = { path: "Shop.java", text: text.slice(0, at) + text.slice(at + length), diagnostics: [] };
      const scanned = scan(source);
      const { facts } = parse(source, syntax);
      expect(facts.diagnostics.length).toBeLessThanOrEqual(1);
      counts.files++;
      if (scanned.doubt !== undefined) counts.doubted++;
      else counts[isDeepStrictEqual(scanned.facts, facts) ? "alike" : "different"]++;
    }),
    { numRuns: 2_000 },
  );
  console.info("java, cut:", counts);
  expect(counts.files).toBeGreaterThan(0);
  expect(counts.different).toBeLessThan(counts.files / 50);
});

/** Directories of other people's sources, for a wider comparison than can be committed; none by default. */
const elsewhere = (process.env["DEPBRAID_JAVA_SOURCES"] ?? "").split(delimiter).filter((path) => path !== "");

test("over the directories that DEPBRAID_JAVA_SOURCES names", { timeout: 3_600_000 }, async () => {
  for (const directory of elsewhere) {
    const paths = sourcesBelow(directory);
    expect(paths.length).toBeGreaterThan(0);
    const tally = new Tally();
    for (const [at, path] of paths.entries()) {
      tally.check(decode(path, readFileSync(path)));
      // Trees are freed between turns of the event loop only.
      if (at % 200 === 199) await new Promise((resolve) => setImmediate(resolve));
    }
    console.info(`java, ${directory}:`, tally.counts);
  }
  console.info(`java, elsewhere: ${elsewhere.length} directories compared`);
});
