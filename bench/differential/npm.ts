/** Sets of npm's versions against `semver` itself: what a range allows, and what two of them allow together. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import semver from "semver";
import { npmVersions } from "../../src/languages/javascript/versions.ts";
import type { Oracle, Trial } from "./oracle.ts";
import type { Random } from "./random.ts";

const manifest: { readonly version: string } = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("semver/package.json"), "utf8"),
);
const loose = { loose: true } as const;

export const npmOracle: Oracle = {
  name: "semver",
  version: manifest.version,
  answer: (questions) =>
    questions.map(([kind, version = "", range = "", other = ""]) => {
      if (kind === "order") return String(semver.compare(version, range, loose));
      const one = satisfies(version, range);
      if (kind === "range") return one;
      return one === "invalid" || satisfies(version, other) === "invalid"
        ? "invalid"
        : String(one === "true" && satisfies(version, other) === "true");
    }),
};

/** npm asks whether a range is one before it asks what it allows. */
function satisfies(version: string, range: string): string {
  return semver.validRange(range, loose) === null ? "invalid" : String(semver.satisfies(version, range, loose));
}

export function npmTrials(random: Random): readonly Trial[] {
  const digits = (): string => String(random.chance(95) ? random.below(4) : random.pick(10, 99, 2024));
  const prerelease = (): string =>
    random.chance(70)
      ? ""
      : `-${random.some(1, 3, () => random.pick("alpha", "beta", "rc", "0", "1", "11", "x")).join(".")}`;
  const build = (): string => (random.chance(95) ? "" : "+build.5");
  const version = (): string => `${digits()}.${digits()}.${digits()}${prerelease()}${build()}`;
  const partial = (): string =>
    random.pick(
      version,
      version,
      () => digits(),
      () => `${digits()}.${digits()}`,
      () => `${digits()}.x`,
      () => `${digits()}.${digits()}.*`,
      () => "*",
    )();
  const simple = (): string => random.pick("", "^", "~", ">", ">=", "<", "<=", "=", "~>", "v", ">= ") + partial();
  const comparators = (): string =>
    random.chance(15) ? `${partial()} - ${partial()}` : random.some(1, 3, simple).join(" ");
  const range = (): string =>
    random.chance(3)
      ? random.pick("", "latest", ">", "1.2.3.4", "^^1", "|| 1", "x || 2")
      : random.some(1, 3, comparators).join(" || ");
  const contains = (text: string, of: string): string => {
    const set = npmVersions.range(of);
    const parsed = npmVersions.parse(text);
    return set === undefined ? "invalid" : String(parsed !== undefined && set.contains(parsed));
  };
  return [
    {
      kind: "range",
      make() {
        const question = ["range", version(), range()] as const;
        return { question, ours: contains(question[1], question[2]) };
      },
    },
    {
      kind: "both ranges",
      make() {
        const [, one, a, b] = ["both", version(), range(), range()] as const;
        const first = npmVersions.range(a);
        const second = npmVersions.range(b);
        const parsed = npmVersions.parse(one);
        const both = first === undefined || second === undefined ? undefined : first.intersect(second);
        const ours = both === undefined ? "invalid" : String(parsed !== undefined && both.contains(parsed));
        return { question: ["both", one, a, b], ours };
      },
    },
    {
      kind: "order",
      make() {
        const [a, b] = [version(), version()];
        const [left, right] = [npmVersions.parse(a), npmVersions.parse(b)];
        const ours = left === undefined || right === undefined ? "invalid" : String(npmVersions.compare(left, right));
        return { question: ["order", a, b], ours };
      },
    },
  ];
}
