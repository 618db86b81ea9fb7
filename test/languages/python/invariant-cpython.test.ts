/** A differential against CPython's own parser: imports, their guards, and the names that a package binds. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { decode } from "../../../src/files/source-text.ts";
import { declaredEncoding } from "../../../src/languages/python/encoding.ts";
import { parse } from "../../../src/languages/python/parse.ts";
import { scan } from "../../../src/languages/python/scan.ts";
import type { FileFacts } from "../../../src/model/facts.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";
import { machineFiles, sampleOf } from "./invariant-files.ts";

const reader = fileURLToPath(new URL("./invariant-cpython.py", import.meta.url));
const syntax = createSyntax();

/** What `invariant-cpython.py` prints of a file. */
interface Truth {
  readonly imports: readonly (readonly [
    string,
    string,
    readonly string[],
    number,
    number,
    boolean,
    boolean,
    boolean,
  ])[];
  readonly bound: readonly string[];
}

/** CPython compares names by their compatibility form. */
function plain(name: string): string {
  return name.normalize("NFKC");
}

/** The facts as CPython's lines are: a statement's range of lines holds the line of its specifier. */
function asTruth(path: string, facts: FileFacts, truth: Truth): Truth {
  const written = facts.imports.filter(({ kind }) => kind !== "dynamic");
  return {
    imports: written.map((each, at) => {
      const [, , , first = 0, last = 0] = truth.imports[at] ?? [];
      const within = first <= each.line && each.line <= last;
      const { kind, specifier, names, local, typeOnly, optional } = each;
      return [kind, plain(specifier), names.map(plain), within ? first : each.line, last, local, typeOnly, optional];
    }),
    bound: /(?:^|\/)__init__\.pyi?$/.test(path) ? facts.declarations.map(plain) : truth.bound,
  };
}

test("both tiers read what CPython reads", { timeout: 900_000 }, async ({ skip }) => {
  const { files, where } = machineFiles();
  if (files.length === 0) skip("there is no python3 on this machine");
  const sample = sampleOf(files);
  const { stdout } = spawnSync("python3", [reader], {
    input: `${sample.join("\n")}\n`,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  const truths = stdout.trim().split("\n");
  let compared = 0;
  for (const [number, path] of sample.entries()) {
    const truth = JSON.parse(truths[number] ?? "null") as Truth | null;
    if (truth === null) continue;
    compared++;
    const source = decode(path, readFileSync(path), declaredEncoding);
    const scanned = scan(source);
    const parsed = parse(source, syntax).facts;
    const sure = scanned.doubt === undefined ? scanned.facts : parsed;
    expect({ path, ...asTruth(path, sure, truth) }).toEqual({ path, ...truth });
    expect({ path, ...asTruth(path, parsed, truth) }).toEqual({ path, ...truth });
    expect({ path, diagnostics: parsed.diagnostics }).toEqual({ path, diagnostics: [] });
    if (number % 200 === 0) await new Promise((resume) => setImmediate(resume));
  }
  console.log(`${compared} files of ${where}, ${sample.length - compared} more that it rejects`);
  expect(compared).toBeGreaterThan(0);
});
