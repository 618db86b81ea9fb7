/** Reads what knip's tests assert of its fixtures: no test is run. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The kinds of issues that are the same check here. */
export const kinds = ["dependencies", "unlisted", "unresolved"] as const;
export type Kind = (typeof kinds)[number];

export interface KnipSample {
  /** `fixtures/plugins/eslint` */
  readonly fixture: string;
  /** By kind, `file name`. */
  readonly expected: Readonly<Record<Kind, ReadonlySet<string>>>;
  /** Kinds of which every issue is asserted, by the counters beside the assertions. */
  readonly complete: ReadonlySet<Kind>;
}

/** Tests that ask for nothing but a directory: others change what is analysed. */
export function knipSamples(root: string): readonly KnipSample[] {
  const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .toSorted();
  return tests.flatMap((name) => samplesOf(readFileSync(join(root, "test", name), "utf8")));
}

function samplesOf(text: string): readonly KnipSample[] {
  const [head = "", ...blocks] = text.split(/^test\(/m);
  const common = directory(head);
  return blocks.flatMap((block) => {
    const fixture = directory(block) ?? common;
    const isPlain = /createOptions\(\{ cwd \}\)/.test(block) && (block.match(/await main\(/g)?.length ?? 0) === 1;
    if (fixture === undefined || !isPlain) return [];
    const counters = /assert\.deepEqual\(counters, \{([^}]*)\}/.exec(block)?.[1];
    const expected = {
      dependencies: issues(block, "dependencies"),
      unlisted: issues(block, "unlisted"),
      unresolved: issues(block, "unresolved"),
    };
    const complete = kinds.filter(
      (kind) =>
        counters !== undefined &&
        Number(new RegExp(`\\b${kind}: (\\d+)`).exec(counters)?.[1] ?? 0) === expected[kind].size,
    );
    return [{ fixture, expected, complete: new Set(complete) }];
  });
}

function directory(text: string): string | undefined {
  return /\bcwd = resolve\(['"]([^'"]+)['"]\)/.exec(text)?.[1];
}

function issues(block: string, kind: Kind): ReadonlySet<string> {
  const form = new RegExp(`assert\\(issues\\.${kind}\\[['"]([^'"]+)['"]\\](?:\\?\\.)?\\[['"]([^'"]+)['"]\\]`, "g");
  return new Set([...block.matchAll(form)].map((match) => `${match[1]} ${match[2]}`));
}
