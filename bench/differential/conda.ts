/** Conda's order of versions and its match specs, against rattler, which reads them for pixi. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compareCondaVersions, parseCondaVersion } from "../../src/languages/python/versions/conda.ts";
import { parseCondaSpec } from "../../src/languages/python/versions/conda-spec.ts";
import type { Oracle, Trial } from "./oracle.ts";
import type { Random } from "./random.ts";

const program = fileURLToPath(new URL("rattler_answers.py", import.meta.url));
const maxBuffer = 1 << 30;

/** @param python an interpreter that has `py-rattler` installed */
export function condaOracle(python: string): Oracle {
  const asked = "from importlib.metadata import version; print(version('py-rattler'))";
  return {
    name: "py-rattler",
    version: execFileSync(python, ["-c", asked], { encoding: "utf8" }).trim(),
    answer: (questions) =>
      JSON.parse(execFileSync(python, [program], { input: JSON.stringify(questions), encoding: "utf8", maxBuffer })),
  };
}

export function condaTrials(random: Random): readonly Trial[] {
  const token = (): string =>
    random.pick(
      () => random.number(),
      () => random.number(),
      () => random.pick("dev", "post", "rc", "a", "b", "alpha", "rc1", "1a", "a1", "b2c", "1_", "dev1", "post2"),
    )();
  const version = (): string => {
    const parts = random.some(1, 4, token);
    const separator = (): string => random.pick(".", ".", ".", "_", "-");
    const release = parts.reduce((text, part, at) => (at === 0 ? part : text + separator() + part), "");
    return (random.chance(8) ? `${random.below(3)}!` : "") + release;
  };
  // Where a part is a word, or a zero that only stands in for one, conda's and rattler's prefixes differ from each other.
  const numbers = (): string => random.some(2, 3, () => String(1 + random.below(4))).join(".");
  const constraint = (): string =>
    random
      .pick(
        () => version(),
        () => random.pick(">=", "<=", "<", ">", "==", "!=") + version(),
        () => random.pick("=", "!=", "~=") + numbers() + random.pick("", ".1"),
        () => numbers() + random.pick(".*", "*"),
      )()
      .replace(/^(!=[\d.]+)$/, (text) => text + random.pick("", ".*"));
  const spec = (): string => {
    const first = constraint();
    if (random.chance(5)) return `(${first}|${constraint()}),${constraint()}`;
    return random.chance(30) ? first + random.pick(",", "|") + constraint() : first;
  };
  return [
    {
      kind: "order",
      make() {
        const [a, b] = [version(), version()];
        const [left, right] = [parseCondaVersion(a), parseCondaVersion(b)];
        const known = left !== undefined && right !== undefined;
        return {
          question: ["order", a, b],
          ours: known ? String(Math.sign(compareCondaVersions(left, right))) : "invalid",
        };
      },
    },
    {
      kind: "match specs",
      make() {
        const [of, text] = [spec(), random.chance(50) ? version() : numbers()];
        const [set, candidate] = [parseCondaSpec(of), parseCondaVersion(text)];
        const known = set !== undefined && candidate !== undefined;
        return { question: ["spec", of, text], ours: known ? String(set.contains(candidate)) : "invalid" };
      },
    },
  ];
}
