/** Reads a whole module by its logical lines, with no tree: the first tier's work. */
import type { SourceText } from "../../../files/source-text.ts";
import { guard, insideFunction } from "../facts/guards.ts";
import type { ImportRecord, Surroundings } from "../facts/import-record.ts";
import { readImportStatement } from "../facts/import-statement.ts";
import { KnownNames } from "../facts/known-names.ts";
import { isPackageFile } from "../package-file.ts";
import { addHeaderNames, addSimpleNames } from "./bindings.ts";
import { blanksEnd, newlineEnd } from "./byte-skips.ts";
import type { Doubt } from "./doubt.ts";
import { Lexer } from "./lexer.ts";
import { type Line, state, type Stop } from "./tokens.ts";
import { toLogicalLine } from "./indentation.ts";
import {
  type Body,
  branchOf,
  closeStatement,
  headerGuards,
  type Level,
  markCaught,
  newLevel,
  openBranch,
} from "./levels.ts";
import type { Extent, ModuleReading } from "./module-reading.ts";
import { WatchedStrings } from "./watched-strings.ts";
import { type Leading, leadingWord, mayBeginSoftHeader, standsAlone } from "./words.ts";

export function readModule(file: SourceText, extent: Extent): ModuleReading {
  const reader = new ModuleReader(file, extent);
  reader.read();
  const { records, names, bound, lexer } = reader;
  const reading = { records, names, bound, told: reader.strings.told() };
  return lexer.doubt === undefined ? reading : { ...reading, doubt: { reason: lexer.doubt, at: lexer.doubtAt } };
}

const topLevel: Body = { flags: 0, branch: undefined, functions: 0 };

class ModuleReader {
  readonly lexer: Lexer;
  readonly records: ImportRecord[] = [];
  readonly names: KnownNames;
  readonly strings: WatchedStrings;
  readonly bound = new Set<string>();
  /** For each record, how many functions are around it. */
  readonly #functionsAround: number[] = [];
  readonly #text: string;
  readonly #bytes: Uint8Array;
  readonly #isPackage: boolean;
  readonly #isStub: boolean;
  readonly #levels: Level[] = [];
  #level: Level = newLevel(0, 0, topLevel);
  /** What is around the statement at hand: what its level has, but in a body on the header's line. */
  #around: Body = topLevel;
  /** What the block of the last header will have, while it is still to come. */
  #pending: Body | undefined;
  #inline = false;
  readonly #line = { at: 0, indent: 0, narrow: 0, joined: false, marked: [] };

  readonly #extent: Extent;

  constructor({ path, text }: SourceText, extent: Extent) {
    this.#text = text;
    this.#extent = extent;
    this.lexer = new Lexer(text);
    this.names = new KnownNames(path);
    this.strings = new WatchedStrings(this.lexer, path, this.names);
    this.#bytes = this.lexer.bytes;
    this.#isPackage = extent === "everything" && isPackageFile(path);
    this.#isStub = path.endsWith(".pyi");
  }

  read(): void {
    const { lexer } = this;
    while (this.#beginLine()) {
      let more = true;
      while (more) {
        more = this.#statement();
        if (lexer.doubt !== undefined) return;
      }
      this.#inline = false;
    }
    if (lexer.doubt === undefined) this.#finish();
  }

  /** Goes to the first token of the next logical line and into or out of its block; false at the end, or on a doubt. */
  #beginLine(): boolean {
    const line = this.#line;
    line.at = this.lexer.at;
    const found = toLogicalLine(this.#bytes, this.#text.length, line);
    this.lexer.at = line.at;
    if (line.marked.length > 0) this.strings.readComments(line.marked);
    if (!found) return false;
    if (line.joined && this.#extent === "everything") return this.#doubt("indentation", line.at);
    return this.#indent(line.indent, line.narrow);
  }

  /** @see https://docs.python.org/3/reference/lexical_analysis.html#indentation */
  #indent(indent: number, narrow: number): boolean {
    const { at } = this.lexer;
    if (this.#pending !== undefined) {
      if (indent <= this.#level.indent || narrow <= this.#level.narrow) return this.#doubt("block", at);
      this.#levels.push(this.#level);
      this.#level = newLevel(indent, narrow, this.#pending);
      this.#pending = undefined;
    } else {
      while (indent < this.#level.indent) {
        if (!closeStatement(this.#level)) return this.#doubt("block", at);
        this.#level = this.#levels.pop() ?? this.#level;
      }
      if (indent !== this.#level.indent || narrow !== this.#level.narrow) return this.#doubt("indentation", at);
    }
    this.#around = this.#level;
    return true;
  }

  #finish(): void {
    const end = this.#text.length;
    if (this.#pending !== undefined) this.#doubt("block", end);
    if (![...this.#levels, this.#level].every(closeStatement)) this.#doubt("block", end);
  }

  #doubt(reason: Doubt, at: number): false {
    this.lexer.fail(reason, at);
    return false;
  }

  /** Reads the statement at `at`; whether another one follows on its line. */
  #statement(): boolean {
    const { lexer } = this;
    const start = lexer.at;
    const word = leadingWord(this.#bytes, start);
    switch (word) {
      case "":
        return this.#simple(start);
      case "import":
      case "from":
        return this.#import(start);
      case "lazy":
        return this.#lazy(start, blanksEnd(this.#bytes, start + word.length));
      case "match":
      case "case":
        return this.#soft(start, word);
      case "async": {
        const next = blanksEnd(this.#bytes, start + word.length);
        const header = leadingWord(this.#bytes, next);
        if (header !== "def" && header !== "for" && header !== "with") return this.#doubt("operand", start);
        return this.#header(next, header);
      }
      default:
        return this.#header(start, word);
    }
  }

  #simple(start: number): boolean {
    const { lexer } = this;
    if (!this.#begin()) return this.#doubt("block", start);
    // A decorator is an expression after its sign.
    const first = this.#bytes[start] ?? 0;
    const isDecorator = first === 64;
    if (first >= 65 && first <= 90) this.strings.readConstant(start);
    lexer.at = isDecorator ? start + 1 : start;
    const stop = this.#skim(isDecorator ? state.operator : state.start, "simple");
    if (stop !== "doubt" && this.#binds()) this.#bindSimple(start);
    return this.#afterStatement(stop);
  }

  /** Whether a statement may begin that is no branch. One on its header's line leaves the header open for branches. */
  #begin(): boolean {
    return this.#inline || closeStatement(this.#level);
  }

  #skim(from: number, line: Line): Stop {
    const { lexer } = this;
    const stop = lexer.skim(from, line);
    if (lexer.watched.length > 0 && stop !== "doubt" && this.#extent === "everything") this.#readWatched();
    return lexer.doubt === undefined ? stop : "doubt";
  }

  #readWatched(): void {
    const found = this.strings.read(this.#around);
    if (typeof found === "number") this.#doubt("dynamic", found);
    else for (const record of found) this.#record(record);
  }

  #record(record: ImportRecord): void {
    this.records.push(record);
    this.#functionsAround.push(this.#around.functions);
  }

  #binds(): boolean {
    return this.#isPackage && (this.#around.flags & guard.inner) === 0;
  }

  #bindSimple(start: number): void {
    if (!addSimpleNames(this.lexer, start, this.#isStub ? "stub" : "module", this.bound)) this.#doubt("binding", start);
  }

  #afterStatement(stop: Stop): boolean {
    const { lexer } = this;
    switch (stop) {
      case "semicolon": {
        lexer.at = blanksEnd(this.#bytes, lexer.at + 1);
        const code = this.#bytes[lexer.at];
        if (code === 59) return this.#doubt("operand", lexer.at);
        return !lexer.atLineEnd();
      }
      case "newline":
        lexer.at = newlineEnd(this.#bytes, lexer.at);
        return false;
      default:
        return false;
    }
  }

  /** Runs at the first use of what it binds: https://peps.python.org/pep-0810/. Before anything else the word is a name. */
  #lazy(start: number, next: number): boolean {
    const word = leadingWord(this.#bytes, next);
    if (word !== "import" && word !== "from") return this.#simple(start);
    const { flags, branch } = this.#around;
    return this.#import(next, { flags: flags | guard.local, branch });
  }

  #import(start: number, around: Surroundings = this.#around): boolean {
    const { lexer } = this;
    if (!this.#begin()) return this.#doubt("block", start);
    const statement = readImportStatement(this.#text, start, around);
    if (statement === undefined) return this.#doubt("import", start);
    const unspelled = this.names.learn(statement.records, statement.bound) && this.strings.watch() === "unspelled";
    if (unspelled && this.#extent === "everything") return this.#doubt("dynamic", start);
    for (const record of statement.records) this.#record(record);
    if (this.#binds()) for (const name of statement.bound) this.bound.add(name);
    lexer.at = blanksEnd(this.#bytes, statement.end);
    const code = this.#bytes[lexer.at];
    if (code === 59) return this.#afterStatement("semicolon");
    return lexer.atLineEnd() ? false : this.#doubt("import", lexer.at);
  }

  /** `match` and `case` begin a header only if a colon ends it; they are names elsewhere. */
  #soft(start: number, word: string): boolean {
    const { lexer } = this;
    const after = start + word.length;
    if (!mayBeginSoftHeader(this.#bytes, blanksEnd(this.#bytes, after))) return this.#simple(start);
    if (!this.#begin()) return this.#doubt("block", start);
    lexer.at = start;
    const stop = this.#skim(state.start, "header");
    if (stop !== "colon") {
      if (stop !== "doubt" && this.#binds()) this.#bindSimple(start);
      return this.#afterStatement(stop);
    }
    if (this.#binds()) return this.#doubt("binding", start);
    return this.#body(this.#around);
  }

  /** Reads a compound statement's header, or that of one of its branches, and goes into its body. */
  #header(start: number, word: Leading): boolean {
    const { lexer } = this;
    if (this.#inline) return this.#doubt("block", start);
    const wasOpen = this.#level.open;
    const guards = openBranch(this.#level, word, this.records.length);
    if (guards === undefined) return this.#doubt("block", start);
    const after = start + word.length;
    lexer.at = after;
    const stop = this.#skim(standsAlone(word) ? state.keyword : state.operator, "header");
    if (stop === "doubt") return false;
    if (stop !== "colon") return this.#doubt("colon", start);
    if (this.#binds() && !addHeaderNames(lexer, word, after, this.bound)) return this.#doubt("binding", start);
    const { flags, functions } = this.#around;
    const isFunction = word === "def";
    return this.#body({
      flags: isFunction ? insideFunction(flags) : flags | guards | this.#guards(word, after),
      branch: branchOf(this.#level, word, wasOpen, after, lexer.at),
      functions: isFunction ? functions + 1 : functions,
    });
  }

  #guards(word: Leading, after: number): number {
    const added = headerGuards(this.#text, word, after, this.lexer.at, this.names);
    if (word === "except" && added !== 0) markCaught(this.#level, this.records, this.#functionsAround);
    return added;
  }

  /** Past the colon of a header: its body follows on the line, or in a block to come. */
  #body(body: Body): boolean {
    const { lexer } = this;
    lexer.at = blanksEnd(this.#bytes, lexer.at + 1);
    if (lexer.atLineEnd()) {
      this.#pending = body;
      return false;
    }
    this.#around = body;
    this.#inline = true;
    return true;
  }
}
