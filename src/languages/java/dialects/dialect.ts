/**
 * The languages that Java is mixed with: their types answer Java's imports, and they import Java's. What they declare at the
 * top of a file and what they import there is read, and nothing else.
 */
export const dialects = ["java", "kotlin", "groovy", "scala"] as const;
export type Dialect = (typeof dialects)[number];

/** Every language but Java itself: by the ending of its sources. */
const byEnding: ReadonlyMap<string, Dialect> = new Map([
  [".kt", "kotlin"],
  [".groovy", "groovy"],
  [".scala", "scala"],
]);

/** Endings of all sources that are read. */
export const sourceEndings: readonly string[] = [".java", ...byEnding.keys()];

export function dialectOf(path: string): Dialect {
  return byEnding.get(path.slice(path.lastIndexOf("."))) ?? "java";
}

/** As people write it: `Kotlin`. */
export function dialectName(dialect: Dialect): string {
  return `${dialect.charAt(0).toUpperCase()}${dialect.slice(1)}`;
}

/** Whether a file's types are known from the top of its text alone, and its own uses are not. */
export function isForeign(path: string): boolean {
  return dialectOf(path) !== "java";
}
