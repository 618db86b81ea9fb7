/**
 * Aliases that the configuration of a bundler, a test runner or a compiler gives as literals. Nothing is run: what is computed
 * is passed over.
 * @see https://vite.dev/config/shared-options#resolve-alias, https://webpack.js.org/configuration/resolve/#resolvealias
 * @see https://jestjs.io/docs/configuration#modulenamemapper-objectstring-string--arraystring
 * @see https://www.npmjs.com/package/module-alias
 * @see https://github.com/tleunen/babel-plugin-module-resolver, https://metrobundler.dev/docs/configuration#extranodemodules
 */
import type { PathMapping } from "./manifest.ts";

const beginning = /["']?\b(alias|moduleNameMapper|extraNodeModules|_moduleAliases)\b["']?\s*[:=]\s*([{[])/g;
/** Longer tables are generated. */
const maxTable = 20_000;
const quoted = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`([^`\\]*)`/g;
/** What may stand around the strings of a path: the names of the directory and of what joins paths. */
const around =
  /^(?:[\s(),.+]|\b(?:path|posix|url|new|URL|resolve|join|fileURLToPath|pathToFileURL|pathname|__dirname|import\.meta\.(?:url|dirname)|process\.cwd)\b)*$/;

/** https://jestjs.io/docs/configuration#rootdir-string */
const rootDir = /["']?\brootDir["']?\s*:\s*["']([^"'\n]+)["']/;

/** Targets are paths from the file's directory. */
export function configAliases(text: string): readonly PathMapping[] {
  const root = rootDir.exec(text)?.[1] ?? ".";
  const mappings: PathMapping[] = [];
  for (const { index, 0: opened, 1: name, 2: bracket } of text.matchAll(beginning)) {
    const start = index + opened.length;
    const body = text.slice(start, endOf(text, start));
    for (const item of items(body)) {
      const pair = bracket === "[" ? findAndReplacement(item) : keyAndValue(item);
      // These are paths whatever they look like.
      const value = name === "_moduleAliases" ? pair?.value.replace(/^\s*"(?!\.)/, '"./') : pair?.value;
      const target = value === undefined ? undefined : literalPath(value, root);
      if (pair === undefined || target === undefined) continue;
      mappings.push(...(name === "moduleNameMapper" ? byPattern(pair.key, target) : byPrefix(pair.key, target)));
    }
  }
  return mappings;
}

interface Pair {
  readonly key: string;
  readonly value: string;
}

/** `"@": path.resolve(__dirname, "src")` */
function keyAndValue(item: string): Pair | undefined {
  const found = /^\s*(?:"([^"\n]+)"|'([^'\n]+)'|([\w$]+))\s*:([\s\S]*)$/.exec(item);
  const key = found?.[1] ?? found?.[2] ?? found?.[3];
  return found?.[4] === undefined || key === undefined ? undefined : { key, value: found[4] };
}

/** `{ find: "@", replacement: "/src" }` */
function findAndReplacement(item: string): Pair | undefined {
  const open = item.indexOf("{");
  if (open < 0) return undefined;
  const pairs = items(item.slice(open + 1, endOf(item, open + 1))).flatMap((each) => keyAndValue(each) ?? []);
  const find = pairs.find(({ key }) => key === "find")?.value.trim() ?? "";
  const key = /^(["'])([^"'\n]+)\1$/.exec(find)?.[2];
  const value = pairs.find((each) => each.key === "replacement")?.value;
  return key === undefined || value === undefined ? undefined : { key, value };
}

/** The path that an expression of strings and known names gives; undefined for a package's name and for what is computed. */
function literalPath(expression: string, root: string): string | undefined {
  const parts: string[] = [];
  const rest = expression.replace(quoted, (_, double?: string, single?: string, back?: string) => {
    parts.push(double ?? single ?? back ?? "");
    return "";
  });
  if (parts.length === 0 || !around.test(rest)) return undefined;
  const [first = ""] = parts;
  const isJoined = rest.trim() !== "";
  // A lone string that begins otherwise is a package.
  if (!isJoined && !/^(\.{1,2}(?:\/|$)|\/|<rootDir>|\$\{__dirname\})/.test(first)) return undefined;
  const path = parts.join("/").replaceAll("<rootDir>", root).replaceAll("${__dirname}", ".");
  return path.includes("${") ? undefined : `./${path}`.replace(/\/+/g, "/").replace(/\/$/, "");
}

/** A key stands for itself and for all below it; `$` at its end for itself alone. */
function byPrefix(key: string, target: string): readonly PathMapping[] {
  if (key.includes("*")) return [];
  if (key.endsWith("$")) return [{ pattern: key.slice(0, -1), targets: [target] }];
  if (key.endsWith("/")) return [{ pattern: `${key}*`, targets: [`${target}/*`] }];
  return [
    { pattern: key, targets: [target] },
    { pattern: `${key}/*`, targets: [`${target}/*`] },
  ];
}

/** `^@/(.*)$` with `$1` in its target; other regular expressions are not read. */
function byPattern(key: string, target: string): readonly PathMapping[] {
  const found = /^\^((?:[\w@~#/-]|\\\\?[./@$-])+)(\(\.[*+]\))?\$?$/.exec(key);
  const prefix = found?.[1]?.replaceAll("\\", "");
  if (prefix === undefined) return [];
  if (found?.[2] === undefined) return key.endsWith("$") ? [{ pattern: prefix, targets: [target] }] : [];
  return target.includes("$1") ? [{ pattern: `${prefix}*`, targets: [target.replace("$1", "*")] }] : [];
}

/** What stands between commas outside of brackets. */
function items(body: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  for (let at = 0, depth = 0; at <= body.length; at++) {
    const char = body[at];
    if (char === undefined || (char === "," && depth === 0)) {
      found.push(withoutComments(body.slice(start, at)));
      start = at + 1;
    } else if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) depth--;
    else at = skipped(body, at);
  }
  return found;
}

/** The bracket that closes the one before this place, or the end of what is looked through. */
function endOf(text: string, start: number): number {
  const limit = Math.min(text.length, start + maxTable);
  for (let at = start, depth = 0; at < limit; at++) {
    const char = text[at] ?? "";
    if ("([{".includes(char)) depth++;
    else if (")]}".includes(char) && depth-- === 0) return at;
    else at = skipped(text, at);
  }
  return start;
}

/** The last character of the string or comment that begins here, or this place itself. */
function skipped(text: string, at: number): number {
  const char = text[at];
  if (char === '"' || char === "'" || char === "`") {
    for (let end = at + 1; end < text.length; end++) {
      if (text[end] === "\\") end++;
      else if (text[end] === char || (text[end] === "\n" && char !== "`")) return end;
    }
    return text.length;
  }
  if (char !== "/" || (text[at + 1] !== "/" && text[at + 1] !== "*")) return at;
  const end = text[at + 1] === "/" ? text.indexOf("\n", at) : text.indexOf("*/", at + 2) + 1;
  return end <= at ? text.length : end;
}

function withoutComments(item: string): string {
  return item.replace(/^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)+/, "");
}
