/** Python's ways to start a program. https://docs.python.org/3/library/subprocess.html, os.html#process-management */
import type { SourceText } from "../../files/source-text.ts";
import type { BridgeFact } from "../../model/facts.ts";
import type { BridgeReader } from "../bridge.ts";
import type { CallExpression } from "./expression.ts";
import { Folder } from "./fold.ts";
import { readPythonProgram } from "./python/program.ts";
import { pythonVocabulary } from "./python/vocabulary.ts";
import { Scopes } from "./scopes.ts";
import {
  argument,
  bridgeFacts,
  directory,
  type Invocation,
  type Starter,
  shellLines,
  startsOf,
  wordsOf,
} from "./starter.ts";
import { list, rest, spread, type Text, text, type Value } from "./value.ts";

export const python: BridgeReader = {
  speaks({ imports }, text) {
    return imports.some(({ specifier, names }) => {
      const dot = specifier.indexOf(".");
      const root = dot < 0 ? specifier : specifier.slice(0, dot);
      if (startingModules.has(root)) return true;
      // Modules that are imported for many things speak by what is taken of them.
      const calls = startingCalls.get(root);
      return calls !== undefined && (names.some((name) => starters.has(`${specifier}.${name}`)) || calls.test(text));
    });
  },
  /** From the text alone: of a file only the statements are read that have to do with programs. */
  read(file: SourceText): readonly BridgeFact[] {
    // Its text is JSON.
    if (file.path.endsWith(".ipynb")) return [];
    const program = readPythonProgram(file.text, new Set([...starterNames, ...movers.map(lastOf)]));
    const folder = new Folder(new Scopes(program.bodies, program.bindingsOf), pythonVocabulary);
    const moves = program.calls.some((call) => movers.includes(folder.origin(call.callee) ?? ""));
    return bridgeFacts(file, startsOf(program, folder, starters), { moves });
  },
};

const movers = ["os.chdir", "os.fchdir", "contextlib.chdir"];

/** Modules that are imported for nothing else, and calls of those that are imported for many things. */
const startingModules: ReadonlySet<string> = new Set(["subprocess", "pexpect"]);
const startingCalls: ReadonlyMap<string, RegExp> = new Map([
  ["os", /\.(?:system|popen|exec[lv]|spawn[lv]|posix_spawn)/u],
  ["asyncio", /create_subprocess/u],
]);

/** `subprocess.run(args, ..., cwd=, shell=)` and its kin: the first argument is a list of words or one text. */
const run: Starter = (call, folder) => {
  const first = call.named.get("args") ?? argument(call, 0);
  if (first.kind === "spread") return [ofSubprocess(list(spread(folder.fold(first.of))), call, folder)];
  return folder.alternatives(first).map((command) => ofSubprocess(command, call, folder));
};

function ofSubprocess(command: Value, call: CallExpression, folder: Folder): Invocation {
  const where = directory(call.named, folder);
  const throughShell = call.named.get("shell")?.kind === "true";
  if (command.kind === "list" && !throughShell) return { kind: "words", command, ...where };
  const line = command.kind === "list" ? (command.items[0] ?? text("")) : command;
  // Without a shell one text is the program's whole name on POSIX, and its command line on Windows.
  if (throughShell || line.text.includes(" ")) return { kind: "shell", command: line, ...where };
  return { kind: "words", command: list([line]), ...where };
}

const shellLine: Starter = (call, folder) => {
  const line = call.named.get("cmd") ?? call.named.get("command") ?? argument(call, 0);
  return shellLines(folder.alternatives(line), directory(call.named, folder));
};

/** `create_subprocess_exec(program, *args, cwd=)`. */
const programAndArguments: Starter = (call, folder) => [
  {
    kind: "words",
    command: list(folder.items(call.args)),
    ...directory(call.named, folder),
  },
];

/** `pexpect.spawn(command, args=[], cwd=)`: with no arguments the command is split as a shell would. */
const pexpectSpawn: Starter = (call, folder) => {
  const where = directory(call.named, folder);
  const command = folder.fold(argument(call, 0));
  const args = call.named.get("args") ?? call.args[1];
  if (args === undefined) return [{ kind: "shell", command, ...where }];
  return [{ kind: "words", command: wordsOf(command, spread(folder.fold(args))), ...where }];
};

/** `os.execv(path, args)`, `os.spawnv(mode, path, args)`: the first of the list is the program again. */
function withVector(skipped: number): Starter {
  return (call, folder) => {
    const items = spread(folder.fold(argument(call, skipped + 1)));
    return [{ kind: "words", command: wordsOf(folder.fold(argument(call, skipped)), afterFirst(items)) }];
  };
}

/** `os.execl(path, arg0, arg1, ...)`, `os.spawnl(mode, path, arg0, ...)`. */
function withList(skipped: number): Starter {
  return (call, folder) => {
    const [program, ...args] = folder.items(call.args.slice(skipped));
    return program === undefined ? [] : [{ kind: "words", command: list([program, ...afterFirst(args)]) }];
  };
}

/** An unknown number of items may hold the first: it stays. */
function afterFirst(items: readonly Text[]): readonly Text[] {
  return items[0]?.text === rest ? items : items.slice(1);
}

function family(module: string, names: readonly string[], starter: Starter): readonly (readonly [string, Starter])[] {
  return names.map((name) => [`${module}.${name}`, starter]);
}

const starters: ReadonlyMap<string, Starter> = new Map([
  ...family("subprocess", ["run", "call", "check_call", "check_output", "Popen"], run),
  ...family("subprocess", ["getoutput", "getstatusoutput"], shellLine),
  ...family("os", ["system", "popen"], shellLine),
  ...family("os", ["execv", "execve", "execvp", "execvpe", "posix_spawn", "posix_spawnp"], withVector(0)),
  ...family("os", ["execl", "execle", "execlp", "execlpe"], withList(0)),
  ...family("os", ["spawnv", "spawnve", "spawnvp", "spawnvpe"], withVector(1)),
  ...family("os", ["spawnl", "spawnle", "spawnlp", "spawnlpe"], withList(1)),
  ...family("asyncio", ["create_subprocess_exec", "subprocess.create_subprocess_exec"], programAndArguments),
  ...family("asyncio", ["create_subprocess_shell", "subprocess.create_subprocess_shell"], shellLine),
  ...family("pexpect", ["spawn", "run"], pexpectSpawn),
]);

function lastOf(origin: string): string {
  return origin.slice(origin.lastIndexOf(".") + 1);
}

const starterNames = [...starters.keys()].map(lastOf);
