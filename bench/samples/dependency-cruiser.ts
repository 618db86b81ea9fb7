/**
 * dependency-cruiser's fixtures: where each import of a file leads. Its tests hold the expected dependencies of files as JSON;
 * those of whole directories say besides what TypeScript drops (without `tsPreCompilationDeps`) and what is circular.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { type Analysis, analyze } from "../../src/index.ts";
import type { Difference } from "../tables.ts";
import type { Outcome, SampleSource } from "./sample.ts";

interface Expected {
  readonly module: string;
  readonly resolved: string;
  readonly coreModule: boolean;
  readonly couldNotResolve: boolean;
  readonly dependencyTypes?: readonly string[];
}

interface Cruised {
  readonly file: string;
  readonly expected: readonly Expected[];
  readonly fixture: string;
}

export const dependencyCruiser: SampleSource = {
  name: "dependency-cruiser",
  async measure(checkout) {
    const analysis = await analyze({ root: checkout });
    const imports = compare(analysis, cruised(checkout));
    return new Map([["imports", imports]]);
  },
};

function cruised(checkout: string): readonly Cruised[] {
  return ["test/extract/__fixtures__", "test/main/__fixtures__"].flatMap((directory) =>
    readdirSync(join(checkout, directory))
      .filter((name) => name.endsWith(".json"))
      .flatMap((fixture) => readFixture(join(checkout, directory, fixture), fixture)),
  );
}

function readFixture(path: string, fixture: string): readonly Cruised[] {
  const json: unknown = parse(readFileSync(path, "utf8"));
  if (Array.isArray(json)) {
    return json.flatMap((each: { input?: { fileName?: string; baseDir?: string }; expected?: readonly Expected[] }) => {
      const { fileName } = each.input ?? {};
      return fileName === undefined || each.expected === undefined
        ? []
        : [{ file: fileName, expected: each.expected, fixture }];
    });
  }
  const { modules = [] } = json as { modules?: readonly { source: string; dependencies: readonly Expected[] }[] };
  return modules.map(({ source, dependencies }) => ({ file: source, expected: dependencies, fixture }));
}

function compare({ graph }: Analysis, samples: readonly Cruised[]): Outcome {
  const differences: Difference[] = [];
  let agreed = 0;
  let files = 0;
  for (const { file, expected, fixture } of samples) {
    if (graph.number(`file:${file}`) === undefined) continue;
    files++;
    const edges = graph.dependencies(`file:${file}`).filter((edge) => edge.kind === "imports");
    for (const each of expected) {
      const found = edges.filter((edge) => edge.specifier === each.module).map((edge) => edge.to);
      const example = `${fixture} ${file}: ${each.module} -> ${each.resolved}`;
      if (found.some((to) => leadsTo(to, each))) agreed++;
      else
        differences.push({
          side: "dependency-cruiser",
          kind: whyMissing(each, found),
          example: `${example}, not ${found.join(" ")}`,
        });
    }
    const known = new Set(expected.map(({ module }) => module));
    for (const edge of edges) {
      const { specifier = "", to } = edge;
      if (known.has(specifier)) continue;
      const kind =
        edge.typeOnly === true || fixture.includes("no-precomp") || fixture === "ts.json"
          ? "a type, or an import that the compiler drops"
          : undefined;
      differences.push({ side: "depbraid", kind, example: `${fixture} ${file}: ${specifier} -> ${to}` });
    }
  }
  return { samples: files, agreed, differences };
}

function leadsTo(to: string, { module, resolved, coreModule, couldNotResolve }: Expected): boolean {
  if (coreModule) return to.startsWith("builtin:");
  if (to === `file:${resolved}`) return true;
  const installed = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(resolved)?.[1];
  // What is installed there need not be here: a package by its name is as far as a bare checkout tells.
  if (installed !== undefined || !/^[./]/.test(module))
    return to.startsWith("pkg:npm/") || (couldNotResolve && to.startsWith("unresolved:"));
  return couldNotResolve && to.startsWith("unresolved:");
}

function whyMissing({ module, dependencyTypes = [] }: Expected, found: readonly string[]): string | undefined {
  if (module.includes("!")) return "a loader's syntax: what stands before the bang is no module";
  if (dependencyTypes.includes("amd-exotic-require") || dependencyTypes.includes("exotic-require"))
    return "a require by another name, that its configuration tells";
  if (module.endsWith("symlinked")) return "a symlink that its test makes before it runs";
  if (dependencyTypes.includes("localmodule") || !/^[./]/.test(module))
    return "a directory of modules that its test configures";
  if (found.length === 0) return "a form of import that depbraid does not take for one";
  return undefined;
}
