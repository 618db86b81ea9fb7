/** A differential against CPython's own parser: imports, their guards, and the names that a package binds. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decode } from "../../../src/files/source-text.ts";
import { declaredEncoding } from "../../../src/languages/python/encoding.ts";
import { parse } from "../../../src/languages/python/parse.ts";
import { scan } from "../../../src/languages/python/scan.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";
import { asTruth, cpythonTruths } from "./cpython-truth.ts";
import { machineFiles, sampleOf } from "./invariant-files.ts";

const syntax = createSyntax();

test("both tiers read what CPython reads", { timeout: 900_000 }, async ({ skip }) => {
  const { files, where } = machineFiles();
  if (files.length === 0) skip("there is no python3 on this machine");
  const sample = sampleOf(files);
  const truths = cpythonTruths(sample);
  let compared = 0;
  for (const [number, path] of sample.entries()) {
    const truth = truths[number] ?? null;
    if (truth === null) continue;
    compared++;
    const source = decode(path, readFileSync(path), declaredEncoding);
    const scanned = scan(source);
    const parsed = parse(source, syntax).facts;
    const sure = scanned.doubt === undefined ? scanned.facts : parsed;
    expect({ path, ...asTruth(path, sure, truth) }).toEqual({ path, ...truth });
    expect({ path, ...asTruth(path, parsed, truth) }).toEqual({ path, ...truth });
    const broken = parsed.diagnostics.filter(({ code }) => code === "syntax");
    expect({ path, broken }).toEqual({ path, broken: [] });
    if (number % 200 === 0) await new Promise((resume) => setImmediate(resume));
  }
  console.log(`${compared} files of ${where}, ${sample.length - compared} more that it rejects`);
  expect(compared).toBeGreaterThan(0);
});
