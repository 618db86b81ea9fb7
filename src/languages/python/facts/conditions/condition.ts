/** Reads what an `if` tests, as far as imports care: type checkers, the version of Python, the platform. */
import type { KnownNames } from "../known-names.ts";
import { mirror, readComparisons } from "./comparison.ts";
import { all, any, nothing, typeOnly, vague } from "./implied.ts";
import { readPlatformBeginning, readPlatformPart, readPlatformTest } from "./platform-tests.ts";
import { readVersionTest, type Test } from "./version-tests.ts";
import { split, unwrap, wordsOf } from "./words.ts";

const plain: Test = { holds: nothing, fails: nothing };
const asked: Test = { holds: vague, fails: vague };
/** Holds for type checkers alone. mypy takes the second name for the first. */
const checking: Test = { holds: typeOnly, fails: nothing };
const never: Test = { holds: typeOnly, fails: nothing };
const always: Test = { holds: nothing, fails: typeOnly };

const constants: Readonly<Record<string, Test>> = {
  False: never,
  "0": never,
  True: always,
  "1": always,
  MYPY: checking,
  ...versionConstant("PY2", "<", "3"),
  ...versionConstant("PY3", ">=", "3"),
};

/** @see https://six.readthedocs.io/#constants */
function versionConstant(name: string, operator: "<" | ">=", major: string): Readonly<Record<string, Test>> {
  const words = ["sys.version_info"];
  const test = readVersionTest({ left: words, operator, right: ["(", major, ")"] }, "sys.version_info") ?? plain;
  return { [name]: test, [`six.${name}`]: test };
}

/** Names that tell the version or the platform, however they are used. */
const telling: ReadonlySet<string> = new Set([
  "version_info",
  "hexversion",
  "sys.version_info",
  "sys.hexversion",
  "sys.platform",
  "sys.implementation",
  "os.name",
  "platform.system",
  "platform.python_implementation",
  "platform.python_version_tuple",
]);

/** Without one of these, and with no name of its own for one, a condition says nothing here. */
const speaking =
  /TYPE_CHECKING|\b(?:MYPY|False|True|[01])\b|version_info|hexversion|platform|implementation|\b_?os\b|\b_?[A-Z][A-Z0-9_]*\b/;

/** A constant whose value has none of these is no name for a test of them: `DEBUG = False` is often changed. */
const speakingValue = /TYPE_CHECKING|version_info|hexversion|platform|implementation|\b_?os\b|\bPY[23]\b/;

/** How deep brackets, `not` and constants are followed. */
const deepest = 12;

/** A file's conditions, each read by its place. */
export class Conditions {
  readonly #text: string;
  readonly #names: KnownNames;
  #constants: ReadonlyMap<string, string> | undefined;

  constructor(text: string, names: KnownNames) {
    this.#text = text;
    this.#names = names;
  }

  /** Reads the text between `if` or `elif` and its colon. */
  read(start: number, end: number): Test {
    const source = this.#text.slice(start, end);
    return !this.#names.renamesGuards && !speaking.test(source) ? plain : this.#test(wordsOf(source), deepest);
  }

  #test(written: readonly string[], depth: number): Test {
    const words = unwrap(written);
    if (depth === 0 || words.length === 0) return plain;
    if (words.includes("if") || words.includes("lambda"))
      return words.some((word) => this.#tells(word)) ? asked : plain;
    const alternatives = split(words, ["or"]);
    if (alternatives.length > 1) {
      const tests = alternatives.map((each) => this.#test(each, depth - 1));
      return { holds: any(tests.map(({ holds }) => holds)), fails: all(tests.map(({ fails }) => fails)) };
    }
    const parts = split(words, ["and"]);
    if (parts.length > 1) {
      const tests = parts.map((each) => this.#test(each, depth - 1));
      return { holds: all(tests.map(({ holds }) => holds)), fails: any(tests.map(({ fails }) => fails)) };
    }
    if (words[0] === "not") {
      const { holds, fails } = this.#test(words.slice(1), depth - 1);
      return { holds: fails, fails: holds };
    }
    return this.#atom(words, depth);
  }

  #atom(words: readonly string[], depth: number): Test {
    const name = this.#origin(words[0] ?? "");
    if (words.length === 1) return this.#name(name, depth);
    const beginning = readPlatformBeginning(words, name);
    if (beginning !== undefined) return beginning;
    const comparisons = readComparisons(words);
    const tests = comparisons?.map((each) => this.#comparison(each));
    if (tests !== undefined && tests.every((test) => test !== undefined)) {
      return { holds: all(tests.map(({ holds }) => holds)), fails: any(tests.map(({ fails }) => fails)) };
    }
    return words.some((word) => this.#tells(word)) ? asked : plain;
  }

  #comparison(comparison: NonNullable<ReturnType<typeof readComparisons>>[number]): Test | undefined {
    const name = this.#origin(comparison.left[0] ?? "");
    const turned = mirror(comparison);
    const other = this.#origin(comparison.right[0] ?? "");
    return (
      readVersionTest(comparison, name) ??
      readPlatformTest(comparison, name) ??
      readPlatformPart(comparison, other) ??
      (turned === undefined ? undefined : (readVersionTest(turned, other) ?? readPlatformTest(turned, other)))
    );
  }

  #name(name: string, depth: number): Test {
    if (/(?:^|\.)TYPE_CHECKING$/.test(name)) return checking;
    if (Object.hasOwn(constants, name)) return constants[name] ?? plain;
    if (this.#tells(name)) return asked;
    const value = /^_?[A-Z][A-Z0-9_]*$/.test(name) ? this.#valueOf(name) : undefined;
    return value === undefined ? plain : this.#test(value, depth - 1);
  }

  /** By its origin, and without the underscore that people put before a module: `_sys.platform`. */
  #origin(word: string): string {
    const origin = this.#names.origin(word);
    if (origin === "version_info" || origin === "hexversion") return `sys.${origin}`;
    return origin.startsWith("_") && origin.includes(".") ? origin.slice(1) : origin;
  }

  #tells(word: string): boolean {
    const [base = "", member = ""] = this.#origin(word).split(".");
    return telling.has(base) || telling.has(`${base}.${member}`);
  }

  /** What a constant is set to at the top level, if that is done once: `WINDOWS = os.name == "nt"`. */
  #valueOf(name: string): readonly string[] | undefined {
    this.#constants ??= constantsOf(this.#text);
    const value = this.#constants.get(name);
    return value === undefined ? undefined : wordsOf(value);
  }
}

const assignment = /^([ \t]*)(_?[A-Z][A-Z0-9_]*)[ \t]*(?::[ \t]*\w+[ \t]*)?=(?!=)(.*)$/gm;

function constantsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const set = new Set<string>();
  for (const [, indent = "", name = "", value = ""] of text.matchAll(assignment)) {
    if (set.has(name)) found.delete(name);
    else if (indent === "" && speakingValue.test(value)) found.set(name, value);
    set.add(name);
  }
  return found;
}
