/**
 * Python's text as a program: calls, bodies and bindings. Few statements of a file matter to a command: the tokens say
 * where a name stands, and only the statements around those places are read.
 */
import type { Binding, BindingsOf, Body, CallExpression, Expression, Program } from "../expression.ts";
import { bodiesOf, endOfBlock, headerOf } from "./blocks.ts";
import { Names } from "./names.ts";
import { readStatement, type StatementReading } from "./statement.ts";
import { readStatements, type Statement } from "./statements.ts";
import { readTokens, type Tokens } from "./tokens.ts";

/** A function that gives back more than this many things makes no command. */
const maxReturns = 8;

/**
 * @param names last names of the functions whose calls are wanted; other names of one are found by how they are bound
 */
export function readPythonProgram(text: string, names: ReadonlySet<string>): Program {
  const reader = new ProgramReader(readTokens(text));
  return reader.program(names);
}

class ProgramReader {
  readonly #tokens: Tokens;
  readonly #statements: readonly Statement[];
  readonly #names: Names;
  readonly #readings = new Map<number, StatementReading>();

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
    this.#statements = readStatements(tokens);
    this.#names = new Names(tokens, this.#statements);
  }

  program(names: ReadonlySet<string>): Program {
    const bindingsOf: BindingsOf = (name) => this.#bindingsOf(name);
    return {
      calls: this.#callsOf(this.#names.withAliases(names)),
      callsOf: (name) => this.#callsOf(new Set([name])),
      bodies: this.#bodies(),
      bindingsOf,
    };
  }

  #callsOf(wanted: ReadonlySet<string>): readonly CallExpression[] {
    return this.#names.calling(wanted).flatMap((at) =>
      this.#reading(at)
        .calls.filter(({ name }) => wanted.has(name))
        .map(({ call }) => call),
    );
  }

  #bindingsOf(name: string): readonly Binding[] {
    const word = /(\w+)(?:\(\))?$/u.exec(name)?.[1];
    if (word === undefined) return [];
    const statements = this.#names.binding(word);
    return statements.flatMap((at) => this.#reading(at).bindings.filter((binding) => binding.name === name));
  }

  #reading(at: number): StatementReading {
    const known = this.#readings.get(at);
    if (known !== undefined) return known;
    const statement = this.#statements[at];
    const reading: StatementReading =
      statement === undefined
        ? { calls: [], bindings: [], lambdas: [] }
        : readStatement(this.#tokens, statement, {
            isInClass: () => this.#isInClass(at),
            returned: () => this.#returned(at),
          });
    this.#readings.set(at, reading);
    return reading;
  }

  /** What the function gives back whose header this is; not what functions in it do. */
  #returned(header: number): Expression {
    const of: Expression[] = [];
    const end = endOfBlock(this.#statements, header);
    for (let at = header + 1; at < end && of.length < maxReturns; at++) {
      const word = this.#names.firstWord(at);
      if (word === "def") at = endOfBlock(this.#statements, at) - 1;
      else if (word === "return") of.push(this.#reading(at).returned ?? { kind: "unknown" });
    }
    return { kind: "choice", of };
  }

  #isInClass(at: number): boolean {
    for (
      let around = headerOf(this.#statements, at);
      around !== undefined;
      around = headerOf(this.#statements, around)
    ) {
      const word = this.#names.firstWord(around);
      if (word === "class" || word === "def") return word === "class";
    }
    return false;
  }

  #bodies(): readonly Body[] {
    const lambdas = this.#names.binding("lambda").flatMap((at) => this.#reading(at).lambdas);
    return [...bodiesOf(this.#tokens, this.#statements), ...lambdas];
  }
}
