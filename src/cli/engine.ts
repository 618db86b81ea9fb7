/**
 * The engine's settings for a process that lives for seconds. By default V8 optimises a function as soon as it is warm, and
 * takes in what it calls; here over a third of the processor's time went into that, mostly for code that had little left to
 * do, while on two cores the compiler's threads stand in the way of ours. Measured on 5,758 files of Python, six runs in
 * turns: three quarters of the processor's time and of the clock's with these settings (bench/RESULTS.md). An embedding
 * program keeps its own settings: only the command line calls this.
 */
import { setFlagsFromString } from "node:v8";

/** Bytes of bytecode that a function runs before it is optimised; three times the default. */
const budget = "--interrupt-budget=400000";
/** Bytes of bytecode that are taken into one function; a third of the default. */
const inlining = "--max-inlined-bytecode-size-cumulative=300";

/** To be called before anything is warm. Later engines have a second, cheaper compiler, and other names for its settings. */
export function settleEngine(): void {
  if (!process.versions.v8.startsWith("11.")) return;
  for (const flag of [budget, inlining]) setFlagsFromString(flag);
}
