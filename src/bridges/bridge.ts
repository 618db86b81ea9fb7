/** A mechanism by which one language's code reaches another's. One file, or one folder with a file a language, each. */
import type { SourceText } from "../files/source-text.ts";
import type { BridgeFact, FileFacts } from "../model/facts.ts";
import type { SyntaxTree } from "../syntax/syntax.ts";

export interface Bridge {
  /** As in the graph: `process`. */
  readonly mechanism: string;
  /** By language: what it takes to find this bridge in that language's files. */
  readonly readers: Readonly<Record<string, BridgeReader>>;
}

export interface BridgeReader {
  /**
   * Whether a file may hold such a bridge, by what it imports and refers to; where that says too little, by a word of its
   * text. A file that says no is not parsed for it.
   */
  speaks(facts: FileFacts, text: string): boolean;
  /**
   * Pure. In order of `start`.
   * @param tree the file's tree, made when it is first asked for; undefined where no parser can make one
   */
  read(file: SourceText, tree: () => SyntaxTree | undefined): readonly BridgeFact[];
}
