/** A program that is measured: depbraid itself, or another that answers a like question about the same tree. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** What it is counted by: imports from file to file (or module to module), each pair once, what it finds wrong, or names declared. */
  readonly unit: "edges" | "findings" | "tags";
  /** How it is started for a tree, without anything that an earlier run has left. */
  command(directory: string, scratch: string): PeerCommand;
  /** How many it found, from what it printed or wrote. */
  count(output: string): number;
}

export interface PeerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly directory?: string;
  /** What it reads from standard input. */
  readonly input?: string;
  /** The file that it writes; standard output when absent. */
  readonly output?: string;
  /** Exit codes that mean an answer. */
  readonly answers: readonly number[];
}
