/**
 * What a module declares of itself. Both tiers read it with this: it is a list of names, no code.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-7.html#jls-7.7
 */
import { bytesOf } from "../../../files/source-bytes.ts";
import { endOfQuoted, endOfString, endOfWord } from "./literals.ts";
import { isCapital, isWordStart, skipBlanksAndComments } from "./names.ts";

/** Offsets are UTF-16 code units. */
interface Name {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Required extends Name {
  readonly isStatic: boolean;
  /** Who requires this module reads the other as well. */
  readonly isTransitive: boolean;
}

export interface ModuleDeclaration {
  /** `""` where there is none that can be read. */
  readonly name: string;
  readonly requires: readonly Required[];
  /** Packages that every module may use; after those that only some may use stand the names of these. */
  readonly exports: readonly string[];
  /** Services used, services provided and what provides them. */
  readonly types: readonly Name[];
}

export function readModule(text: string): ModuleDeclaration {
  const requires: Required[] = [];
  const exports: string[] = [];
  const types: Name[] = [];
  let name = "";
  for (const names of directives(text)) {
    const [directive, ...rest] = names;
    const first = rest[0];
    if (directive === undefined || first === undefined) continue;
    const keyword = rest.findIndex((each) => each.name === "to" || each.name === "with");
    const last = rest.at(-1) ?? first;
    if (directive.name === "requires") {
      // `requires transitive;` asks for a module of that name.
      const modifiers = new Set(rest.slice(0, -1).map((each) => each.name));
      const [isStatic, isTransitive] = [modifiers.has("static"), modifiers.has("transitive")];
      requires.push({ ...last, isStatic, isTransitive });
    } else if (directive.name === "exports") {
      const friends = keyword < 0 ? [] : rest.slice(keyword + 1);
      exports.push([first, ...friends].map((each) => each.name).join(" "));
    } else if (directive.name === "uses") types.push(first);
    else if (directive.name === "provides") types.push(...rest.filter((_, at) => at !== keyword));
    else if (name === "" && names.some((each) => each.name === "module")) name = last.name;
  }
  return { name, requires, exports, types: types.filter((each) => isType(each.name)) };
}

/** A type's name has a capital: the rule of both tiers. */
function isType(name: string): boolean {
  return name.split(".").some((part) => isCapital(part, 0, part.length));
}

/** The names of each directive, up to its semicolon; the declaration itself ends at its brace. Annotations are left out. */
function directives(text: string): readonly (readonly Name[])[] {
  const bytes = bytesOf(text);
  const found: Name[][] = [];
  let names: Name[] = [];
  let parentheses = 0;
  const skip = (from: number): number => skipBlanksAndComments(text, bytes, from);
  for (let at = skip(0); at >= 0 && at < text.length; at = skip(at)) {
    const code = bytes[at];
    if (isWordStart(text, at)) {
      const read = dotted(text, at);
      if (parentheses === 0) names.push(read);
      at = read.end;
    } else if (code === 64) {
      const part = skip(at + 1);
      at = isWordStart(text, part) ? dotted(text, part).end : at + 1;
    } else if (code === 34 || code === 39) {
      const end = code === 34 ? endOfString(text, bytes, at) : endOfQuoted(text, bytes, at, 39);
      if (end < 0) break;
      at = end;
    } else {
      if (code === 40) parentheses++;
      else if (code === 41) parentheses--;
      else if (parentheses === 0 && (code === 59 || code === 123 || code === 125)) {
        found.push(names);
        names = [];
      }
      at++;
    }
  }
  return found;
}

function dotted(text: string, start: number): Name {
  const bytes = bytesOf(text);
  let end = endOfWord(text, bytes, start);
  let name = text.slice(start, end);
  for (;;) {
    const dot = skipBlanksAndComments(text, bytes, end);
    if (dot < 0 || bytes[dot] !== 46) return { name, start, end };
    const part = skipBlanksAndComments(text, bytes, dot + 1);
    if (!isWordStart(text, part)) return { name, start, end };
    end = endOfWord(text, bytes, part);
    name += `.${text.slice(part, end)}`;
  }
}
