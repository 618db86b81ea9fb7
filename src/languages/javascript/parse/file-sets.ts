/** Calls that a bundler answers with all files of a kind. */
import type { Node } from "@babel/types";
import { type CallImport, importAt, type More, type Place } from "./call-import.ts";
import { literalOf } from "./clauses.ts";

type Call = Extract<Node, { type: "CallExpression" }>;

/**
 * `import.meta.glob(["./*.ts", "!./*.test.ts"], { eager: true })`.
 * @see https://vite.dev/guide/features.html#glob-import
 */
export function metaGlob(node: Call, name: string, place: Place): readonly CallImport[] {
  const [first, options] = node.arguments;
  const list = first?.type === "ArrayExpression" ? first.elements : [first];
  const written = list.flatMap((source) => {
    const specifier = literalOf(source);
    return source === null || source === undefined || specifier === undefined ? [] : [{ source, specifier }];
  });
  const except = written.flatMap(({ specifier }) => (specifier.startsWith("!") ? specifier.slice(1) : []));
  const base = literalOf(property(options, "base"));
  const dynamic = name === "glob" && !isTrue(property(options, "eager"));
  const choice = { except: except.map((each) => based(each, base)) };
  return written
    .filter(({ specifier }) => !specifier.startsWith("!"))
    .map(({ source, specifier }) =>
      importAt("glob", based(specifier, base), source, Object.assign({ dynamic, choice }, place)),
    );
}

/** With `base`, patterns are counted from there. */
function based(pattern: string, base: string | undefined): string {
  return base === undefined || pattern.startsWith("/")
    ? pattern
    : `${base.replace(/\/$/, "")}/${pattern.replace(/^\.\//, "")}`;
}

/**
 * `require.context("./views", true, /\.vue$/)`.
 * @see https://webpack.js.org/guides/dependency-management/#requirecontext
 */
export function requireContext(node: Call, place: Place & More): readonly CallImport[] {
  const [first, deep, filter] = node.arguments;
  const directory = literalOf(first);
  if (first === undefined || directory === undefined) return [];
  const isFlat = deep?.type === "BooleanLiteral" && !deep.value;
  const pattern = `${directory.replace(/\/$/, "")}/${isFlat ? "*" : "**/*"}`;
  const isFiltered = filter?.type === "RegExpLiteral";
  const matching = isFiltered ? { matching: { source: filter.pattern, flags: filter.flags } } : {};
  const choice = { except: [], ...matching };
  return [importAt("glob", pattern, first, { ...place, dynamic: false, choice })];
}

function property(node: Node | undefined, name: string): Node | undefined {
  if (node?.type !== "ObjectExpression") return undefined;
  for (const each of node.properties) {
    if (each.type === "ObjectProperty" && !each.computed && nameOf(each.key) === name) return each.value;
  }
  return undefined;
}

function nameOf(key: Node): string | undefined {
  return key.type === "Identifier" ? key.name : literalOf(key);
}

function isTrue(node: Node | undefined): boolean {
  return node?.type === "BooleanLiteral" && node.value;
}
