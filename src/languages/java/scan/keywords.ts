import { bytesOf } from "../../../files/source-bytes.ts";
import type { Context } from "./context.ts";
import type { Headers } from "./header.ts";
import { afterCase, afterInstanceof, afterJump, afterNew, afterTwoColons, afterWord, dot } from "./tokens.ts";
import { isRecordHeader, type Word, word } from "./words.ts";

/** Reads words by what they mean. */
export class Keywords {
  readonly #text: string;
  readonly #bytes: Uint8Array;
  readonly #context: Context;
  readonly #headers: Headers;

  constructor(text: string, context: Context, headers: Headers) {
    this.#text = text;
    this.#bytes = bytesOf(text);
    this.#context = context;
    this.#headers = headers;
  }

  /** Where to read on after the word between two offsets; -1 where it is a name like any other. */
  read(special: Word, start: number, end: number): number {
    const context = this.#context;
    const member = context.last === dot || context.last === afterTwoColons;
    switch (special) {
      case word.new:
        context.patterns.inInstanceof = false;
        context.brackets.create(end);
        context.last = afterNew;
        return end;
      case word.case:
        context.patterns.inCaseLabel = true;
        context.last = afterCase;
        return end;
      case word.jump:
        context.last = afterJump;
        return end;
      case word.instanceof:
        context.patterns.inInstanceof = true;
        context.last = afterInstanceof;
        return end;
      case word.access:
        context.types.modify(this.#bytes[start + 1] === 114 && end - start === 7 ? "private" : "open");
        context.endWord(start, end);
        return end;
      case word.self:
        context.endWord(start, end);
        return end;
      case word.class:
      case word.interface:
      case word.enum:
        if (!member) return this.#declare(special, end);
        context.endWord(start, end);
        return end;
      case word.record:
        return !member && isRecordHeader(this.#text, this.#bytes, end) ? this.#declare(special, end) : -1;
      case word.import:
      case word.package:
        if (context.brackets.depth > 0) context.doubtAt("unbalanced", start);
        return this.#header(special === word.package ? "package" : "import", start, end);
      case word.when:
        // Guard: it follows a pattern, outside of its parentheses. Anywhere else it is a name.
        if (!context.patterns.endsBefore(context.last, context.brackets.top)) return -1;
        context.patterns.inCaseLabel = false;
        context.last = 61;
        return end;
      default:
        return -1;
    }
  }

  #declare(special: Word, end: number): number {
    const nameEnd = this.#context.declare(special, this.#context.skip(end));
    return nameEnd < 0 ? end : nameEnd;
  }

  #header(keyword: "package" | "import", start: number, end: number): number {
    const context = this.#context;
    const { next, whole } = this.#headers.read(end, keyword);
    if (!whole) context.doubtAt(keyword, start);
    context.last = whole ? 59 : afterWord;
    context.wordStart = -1;
    return next;
  }
}
