/**
 * The languages that Java is mixed with: their types answer Java's imports, and they import Java's. What they declare at the
 * top of a file and what they import there is read, and nothing else.
 */
export const dialects = ["java", "kotlin", "groovy", "scala"] as const;
export type Dialect = (typeof dialects)[number];

const endings: Readonly<Record<Dialect, string>> = {
  java: ".java",
  kotlin: ".kt",
  groovy: ".groovy",
  scala: ".scala",
};

const byEnding: ReadonlyMap<string, Dialect> = new Map(dialects.map((dialect) => [endings[dialect], dialect]));

/** Endings of all sources that are read. */
export const sourceEndings: readonly string[] = [...byEnding.keys()];

export function dialectOf(path: string): Dialect {
  return byEnding.get(path.slice(path.lastIndexOf("."))) ?? "java";
}

/** Whether a word is the name of one: directories and blocks of builds that hold its sources are called so. */
export function isDialect(word: string): boolean {
  return dialects.some((dialect) => dialect === word);
}

/** As people write it: `Kotlin`. */
export function dialectName(dialect: Dialect): string {
  return `${dialect.charAt(0).toUpperCase()}${dialect.slice(1)}`;
}

/** Whether a file's types are known from the top of its text alone, and its own uses are not. */
export function isForeign(path: string): boolean {
  return dialectOf(path) !== "java";
}
