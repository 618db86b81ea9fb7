/** What Java's own names mean in a command: lists, paths, files, strings. */
import type { Fold, Vocabulary } from "../fold.ts";
import { joinAll, parentOf, same } from "../folds.ts";
import {
  asText,
  concatenate,
  hole,
  list,
  spread,
  text,
  type Text,
  unknown,
  unknownItems,
  type Value,
  withText,
} from "../value.ts";

const itemsOf: Fold = (args) => {
  const [first] = args;
  return args.length === 1 && first?.kind === "list"
    ? first
    : list(args.map((each) => (each.kind === "text" ? each : unknown)));
};

/** `new ArrayList<>()`, of another list, or of a size. */
const newList: Fold = ([from]) => {
  if (from === undefined || (from.kind === "text" && /^\d+$/u.test(from.text))) return list([]);
  return list(spread(from));
};

const joined: Fold = ([separator, ...parts]) => {
  const items = parts.flatMap((part): readonly Text[] => (part.kind === "list" ? part.items : [part]));
  return concatenate(items, asText(separator).text);
};

const format: Fold = ([template, ...args]) => {
  const { text: written, sure } = asText(template);
  let at = 0;
  return { kind: "text", text: written.replaceAll(/%[sd]/gu, () => asText(args[at++]).text), sure };
};

const property: Fold = ([name, fallback]) => {
  const known = asText(name).text;
  if (known === "user.dir") return text(".");
  if (known === "file.separator") return text("/");
  return fallback === undefined ? unknown : { ...asText(fallback), sure: false };
};

/** Splits a line at white space, as `Runtime.exec` does, quotes taken off as `CommandLine.parse` does. */
export function splitWords(value: Value): readonly Text[] {
  const line = asText(value);
  if (line.text === hole) return [line];
  const words = line.text.match(/"[^"]*"|'[^']*'|\S+/gu) ?? [];
  return words.map((word) => withText(line, word.replace(/^(["'])(.*)\1$/su, "$2")));
}

/** Under the name that an import gives, and the one that a type has whose import on demand is not known. */
function types(names: Readonly<Record<string, Fold>>): readonly (readonly [string, Fold])[] {
  return Object.entries(names).flatMap(([name, fold]) => [
    [name, fold] as const,
    [`java.lang.${name.slice(name.search(/[A-Z]/u))}`, fold] as const,
  ]);
}

export const javaVocabulary: Vocabulary = {
  constants: new Map([
    ["java.io.File.separator", "/"],
    ["java.lang.File.separator", "/"],
    ["java.io.File.separatorChar", "/"],
    ["java.io.File.pathSeparator", ":"],
    ["java.lang.File.pathSeparator", ":"],
  ]),
  functions: new Map<string, Fold>(
    types({
      "java.util.Arrays.asList": itemsOf,
      "java.util.List.of": itemsOf,
      "java.util.stream.Stream.of": itemsOf,
      "java.util.Collections.singletonList": itemsOf,
      "com.google.common.collect.ImmutableList.of": itemsOf,
      "com.google.common.collect.Lists.newArrayList": itemsOf,
      "java.util.ArrayList": newList,
      "java.util.LinkedList": newList,
      "java.nio.file.Paths.get": joinAll,
      "java.nio.file.Path.of": joinAll,
      "java.io.File": joinAll,
      "java.lang.String.join": joined,
      "java.lang.String.format": format,
      "java.lang.String.valueOf": same,
      "java.lang.System.getProperty": property,
      "java.util.Objects.requireNonNull": same,
    }),
  ),
  methods: new Map<string, Fold>([
    ["toString", same],
    ["getPath", same],
    ["getAbsolutePath", same],
    ["getCanonicalPath", same],
    ["getAbsoluteFile", same],
    ["getCanonicalFile", same],
    ["toAbsolutePath", same],
    ["toRealPath", same],
    ["toFile", same],
    ["toPath", same],
    ["normalize", same],
    ["trim", same],
    ["strip", same],
    ["toArray", ([items]) => items ?? unknownItems],
    ["stream", same],
    ["toList", same],
    ["resolve", joinAll],
    ["getParent", parentOf],
    ["getParentFile", parentOf],
    ["concat", (args) => concatenate(args.map(asText))],
    ["formatted", format],
    ["split", ([line]) => (line?.kind === "text" && line.text !== hole ? list(splitWords(line)) : unknown)],
  ]),
  properties: new Map(),
  wrappers: new Set(),
  // A type that no import names is of java.lang, of the same package or imported on demand; the first is what is meant here.
  unbound: (name) => (/^[A-Z]\w*$/u.test(name) ? `java.lang.${name}` : name.includes(".") ? name : `this.${name}`),
  loads: () => undefined,
};
