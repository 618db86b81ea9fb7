#!/usr/bin/env node
/** argv -> analyze -> report -> exit code. */
import { createRequire } from "node:module";
import type { AnalyzeOptions, Phase } from "./analyze-options.ts";
import { answer } from "./cli/answer.ts";
import { baselineText, compareBaseline, readBaseline } from "./cli/baseline.ts";
import { changedPaths, inWords } from "./cli/changed-paths.ts";
import { allRules, checkCodes, explanation } from "./cli/explanation.ts";
import { settleEngine } from "./cli/engine.ts";
import { writeExample } from "./cli/init.ts";
import { help } from "./cli/help.ts";
import { type CliOptions, readArguments } from "./cli/options.ts";
import { Progress } from "./cli/progress.ts";
import { UsageError } from "./cli/usage-error.ts";
import { type Analysed, withoutEarlier } from "./cli/without-earlier.ts";
import { diskFileSystem, directoryProblem } from "./files/file-system.ts";
import { readUserFile } from "./files/user-files.ts";
import { writeFile, writeStream } from "./files/output.ts";
import type { Analysis } from "./model/analysis.ts";
import { noSettings, type Settings } from "./model/settings.ts";
import { findSettings, readSettings } from "./settings/read-settings.ts";

/** As CONTRACT has them. */
const exitCodes = { fine: 0, failed: 1, usage: 2, internal: 3 } as const;
type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const { version } = createRequire(import.meta.url)("../package.json") as { readonly version: string };

async function main(argv: readonly string[]): Promise<ExitCode> {
  const terminal = { colour: process.stdout.isTTY && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb" };
  const request = readArguments(argv, terminal);
  if (request.kind === "help") return print(help);
  if (request.kind === "version") return print(`${version}\n`);
  const { options } = request;
  if (options.command === "explain") return print(explanation(options.names[0]));
  if (options.command === "init") return print(writeExample(options.directory));
  return run(options);
}

async function run(options: CliOptions): Promise<ExitCode> {
  const { command, directory: root } = options;
  const settings = settingsOf(root, options.config);
  checkCodes([...options.only, ...options.ignore], settings.rules);
  settleEngine();
  const changed = await changedPaths(options);
  const progress = new Progress(process.stderr, options.quiet ? "never" : "when slow");
  const asked = {
    root,
    settings,
    precise: options.precise,
    only: options.only,
    ignore: options.ignore,
    include: options.include,
    exclude: options.exclude,
    maven: options.maven,
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
    onProgress: (phase: Phase, done: number, total: number) => progress.report(phase, done, total),
  };
  const found = await analysisOf(options, asked).finally(() => progress.clear());
  const analysis = command === "check" ? withoutEarlier(againstBaseline(found.now, options), found) : found.now;
  const { output, verdict } = answer(options, analysis, changed, {
    tool: { name: "depbraid", version },
    width: process.stdout.columns || 100,
    colour: options.colour,
    verbose: options.verbose,
    quiet: options.quiet,
    rules: allRules,
    ...(options.collapse === undefined ? {} : { collapse: options.collapse }),
  });
  if (options.output === undefined) await writeStream(process.stdout, output);
  else writeOutput(options.output, output);
  return exitCodes[verdict];
}

/** Of the directory as it is, and where `check` is to compare it with an earlier state, of that, too. */
async function analysisOf({ command, change }: CliOptions, asked: AnalyzeOptions): Promise<Analysed> {
  // Loaded only now: help and explanations are at once there.
  if (command === "check" && change !== undefined && "since" in change) {
    const { analyzeChange } = await import("./analyze-change.ts");
    return { ...change, ...(await inWords(change, ({ since }) => analyzeChange({ ...asked, since }))) };
  }
  const { analyze } = await import("./analyze.ts");
  return { now: await analyze({ ...asked, goal: command === "check" ? "conflicts" : "graph" }) };
}

/** What stands in the repository, or in the file that was named. */
function settingsOf(root: string, file: string | undefined): Settings {
  if (directoryProblem(root) !== undefined) return noSettings;
  const settings = file === undefined ? findSettings(diskFileSystem(root)) : readSettings(file, readText(file));
  checkCodes(
    [...settings.severities, ...settings.ignores].map(({ code }) => code),
    settings.rules,
  );
  return settings;
}

function readText(path: string): string {
  try {
    return readUserFile(path);
  } catch (error) {
    throw new UsageError(`cannot read "${path}": ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Conflicts that the baseline does not know; where it is to be updated, it knows all there are. */
function againstBaseline(analysis: Analysis, { baseline, updateBaseline }: CliOptions): Analysis {
  if (baseline === undefined) return analysis;
  if (updateBaseline) writeOutput(baseline, baselineText(analysis));
  const { fresh, silenced, gone } = compareBaseline(analysis, readBaseline(baseline));
  return { ...analysis, conflicts: fresh, baseline: { file: baseline, silenced, gone } };
}

function writeOutput(path: string, output: Iterable<string>): void {
  try {
    writeFile(path, output);
  } catch (error) {
    throw new UsageError(`cannot write "${path}": ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function print(text: string): Promise<ExitCode> {
  await writeStream(process.stdout, [text]);
  return exitCodes.fine;
}

function complain(error: unknown): ExitCode {
  if (error instanceof UsageError || (error instanceof Error && ["RootError", "SettingsError"].includes(error.name))) {
    process.stderr.write(`depbraid: ${error.message}\n`);
    return exitCodes.usage;
  }
  const problem = error instanceof Error ? error : new Error(String(error));
  const detail = process.argv.includes("--verbose") ? (problem.stack ?? problem.message) : problem.message;
  process.stderr.write(`depbraid: internal error: ${detail}\nThis is a bug of depbraid: please report it.\n`);
  return exitCodes.internal;
}

// Not process.exit: what was written must still reach a slow reader.
process.exitCode = await main(process.argv.slice(2)).catch(complain);
