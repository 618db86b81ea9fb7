/**
 * The top of a Scala file, of Scala 2 and 3.
 * @see https://docs.scala-lang.org/scala3/reference/syntax.html
 */
import type { FoundImport } from "../facts/found.ts";
import { Cursor, token } from "./cursor.ts";
import { endOfBackticks, endOfCharacter, endOfString, type Lexicon } from "./lexicon.ts";
import { fileName, isOpening, longestName, type Outline, readDotted, skipAnnotation } from "./outline.ts";
import { readScalaImport } from "./scala-imports.ts";

const lexicon: Lexicon = {
  nestedComments: true,
  literalStarts: "\"'`",
  endOfLiteral(text, at, endOfGroup) {
    const code = text.charCodeAt(at);
    // Else a symbol or a quote: `'shop`, `'{ 1 }`.
    if (code === 39) return endOfCharacter(text, at);
    if (code === 96) return endOfBackticks(text, at);
    if (code !== 34) return at;
    // A string with a word right before it is interpolated: `s"$shop"`.
    const dollars = /[\w$]/.test(text.charAt(at - 1)) ? 1 : 0;
    if (text.startsWith('"""', at)) {
      const raw = { delimiter: '"""', backslash: false, lines: true, trailing: true, dollars };
      return endOfString(text, at + 3, raw, endOfGroup);
    }
    const plain = { delimiter: '"', backslash: true, lines: false, dollars, dollarEscapes: true };
    return endOfString(text, at + 1, plain, endOfGroup);
  },
};

export function readScala(path: string, text: string): Outline {
  return new ScalaReader(path, text).read();
}

/** Where statements are of one package: the file, or what a package clause holds. */
interface Region {
  package: string;
  /** The column of its statements; what stands further to the right belongs to one of them. -1 before the first. */
  column: number;
  /** What ends it: a bracket, the first line that is no further to the right than its clause, or the end of the file. */
  readonly end: "bracket" | "file" | { readonly upTo: number };
}

const widestColumn = 400;

const typeWords: ReadonlySet<string> = new Set(["class", "trait", "object", "enum"]);
const memberWords: ReadonlySet<string> = new Set(["def", "val", "var", "type", "given"]);

class ScalaReader {
  readonly #cursor: Cursor;
  readonly #path: string;
  readonly #imports: FoundImport[] = [];
  readonly #types = new Set<string>();
  readonly #members = new Set<string>();
  readonly #regions: [Region, ...Region[]] = [{ package: "", column: -1, end: "file" }];
  /** The file's own package: of the clauses before everything else. */
  #package: string | undefined;

  constructor(path: string, text: string) {
    this.#path = path;
    this.#cursor = new Cursor(text, lexicon);
  }

  read(): Outline {
    const cursor = this.#cursor;
    cursor.next();
    // Whether a statement of the region begins here, after annotations and modifiers: any other words.
    let begins = true;
    let isNewLine = true;
    while (cursor.kind !== token.end) {
      const { kind, code } = cursor;
      if (kind === token.newline || code === 59) {
        isNewLine ||= kind === token.newline;
        begins = true;
        cursor.next();
        continue;
      }
      if (isNewLine) begins = this.#isStatement(this.#column());
      isNewLine = false;
      if (kind === token.word && begins) {
        const read = this.#word();
        if (read === "modifier") cursor.next();
        else begins = read === "ended";
        continue;
      }
      if (code === 64) {
        skipAnnotation(cursor);
        continue;
      }
      if (isOpening(code)) {
        cursor.skipGroup();
        // `private[shop] class`
        if (code !== 91) begins = code === 123;
      } else if (code === 125 && this.#regions.at(-1)?.end === "bracket") {
        this.#regions.pop();
        begins = true;
      } else if (code === 125 || code === 41 || code === 93) cursor.doubt("unbalanced");
      else begins = false;
      cursor.next();
    }
    const { flaw } = cursor;
    const [types, members] = [[...this.#types], [...this.#members]];
    return { package: this.#package ?? this.#regions[0].package, imports: this.#imports, types, members, flaw };
  }

  get #region(): Region {
    return this.#regions.at(-1) ?? this.#regions[0];
  }

  /** In characters: who mixes blanks and tabs has no order in them anyway. What stands further to the right is no statement. */
  #column(): number {
    const { text, start } = this.#cursor;
    const widest = Math.min(start, widestColumn);
    for (let column = 0; column < widest; column++) if (text.charCodeAt(start - column - 1) === 10) return column;
    return widest;
  }

  /**
   * Whether what begins a line at a column is a statement of the region itself, and not within one by its indentation.
   * @see https://docs.scala-lang.org/scala3/reference/other-new-features/indentation.html
   */
  #isStatement(column: number): boolean {
    for (let { end } = this.#region; typeof end === "object" && column <= end.upTo; { end } = this.#region) {
      this.#regions.pop();
    }
    const region = this.#region;
    if (region.column < 0) region.column = column;
    return column <= region.column;
  }

  /** Reads what a word begins; but for modifiers, the cursor is left on the token after what was read of it. */
  #word(): "modifier" | "begun" | "ended" {
    const cursor = this.#cursor;
    if (cursor.is("import")) {
      readScalaImport(cursor, this.#imports);
      return "begun";
    }
    if (cursor.is("package")) return this.#packageClause();
    if (cursor.is("end")) return this.#endMarker();
    const word = cursor.word();
    const isType = typeWords.has(word);
    if (!isType && !memberWords.has(word)) return "modifier";
    cursor.nextOnAnyLine();
    if (cursor.kind !== token.word) return "begun";
    const name = this.#qualified(cursor.word());
    cursor.next();
    if (!isType) {
      // `given Ordering[Book] with`: without a name.
      if (word !== "given" || cursor.code === 58) this.#members.add(name);
      // https://docs.scala-lang.org/scala3/reference/dropped-features/package-objects.html
      if (word !== "type") this.#types.add(this.#qualified(`${fileName(this.#path)}$package`));
      return "begun";
    }
    this.#types.add(name);
    // Java names the class of an object by this.
    if (word === "object") this.#types.add(`${name}$`);
    return "begun";
  }

  /**
   * `end val`, `end Shop`: what stands after the word begins nothing.
   * @see https://docs.scala-lang.org/scala3/reference/other-new-features/indentation.html#the-end-marker
   */
  #endMarker(): "begun" {
    const cursor = this.#cursor;
    if (cursor.next() === token.word) cursor.next();
    return "begun";
  }

  /** A name with its package below the file's own. */
  #qualified(name: string): string {
    this.#package ??= this.#regions[0].package;
    const { package: within } = this.#region;
    if (within === this.#package) return name;
    const below = this.#package === "" ? within : within.slice(this.#package.length + 1);
    return `${below}.${name}`;
  }

  /** `package shop`, `package shop { ... }`, `package shop:`, `package object shop` */
  #packageClause(): "begun" | "ended" {
    const cursor = this.#cursor;
    const column = this.#column();
    cursor.next();
    if (cursor.is("object")) {
      cursor.next();
      if (cursor.kind === token.word) this.#members.add(this.#qualified(cursor.word()));
      cursor.next();
      return "begun";
    }
    const name = readDotted(cursor)?.name ?? "";
    const region = this.#region;
    const joined = region.package === "" ? name : `${region.package}.${name}`;
    const full = joined.length > longestName ? region.package : joined;
    if (cursor.code !== 123 && cursor.code !== 58) {
      // All that follows in the region is of it: clauses after each other are within each other.
      region.package = full;
      return "ended";
    }
    this.#package ??= this.#regions[0].package;
    this.#regions.push({ package: full, column: -1, end: cursor.code === 123 ? "bracket" : { upTo: column } });
    cursor.next();
    // The first statement may stand on the line of the bracket.
    if (cursor.kind === token.word) this.#region.column = this.#column();
    return "ended";
  }
}
