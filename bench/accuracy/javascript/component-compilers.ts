/** What the frameworks' own compilers say that a component or a page imports. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { JavaScriptCache } from "../../corpus/javascript-cache.ts";
import type { TypeScript } from "./typescript-api.ts";

export interface ComponentCompiler {
  readonly ending: string;
  /** The name and version of the tool. */
  readonly tool: string;
  /** Specifiers as written; throws on what the compiler refuses. */
  readonly specifiers: (source: string, path: string) => Promise<readonly string[]>;
}

export async function componentCompilers(cache: JavaScriptCache): Promise<readonly ComponentCompiler[]> {
  const typescript = cache.load<TypeScript>("typescript");
  const inCode = (code: string): readonly string[] =>
    typescript.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
  return [vue(cache, inCode), svelte(cache), astro(cache, inCode), await mdx(cache, inCode)];
}

type CodeReader = (code: string) => readonly string[];

function named(cache: JavaScriptCache, name: string): string {
  return `${name} ${cache.version(name)}`;
}

interface VueBlock {
  readonly content: string;
  readonly src?: string;
}

interface VueCompiler {
  parse(source: string): {
    readonly descriptor: {
      readonly script: VueBlock | null;
      readonly scriptSetup: VueBlock | null;
      readonly template: VueBlock | null;
      readonly styles: readonly VueBlock[];
    };
    readonly errors: readonly Error[];
  };
}

function vue(cache: JavaScriptCache, inCode: CodeReader): ComponentCompiler {
  const { parse } = cache.load<VueCompiler>("@vue/compiler-sfc");
  return {
    ending: ".vue",
    tool: named(cache, "@vue/compiler-sfc"),
    async specifiers(source) {
      const { descriptor, errors } = parse(source);
      if (errors[0] !== undefined) throw errors[0];
      const { script, scriptSetup, template, styles } = descriptor;
      const blocks = [script, scriptSetup, template, ...styles].filter((each) => each !== null);
      const scripts = [script, scriptSetup].flatMap((each) => inCode(each?.content ?? ""));
      return [...scripts, ...blocks.flatMap(({ src }) => src ?? [])];
    },
  };
}

interface SvelteCompiler {
  parse(source: string, options: { readonly modern: true }): unknown;
}

function svelte(cache: JavaScriptCache): ComponentCompiler {
  const require = createRequire(join(cache.tool("svelte"), "..", "package.json"));
  const { parse }: SvelteCompiler = require("svelte/compiler");
  return {
    ending: ".svelte",
    tool: named(cache, "svelte"),
    // Its tree has the code of the markup, too.
    specifiers: async (source) => inTree(parse(source, { modern: true })),
  };
}

const importNodes = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
]);

function inTree(tree: unknown): readonly string[] {
  const found: string[] = [];
  const pending = [tree];
  while (pending.length > 0) {
    const node = pending.pop();
    if (typeof node !== "object" || node === null) continue;
    if ("type" in node && typeof node.type === "string" && importNodes.has(node.type) && "source" in node) {
      const { source } = node;
      if (typeof source === "object" && source !== null && "value" in source && typeof source.value === "string") {
        found.push(source.value);
      }
    }
    pending.push(...Object.values(node));
  }
  return found;
}

interface AstroCompiler {
  transform(
    source: string,
    options: { readonly filename: string; readonly internalURL: string },
  ): Promise<{
    readonly code: string;
    readonly scripts: readonly { readonly code?: string; readonly src?: string }[];
    readonly diagnostics: readonly { readonly severity: number; readonly text: string }[];
  }>;
}

const runtime = "runtime of astro";

function astro(cache: JavaScriptCache, inCode: CodeReader): ComponentCompiler {
  const { transform } = cache.load<AstroCompiler>("@astrojs/compiler");
  return {
    ending: ".astro",
    tool: named(cache, "@astrojs/compiler"),
    async specifiers(source, path) {
      const { code, scripts, diagnostics } = await transform(source, { filename: path, internalURL: runtime });
      const error = diagnostics.find(({ severity }) => severity === 1);
      if (error !== undefined) throw new Error(error.text);
      const own = inCode(code).filter((each) => each !== runtime && !each.startsWith(`${path}?`));
      return [...own, ...scripts.flatMap(({ code: inline = "", src }) => src || inCode(inline))];
    },
  };
}

interface MdxCompiler {
  compile(
    source: string,
    options: { readonly jsx: true; readonly remarkPlugins: readonly unknown[] },
  ): Promise<{ toString(): string }>;
}

async function mdx(cache: JavaScriptCache, inCode: CodeReader): Promise<ComponentCompiler> {
  const { compile }: MdxCompiler = await import(entry(cache, "@mdx-js/mdx"));
  const { default: frontMatter }: { readonly default: unknown } = await import(entry(cache, "remark-frontmatter"));
  return {
    ending: ".mdx",
    tool: named(cache, "@mdx-js/mdx"),
    specifiers: async (source) => inCode(`${await compile(source, { jsx: true, remarkPlugins: [frontMatter] })}`),
  };
}

/** Of a tool that can only be imported. */
function entry(cache: JavaScriptCache, name: string): string {
  return pathToFileURL(join(cache.tool(name), name, "index.js")).href;
}
