/**
 * Java's ways to start a program: `ProcessBuilder`, `Runtime.exec`, and Commons Exec's `CommandLine`.
 * @see https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/ProcessBuilder.html
 * @see https://commons.apache.org/proper/commons-exec/apidocs/org/apache/commons/exec/CommandLine.html
 */
import type { SourceText } from "../../files/source-text.ts";
import type { BridgeFact } from "../../model/facts.ts";
import type { SyntaxTree } from "../../syntax/syntax.ts";
import type { BridgeReader } from "../bridge.ts";
import type { CallExpression, Expression } from "./expression.ts";
import { Folder } from "./fold.ts";
import { readJavaProgram } from "./java/program.ts";
import { javaVocabulary, splitWords } from "./java/vocabulary.ts";
import { Scopes } from "./scopes.ts";
import { argument, bridgeFacts, type Invocation, type Start } from "./starter.ts";
import { asText, list, spread, type Text, unknown, type Value } from "./value.ts";

export const java: BridgeReader = {
  speaks({ imports, references }, text) {
    return (
      imports.some(({ specifier }) => specifier.startsWith("org.apache.commons.exec")) ||
      references.some(({ name }) => /(^|\.)ProcessBuilder(\.|$)/.test(name)) ||
      // Most ask the runtime for its memory or its processors.
      (references.some(({ name }) => /(^|\.)Runtime$/.test(name)) && executes.test(text))
    );
  },
  read(file: SourceText, treeOf: () => SyntaxTree | undefined): readonly BridgeFact[] {
    const tree = treeOf();
    if (tree?.kind !== "tree-sitter") return [];
    const program = readJavaProgram(tree.root, callNames);
    const scopes = new Scopes(program.bodies, program.bindingsOf);
    const folder = new Folder(scopes, javaVocabulary);
    return bridgeFacts(file, startsOf(program.calls, folder, scopes), { moves: false });
  },
};

/** The method by itself: executors and what executes are in most long files. */
const executes = /\bexec\b/;

const callNames: ReadonlySet<string> = new Set([
  "ProcessBuilder",
  "CommandLine",
  "command",
  "directory",
  "exec",
  "parse",
  "addArgument",
  "addArguments",
]);

const builder = "java.lang.ProcessBuilder";
const commandLine = "org.apache.commons.exec.CommandLine";

/** What later calls on a builder add to what its creation said. */
interface Later {
  readonly words: Text[];
  cwd: Text | undefined;
}

function startsOf(calls: readonly CallExpression[], folder: Folder, scopes: Scopes): readonly Start[] {
  const later = new Map<string, Later>();
  const starts: {
    readonly call: CallExpression;
    readonly key: string;
    readonly command: Value;
    readonly cwd?: Text;
  }[] = [];
  for (const call of calls) {
    const { callee, made } = call;
    const origin = folder.origin(callee);
    if (origin === undefined) continue;
    const key = keyOf(call, scopes);
    const add = later.get(key) ?? { words: [], cwd: undefined };
    later.set(key, add);
    if (made && origin === builder) {
      for (const command of listsOrWords(call, folder)) starts.push({ call, key, command });
    } else if (made && origin === commandLine) {
      starts.push({ call, key, command: list([asText(folder.fold(argument(call, 0)))]) });
    } else if (origin === `${commandLine}.parse`) {
      const [line] = folder.items(call.args.slice(0, 1));
      starts.push({ call, key, command: list(line === undefined ? [] : splitWords(line)) });
    } else if (isMethod(origin, "java.lang.Runtime.getRuntime()", "exec")) {
      const command = folder.fold(argument(call, 0));
      const cwd = call.args[2] === undefined ? {} : { cwd: asText(folder.fold(argument(call, 2))) };
      starts.push({ call, key, command: command.kind === "list" ? command : list(splitWords(command)), ...cwd });
    } else if (isMethod(origin, `${builder}()`, "command")) {
      for (const command of listsOrWords(call, folder)) starts.push({ call, key, command });
    } else if (isMethod(origin, `${builder}()`, "directory")) {
      add.cwd = asText(folder.fold(argument(call, 0)));
    } else if (isMethod(origin, commandLine, "addArgument") || isMethod(origin, commandLine, "addArguments")) {
      add.words.push(...addedWords(call, folder));
    }
  }
  return starts.map(({ call, key, command, cwd }): Start => {
    const more = later.get(key);
    const where = cwd ?? more?.cwd;
    const words = command.kind === "list" ? [...command.items, ...(more?.words ?? [])] : [];
    const invocation: Invocation = {
      kind: "words",
      command: list(words),
      ...(where === undefined ? {} : { cwd: where }),
    };
    return { call, invocation };
  });
}

/** A method on a value of this origin, whatever the chain of calls between gives back the same. */
function isMethod(origin: string, of: string, name: string): boolean {
  return origin.startsWith(of) && origin.endsWith(`.${name}`);
}

/** One list, or one array, or the words themselves. */
function listsOrWords(call: CallExpression, folder: Folder): readonly Value[] {
  const [first] = call.args;
  if (first === undefined) return [];
  if (call.args.length > 1) return [list(folder.items(call.args))];
  return folder.alternatives(first).map((value) => (value.kind === "list" ? value : list([value])));
}

/** `addArgument(text[, handleQuoting])`, `addArguments(line or array[, handleQuoting])`. The place is this call's. */
function addedWords(call: CallExpression, folder: Folder): readonly Text[] {
  const value = folder.fold(argument(call, 0));
  const isLine = call.callee.kind === "member" && call.callee.property === "addArguments";
  const words = isLine
    ? value.kind === "list"
      ? spread(value)
      : splitWords(value)
    : [value.kind === "text" ? value : unknown];
  return words.map((word) => placed(word, call.start));
}

function placed(word: Text, start: number): Text {
  return { ...word, start };
}

/** What tells one builder from another: where the expression that made it begins, seen through the variable that holds it. */
function keyOf(call: CallExpression, scopes: Scopes): string {
  let expression: Expression = call;
  for (let hops = 0; hops < 16; hops++) {
    const from: Expression = leftmost(expression);
    if (from.kind !== "name") break;
    const bound = scopes.find(from.name, from.at);
    if (bound === undefined) break;
    if (bound.value === undefined) return from.name;
    expression = bound.value();
  }
  return expression.kind === "call" ? String(expression.start) : "";
}

function leftmost(expression: Expression): Expression {
  let at = expression;
  for (;;) {
    if (at.kind === "member") at = at.object;
    else if (at.kind === "call" && !at.made) at = at.callee;
    else return at;
  }
}
