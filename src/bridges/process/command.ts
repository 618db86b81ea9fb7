/**
 * Command lines to what they start: the tool, and the script, module, class or build that its arguments name. Words are
 * texts with holes; nothing here knows which language they were written in.
 */
import type { BridgeTarget } from "../../model/facts.ts";
import { joinPaths, lastPart } from "./path-text.ts";
import { splitCommands } from "./shell.ts";
import {
  buildFile,
  type Found,
  npmScript,
  requirementsFile,
  type WorkingDirectory,
  wrapperScript,
} from "./package-tools.ts";
import { pathTarget } from "./target.ts";
import {
  buildTools,
  clusterCommands,
  endingOf,
  type Family,
  type Interpreter,
  interpreterOf,
  isOurs,
  launchers,
  otherTools,
  prefixes,
  requirementTools,
  runners,
  scriptTools,
  shells,
  toolByEnding,
  toolByName,
} from "./tools.ts";
import { hole, isOpen, rest, text, type Text } from "./value.ts";

/** One program that a command starts. */
export interface Started {
  readonly tool: string;
  readonly target: BridgeTarget;
  readonly confidence: "exact" | "inferred";
  /** UTF-16 offset of the call that names the target, where it is not the call that starts it. */
  readonly start?: number;
}

/** Shells within shells beyond this are nobody's. */
const maxNesting = 4;

/** What a shell line starts. `cd` moves what follows it. */
export function readShell(line: Text, directory: WorkingDirectory, nesting = 0): readonly Started[] {
  if (nesting > maxNesting) return [];
  let cwd = directory;
  return splitCommands(line.text).flatMap((command) => {
    const words = command.map((word): Text => ({ ...line, text: word }));
    const [program, to] = words;
    if (program?.text === "cd" || program?.text === "pushd") {
      const target = to?.text === "/d" ? words[2] : to;
      cwd = joinPaths([cwd, target?.text ?? hole]);
      return [];
    }
    return readCommand(words, cwd, nesting);
  });
}

/** What a list of words starts, the program first. */
export function readCommand(all: readonly Text[], cwd: WorkingDirectory, nesting = 0): readonly Started[] {
  const words = withoutPrefixes(all);
  const [program, ...args] = words;
  if (program === undefined || program.text === "" || program.text === rest) return [];
  const name = programName(program);
  if (name === undefined) return scriptItself(program, cwd) ?? unknownProgram(args, cwd);
  if (shells.has(name)) return readShellCall(name, args, cwd, nesting);
  const launched = readLauncher(name, args, cwd, nesting);
  if (launched !== undefined) return launched;
  const own = scriptItself(program, cwd);
  if (own !== undefined) return own;
  const started = (target: BridgeTarget | undefined, by?: Text): readonly Started[] => [
    begin(name, target, program, by, args),
  ];

  const interpreter = interpreterOf(name);
  if (interpreter !== undefined) {
    const found = interpret(interpreter.family, interpreter.interpreter, args, cwd);
    return found === undefined ? started(undefined) : started(found.target, found.by);
  }
  if (name === "yarn" && clusterCommands.has(args[0]?.text ?? "")) return [];
  if (scriptTools.has(name)) {
    const found = npmScript(name, args, cwd);
    return found === undefined ? started(undefined) : started(found.target, found.by);
  }
  if (buildTools.has(name)) {
    const found = buildFile(name, args, cwd) ?? wrapperScript(program, cwd);
    return found === undefined ? started(undefined) : started(found.target, found.by);
  }
  if (requirementTools.has(name)) {
    const found = requirementsFile(args, cwd);
    return found === undefined ? started(undefined) : started(found.target, found.by);
  }
  const runner = runners.get(name);
  const script = runner === undefined ? namedScript(name, args, cwd) : firstFile(runner, args, cwd);
  if (script !== undefined) return started(script.target, script.by);
  return otherTools.has(name) ? started(undefined) : [];
}

function begin(
  tool: string,
  target: BridgeTarget | undefined,
  program: Text,
  by: Text | undefined,
  args: readonly Text[],
): Started {
  const start = by?.start ?? program.start;
  const computed = target === undefined && (isOpen(program) || args.some(isOpen));
  const guessed = target !== undefined && "base" in target && target.base === "unknown";
  const sure = program.sure && by?.sure !== false && !computed && !guessed;
  return {
    tool,
    target: target ?? { kind: "tool" },
    confidence: sure ? "exact" : "inferred",
    ...(start === undefined ? {} : { start }),
  };
}

/** `sudo -E env NODE_ENV=test node x.js` starts node. */
function withoutPrefixes(words: readonly Text[]): readonly Text[] {
  let at = 0;
  let prefixed = false;
  for (; at < words.length; at++) {
    const word = words[at]?.text ?? "";
    if (/^[A-Za-z_]\w*=/u.test(word)) continue;
    if (prefixes.has(lastPart(word))) prefixed = true;
    else if (!(prefixed && word.startsWith("-"))) break;
  }
  return at === 0 ? words : words.slice(at);
}

/** The name of a program by its path or by what its variable is called. */
function programName(program: Text): string | undefined {
  const last = lastPart(program.text).replace(/\.(?:exe|cmd|bat)$/iu, "");
  if (last !== "" && !last.includes(hole)) return last;
  return program.named === undefined ? undefined : toolByName(program.named);
}

/** `sh -c "node x.js"`, `cmd /c npm test`, `bash scripts/build.sh`. */
function readShellCall(
  name: string,
  args: readonly Text[],
  cwd: WorkingDirectory,
  nesting: number,
): readonly Started[] {
  const at = args.findIndex(({ text: word }) => /^-[a-z]*c$|^\/[ck]$|^-Command$/iu.test(word));
  if (at >= 0) {
    const [line, ...more] = args.slice(at + 1);
    if (line === undefined) return [];
    // `cmd` takes all that follows as its line; a POSIX shell takes one word.
    const whole =
      name === "cmd" || name.startsWith("p")
        ? { ...line, text: [line, ...more].map((each) => each.text).join(" ") }
        : line;
    return readShell(whole, cwd, nesting + 1);
  }
  const script = args.find(({ text: word }) => !word.startsWith("-"));
  if (script === undefined || toolByEnding.get(endingOf(script.text)) === undefined) return [];
  const target = pathTarget(script.text, cwd);
  return target === undefined ? [] : [begin(name, { ...target, foreign: true }, script, script, args)];
}

/** `npx tsx tools/seed.ts`, `uv run python -m shop`: what is launched when it is a file, else the launcher. */
function readLauncher(
  name: string,
  args: readonly Text[],
  cwd: WorkingDirectory,
  nesting: number,
): readonly Started[] | undefined {
  for (const launcher of launchers) {
    const [first, ...verbs] = launcher.words;
    if (first !== name || !verbs.every((verb, at) => args[at]?.text === verb)) continue;
    const launched = args.slice(afterOptions(args, verbs.length, launcher.valued));
    const inner = nesting > maxNesting ? [] : readCommand(launched, cwd, nesting + 1);
    const files = inner.filter((each) => each.target.kind !== "tool");
    return files.length > 0 ? files : [begin(name, undefined, args[0] ?? text(name), undefined, args)];
  }
  return undefined;
}

/** The first argument from `from` on that is no option nor an option's value. */
function afterOptions(args: readonly Text[], from: number, valued: ReadonlySet<string>): number {
  let at = from;
  for (; at < args.length; at++) {
    const word = args[at]?.text ?? "";
    if (word === "--") return at + 1;
    if (valued.has(word)) at++;
    else if (!word.startsWith("-") && word !== rest) return at;
  }
  return at;
}

/** A program that is itself a script: `./tools/seed.py`, `bin/run.sh`. */
function scriptItself(program: Text, cwd: WorkingDirectory): readonly Started[] | undefined {
  const tool = toolByEnding.get(endingOf(program.text));
  if (tool === undefined) return undefined;
  const target = pathTarget(program.text, cwd);
  if (target === undefined) return [];
  return [begin(tool, isOurs(tool) ? target : { ...target, foreign: true }, program, program, [])];
}

/** `<python> tools/seed.py`: the ending of the script says what the program must be. */
function unknownProgram(args: readonly Text[], cwd: WorkingDirectory): readonly Started[] {
  const script = args.find(({ text: word }) => !word.startsWith("-") && word !== rest);
  const tool = script === undefined ? undefined : toolByEnding.get(endingOf(script.text));
  if (script === undefined || tool === undefined || !isOurs(tool)) return [];
  const target = pathTarget(script.text, cwd);
  return target === undefined ? [] : [{ ...begin(tool, target, script, script, args), confidence: "inferred" }];
}

function interpret(
  family: Family,
  interpreter: Interpreter,
  args: readonly Text[],
  cwd: WorkingDirectory,
): Found | undefined {
  for (let at = 0; at < args.length; at++) {
    const by = args[at];
    const next = args[at + 1];
    if (by === undefined) break;
    const word = by.text;
    if (word === rest || interpreter.verbs.has(word)) continue;
    if (interpreter.inline.has(word)) return undefined;
    if (family === "python" && word === "-m")
      return next === undefined ? undefined : pythonModule(next, args.slice(at + 2), cwd);
    if (family === "java" && word === "-jar")
      return next === undefined ? undefined : { target: pathTarget(next.text, cwd), by: next };
    if (family === "java" && (word === "-m" || word === "--module")) {
      return next === undefined ? undefined : { target: javaClass(lastPart(next.text)), by: next };
    }
    if (interpreter.valued.has(word)) at++;
    else if (!word.startsWith("-") || word === "--") {
      const file = word === "--" ? next : by;
      if (file === undefined) return undefined;
      if (family === "java" && endingOf(file.text) !== ".java") return { target: javaClass(file.text), by: file };
      return { target: pathTarget(file.text, cwd, family), by: file };
    }
  }
  return undefined;
}

/** `python -m pip install -r x` is about its file; any other module is itself the end. */
function pythonModule(name: Text, args: readonly Text[], cwd: WorkingDirectory): Found | undefined {
  if (isOpen(name)) return undefined;
  const file = requirementTools.has(name.text) ? requirementsFile(args, cwd) : undefined;
  if (file !== undefined) return file;
  if (name.text === "coverage") {
    const run = args.findIndex((arg) => arg.text === "run");
    return run < 0
      ? undefined
      : firstFile({ valued: new Set(), inline: new Set(), verbs: new Set() }, args.slice(run + 1), cwd);
  }
  if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/u.test(name.text)) return undefined;
  return { target: { kind: "module", language: "python", name: name.text }, by: name };
}

function javaClass(name: string): BridgeTarget | undefined {
  return /^(?:[a-z_]\w*\.)*[A-Z][\w$]*$/u.test(name) ? { kind: "class", language: "java", name } : undefined;
}

function firstFile(interpreter: Interpreter, args: readonly Text[], cwd: WorkingDirectory): Found | undefined {
  const by = args.find(({ text: word }) => !word.startsWith("-") && toolByEnding.has(endingOf(word)));
  if (by === undefined || args.some(({ text: word }) => interpreter.inline.has(word))) return undefined;
  return { target: pathTarget(by.text, cwd), by };
}

/** Tools whose plain argument is a file of ours: `javac src/A.java`, `pytest tests/test_a.py::test_b`, `mocha a.js`. */
function namedScript(name: string, args: readonly Text[], cwd: WorkingDirectory): Found | undefined {
  if (!otherTools.has(name)) return undefined;
  const by = args.find(({ text: word }) => !word.startsWith("-") && toolByEnding.has(endingOf(fileOf(word))));
  if (by === undefined) return undefined;
  const target = pathTarget(fileOf(by.text), cwd);
  return target === undefined ? undefined : { target, by };
}

/** pytest names a test within its file after `::`. */
function fileOf(word: string): string {
  const end = word.indexOf("::");
  return end < 0 ? word : word.slice(0, end);
}
