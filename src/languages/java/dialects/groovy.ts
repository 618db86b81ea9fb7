/**
 * The top of a Groovy file.
 * @see https://groovy-lang.org/syntax.html
 */
import type { FoundImport } from "../facts/found.ts";
import { Cursor, token } from "./cursor.ts";
import { type EndOfGroup, endOfString, type Lexicon } from "./lexicon.ts";
import { fileName, isOpening, type Outline, readDotted, skipAnnotation } from "./outline.ts";

/** Words that an expression may follow: a slash after them begins a string. */
const beforeExpression = /(?:^|[^\w$.])(?:return|case|in|assert|else|throw|instanceof|as)$/;

class GroovyLexicon implements Lexicon {
  readonly nestedComments = false;
  readonly literalStarts = "\"'$";
  /** From here on no slash ends a string: it is not looked for again. */
  #noSlashFrom = Infinity;
  /** The same of a string in dollars and slashes. */
  #noDollarSlashFrom = Infinity;

  endOfLiteral(text: string, at: number, endOfGroup: EndOfGroup): number {
    switch (text.charCodeAt(at)) {
      case 34:
        return quoted(text, at, { quote: '"', dollars: 1 }, endOfGroup);
      case 39:
        return quoted(text, at, { quote: "'", dollars: 0 }, endOfGroup);
      case 36:
        return this.#dollarSlashy(text, at);
      default:
        return this.#slashy(text, at, endOfGroup);
    }
  }

  /** `/shop\/\d+/`, over several lines if need be; a slash after an operand divides. */
  #slashy(text: string, at: number, endOfGroup: EndOfGroup): number {
    if (at >= this.#noSlashFrom || !beginsExpression(text, at)) return at;
    const slashes = { delimiter: "/", backslash: true, lines: true, dollars: 1 };
    const end = endOfString(text, at + 1, slashes, endOfGroup);
    if (end < 0) this.#noSlashFrom = at;
    return end < 0 ? at : end;
  }

  /** `$/ a / b /$`, where `$$` and `$/` are a dollar and a slash. */
  #dollarSlashy(text: string, at: number): number {
    if (text.charCodeAt(at + 1) !== 47 || !beginsExpression(text, at)) return at;
    if (at >= this.#noDollarSlashFrom) return -1;
    for (let end = text.indexOf("/$", at + 2); end >= 0; end = text.indexOf("/$", end + 2)) {
      if (text.charCodeAt(end - 1) !== 36 || text.charCodeAt(end - 2) === 36) return end + 2;
    }
    this.#noDollarSlashFrom = at;
    return -1;
  }
}

function quoted(
  text: string,
  at: number,
  { quote, dollars }: { readonly quote: string; readonly dollars: number },
  endOfGroup: EndOfGroup,
): number {
  const three = quote.repeat(3);
  const lines = text.startsWith(three, at);
  const delimiter = lines ? three : quote;
  return endOfString(text, at + delimiter.length, { delimiter, backslash: true, lines, dollars }, endOfGroup);
}

/** Whether an expression, and no operator, begins at an offset: by what stands before it on its line. */
function beginsExpression(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9) before--;
  const character = text.charAt(before);
  if (/[\w$]/.test(character)) return beforeExpression.test(text.slice(Math.max(0, before - 12), before + 1));
  if (/[)\]}"']/.test(character)) return false;
  return !/(?:\+\+|--)$/.test(text.slice(Math.max(0, before - 1), before + 1));
}

export function readGroovy(path: string, text: string): Outline {
  return new GroovyReader(path, text).read();
}

const modifiers: ReadonlySet<string> = new Set([
  "public",
  "protected",
  "private",
  "static",
  "abstract",
  "final",
  "sealed",
  "non",
  "strictfp",
]);
const declaring: ReadonlySet<string> = new Set(["class", "interface", "trait", "enum", "record"]);

class GroovyReader {
  readonly #cursor: Cursor;
  readonly #path: string;
  readonly #imports: FoundImport[] = [];
  readonly #types = new Set<string>();
  #package = "";
  /** Code outside of types makes the file a class of its own. */
  #isScript = false;

  constructor(path: string, text: string) {
    this.#path = path;
    this.#cursor = new Cursor(text, new GroovyLexicon());
  }

  read(): Outline {
    const cursor = this.#cursor;
    cursor.next();
    let begins = true;
    // Between the name of a type and its body.
    let inHeader = false;
    while (cursor.kind !== token.end) {
      const { kind, code } = cursor;
      if (kind === token.newline || code === 59) begins = true;
      else if (code === 64) {
        if (this.#annotation() === "type") inHeader = true;
        continue;
      } else if (kind === token.word && begins && !inHeader) {
        const read = this.#word();
        if (read === "type") inHeader = true;
        if (read !== "modifier" && read !== "code") continue;
        if (read === "code") {
          this.#isScript = true;
          begins = false;
        }
      } else if (isOpening(code)) {
        cursor.skipGroup();
        if (code === 123) inHeader = false;
        begins = code === 123;
      } else if (code === 125 || code === 41 || code === 93) cursor.doubt("unbalanced");
      // `non-sealed`
      else if (!inHeader && code !== 45) this.#isScript = true;
      cursor.next();
    }
    const script = fileName(this.#path);
    if (this.#isScript && /^[\p{L}_$][\p{L}\p{Nd}_$]*$/u.test(script)) this.#types.add(script);
    const { flaw } = cursor;
    return { package: this.#package, imports: this.#imports, types: [...this.#types], members: [], flaw };
  }

  /** What a word at the beginning of a statement begins; but for modifiers and code, the cursor is left after it. */
  #word(): "modifier" | "type" | "header" | "code" {
    const cursor = this.#cursor;
    if (cursor.is("package")) {
      cursor.next();
      this.#package = readDotted(cursor)?.name ?? "";
      return "header";
    }
    if (cursor.is("import")) {
      this.#import();
      return "header";
    }
    const word = cursor.word();
    if (!declaring.has(word)) return modifiers.has(word) ? "modifier" : "code";
    cursor.next();
    if (cursor.kind !== token.word) {
      this.#isScript = true;
      return "header";
    }
    this.#types.add(cursor.word());
    cursor.next();
    return "type";
  }

  /** `import shop.Cart as Basket`, `import static shop.Cart.open`, `import shop.*` */
  #import(): void {
    const cursor = this.#cursor;
    cursor.next();
    const isStatic = cursor.is("static");
    if (isStatic) cursor.next();
    const found = readDotted(cursor);
    if (found === undefined) return;
    const { name: specifier, start, end } = found;
    const onDemand = cursor.code === 42;
    if (onDemand) cursor.next();
    const kind = isStatic ? (onDemand ? "static-on-demand" : "static") : onDemand ? "on-demand" : "import";
    this.#imports.push({ kind, specifier, start, end });
    if (!cursor.is("as")) return;
    cursor.next();
    cursor.next();
  }

  /** An annotation, or the declaration of one: `@interface Fresh`. */
  #annotation(): "annotation" | "type" {
    const cursor = this.#cursor;
    if (!/^@\s*interface\b/.test(cursor.text.slice(cursor.start, cursor.start + 40))) {
      skipAnnotation(cursor);
      return "annotation";
    }
    cursor.next();
    cursor.next();
    if (cursor.kind === token.word) this.#types.add(cursor.word());
    cursor.next();
    return "type";
  }
}
