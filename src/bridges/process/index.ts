/** The mechanism `process`: one language's code starts a program that is another's. */
import type { Bridge } from "../bridge.ts";
import { java } from "./java.ts";
import { javascript } from "./javascript.ts";
import { python } from "./python.ts";

export const processBridge: Bridge = {
  mechanism: "process",
  readers: { java, javascript, python },
};
