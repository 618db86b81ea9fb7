/**
 * Tests of the platform as environment markers: `os.name == "nt"` is `os_name == "nt"`.
 * @see https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
 */
import { all, any, type Implied, implies } from "./implied.ts";
import { type Comparison, itemsOf } from "./comparison.ts";
import type { Test } from "./version-tests.ts";
import { unwrap } from "./words.ts";

/** By the name and what follows it. */
const variables: Readonly<Record<string, string>> = {
  "sys.platform": "sys_platform",
  "os.name": "os_name",
  "sys.implementation.name": "implementation_name",
  "platform.system()": "platform_system",
  "platform.system().lower()": "platform_system",
  "platform.python_implementation()": "platform_python_implementation",
};

/** @see https://docs.python.org/3/library/sys.html#sys.platform */
const platforms = ["aix", "android", "cygwin", "darwin", "emscripten", "ios", "linux", "wasi", "win32"];
const systems = ["Darwin", "Java", "Linux", "Windows"];

/** @param name words of a side, its first one by its origin */
export function readPlatformTest({ left, operator, right }: Comparison, name: string): Test | undefined {
  const spelled = name + left.slice(1).join("");
  const variable = Object.hasOwn(variables, spelled) ? variables[spelled] : undefined;
  if (variable === undefined) return undefined;
  const isLower = spelled.endsWith(".lower()");
  const value = (words: readonly string[]): string | undefined => {
    const text = words.length === 1 ? contentOf(words[0] ?? "") : undefined;
    return isLower ? systems.find((each) => each.toLowerCase() === text) : text;
  };
  const several = (operator === "in" || operator === "not in") && itemsOf(right);
  const values = several === false ? [value(unwrap(right))] : (several?.map(value) ?? []);
  if (values.length === 0 || !values.every((each) => each !== undefined)) return undefined;
  if (operator === "==" || operator === "in") return isOneOf(variable, values);
  return operator === "!=" || operator === "not in" ? swapped(isOneOf(variable, values)) : undefined;
}

/** `sys.platform.startswith("win")`, `"win" in sys.platform`. */
export function readPlatformBeginning(words: readonly string[], name: string): Test | undefined {
  if (name !== "sys.platform.startswith") return undefined;
  const given = unwrap(words.slice(1));
  const beginnings = given.length === 1 ? [given] : (itemsOf(given) ?? []);
  const texts = beginnings.map((each) => (each.length === 1 ? contentOf(each[0] ?? "") : undefined));
  const fit = platforms.filter((platform) => texts.some((text) => text !== undefined && platform.startsWith(text)));
  return fit.length === 0 || texts.includes(undefined) ? undefined : isOneOf("sys_platform", fit);
}

export function readPlatformPart({ left, operator, right }: Comparison, rightName: string): Test | undefined {
  const part = left.length === 1 ? contentOf(left[0] ?? "") : undefined;
  if (part === undefined || rightName !== "sys.platform" || right.length !== 1) return undefined;
  const fit = platforms.filter((platform) => platform.includes(part));
  if (fit.length === 0) return undefined;
  if (operator === "in") return isOneOf("sys_platform", fit);
  return operator === "not in" ? swapped(isOneOf("sys_platform", fit)) : undefined;
}

function contentOf(word: string): string | undefined {
  return /^"[\w ]+$/.test(word) ? word.slice(1) : undefined;
}

function isOneOf(variable: string, values: readonly string[]): Test {
  const equal = values.map((value): Implied => implies(`${variable} == "${value}"`));
  const unequal = values.map((value): Implied => implies(`${variable} != "${value}"`));
  return { holds: any(equal), fails: all(unequal) };
}

function swapped({ holds, fails }: Test): Test {
  return { holds: fails, fails: holds };
}
