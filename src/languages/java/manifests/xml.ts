/**
 * A small XML reader that knows where everything stands. Ours because the library that was tried, fast-xml-parser 5,
 * loses elements without a word (`<?note don't ?><b/><?note won't ?>`: quotes in a processing instruction hide `<b/>`)
 * and gives up a file for a document type with an external entity; it was also 6 to 9 times slower. It understands what a POM
 * may hold (comments, CDATA, processing instructions, the five predefined entities, character references) and nothing
 * that could reach outside the file: a document type is skipped, its entities stay as written.
 * @see https://www.w3.org/TR/xml/
 */
import { LineCounter } from "../../../model/location.ts";

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** 1-based place of its `<`. */
  readonly line: number;
  readonly column: number;
  readonly children: readonly XmlElement[];
  /** As written between its name and its end: most elements have none, and few are asked for. */
  readonly attributes: string;
  /** Its own text, without that of its children; trimmed, CDATA and references decoded. */
  readonly text: string;
}

export interface XmlProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface XmlReading {
  /** What was read up to the first problem. */
  readonly root: XmlElement | undefined;
  /** The default namespace of the root element; `""` when it has none. */
  readonly namespace: string;
  readonly problem: XmlProblem | undefined;
}

interface OpenElement {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly children: XmlElement[];
  readonly attributes: string;
  text: string;
}

/** Elements beyond this are not a project's description. */
const mostElements = 500_000;

export function readXml(text: string): XmlReading {
  return new XmlReader(text).read();
}

class XmlReader {
  readonly #text: string;
  readonly #lines: LineCounter;
  readonly #open: OpenElement[] = [];
  #root: XmlElement | undefined;
  #namespace = "";
  #elements = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineCounter(text);
  }

  read(): XmlReading {
    const problem = this.#readAll();
    while (this.#open.length > 0) this.#close();
    return { root: this.#root, namespace: this.#namespace, problem };
  }

  #readAll(): XmlProblem | undefined {
    const text = this.#text;
    let at = 0;
    for (;;) {
      const next = text.indexOf("<", at);
      if (next < 0) break;
      this.#addText(at, next);
      const after = this.#readMarkup(next);
      if (typeof after !== "number") return after;
      at = after;
    }
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined) return this.#problem(text.length, `<${unclosed.name}> is not closed`);
    if (this.#root === undefined) return this.#problem(0, "there is no element");
    return undefined;
  }

  /** Reads what begins with `<` and answers where it ends. */
  #readMarkup(start: number): number | XmlProblem {
    const text = this.#text;
    if (text.startsWith("<!--", start)) return this.#skip(start, "-->", 4, "the comment");
    if (text.startsWith("<?", start)) return this.#skip(start, "?>", 2, "the processing instruction");
    if (text.startsWith("<![CDATA[", start)) {
      const end = text.indexOf("]]>", start);
      if (end < 0) return this.#problem(start, "the CDATA section is not closed");
      const open = this.#open.at(-1);
      if (open !== undefined) open.text += text.slice(start + 9, end);
      return end + 3;
    }
    if (text.startsWith("<!", start)) return this.#skipDoctype(start);
    return text.startsWith("</", start) ? this.#readEnd(start) : this.#readStart(start);
  }

  #skip(start: number, ending: string, opening: number, what: string): number | XmlProblem {
    const end = this.#text.indexOf(ending, start + opening);
    return end < 0 ? this.#problem(start, `${what} is not closed`) : end + ending.length;
  }

  /** The internal subset is between brackets; quoted text in it may hold any character. */
  #skipDoctype(start: number): number | XmlProblem {
    const text = this.#text;
    let depth = 0;
    for (let at = start; at < text.length; at++) {
      const char = text[at];
      if (char === '"' || char === "'") {
        const end = text.indexOf(char, at + 1);
        if (end < 0) break;
        at = end;
      } else if (char === "[") depth++;
      else if (char === "]") depth--;
      else if (char === ">" && depth <= 0) return at + 1;
    }
    return this.#problem(start, "the document type is not closed");
  }

  #readEnd(start: number): number | XmlProblem {
    const end = this.#text.indexOf(">", start);
    if (end < 0) return this.#problem(start, "the end tag is not closed");
    const name = localName(this.#text.slice(start + 2, end).trim());
    const open = this.#open.at(-1);
    if (open === undefined) return this.#problem(start, `</${name}> closes nothing`);
    if (open.name !== name) return this.#problem(start, `</${name}> stands where </${open.name}> should`);
    this.#close();
    return end + 1;
  }

  #readStart(start: number): number | XmlProblem {
    const text = this.#text;
    let at = start + 1;
    while (at < text.length && isNameCharacter(text.charCodeAt(at))) at++;
    if (at === start + 1) return this.#problem(start, "`<` begins no tag");
    const name = localName(text.slice(start + 1, at));
    const nameEnd = at;
    for (; at < text.length; at++) {
      const char = text[at];
      if (char === ">") break;
      if (char === "<") return this.#problem(start, `the tag <${name}> is not closed`);
      if (char === '"' || char === "'") {
        at = text.indexOf(char, at + 1);
        if (at < 0) return this.#problem(start, `an attribute of <${name}> is not closed`);
      }
    }
    if (at >= text.length) return this.#problem(start, `the tag <${name}> is not closed`);
    if (this.#open.length === 0 && this.#root !== undefined)
      return this.#problem(start, "there is a second root element");
    if (++this.#elements > mostElements) return this.#problem(start, `there are over ${mostElements} elements`);
    if (this.#open.length === 0)
      this.#namespace = /\sxmlns\s*=\s*["']([^"']*)["']/.exec(text.slice(start, at))?.[1] ?? "";
    this.#open.push({ name, ...this.#lines.at(start), children: [], attributes: text.slice(nameEnd, at), text: "" });
    if (text[at - 1] === "/") this.#close();
    return at + 1;
  }

  #addText(start: number, end: number): void {
    const open = this.#open.at(-1);
    if (open !== undefined && end > start) open.text += decodeReferences(this.#text.slice(start, end));
  }

  #close(): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    const { name, line, column, children, attributes } = open;
    const element: XmlElement = { name, line, column, children, attributes, text: open.text.trim() };
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#root = element;
    else parent.children.push(element);
  }

  #problem(offset: number, message: string): XmlProblem {
    return { ...this.#lines.at(offset), message };
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function isNameCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x3a) || // digits and the colon
    code === 0x2d ||
    code === 0x2e ||
    code === 0x5f ||
    code > 0x7f
  );
}

const predefined: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,5}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return predefined.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

/** Children of the child `list`: `list(project, "modules")`. All of them, whatever their names. */
export function list(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return child(element, name)?.children ?? [];
}

/** The text of the child of that name; undefined when it is absent or empty. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.text || undefined;
}

/** The value of an attribute, references decoded; undefined when it is absent. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  for (const [, key, quoted = ""] of (element?.attributes ?? "").matchAll(/([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (key === name) return decodeReferences(quoted.slice(1, -1));
  }
  return undefined;
}

/** A key with its value where there is one: what is absent leaves no key behind. */
export function given<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  // One key whose type follows from the argument: the compiler cannot see it through a computed name.
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}
