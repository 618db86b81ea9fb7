/** What CPython's own parser says of files, and our facts in the same form. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { FileFacts } from "../../../src/model/facts.ts";

/** What `invariant-cpython.py` prints of a file. */
export interface Truth {
  readonly imports: readonly (readonly [
    string,
    string,
    readonly string[],
    number,
    number,
    boolean,
    boolean,
    boolean,
  ])[];
  readonly bound: readonly string[];
  readonly dynamic: readonly (readonly [specifier: string, line: number])[];
}

/** Of each file, in order; null where CPython rejects it. Empty when there is no python3. */
export function cpythonTruths(paths: readonly string[]): readonly (Truth | null)[] {
  const reader = fileURLToPath(new URL("./invariant-cpython.py", import.meta.url));
  const { status, stdout } = spawnSync("python3", [reader], {
    input: `${paths.join("\n")}\n`,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) return [];
  return stdout
    .trim()
    .split("\n")
    .map((line): Truth | null => JSON.parse(line));
}

/** CPython compares names by their compatibility form. */
function plain(name: string): string {
  return name.normalize("NFKC");
}

const widened = "__path__";

/** The facts as CPython's lines are: a statement's range of lines holds the line of its specifier. */
export function asTruth(path: string, facts: FileFacts, truth: Truth): Truth {
  const written = facts.imports.filter(({ kind }) => kind === "import" || kind === "from");
  const dynamic = facts.imports.filter(({ kind, specifier }) => kind === "dynamic" && !specifier.startsWith("."));
  const isPackage = /(?:^|\/)__init__\.pyi?$/.test(path);
  // A path that is widened counts as bound with us: `__path__.append(directory)` does what an assignment does.
  const onlyWidens = !truth.bound.includes(widened);
  return {
    imports: written.map((each, at) => {
      const [, , , first = 0, last = 0] = truth.imports[at] ?? [];
      const within = first <= each.line && each.line <= last;
      const { kind, specifier, names, local, typeOnly, optional, marker } = each;
      const conditional = optional || marker !== undefined;
      return [kind, plain(specifier), names.map(plain), within ? first : each.line, last, local, typeOnly, conditional];
    }),
    bound: isPackage ? facts.declarations.map(plain).filter((name) => name !== widened || !onlyWidens) : truth.bound,
    dynamic: dynamic.map(({ specifier, line }) => [specifier, line]),
  };
}
