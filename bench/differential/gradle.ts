/** Gradle's order of versions and its selectors, against Gradle's own classes. */
import { compareGradleVersions, parseGradleVersion } from "../../src/languages/java/versions/gradle.ts";
import { parseSelector } from "../../src/languages/java/versions/selector.ts";
import { javaOracle } from "./java-classes.ts";
import type { Oracle, Trial } from "./oracle.ts";
import type { Random } from "./random.ts";

const version = "8.11";

export function gradleOracle(): Oracle {
  const artifacts = [`dev.gradleplugins:gradle-api:${version}`];
  return javaOracle({ name: "Gradle", version, artifacts, program: "GradleAnswers" });
}

export function gradleTrials(random: Random): readonly Trial[] {
  const token = (): string =>
    random.pick(
      () => random.number(),
      () => random.number(),
      () => random.number(),
      () => random.pick("dev", "rc", "RC", "snapshot", "SNAPSHOT", "final", "Final", "ga", "release", "sp"),
      () => random.pick("a", "A", "alpha", "Beta", "zeta", "jre", "RC1", "1a", "b2c", "9223372036854775808", "é", ""),
    )();
  const text = (separator: () => string): string =>
    random.some(1, 5, token).reduce((before, part, at) => (at === 0 ? part : before + separator() + part), "");
  const any = (): string => text(() => random.pick(".", ".", "-", "-", "_", "+", ""));
  // What an exclusive bound excludes is compared as it is written, of which a set over an order knows nothing: one
  // spelling for all. Between cases Gradle's order has no answer either (see `GradleAnswers`).
  const dotted = (): string => spelled(text(() => ".").toLowerCase());
  const range = (): string => {
    const [low, high] = [dotted(), dotted()];
    return random.pick(
      () => `${random.pick("[", "]", "(")}${low},${high}${random.pick("]", "[", ")")}`,
      () => `(,${high}${random.pick("]", "[", ")")}`,
      () => `${random.pick("[", "]", "(")}${low},)`,
    )();
  };
  return [
    {
      kind: "order",
      make() {
        const [a, b] = [any(), any()];
        const sign = Math.sign(compareGradleVersions(parseGradleVersion(a), parseGradleVersion(b)));
        return { question: ["order", a, b], ours: String(sign) };
      },
    },
    { kind: "ranges", make: () => accepted("range", range(), dotted()) },
    {
      kind: "prefixes",
      make() {
        const candidate = random.some(1, 4, () => String(random.below(30))).join(".");
        const beginning = candidate.slice(0, random.below(candidate.length + 1));
        const other = random.some(1, 3, () => String(1 + random.below(12))).join(".");
        const prefix = random.pick(beginning, beginning, other, `${other}.`);
        return accepted("prefix", `${prefix}+`, candidate);
      },
    },
  ];
}

function accepted(kind: string, selector: string, candidate: string): { question: readonly string[]; ours: string } {
  const set = parseSelector(selector);
  const ours = set === undefined ? "invalid" : String(set.contains(parseGradleVersion(candidate)));
  return { question: [kind, selector, candidate], ours };
}

function spelled(text: string): string {
  return text.replace(/\b0+(?=\d)/g, "").replace(/\.+$/, "") || "1";
}
