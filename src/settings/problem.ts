import { nearest } from "../model/nearest.ts";

/** A configuration that cannot be taken as it is: every problem of it, with its place. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

/** `there is no "ignores"; did you mean "ignore"?` */
export function unknownKey(key: string, known: readonly string[]): string {
  const close = nearest(key, known);
  const hint = close === undefined ? `; known are ${known.join(", ")}` : `; did you mean "${close}"?`;
  return `there is no "${key}" here${hint}`;
}
