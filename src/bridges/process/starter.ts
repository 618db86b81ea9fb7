/** From the calls that start programs to bridge facts: the same for every language. */
import type { SourceText } from "../../files/source-text.ts";
import type { BridgeFact } from "../../model/facts.ts";
import { LineCounter } from "../../model/location.ts";
import { readCommand, readShell, type Started } from "./command.ts";
import { type CallExpression, type Expression, nothing, others, type Program } from "./expression.ts";
import type { Folder } from "./fold.ts";
import { asText, hole, list, self, type Text, unknown, type Value } from "./value.ts";

/** A program as it is started: a line for a shell, or its words. */
export interface Invocation {
  readonly kind: "shell" | "words";
  readonly command: Value;
  /** Where it runs, when the call says so. */
  readonly cwd?: Text;
}

/** One call that starts a program. */
export interface Start {
  readonly call: CallExpression;
  readonly invocation: Invocation;
  /** The call in a function that starts what this one hands over: this one counts only for what it adds. */
  readonly through?: CallExpression;
}

/** Reads the arguments of one kind of call: one invocation for each command that it may start. */
export type Starter = (call: CallExpression, folder: Folder) => readonly Invocation[];

/** Functions that call functions that start what they are given: deeper is nobody's. */
const maxDepth = 3;
const maxStarts = 2048;

/**
 * What the calls start whose callee comes from a known starter. Where that is in the hands of the caller of a function of
 * this file (`def run(*words): subprocess.run(words)`), each call of that function starts what it hands over.
 */
export function startsOf(program: Program, folder: Folder, starters: ReadonlyMap<string, Starter>): readonly Start[] {
  const starts: Start[] = [];
  for (const call of program.calls) {
    const origin = folder.origin(call.callee);
    const starter = origin === undefined ? undefined : starters.get(origin);
    if (starter === undefined) continue;
    const queue: { readonly by: Folder; readonly at: CallExpression; readonly depth: number }[] = [
      { by: folder, at: call, depth: 0 },
    ];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { by, at, depth } = next;
      if (starts.length > maxStarts || queue.length > maxStarts) break;
      by.takeAsked();
      for (const invocation of starter(call, by)) {
        starts.push(depth === 0 ? { call, invocation } : { call: at, invocation, through: call });
      }
      if (depth === maxDepth) continue;
      for (const name of by.takeAsked()) {
        const sites = program.callsOf(name).filter((site) => by.isOwn(site.callee));
        for (const site of sites) queue.push({ by: by.calledBy(name, site), at: site, depth: depth + 1 });
      }
    }
  }
  return starts;
}

/**
 * The facts of a file. `moves` says that the program changes its own working directory: then a relative path says only how
 * the path ends.
 */
export function bridgeFacts(
  file: SourceText,
  starts: readonly Start[],
  moves: { readonly moves: boolean },
): readonly BridgeFact[] {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1);
  const own = (word: Text): Text =>
    word.text.includes(self) ? { ...word, text: word.text.replaceAll(self, name) } : word;
  const lines = new LineCounter(file.text);
  const direct = new Map<CallExpression, Set<string>>();
  const found = starts.flatMap(({ call, invocation, through }) => {
    const cwd = invocation.cwd === undefined ? (moves.moves ? hole : "") : own(invocation.cwd).text;
    const known = direct.get(through ?? call) ?? new Set<string>();
    direct.set(through ?? call, known);
    return startedBy(invocation, cwd, own).flatMap((started) => {
      const key = JSON.stringify([started.tool, started.target]);
      if (through !== undefined && known.has(key)) return [];
      if (through === undefined) known.add(key);
      return [{ started, start: started.start ?? call.start }];
    });
  });
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.start - b.start)
    .flatMap(({ started: { tool, target, confidence }, start }) => {
      const fact: BridgeFact = { mechanism: "process", tool, target, start, ...lines.at(start), confidence };
      const key = JSON.stringify(fact);
      if (seen.has(key)) return [];
      seen.add(key);
      return [fact];
    });
}

function startedBy(invocation: Invocation, cwd: string, own: (word: Text) => Text): readonly Started[] {
  const { kind, command } = invocation;
  if (kind === "shell") return readShell(own(asText(command)), cwd);
  return readCommand(command.kind === "list" ? command.items.map(own) : [own(command)], cwd);
}

// ---- What starters are made of.

export function argument(call: CallExpression, at: number): Expression {
  return call.args[at] ?? nothing;
}

/** The directory that options name: none, a known one, or a hole. Options from elsewhere may hold one. */
export function directory(options: ReadonlyMap<string, Expression>, folder: Folder): { readonly cwd?: Text } {
  const written = options.get("cwd");
  if (written === undefined) return options.has(others) ? { cwd: unknown } : {};
  const value = folder.fold(written);
  return { cwd: value.kind === "text" ? value : unknown };
}

/** One invocation for each line that a shell may be given. */
export function shellLines(lines: readonly Value[], { cwd }: { readonly cwd?: Text }): readonly Invocation[] {
  return lines.map((command) => (cwd === undefined ? { kind: "shell", command } : { kind: "shell", command, cwd }));
}

/** A program and its list of arguments as one list of words. */
export function wordsOf(program: Value, args: readonly Text[]): Value {
  return list([asText(program), ...args]);
}
