/**
 * How fast the scanners are: one thread, one core, texts already in memory.
 *
 *   npx tsx bench/scan.ts [--language python|java|javascript] [--rounds N] DIR...
 *
 * Reads every file of a language first, then scans them all: once cold (the process has just started, so this pays for
 * compiling the scanner too, as every run of depbraid does), then warm. Times are of the processor, not of the clock, so
 * that a busy machine blurs them less. Beside them stands what this machine takes for the least that a scanner could do:
 * one `charCodeAt` a character, and reading the bytes. Compare machines, and runs, by the ratio to those.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import type { DeclaredEncoding, SourceText } from "../src/files/source-text.ts";
import type { Language } from "../src/languages/language.ts";
import { sourceFiles } from "./source-files.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { language: { type: "string" }, rounds: { type: "string", default: "5" } },
});

// Bundled as it is published: a loader that compiles on the way would be measured as well.
const bundle = fileURLToPath(new URL(".cache/scan.js", import.meta.url));
await build({
  stdin: {
    contents: 'export { languages } from "./languages/index.ts"; export { decode } from "./files/source-text.ts";',
    resolveDir: fileURLToPath(new URL("../src", import.meta.url)),
  },
  outfile: bundle,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
});
interface Built {
  readonly languages: readonly Language[];
  readonly decode: (path: string, bytes: Uint8Array, declared?: DeclaredEncoding) => SourceText;
}
const { languages, decode }: Built = await import(bundle);

/** Processor seconds that some work takes. */
function seconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The least that a scanner could do. */
function touch(texts: readonly SourceText[]): number {
  let sum = 0;
  for (const { text } of texts) for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}

interface Row {
  readonly what: string;
  readonly seconds: number;
}

function measure(language: Language, paths: readonly string[]): void {
  const bytes: Buffer[] = [];
  const texts: SourceText[] = [];
  const rows: Row[] = [];
  rows.push({ what: "readFileSync", seconds: seconds(() => paths.forEach((path) => bytes.push(readFileSync(path)))) });
  const decodeAll = (): void => {
    texts.length = 0;
    for (const [at, each] of bytes.entries()) {
      texts.push(decode(paths[at] ?? "", each, language.encoding?.bind(language)));
    }
  };
  rows.push({ what: "decode", seconds: seconds(decodeAll) });
  const doubts = new Map<string, number>();
  let imports = 0;
  const scanAll = (): void => {
    doubts.clear();
    imports = 0;
    for (const text of texts) {
      const { facts, doubt } = language.scan(text);
      imports += facts.imports.length;
      if (doubt !== undefined) doubts.set(doubt, (doubts.get(doubt) ?? 0) + 1);
    }
  };
  rows.push({ what: "scan, cold", seconds: seconds(scanAll) });
  const rounds = Array.from({ length: Number(values.rounds) }, () => seconds(scanAll));
  rows.push({ what: "scan, warm (best)", seconds: Math.min(...rounds) });
  const touches = Array.from({ length: 3 }, () => seconds(() => void touch(texts)));
  rows.push({ what: "charCodeAt alone (best)", seconds: Math.min(...touches) });

  const megabytes = bytes.reduce((sum, each) => sum + each.length, 0) / 1e6;
  const doubted = [...doubts].toSorted(([, a], [, b]) => b - a);
  const count = doubted.reduce((sum, [, each]) => sum + each, 0);
  const reasons = doubted.map(([reason, each]) => `${reason} ${each}`).join(", ");
  console.log(`\n${language.name}: ${paths.length} files, ${megabytes.toFixed(1)} MB, ${imports} imports`);
  console.log(
    `doubted: ${count} (${((100 * count) / paths.length).toFixed(2)} %)${reasons === "" ? "" : `: ${reasons}`}`,
  );
  console.log("| | s | MB/s |\n|---|---|---|");
  for (const row of rows)
    console.log(`| ${row.what} | ${row.seconds.toFixed(3)} | ${(megabytes / row.seconds).toFixed(0)} |`);
}

const chosen = languages.filter(({ name }) => values.language === undefined || name === values.language);
if (positionals.length === 0 || chosen.length === 0) {
  console.error("usage: bench/scan.ts [--language python|java|javascript] [--rounds N] DIR...");
  process.exitCode = 2;
}
for (const language of chosen) {
  const paths = sourceFiles(language, positionals);
  if (paths.length > 0) measure(language, paths);
}
