/** A mechanism by which one language's code reaches another's. One file, or one folder with a file a language, each. */
import type { SourceText } from "../files/source-text.ts";
import type { BridgeFact } from "../model/facts.ts";
import type { SyntaxTree } from "../syntax/syntax.ts";

export interface Bridge {
  /** As in the graph: `process`. */
  readonly mechanism: string;
  /** By language: what it takes to find this bridge in that language's files. */
  readonly readers: Readonly<Record<string, BridgeReader>>;
}

export interface BridgeReader {
  /** A file that holds none of these words has no such bridge, and is not parsed for it. */
  readonly words: readonly string[];
  /** Pure. In order of `start`. */
  read(file: SourceText, tree: SyntaxTree): readonly BridgeFact[];
}
