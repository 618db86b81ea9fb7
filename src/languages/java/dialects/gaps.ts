import type { Diagnostic } from "../../../model/diagnostic.ts";
import { type Dialect, dialectName, dialectOf, dialects } from "./dialect.ts";

/** What is not read of files that are not Java: one diagnostic a language, at the first of its files. */
export function dialectGaps(paths: readonly string[]): readonly Diagnostic[] {
  const found = new Map<Dialect, string[]>(dialects.map((dialect) => [dialect, []]));
  for (const path of paths) found.get(dialectOf(path))?.push(path);
  found.delete("java");
  return [...found].flatMap(([dialect, files]) => {
    const [first] = files;
    return first === undefined ? [] : gap(dialect, files.length, first);
  });
}

function gap(dialect: Dialect, count: number, first: string): Diagnostic {
  const those =
    count === 1 ? `1 ${dialectName(dialect)} file` : `${count} ${dialectName(dialect)} files, from this one on`;
  const message = `${those}: only imports and top-level declarations are read, and their edges are inferred; what else the code uses is not`;
  return { code: "unsupported", file: first, line: 0, column: 0, message };
}
