/** The types of one file, as both tiers tell of them: what is declared, what it inherits from, who may inherit it. */
import type { SupertypeFact } from "../../../model/facts.ts";
import { bytesOf, other } from "../../../files/source-bytes.ts";
import { endOfQuoted, endOfString, endOfWord } from "./literals.ts";
import { characterBits, identifierStart, isWordStart, skipBlanksAndComments } from "./names.ts";

/** The access modifier of a declaration; `none` is of a class the package, of an interface's member everybody. */
export type Access = "none" | "open" | "private";

/** Longer than any name that a class file could have: what is nested deeper than that is hostile, and no declaration. */
const longestName = 4096;

export class TypeTable {
  /** In order of their names. */
  readonly declarations: string[] = [];
  readonly privateTypes: string[] = [];
  readonly packageTypes: string[] = [];
  /** In order of the bodies. */
  readonly supertypes: SupertypeFact[] = [];
  readonly #text: string;
  #interfaces: Set<string> | undefined;
  /** Of classes that nobody can name: once is enough. */
  #ofUnnamed: Set<string> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** A type's full name; undefined when nobody else can name it. The scope is `""` for the file, undefined in a block. */
  declare(
    scope: string | undefined,
    name: string,
    { isInterface, access }: { readonly isInterface: boolean; readonly access: Access },
  ): string | undefined {
    const type = declaredName(scope, name);
    if (type === undefined) return undefined;
    this.declarations.push(type);
    if (isInterface) (this.#interfaces ??= new Set()).add(type);
    if (scope === undefined || scope === "") return type;
    // ClassMemberDeclaration, InterfaceMemberDeclaration: JLS 8.5, 9.5.
    if (access === "private") this.privateTypes.push(type);
    else if (access === "none" && this.#interfaces?.has(scope) !== true) this.packageTypes.push(type);
    return type;
  }

  /** What stands between the name of a type and its body. */
  readHeader(type: string | undefined, start: number, end: number): void {
    this.#read(type ?? "", start, end, "declaration");
  }

  /** What stands between `new` and the body of an anonymous class. */
  readCreation(start: number, end: number): void {
    this.#read("", start, end, "creation");
  }

  /**
   * Names after `extends` and `implements`, or the one after `new`. A small lexer, since most headers are a word or two;
   * a header read by slices and general tests of characters cost a tenth of the whole scan.
   */
  #read(type: string, start: number, end: number, form: "declaration" | "creation"): void {
    const text = this.#text;
    const bytes = bytesOf(text);
    let taking = form === "creation";
    let angles = 0;
    let parentheses = 0;
    let joins = false;
    let name = "";
    const skip = (from: number): number => skipBlanksAndComments(text, bytes, from);
    for (let at = skip(start); at >= 0 && at < end; at = skip(at)) {
      const code = bytes[at] ?? 0;
      if (code === other ? isWordStart(text, at) : ((characterBits[code] ?? 0) & identifierStart) !== 0) {
        const from = at;
        at = endOfWord(text, bytes, at);
        if (angles > 0 || parentheses > 0) continue;
        if (joins) name += `.${text.slice(from, at)}`;
        else {
          if (name !== "") this.#add(type, name);
          const keyword = form === "creation" ? "" : clauseAt(text, from, at);
          if (keyword !== "") taking = keyword !== "permits";
          name = taking && keyword === "" ? text.slice(from, at) : "";
        }
        joins = false;
        continue;
      }
      if (code === 34 || code === 39) {
        const literalEnd = code === 34 ? endOfString(text, bytes, at) : endOfQuoted(text, bytes, at, 39);
        at = literalEnd < 0 ? end : literalEnd;
        continue;
      }
      if (code === 64) {
        at = endOfChain(text, bytes, at + 1);
        continue;
      }
      if (code === 40) {
        // The arguments of a constructor, not of an annotation.
        if (form === "creation" && parentheses === 0 && angles === 0 && name !== "" && !joins) break;
        parentheses++;
      } else if (code === 41) parentheses--;
      else if (parentheses === 0) {
        if (code === 60) angles++;
        else if (code === 62) angles--;
        else if (code === 46) joins = angles === 0 && name !== "";
      }
      at++;
    }
    if (name !== "") this.#add(type, name);
  }

  #add(type: string, name: string): void {
    if (type === "") {
      this.#ofUnnamed ??= new Set();
      if (this.#ofUnnamed.has(name)) return;
      this.#ofUnnamed.add(name);
    }
    this.supertypes.push({ type, name });
  }
}

/** The name of a type declared in a scope: `""` is the file, undefined a method or a block. Undefined for no one's. */
function declaredName(scope: string | undefined, name: string): string | undefined {
  if (scope === undefined || scope === "") return scope === undefined ? undefined : name;
  return scope.length + name.length < longestName ? `${scope}.${name}` : undefined;
}

/** Which clause of a header a word begins, `""` for none. */
function clauseAt(text: string, start: number, end: number): "extends" | "implements" | "permits" | "" {
  const length = end - start;
  if (length === 7) {
    if (text.startsWith("extends", start)) return "extends";
    return text.startsWith("permits", start) ? "permits" : "";
  }
  return length === 10 && text.startsWith("implements", start) ? "implements" : "";
}

/** After the dotted name of an annotation. */
function endOfChain(text: string, bytes: Uint8Array, from: number): number {
  let at = skipBlanksAndComments(text, bytes, from);
  if (!isWordStart(text, at)) return from;
  for (;;) {
    const end = endOfWord(text, bytes, at);
    const dot = skipBlanksAndComments(text, bytes, end);
    if (dot < 0 || bytes[dot] !== 46) return end;
    const part = skipBlanksAndComments(text, bytes, dot + 1);
    if (!isWordStart(text, part)) return end;
    at = part;
  }
}
