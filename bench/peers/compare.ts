/** Several programs over one tree, in turns, so that what the machine does beside it strikes all of them alike. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Peer } from "./peer.ts";

export interface Comparison {
  readonly peer: Peer;
  /** Milliseconds of the whole process, the fastest run first; empty when it gave no answer. */
  readonly times: readonly number[];
  /** What it counted; undefined when it gave no answer. */
  readonly count: number | undefined;
  /** The last line that it said before it gave up. */
  readonly failure: string | undefined;
}

/** Each once to warm the page cache, then `runs` rounds. */
export function compare(peers: readonly Peer[], directory: string, runs: number): readonly Comparison[] {
  const scratch = mkdtempSync(join(tmpdir(), "depbraid-speed-"));
  try {
    const first = peers.map((peer) => ({ peer, run: start(peer, directory, scratch), times: [] as number[] }));
    for (let round = 0; round < runs; round++) {
      for (const { peer, run, times } of first) {
        if (run.failure === undefined) times.push(start(peer, directory, scratch).milliseconds);
      }
    }
    return first.map(({ peer, run, times }) => ({
      peer,
      times: times.toSorted((a, b) => a - b),
      count: run.failure === undefined ? peer.count(run.output) : undefined,
      failure: run.failure,
    }));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Run {
  readonly milliseconds: number;
  readonly output: string;
  readonly failure: string | undefined;
}

function start(peer: Peer, directory: string, scratch: string): Run {
  const { program, args, output, answers, ...more } = peer.command(directory, scratch);
  const before = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    ...(more.directory === undefined ? {} : { cwd: more.directory }),
    ...(more.input === undefined ? {} : { input: more.input }),
  });
  const milliseconds = performance.now() - before;
  const failed = error !== undefined || status === null || !answers.includes(status) || stderr.includes("Traceback");
  if (failed) {
    return {
      milliseconds,
      output: "",
      failure: error?.message ?? stderr.trim().split("\n").at(-1) ?? `exit ${status}`,
    };
  }
  return { milliseconds, output: output === undefined ? stdout : readFileSync(output, "utf8"), failure: undefined };
}

export function median(sorted: readonly number[]): number | undefined {
  return sorted[Math.floor(sorted.length / 2)];
}
