/**
 * One environment for each way in which comparisons of markers can come out together: the values of a variable fall into
 * finitely many classes that no comparison at hand tells apart, and one value of each class stands for all of it.
 */
import { type Comparison, type Environment, evaluateMarker } from "./markers.ts";

/** Variables that tell of one thing: what one of them says the others must agree with. */
export interface VariableGroup {
  readonly variables: readonly string[];
  /** Environments for every class of the group's values; undefined where the classes are not known. */
  samples(comparisons: readonly Comparison[]): readonly Environment[] | undefined;
}

/** What one operating system is called by the three variables that name it. */
const systems: readonly Environment[] = [
  { sys_platform: "win32", os_name: "nt", platform_system: "Windows" },
  { sys_platform: "linux", os_name: "posix", platform_system: "Linux" },
  { sys_platform: "darwin", os_name: "posix", platform_system: "Darwin" },
];

const implementations: readonly Environment[] = [
  { platform_python_implementation: "CPython", implementation_name: "cpython" },
  { platform_python_implementation: "PyPy", implementation_name: "pypy" },
];

export const variableGroups: readonly VariableGroup[] = [
  { variables: ["python_version", "python_full_version"], samples: pythonSamples },
  // "posix" is several systems: it implies nothing more.
  namedGroup(["sys_platform", "os_name", "platform_system"], systems, "posix"),
  namedGroup(["platform_python_implementation", "implementation_name"], implementations, undefined),
  namedGroup(["platform_machine"], [], undefined),
];

/** Variables with texts for values; `known` are combinations of which a part implies the rest, but for the text `shared`. */
function namedGroup(
  variables: readonly string[],
  known: readonly Environment[],
  shared: string | undefined,
): VariableGroup {
  const isConsistent = (environment: Environment): boolean =>
    known.every((each) => {
      const matches = variables.map((name) => environment[name] === each[name]);
      const isTold = variables.some((name, at) => matches[at] === true && each[name] !== shared);
      return !isTold || matches.every(Boolean);
    });
  return {
    variables,
    samples(comparisons) {
      let found: Environment[] = [{}];
      for (const name of variables) {
        const own = comparisons.filter((each) => isOf(each, name));
        const texts = textSamples(own);
        const told = known.flatMap((each) => each[name] ?? []);
        if (texts === undefined || texts.length * own.length > mostEvaluations) return undefined;
        const values = new Set([...told, ...distinct(texts, name, own, new Set(told))]);
        if (found.length * values.size > mostSamples) return undefined;
        const longer: Environment[] = [];
        for (const environment of found) {
          for (const value of values) longer.push(Object.assign({}, environment, { [name]: value }));
        }
        found = longer;
      }
      return found.filter(isConsistent);
    },
  };
}

/** Of the texts that imply nothing of other variables, one for each way in which the comparisons come out. */
function distinct(
  texts: readonly string[],
  name: string,
  comparisons: readonly Comparison[],
  told: ReadonlySet<string>,
): Iterable<string> {
  const found = new Map<string, string>();
  for (const text of texts) {
    if (told.has(text)) continue;
    const outcome = comparisons.map((each) => (evaluateMarker([each], { [name]: text }) ? "1" : "0")).join("");
    if (!found.has(outcome)) found.set(outcome, text);
  }
  return found.values();
}

/** Of one comparison with one text: some microseconds each. */
const mostEvaluations = 200_000;
const mostSamples = 20_000;
/** Texts of which each may be contained or not are tried in every combination. */
const mostContained = 5;
const longestList = 80;

function isOf({ left, right }: Comparison, name: string): boolean {
  return [left, right].some((side) => side.kind === "variable" && side.name === name);
}

/**
 * Texts for every class: those that are compared with; every part of a text that the variable may be `in`; for texts that
 * may be in the variable, each combination of them, put together with a character that is in none.
 */
function textSamples(comparisons: readonly Comparison[]): readonly string[] | undefined {
  const values = new Set([apart]);
  const contained = new Set<string>();
  for (const { left, operator, right } of comparisons) {
    const isIn = operator === "in" || operator === "not in";
    const text = left.kind === "value" ? left.text : right.kind === "value" ? right.text : undefined;
    if (text === undefined || text.includes(apart)) return undefined;
    if (!isIn) values.add(text);
    else if (left.kind === "value") contained.add(text);
    else if (text.length > longestList) return undefined;
    else for (const part of partsOf(text)) values.add(part);
  }
  if (contained.size > mostContained) return undefined;
  let combinations = [""];
  for (const text of contained) combinations = combinations.concat(combinations.map((each) => each + apart + text));
  for (const each of combinations) if (each !== "") values.add(each + apart);
  return [...values];
}

/** In no name of a system, a machine or an implementation. */
const apart = "\u0001";

function partsOf(text: string): ReadonlySet<string> {
  const parts = new Set<string>();
  for (let start = 0; start <= text.length; start++) {
    for (let end = start; end <= text.length; end++) parts.add(text.slice(start, end));
  }
  return parts;
}

const plainVersion = /^[<>=!~]*[0-9]{1,5}(?:\.[0-9]{1,5}){0,2}(?:(?:a|b|rc)[0-9]{1,3})?(?:\.\*)?$/;
const versionsInText = /([0-9]{1,5})(?:\.([0-9]{1,5}))?(?:\.([0-9]{1,5}))?(?:(a|b|rc)([0-9]{1,3}))?/g;
/** Later than any minor or micro version that is compared with. */
const late = 100_000;

/** Full versions on, beside and between all that are compared with, final and not; the short version goes with each. */
function pythonSamples(comparisons: readonly Comparison[]): readonly Environment[] | undefined {
  const texts: string[] = [];
  for (const { left, operator, right } of comparisons) {
    const text = left.kind === "value" ? left.text : right.kind === "value" ? right.text : undefined;
    if (text === undefined || text.length > longestList) return undefined;
    if (operator === "in" || operator === "not in") {
      // A list of versions is looked through as a text: "3.1" is in "3.10". What is in a version, nobody asks.
      if (left.kind === "value" || !/^[0-9., |]*$/.test(text)) return undefined;
      for (const part of partsOf(text)) if (/^[0-9]+(?:\.[0-9]+){1,2}$/.test(part)) texts.push(part);
    } else if (plainVersion.test(text)) texts.push(text);
    else return undefined;
  }
  const releases = new Set(["3.0.0"]);
  for (const text of texts) {
    for (const [, major, minor = "0", micro = "0", phase, number] of text.matchAll(versionsInText)) {
      for (const release of around(Number(major), Number(minor), Number(micro))) {
        for (const suffix of ["", "a0", "rc999"]) releases.add(release + suffix);
        if (phase === undefined) continue;
        for (const step of [-1, 0, 1])
          if (Number(number) + step >= 0) releases.add(`${release}${phase}${Number(number) + step}`);
      }
    }
  }
  if (releases.size > mostSamples) return undefined;
  return [...releases].map((full) => ({
    python_full_version: full,
    python_version: full.split(".").slice(0, 2).join("."),
  }));
}

function around(major: number, minor: number, micro: number): readonly string[] {
  const all = [
    [major, minor, micro - 1],
    [major, minor, micro],
    [major, minor, micro + 1],
    [major, minor, 0],
    [major, minor, late],
    [major, minor - 1, late],
    [major, minor + 1, 0],
    [major, late, 0],
    [major - 1, late, late],
    [major + 1, 0, 0],
  ];
  return all.filter((parts) => parts.every((part) => part >= 0)).map((parts) => parts.join("."));
}
