/** The assertions of resolve.exports as rows of a table: its tests are run over a library that only takes notes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import type { TableCase } from "./tables.ts";
import type { TypeScript } from "./typescript-api.ts";

interface Package {
  readonly name: string;
  readonly exports?: unknown;
  readonly imports?: unknown;
}

interface Options {
  readonly require?: boolean;
  readonly browser?: boolean;
  readonly unsafe?: boolean;
  readonly conditions?: readonly string[];
}

type Asked = Omit<TableCase, "expected"> | undefined;

export function resolveExportsCases(root: string, typescript: TypeScript): readonly TableCase[] {
  const source = readFileSync(join(root, "test", "index.ts"), "utf8");
  const { CommonJS } = typescript.ModuleKind;
  const { outputText } = typescript.transpileModule(source, { compilerOptions: { module: CommonJS } });
  const cases: TableCase[] = [];
  let suite = "";
  let asked: Asked;
  const expect = (expected: string | undefined): void => {
    if (asked !== undefined) cases.push({ ...asked, expected });
    asked = undefined;
  };
  const ask = (pkg: Package, entry: string | undefined, options: Options = {}): readonly string[] => {
    const request = requestOf(pkg.name, entry ?? ".");
    const field = request.startsWith("#") ? "imports" : "exports";
    const value = pkg[field];
    asked =
      value === undefined
        ? undefined
        : { table: "resolve.exports", name: suite, field, value, request, conditions: conditionsOf(options) };
    return [];
  };
  const modules: Readonly<Record<string, unknown>> = {
    uvu: {
      suite: (name: string) => {
        const tests: (() => void)[] = [];
        suite = name;
        const it = (title: string, test: () => void): void => {
          tests.push(() => {
            suite = `${name}: ${title}`;
            asked = undefined;
            test();
          });
        };
        return Object.assign(it, { run: () => tests.forEach((test) => test()) });
      },
    },
    "uvu/assert": {
      ok: () => undefined,
      type: () => undefined,
      instance: () => undefined,
      // The library is expected to throw, and this one never does.
      unreachable: () => expect(undefined),
      is: (_: unknown, expected: unknown) => {
        if (typeof expected === "string") expect(expected);
      },
      equal: (_: unknown, expected: readonly string[] | undefined) => expect(expected?.[0]),
    },
    "../src/index": { resolve: ask, exports: ask, imports: ask },
  };
  runInNewContext(outputText, { exports: {}, require: (name: string) => modules[name], Error, Array });
  return cases;
}

/** As the library reads an entry: by the name of the package, or from the package. */
function requestOf(name: string, entry: string): string {
  if (entry === name || entry === ".") return ".";
  const below = entry.startsWith(`${name}/`) ? entry.slice(name.length + 1) : entry;
  return below.startsWith("#") || below.startsWith("./") ? below : `./${below}`;
}

function conditionsOf({ require, browser, unsafe, conditions = [] }: Options): readonly string[] {
  if (unsafe === true) return ["default", ...conditions];
  return ["default", ...conditions, require === true ? "require" : "import", browser === true ? "browser" : "node"];
}
