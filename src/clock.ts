import type { Phase } from "./analyze-options.ts";

/** Milliseconds of each phase, whole numbers of microseconds. */
export class Clock {
  readonly #start = performance.now();
  #last = this.#start;
  readonly #laps = { walk: 0, scan: 0, link: 0, check: 0 };

  lap(phase: Phase): void {
    const now = performance.now();
    this.#laps[phase] = round(now - this.#last);
    this.#last = now;
  }

  total(): Record<Phase | "total", number> {
    return { ...this.#laps, total: round(this.#last - this.#start) };
  }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
