import { type Severity, severities } from "../../model/conflict.ts";
import type { Confidence } from "../../model/resolution.ts";

/** Directories whose files are data of a test or of a generator: they are often broken on purpose, or not yet whole. */
const fixtureTree =
  /(?:^|\/)(?:fixtures?|__fixtures__|testdata|test[-_]data|templates?|snapshots|__snapshots__)\/|\{\{[^/]*\//;

/** Whether a file lies in a tree of fixtures or templates: nobody runs it where it stands. */
export function inFixtureTree(path: string): boolean {
  return fixtureTree.test(path);
}

/** The milder of two. */
function milder(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) > severities.indexOf(b) ? a : b;
}

/**
 * The severity that the evidence can carry. A finding that may be false is no error: what rests on a convention is a
 * warning at most, what lies in a tree of fixtures or templates an info.
 */
export function tempered(severity: Severity, file: string, confidence: Confidence): Severity {
  if (inFixtureTree(file)) return "info";
  return confidence === "inferred" ? milder(severity, "warning") : severity;
}
