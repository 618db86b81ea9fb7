/**
 * The code of a source file. Of a component's file it is the script alone: all else is blank, so that offsets, lines and
 * columns are those of the whole file.
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { FileFacts } from "../../../model/facts.ts";
import { type Block, blocksOf } from "./components/blocks.ts";
import { mdxParts, type Part } from "./components/mdx.ts";
import { type Dialect, dialectOf } from "./dialect.ts";
import type { FoundImport } from "./found-import.ts";

export interface SourceCode {
  readonly text: string;
  readonly dialect: Dialect;
  /** What the tags of a component name: `<script src="./till.ts">`. */
  readonly includes: readonly FoundImport[];
  /** Whether its name does not tell its dialect. */
  readonly isComponent: boolean;
}

type Reader = (text: string) => Omit<SourceCode, "isComponent">;

/** By ending. */
const readers: Readonly<Record<string, Reader>> = {
  ".vue": (text) => ofBlocks(text, blocksOf(text)),
  ".svelte": (text) => ofBlocks(text, blocksOf(text)),
  ".astro": astro,
  ".mdx": (text) => ({ text: only(text, mdxParts(text)), dialect: javascript, includes: [] }),
};

export const componentEndings: readonly string[] = Object.keys(readers);

const javascript: Dialect = { typescript: false, declarations: false, jsx: true };
const typescript: Dialect = { typescript: true, declarations: false, jsx: false };

export function sourceCode({ path, text }: SourceText): SourceCode {
  const ending = path.slice(path.lastIndexOf("."));
  if (!Object.hasOwn(readers, ending)) return { text, dialect: dialectOf(path), includes: [], isComponent: false };
  const code = readers[ending]?.(text) ?? { text, dialect: javascript, includes: [] };
  return { ...code, isComponent: true };
}

/** What a component is called in the graph is told by its text. */
export function withDialect(facts: FileFacts, { dialect, isComponent }: SourceCode): FileFacts {
  return isComponent && dialect.typescript ? { ...facts, dialect: "typescript" } : facts;
}

function ofBlocks(text: string, blocks: readonly Block[]): Omit<SourceCode, "isComponent"> {
  const scripts = blocks.filter(({ name }) => name === "script");
  const languages = new Set(scripts.map(({ attributes }) => attributes.get("lang")?.value ?? "js"));
  const isTyped = languages.has("ts") || languages.has("tsx") || languages.has("typescript");
  return {
    text: only(text, scripts),
    dialect: isTyped ? { ...typescript, jsx: languages.has("tsx") } : javascript,
    includes: includesOf(blocks),
  };
}

/**
 * The code between the fences, and scripts that are not handed to the browser as they are.
 * @see https://docs.astro.build/en/basics/astro-components/
 */
function astro(text: string): Omit<SourceCode, "isComponent"> {
  const open = /^\s*---/.exec(text);
  const start = open?.[0].length ?? 0;
  const close = open === null ? 0 : text.indexOf("\n---", start);
  const end = close < 0 ? text.length : close + 1;
  const front = open === null ? [] : [{ start, end }];
  const blocks = blocksOf(blank(text.slice(0, end)) + text.slice(end));
  const own = blocks.filter(({ name, attributes }) => name !== "script" || !attributes.has("is:inline"));
  const scripts = own.filter(({ name }) => name === "script");
  return { text: only(text, [...front, ...scripts]), dialect: typescript, includes: includesOf(own) };
}

/** @see https://vuejs.org/api/sfc-spec.html#src-imports */
function includesOf(blocks: readonly Block[]): readonly FoundImport[] {
  return blocks.flatMap(({ attributes }): readonly FoundImport[] => {
    const source = attributes.get("src");
    if (source === undefined || source.value === "" || source.value.includes("{")) return [];
    const { value: specifier, start, end } = source;
    return [{ kind: "include", specifier, names: [], start, end, typeOnly: false, local: false, optional: false }];
  });
}

/** The text with all but these parts blank; each part is ended as a statement is. */
function only(text: string, parts: readonly Part[]): string {
  let code = "";
  let at = 0;
  for (const { start, end } of parts) {
    code += blank(text.slice(at, start)) + text.slice(start, end);
    at = end;
    // In place of the `<` or `-` of what ends the part: the next part begins anew.
    if (/[<-]/.test(text.charAt(end))) {
      code += ";";
      at++;
    }
  }
  return code + blank(text.slice(at));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
