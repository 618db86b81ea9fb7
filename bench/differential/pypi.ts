/** PEP 440 and PEP 508 against `packaging`, the reference implementation. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseSpecifiers, containsVersion, isUnsatisfiable } from "../../src/languages/python/versions/specifiers.ts";
import { evaluateMarker, parseMarker } from "../../src/languages/python/versions/markers.ts";
import { compareVersions, parseVersion, printVersion } from "../../src/languages/python/versions/version.ts";
import type { Oracle, Trial } from "./oracle.ts";
import type { Random } from "./random.ts";

const program = fileURLToPath(new URL("packaging_answers.py", import.meta.url));
const maxBuffer = 1 << 30;

/** @param python an interpreter that has `packaging` installed */
export function pypiOracle(python: string): Oracle {
  const version = execFileSync(python, ["-c", "import packaging; print(packaging.__version__)"], { encoding: "utf8" });
  return {
    name: "packaging",
    version: version.trim(),
    answer: (questions) =>
      JSON.parse(execFileSync(python, [program], { input: JSON.stringify(questions), encoding: "utf8", maxBuffer })),
  };
}

/** The environment of all markers: the same text stands in `packaging_answers.py`. */
const environment = {
  implementation_name: "cpython",
  implementation_version: "3.11.7",
  os_name: "posix",
  platform_machine: "x86_64",
  platform_python_implementation: "CPython",
  platform_release: "6.1.0",
  platform_system: "Linux",
  platform_version: "#1 SMP",
  python_full_version: "3.11.7",
  python_version: "3.11",
  sys_platform: "linux",
  extra: "dev",
};

export function pypiTrials(random: Random): readonly Trial[] {
  const separator = (): string => random.pick("", "", ".", "-", "_");
  const version = (): string => {
    const epoch = random.chance(95) ? "" : `${random.below(3)}!`;
    const release = random.some(1, 4, () => random.number()).join(".");
    const pre = random.chance(70)
      ? ""
      : `${separator()}${random.pick("a", "b", "rc", "alpha", "beta", "c", "pre", "preview", "RC")}${separator()}${random.chance(80) ? random.number() : ""}`;
    const post = random.chance(85)
      ? ""
      : random.pick(`.post${random.number()}`, `-${random.number()}`, ".rev1", "post", "-r4");
    const dev = random.chance(85) ? "" : `${separator()}dev${random.chance(80) ? random.number() : ""}`;
    const local = random.chance(92)
      ? ""
      : `+${random.some(1, 3, () => random.pick("ubuntu", "1", "abc", "01", "10")).join(random.pick(".", "-", "_"))}`;
    const broken = random.chance(97) ? "" : random.pick("..", " x", "-", "+", "!", "a.b");
    return (random.chance(95) ? "" : "v") + epoch + release + pre + post + dev + local + broken;
  };
  const clause = (): string => {
    const operator = random.pick("==", "!=", "<=", ">=", "<", ">", "~=", "===");
    const star = (operator === "==" || operator === "!=") && random.chance(30) ? ".*" : "";
    return `${operator}${random.chance(80) ? "" : " "}${version()}${star}`;
  };
  const specifiers = (): string => random.some(1, 3, clause).join(random.pick(",", ", "));
  const marker = (depth = 0): string => {
    if (depth < 2 && random.chance(45)) {
      const inner = `${marker(depth + 1)} ${random.pick("and", "or")} ${marker(depth + 1)}`;
      return random.chance(40) ? `(${inner})` : inner;
    }
    const [name, value] = random.pick(
      ["python_version", random.pick("3.8", "3.11", "3.9", "2.7", "3.11.7", "3.12", "3.*")],
      ["python_full_version", random.pick("3.11.7", "3.11.6", "3.12.0rc1", "3.11")],
      ["sys_platform", random.pick("linux", "win32", "darwin", "lin")],
      ["os_name", random.pick("nt", "posix")],
      ["platform_machine", random.pick("x86_64", "arm64")],
      ["platform_python_implementation", random.pick("CPython", "PyPy")],
      ["implementation_name", random.pick("cpython", "pypy")],
      ["extra", random.pick("dev", "Dev", "test", "de-v")],
    ) as readonly [string, string];
    const operator = random.pick("==", "!=", "<", "<=", ">", ">=", "in", "not in", "~=");
    const quote = random.pick("'", '"');
    const literal = `${quote}${value}${quote}`;
    return random.chance(75) ? `${name} ${operator} ${literal}` : `${literal} ${operator} ${name}`;
  };
  return [
    {
      kind: "version",
      make() {
        const text = version();
        const parsed = parseVersion(text);
        return { question: ["version", text], ours: parsed === undefined ? "invalid" : printVersion(parsed) };
      },
    },
    {
      kind: "order",
      make() {
        const [a, b] = [version(), version()];
        const [left, right] = [parseVersion(a), parseVersion(b)];
        const ours =
          left === undefined || right === undefined ? "invalid" : String(Math.sign(compareVersions(left, right)));
        return { question: ["order", a, b], ours };
      },
    },
    {
      kind: "specifiers",
      make() {
        const [text, of] = [version(), specifiers()];
        const parsed = parseSpecifiers(of);
        const ours =
          parsed === undefined || parseVersion(text) === undefined ? "invalid" : String(containsVersion(parsed, text));
        return { question: ["contains", of, text], ours };
      },
    },
    {
      kind: "unsatisfiable",
      make() {
        // That nothing fits is checked where it can be: what is said to fit nothing must not hold this version.
        const [text, of] = [version(), specifiers()];
        const parsed = parseSpecifiers(of);
        if (parsed === undefined || parseVersion(text) === undefined)
          return { question: ["contains", of, text], ours: "invalid" };
        const fits = containsVersion(parsed, text);
        return { question: ["contains", of, text], ours: isUnsatisfiable(parsed) ? "false" : String(fits) };
      },
    },
    {
      kind: "marker",
      make() {
        const text = marker();
        const parsed = parseMarker(text);
        const ours = "problem" in parsed ? "invalid" : String(evaluateMarker(parsed.value, environment));
        return { question: ["marker", text], ours };
      },
    },
  ];
}
