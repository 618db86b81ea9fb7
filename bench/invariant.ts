/**
 * Holds the invariant over many files: where the scanner has no doubt, it says what the parser says.
 *
 *   npx tsx bench/invariant.ts python|java|javascript [--pinned] [--machine] DIR...
 *
 * `--pinned` adds the packages of `packages.json`, `--machine` (Python) the standard library and packages of the `python3`
 * here. Prints how many files were compared and doubted, by reason, and every disagreement; for Python also what CPython's
 * own `ast` says otherwise of the files that it accepts. Exits with 1 on any disagreement.
 */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { decode } from "../src/files/source-text.ts";
import { languages } from "../src/languages/index.ts";
import type { Language } from "../src/languages/language.ts";
import type { FileFacts } from "../src/model/facts.ts";
import { createSyntax } from "../src/syntax/syntax.ts";
import { machineFiles } from "../test/languages/python/invariant-files.ts";
import { CPython } from "./cpython.ts";
import { pinnedDirectories } from "./packages.ts";
import { sourceFiles } from "./source-files.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pinned: { type: "boolean", default: false }, machine: { type: "boolean", default: false } },
});
const [name, ...directories] = positionals;
const language = languages.find((each) => each.name === name);
if (language === undefined) {
  console.error("usage: bench/invariant.ts python|java|javascript [--pinned] [--machine] DIR...");
  process.exit(2);
}
await compare(language);

async function compare(language: Language): Promise<void> {
  const pinned = values.pinned ? pinnedDirectories(language.name) : [];
  const machine = values.machine && language.name === "python" ? machineFiles().files : [];
  const paths = [...sourceFiles(language, [...directories, ...pinned]), ...machine];
  const syntax = createSyntax();
  const cpython = language.name === "python" ? new CPython(paths) : undefined;
  const doubts = new Map<string, number>();
  const disagreements: string[] = [];
  const broken: string[] = [];
  let standing = 0;
  for (const [number, path] of paths.entries()) {
    const source = decode(path, readFileSync(path), language.encoding?.bind(language));
    const { facts, doubt } = language.scan(source);
    const { facts: parsed, tree } = language.parse(source, syntax);
    if (doubt !== undefined) doubts.set(doubt, (doubts.get(doubt) ?? 0) + 1);
    else if (!isDeepStrictEqual(facts, parsed)) disagreements.push(`${path}\n${difference(facts, parsed)}`);
    if (parsed.diagnostics.some(({ code }) => code === "syntax")) broken.push(path);
    else if (tree?.kind === "tree-sitter" && tree.root.hasError) standing++;
    cpython?.check(number, source, doubt === undefined ? facts : parsed);
    // Trees are freed between turns of the event loop only.
    if (number % 100 === 99) await new Promise((resume) => setImmediate(resume));
  }
  const doubted = [...doubts].toSorted(([, a], [, b]) => b - a);
  const count = doubted.reduce((sum, [, each]) => sum + each, 0);
  const reasons = doubted.map(([reason, each]) => `${reason} ${each}`).join(", ");
  const rate = ((100 * count) / Math.max(1, paths.length)).toFixed(2);
  console.log(`${language.name}: ${paths.length} files`);
  console.log(`doubted: ${count} (${rate} %)${reasons === "" ? "" : `: ${reasons}`}`);
  console.log(`with a diagnostic of their syntax: ${broken.length}`);
  console.log(`the grammar fails and the scanner stands, equal by construction: ${standing}`);
  console.log(`scanned and parsed otherwise: ${disagreements.length}`);
  for (const each of disagreements.slice(0, 20)) console.log(each);
  const contradicted = cpython?.report() ?? 0;
  if (disagreements.length + contradicted > 0) process.exitCode = 1;
}

/** The first thing in which two readings differ. */
function difference(scanned: FileFacts, parsed: FileFacts): string {
  for (const key of ["imports", "references", "declarations", "diagnostics"] as const) {
    const [ours, theirs]: [readonly unknown[], readonly unknown[]] = [scanned[key], parsed[key]];
    const at = ours.findIndex((each, place) => !isDeepStrictEqual(each, theirs[place]));
    if (at < 0 && ours.length === theirs.length) continue;
    const place = at < 0 ? ours.length : at;
    return `  ${key} ${place}\n  scan:  ${JSON.stringify(ours[place])}\n  parse: ${JSON.stringify(theirs[place])}`;
  }
  return "  (elsewhere)";
}
