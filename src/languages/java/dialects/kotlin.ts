/**
 * The top of a Kotlin file.
 * @see https://kotlinlang.org/spec/syntax-and-grammar.html
 */
import type { FoundImport } from "../facts/found.ts";
import { Cursor, token } from "./cursor.ts";
import { endOfBackticks, endOfCharacter, endOfString, type Lexicon } from "./lexicon.ts";
import { fileName, isOpening, type Outline, readDotted, skipAngles, skipAnnotation } from "./outline.ts";

const lexicon: Lexicon = {
  nestedComments: true,
  literalStarts: "\"'`",
  endOfLiteral(text, at, endOfGroup) {
    const code = text.charCodeAt(at);
    if (code === 39) return endOfCharacter(text, at);
    if (code === 96) return endOfBackticks(text, at);
    if (code !== 34) return at;
    // Multi-dollar interpolation: `$$"""{ "shop": "$${name}" }"""`.
    let dollars = 0;
    while (text.charCodeAt(at - 1 - dollars) === 36) dollars++;
    const templates = { dollars: Math.max(1, dollars) };
    if (text.startsWith('"""', at)) {
      const raw = { delimiter: '"""', backslash: false, lines: true, trailing: true };
      return endOfString(text, at + 3, { ...raw, ...templates }, endOfGroup);
    }
    return endOfString(text, at + 1, { delimiter: '"', backslash: true, lines: false, ...templates }, endOfGroup);
  },
};

export function readKotlin(path: string, text: string): Outline {
  return new KotlinReader(path, text).read();
}

class KotlinReader {
  readonly #cursor: Cursor;
  readonly #imports: FoundImport[] = [];
  readonly #types = new Set<string>();
  readonly #members = new Set<string>();
  #package = "";
  #facade: string;
  /** `expect`: another file has the class that is compiled. */
  #isExpected = false;

  constructor(path: string, text: string) {
    this.#cursor = new Cursor(text, lexicon);
    this.#facade = facadeOf(fileName(path));
  }

  read(): Outline {
    const cursor = this.#cursor;
    cursor.next();
    // A declaration begins a statement, after annotations and modifiers: any other words.
    let begins = true;
    while (cursor.kind !== token.end) {
      const { kind, code } = cursor;
      if (kind === token.newline || code === 59) begins = true;
      else if (kind === token.word && begins) {
        const next = this.#word();
        if (next !== "modifier") {
          begins = next === "ended";
          continue;
        }
      } else if (code === 64) {
        this.#annotation();
        continue;
      } else if (isOpening(code)) {
        cursor.skipGroup();
        if (code === 123) begins = true;
      } else if (code === 125 || code === 41 || code === 93) cursor.doubt("unbalanced");
      else begins = false;
      cursor.next();
    }
    const { flaw } = cursor;
    return {
      package: this.#package,
      imports: this.#imports,
      types: [...this.#types],
      members: [...this.#members],
      flaw,
    };
  }

  /** Reads what a word begins; the cursor is left on the token after what was read of it. */
  #word(): "modifier" | "begun" | "ended" {
    const cursor = this.#cursor;
    if (cursor.is("class") || cursor.is("interface") || cursor.is("object")) {
      cursor.nextOnAnyLine();
      if (cursor.kind === token.word) this.#declare(this.#types);
      return "begun";
    }
    if (cursor.is("fun")) {
      cursor.nextOnAnyLine();
      // `fun interface Visitor`
      return cursor.is("interface") ? this.#word() : this.#callable();
    }
    if (cursor.is("val") || cursor.is("var")) {
      cursor.nextOnAnyLine();
      return this.#callable();
    }
    if (cursor.is("typealias")) {
      cursor.nextOnAnyLine();
      if (cursor.kind === token.word) this.#declare(this.#members);
      return "begun";
    }
    if (cursor.is("package")) {
      cursor.next();
      this.#package = readDotted(cursor)?.name ?? "";
      return "ended";
    }
    if (cursor.is("import")) {
      this.#import();
      return "ended";
    }
    this.#isExpected ||= cursor.is("expect");
    return "modifier";
  }

  #declare(names: Set<string>): void {
    if (!this.#isExpected) names.add(this.#cursor.word());
    this.#isExpected = false;
    this.#cursor.next();
  }

  /** A function or property, from what follows `fun` or `val`: its name is the last one before what is not a name. */
  #callable(): "begun" {
    const cursor = this.#cursor;
    if (cursor.code === 60) skipAngles(cursor);
    let name = "";
    for (;;) {
      const { kind, code } = cursor;
      if (kind === token.word) {
        // `val size get() = 1`: a word after a blank is no part of it.
        if (name !== "" && cursor.text.charCodeAt(cursor.start - 1) !== 46) break;
        name = cursor.word();
        cursor.next();
      } else if (code === 64) skipAnnotation(cursor);
      else if (code === 60) skipAngles(cursor);
      else if (code === 46 || code === 63) cursor.nextOnAnyLine();
      else if (code === 40 && name === "") {
        // The type of a receiver, `fun (() -> Unit).repeat()`, or the parameters of a function without a name.
        cursor.skipGroup();
        cursor.next();
      } else break;
    }
    if (name === "") return "begun";
    if (!this.#isExpected) {
      this.#members.add(name);
      if (this.#facade !== "") this.#types.add(this.#facade);
    }
    this.#isExpected = false;
    return "begun";
  }

  /** `import shop.Cart`, `import shop.Cart as Basket`, `import shop.*` */
  #import(): void {
    const cursor = this.#cursor;
    cursor.next();
    const found = readDotted(cursor);
    if (found === undefined) return;
    const { name: specifier, start, end } = found;
    const onDemand = cursor.code === 42;
    this.#imports.push({ kind: onDemand ? "on-demand" : "import", specifier, start, end });
    if (onDemand) cursor.next();
    if (!cursor.is("as")) return;
    cursor.next();
    cursor.next();
  }

  /** `@file:JvmName("Shops")` names the class of the functions and properties of the file. */
  #annotation(): void {
    const cursor = this.#cursor;
    const { text, start } = cursor;
    skipAnnotation(cursor);
    const named = /^@file:\s*(?:\[[^\]]*?\b)?(?:kotlin\.jvm\.)?JvmName\s*\(\s*(?:name\s*=\s*)?"([\w$]+)"\s*\)/;
    const found = named.exec(text.slice(start, cursor.start))?.[1];
    if (found === undefined) return;
    this.#facade = found;
  }
}

/**
 * The class of what a file has outside of classes: `shop-desk.kt` is `Shop_deskKt`.
 * @see https://kotlinlang.org/docs/java-to-kotlin-interop.html#package-level-functions
 */
function facadeOf(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{Nd}]/gu, "_");
  const first = plain.charAt(0);
  return `${/^\p{Nd}/u.test(plain) ? `_${first}` : first.toUpperCase()}${plain.slice(1)}Kt`;
}
