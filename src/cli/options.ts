import { parseArgs } from "node:util";
import type { MavenOptions } from "../analyze-options.ts";
import { severities, type Severity } from "../model/conflict.ts";
import { nearest } from "../model/nearest.ts";
import { type Collapse, collapses, type Format } from "../reports/index.ts";
import { type Command, type Operands, readCommand } from "./commands.ts";
import { checkFormat } from "./formats.ts";
import { UsageError } from "./usage-error.ts";

/** What the user asked for, checked. */
export interface CliOptions extends Operands {
  readonly command: Command;
  readonly format: Format;
  readonly collapse?: Collapse;
  /** What `affected` is asked about, and what `check` compares with. */
  readonly change?: Change;
  readonly output?: string;
  readonly failOn: Severity | "never";
  readonly only: readonly string[];
  readonly ignore: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** A configuration elsewhere than in the repository. */
  readonly config?: string;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly precise: boolean;
  readonly jobs?: number;
  readonly maven: MavenOptions;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly colour: boolean;
}

/** Which files changed: those that differ since a revision, or those that are named. */
export type Change = Since | { readonly files: readonly string[] };

export interface Since {
  readonly since: string;
}

const flags = {
  format: { type: "string", default: "text" },
  output: { type: "string" },
  collapse: { type: "string" },
  since: { type: "string" },
  files: { type: "string", multiple: true },
  "fail-on": { type: "string", default: "error" },
  only: { type: "string", multiple: true },
  ignore: { type: "string", multiple: true },
  include: { type: "string", multiple: true },
  exclude: { type: "string", multiple: true },
  config: { type: "string" },
  baseline: { type: "string" },
  "update-baseline": { type: "boolean", default: false },
  precise: { type: "boolean", default: false },
  // Nothing is kept between runs yet, so there is nothing to switch off: accepted for scripts that measure cold runs.
  "no-cache": { type: "boolean", default: false },
  jobs: { type: "string" },
  "maven-profile": { type: "string", multiple: true },
  "maven-property": { type: "string", multiple: true },
  "maven-system": { type: "string", multiple: true },
  "maven-repository": { type: "string" },
  quiet: { type: "boolean", default: false },
  verbose: { type: "boolean", default: false },
  "no-color": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "v", default: false },
} as const;

/** What to do: run a command, or only say something about depbraid itself. */
export type Request =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "run"; readonly options: CliOptions };

/** Reads the arguments after `depbraid`. Throws `UsageError`. */
export function readArguments(argv: readonly string[], terminal: { readonly colour: boolean }): Request {
  const { values, positionals } = parse(argv);
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const { command, directory, names } = readCommand(positionals);
  const format = checkFormat(command, values.format);
  const change = readChange(command, values.since, values.files);
  const collapse = readCollapse(format, values.collapse);
  return {
    kind: "run",
    options: {
      command,
      directory,
      names,
      format,
      ...(collapse === undefined ? {} : { collapse }),
      ...(change === undefined ? {} : { change }),
      ...(values.output === undefined ? {} : { output: values.output }),
      failOn: oneOf("--fail-on", values["fail-on"], [...severities, "never"] as const),
      only: list(values.only),
      ignore: list(values.ignore),
      include: values.include ?? [],
      exclude: values.exclude ?? [],
      ...(values.config === undefined ? {} : { config: values.config }),
      ...baselineOf(values),
      precise: values.precise,
      ...(values.jobs === undefined ? {} : { jobs: positive("--jobs", values.jobs) }),
      maven: {
        profiles: list(values["maven-profile"]),
        properties: assignments("--maven-property", values["maven-property"]),
        system: assignments("--maven-system", values["maven-system"]),
        ...(values["maven-repository"] === undefined ? {} : { localRepository: values["maven-repository"] }),
      },
      quiet: values.quiet,
      verbose: values.verbose,
      colour: terminal.colour && !values["no-color"] && values.output === undefined,
    },
  };
}

/** A baseline that is to be written has a usual name. */
function baselineOf(values: {
  readonly baseline?: string | undefined;
  readonly "update-baseline"?: boolean | undefined;
}): Pick<CliOptions, "baseline" | "updateBaseline"> {
  const updateBaseline = values["update-baseline"] === true;
  const baseline = values.baseline ?? (updateBaseline ? "depbraid.baseline.json" : undefined);
  return { ...(baseline === undefined ? {} : { baseline }), updateBaseline };
}

function parse(
  argv: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof flags; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...argv], options: flags, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /^Unknown option '--?([\w-]+)'/.exec(message)?.[1];
    if (unknown === undefined) throw new UsageError(message.split(". ")[0] ?? message);
    const close = nearest(unknown, Object.keys(flags));
    throw new UsageError(`there is no option --${unknown}${close === undefined ? "" : `; did you mean --${close}?`}`);
  }
}

/** `affected` is asked about one change, `check` may compare with a revision; the other commands are about none. */
function readChange(command: Command, since: string | undefined, files: readonly string[] = []): Change | undefined {
  const named = list(files);
  if (named.length > 0 && command !== "affected") throw new UsageError("--files is for affected");
  if (since !== undefined && command !== "affected" && command !== "check")
    throw new UsageError("--since is for check and affected");
  if (command === "affected" && (since === undefined) === (named.length === 0))
    throw new UsageError("affected needs --since REV or --files a,b");
  if (since !== undefined) return { since };
  // As people and shells write paths, in the form in which the graph has them.
  return command === "affected"
    ? { files: named.map((file) => file.replaceAll("\\", "/").replace(/^(\.\/)+/, "")) }
    : undefined;
}

/** Only drawings are folded: the other formats say each file. */
function readCollapse(format: Format, value: string | undefined): Collapse | undefined {
  if (value === undefined) return undefined;
  if (!drawn.includes(format)) throw new UsageError(`--collapse is for graph with --format ${drawn.join(", ")}`);
  return oneOf("--collapse", value, collapses);
}

const drawn: readonly Format[] = ["dot", "mermaid", "graphml"];

function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${flag} must be one of ${allowed.join(", ")}, not "${value}"`);
  return found;
}

function positive(flag: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`${flag} must be a whole number from 1, not "${value}"`);
  return number;
}

/** `--maven-property revision=1.0`; as Maven has it, a name alone is `true`. */
function assignments(flag: string, values: readonly string[] = []): Readonly<Record<string, string>> {
  const pairs = values.map((value) => {
    const equals = value.indexOf("=");
    const name = equals < 0 ? value : value.slice(0, equals);
    if (name === "") throw new UsageError(`${flag} must be NAME=VALUE, not "${value}"`);
    return [name, equals < 0 ? "true" : value.slice(equals + 1)] as const;
  });
  return Object.fromEntries(pairs);
}

/** `--only a,b --only c` */
function list(values: readonly string[] | undefined): readonly string[] {
  return (values ?? [])
    .flatMap((value) => value.split(","))
    .map((code) => code.trim())
    .filter((code) => code !== "");
}
