/** Node's ways to start a program, and the two packages that most use instead. https://nodejs.org/docs/latest-v20.x/api/child_process.html */
import type { SourceText } from "../../files/source-text.ts";
import type { BridgeFact } from "../../model/facts.ts";
import type { SyntaxTree } from "../../syntax/syntax.ts";
import type { BridgeReader } from "../bridge.ts";
import { type CallExpression, type Expression, nothing } from "./expression.ts";
import { Folder } from "./fold.ts";
import { readBabelProgram } from "./javascript/babel-program.ts";
import { readBrokenProgram } from "./javascript/broken-program.ts";
import { javascriptVocabulary } from "./javascript/vocabulary.ts";
import { Scopes } from "./scopes.ts";
import { argument, bridgeFacts, directory, type Starter, shellLines, startsOf, wordsOf } from "./starter.ts";
import { asText, concatenate, spread, type Text, text, unknown } from "./value.ts";

const modules: ReadonlySet<string> = new Set([
  "child_process",
  "node:child_process",
  "execa",
  "cross-spawn",
  "shelljs",
]);

export const javascript: BridgeReader = {
  speaks({ imports }) {
    return imports.some(({ specifier }) => modules.has(specifier));
  },
  read(file: SourceText, treeOf: () => SyntaxTree | undefined): readonly BridgeFact[] {
    const tree = treeOf();
    if (tree === undefined) return [];
    const program = tree.kind === "babel" ? readBabelProgram(tree.file.program) : readBrokenProgram(tree.root);
    const folder = new Folder(new Scopes(program.bodies, program.bindingsOf), javascriptVocabulary);
    const moves = program.calls.some((call) => movers.has(folder.origin(call.callee) ?? ""));
    return bridgeFacts(file, startsOf(program, folder, starters), { moves });
  },
};

const movers: ReadonlySet<string> = new Set(["global.process.chdir", "process.chdir", "shelljs.cd"]);

/** `spawn(command[, args][, options])`. */
const spawnCall: Starter = (call, folder) => {
  const [args, options] = argumentsAndOptions(call, folder);
  const program = asText(folder.fold(argument(call, 0)));
  const where = directory(options, folder);
  // With `shell` Node joins the words by spaces and quotes nothing.
  if (mayBeShell(options.get("shell")) && (program.text.includes(" ") || options.get("shell")?.kind === "true")) {
    return [{ kind: "shell", command: concatenate([program, ...args], " "), ...where }];
  }
  return [{ kind: "words", command: wordsOf(program, args), ...where }];
};

function mayBeShell(option: Expression | undefined): boolean {
  return option !== undefined && option.kind !== "unknown";
}

/** `exec(command[, options][, callback])`. */
const execCall: Starter = (call, folder) =>
  shellLines(folder.alternatives(argument(call, 0)), directory(optionsAt(call, 1, folder), folder));

/** `fork(modulePath[, args][, options])`: the same Node on a module. */
const forkCall: Starter = (call, folder) => {
  const [args, options] = argumentsAndOptions(call, folder);
  const command = wordsOf(text("node"), [asText(folder.fold(argument(call, 0))), ...args]);
  return [{ kind: "words", command, ...directory(options, folder) }];
};

type Options = ReadonlyMap<string, Expression>;

const noOptions: Options = new Map();

/** The arguments may be left out: then the options stand second. */
function argumentsAndOptions(call: CallExpression, folder: Folder): readonly [readonly Text[], Options] {
  const second = call.args[1];
  if (second === undefined) return [[], noOptions];
  if (call.args[0]?.kind === "spread") return [[unknown], noOptions];
  if (folder.record(second) !== undefined) return [[], optionsAt(call, 1, folder)];
  return [spread(folder.fold(second)), optionsAt(call, 2, folder)];
}

/** Options that are computed may name a directory: they say so by an entry for everything. */
function optionsAt(call: CallExpression, at: number, folder: Folder): Options {
  const written = call.args[at];
  if (written === undefined || written.kind === "callback") return noOptions;
  return folder.record(written)?.entries ?? new Map([["cwd", nothing]]);
}

function family(module: string, names: readonly string[], starter: Starter): readonly (readonly [string, Starter])[] {
  return names.map((name) => [`${module}.${name}`, starter]);
}

const starters: ReadonlyMap<string, Starter> = new Map([
  ...family("child_process", ["spawn", "spawnSync", "execFile", "execFileSync"], spawnCall),
  ...family("child_process", ["exec", "execSync"], execCall),
  ...family("child_process", ["fork"], forkCall),
  ["execa", spawnCall],
  ...family("execa", ["execa", "execaSync", "sync"], spawnCall),
  ...family("execa", ["execaCommand", "execaCommandSync", "command", "commandSync"], execCall),
  ...family("execa", ["execaNode", "node"], forkCall),
  ["cross-spawn", spawnCall],
  ...family("cross-spawn", ["sync", "spawn"], spawnCall),
  ...family("shelljs", ["exec"], execCall),
]);
