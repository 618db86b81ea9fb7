/** What JavaScript's and Node's own names mean in a command: paths, the runtime, text and array methods. */
import type { Expression } from "../expression.ts";
import { type Fold, joinTexts, type Vocabulary } from "../fold.ts";
import { changed, joinAll, parentOf, same, wordsOfLine } from "../folds.ts";
import { parentPath, lastPart } from "../path-text.ts";
import { asText, concatenate, here, list, self, spread, type Text, text, unknown } from "../value.ts";

/** `new URL(path, base)`: relative to the directory of the base. https://url.spec.whatwg.org/#concept-url-parser */
const url: Fold = ([path, base]) =>
  base === undefined ? asText(path) : joinTexts([changed(base, parentPath), asText(path)]);

const requireResolve: Fold = ([specifier]) => {
  const known = asText(specifier);
  return /^\.\.?(?:\/|$)/u.test(known.text) ? joinTexts([text(here), known]) : unknown;
};

const joinItems: Fold = ([items, separator]) =>
  items?.kind === "list" ? concatenate(items.items, separator === undefined ? "," : asText(separator).text) : unknown;

const concat: Fold = ([first, ...more]) => {
  if (first === undefined) return unknown;
  if (first.kind === "text" && !more.some((each) => each.kind === "list"))
    return concatenate([first, ...more.map(asText)]);
  return list([first, ...more].flatMap((each): readonly Text[] => spread(each)));
};

function inEach(
  modules: readonly string[],
  names: Readonly<Record<string, Fold>>,
): readonly (readonly [string, Fold])[] {
  return modules.flatMap((module) => Object.entries(names).map(([name, fold]) => [`${module}.${name}`, fold] as const));
}

const paths = {
  join: joinAll,
  resolve: joinAll,
  dirname: parentOf,
  normalize: same,
  toNamespacedPath: same,
  basename: ((args) => changed(args[0], lastPart)) satisfies Fold,
};

export const javascriptVocabulary: Vocabulary = {
  constants: new Map([
    ["global.__dirname", here],
    ["global.__filename", `${here}/${self}`],
    ["global.import.meta.dirname", here],
    ["global.import.meta.dir", here],
    ["global.import.meta.filename", `${here}/${self}`],
    ["global.import.meta.url", `${here}/${self}`],
    ["global.process.execPath", "node"],
    ["process.execPath", "node"],
    ["path.sep", "/"],
  ]),
  functions: new Map<string, Fold>([
    ...inEach(["path", "path.posix", "path/posix", "pathe", "upath"], paths),
    ["url.fileURLToPath", same],
    ["url.pathToFileURL", same],
    ["global.URL", url],
    ["url.URL", url],
    ["global.require.resolve", requireResolve],
    ["global.String", same],
    ["global.process.cwd", () => text(".")],
    ["process.cwd", () => text(".")],
  ]),
  methods: new Map<string, Fold>([
    ["toString", same],
    ["trim", same],
    ["flat", same],
    ["filter", same],
    ["join", joinItems],
    ["concat", concat],
    ["split", wordsOfLine],
  ]),
  properties: new Map([
    ["pathname", (of) => of],
    ["href", (of) => of],
  ]),
  wrappers: new Set(["util.promisify"]),
  unbound: (name) => `global.${name}`,
  loads(callee, [specifier]: readonly Expression[]) {
    if (callee !== "global.require" && callee !== "global.import") return undefined;
    return specifier?.kind === "text" ? moduleName(specifier.text) : undefined;
  },
};

/** Node's own modules have two names. */
export function moduleName(specifier: string): string {
  return specifier.startsWith("node:") ? specifier.slice(5) : specifier;
}
