import type { Bridge } from "./bridge.ts";
import { processBridge } from "./process/index.ts";

/** Every mechanism. To add one: a file or a folder here, and a line. */
export const bridges: readonly Bridge[] = [processBridge];
