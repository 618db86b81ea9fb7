import type { Phase } from "../analyze-options.ts";

const words: Readonly<Record<Phase, string>> = {
  walk: "listing files",
  scan: "reading",
  link: "resolving",
  check: "checking",
};

const quietMilliseconds = 1000;
const refreshMilliseconds = 100;

/** A line on a terminal's standard error that says what is going on, for runs of over a second. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #enabled: boolean;
  readonly #start = performance.now();
  #last = 0;
  #shown = false;

  constructor(stream: NodeJS.WriteStream, mode: "when slow" | "never") {
    this.#stream = stream;
    this.#enabled = mode === "when slow" && stream.isTTY;
  }

  report(phase: Phase, done: number, total: number): void {
    const now = performance.now();
    if (!this.#enabled || now - this.#start < quietMilliseconds || now - this.#last < refreshMilliseconds) return;
    this.#last = now;
    this.#shown = true;
    this.#stream.write(`\r\x1b[K${words[phase]}${total > 0 ? ` ${done} of ${total} files` : ""} ...`);
  }

  clear(): void {
    if (this.#shown) this.#stream.write("\r\x1b[K");
  }
}
