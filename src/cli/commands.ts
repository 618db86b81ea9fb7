import { UsageError } from "./usage-error.ts";

export const commands = ["check", "graph", "why", "affected", "explain", "init"] as const;
export type Command = (typeof commands)[number];

/** What a command is about, of its positional arguments. */
export interface Operands {
  readonly directory: string;
  /** FROM and TO of `why`, the code of `explain`. */
  readonly names: readonly string[];
}

interface Shape {
  /** In words, for who gave something else. */
  readonly expected: string;
  /** How many names stand before the directory. */
  readonly names: number;
  readonly most: number;
}

const shapes: Readonly<Record<Command, Shape>> = {
  check: { expected: "one directory", names: 0, most: 1 },
  graph: { expected: "one directory", names: 0, most: 1 },
  affected: { expected: "one directory", names: 0, most: 1 },
  why: { expected: "FROM, TO and one directory", names: 2, most: 3 },
  init: { expected: "one directory", names: 0, most: 1 },
  explain: { expected: "one code", names: 1, most: 1 },
};

/** Reads what stands beside the options. Without a command's name it is `check`. Throws `UsageError`. */
export function readCommand(positionals: readonly string[]): Operands & { readonly command: Command } {
  const named = commands.find((command) => command === positionals[0]);
  const command = named ?? "check";
  const operands = named === undefined ? positionals : positionals.slice(1);
  const { expected, names, most } = shapes[command];
  const least = command === "why" ? names : 0;
  if (operands.length > most || operands.length < least) {
    const given = operands.map((operand) => `"${operand}"`).join(" ") || "nothing";
    const hint = named === undefined ? `; commands are ${commands.join(", ")}` : "";
    throw new UsageError(`expected ${expected}, got ${given}${hint}`);
  }
  return { command, directory: operands[names] ?? ".", names: operands.slice(0, names) };
}
