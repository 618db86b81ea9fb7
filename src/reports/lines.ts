import type { Output } from "./report.ts";

const chunkLength = 64 * 1024;

/** Lines gathered into chunks large enough that writing them costs little, small enough that none is a burden. */
export function* gather(lines: Iterable<string>): Output {
  let chunk = "";
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length >= chunkLength) {
      yield chunk;
      chunk = "";
    }
  }
  if (chunk !== "") yield chunk;
}
