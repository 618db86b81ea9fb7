/**
 * The parsers' host: tree-sitter and Babel, loaded when a file first needs them, once a thread. Nothing here knows what
 * a tree is read for.
 */
import { createRequire } from "node:module";
import type * as Babel from "@babel/parser";
import type { File } from "@babel/types";
import type Parser from "tree-sitter";

export type SyntaxNode = Parser.SyntaxNode;
export type BabelFile = Babel.ParseResult<File>;

export interface GrammarTree {
  readonly kind: "tree-sitter";
  readonly root: SyntaxNode;
}

/** The tree of one file, for the language's own facts and for the bridges that read the same tree. */
export type SyntaxTree = GrammarTree | { readonly kind: "babel"; readonly file: BabelFile };

/** The grammar took longer on one file than any real file takes: some inputs cost it the square of their length. */
export class ParseTimeout extends Error {
  override readonly name = "ParseTimeout";
}

/** Milliseconds. Far above any real file: at 5 MB/s, the slowest measured, 5 MB of generated code take one second. */
const defaultTimeout = 10_000;

/** A grammar by the name of its package: `tree-sitter-java`. */
export type Grammar = "java" | "python" | "javascript";

export interface Syntax {
  /**
   * Never fails on syntax: what cannot be read is an ERROR node. Offsets and columns count UTF-16 code units.
   * Throws `ParseTimeout`.
   */
  parse(grammar: Grammar, text: string): SyntaxNode;
  /** Throws Babel's SyntaxError (with `loc` and `pos`), or a RangeError when brackets are nested too deep. */
  babel(text: string, options: Babel.ParserOptions): BabelFile;
}

/** A host with nothing loaded yet. `timeout`: milliseconds after which tree-sitter gives up on a file. */
export function createSyntax(timeout: number = defaultTimeout): Syntax {
  const require = createRequire(import.meta.url);
  // Written out, so that tools that read imports see them.
  const grammars: Readonly<Record<Grammar, () => unknown>> = {
    java: () => require("tree-sitter-java"),
    python: () => require("tree-sitter-python"),
    javascript: () => require("tree-sitter-javascript"),
  };
  const parsers = new Map<Grammar, Parser>();
  let babel: typeof Babel | undefined;
  return {
    parse(grammar, text) {
      let parser = parsers.get(grammar);
      if (parser === undefined) {
        const TreeSitter: typeof Parser = require("tree-sitter");
        parser = new TreeSitter();
        parser.setLanguage(grammars[grammar]());
        parser.setTimeoutMicros(timeout * 1000);
        parsers.set(grammar, parser);
      }
      // The default buffer holds 32 K characters and larger inputs are refused: give it room for all, and the end.
      const tree: Parser.Tree | null | undefined = parser.parse(text, undefined, { bufferSize: text.length * 2 + 2 });
      if (tree) return tree.rootNode;
      parser.reset();
      throw new ParseTimeout(`the grammar took over ${timeout / 1000} s`);
    },
    babel(text, options) {
      babel ??= require("@babel/parser") as typeof Babel;
      return babel.parse(text, options);
    },
  };
}
