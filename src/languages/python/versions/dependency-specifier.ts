/**
 * One requirement as manifests write it: `requests[security] >= 2.8, == 2.8.* ; python_version < "3.11"`.
 * @see https://packaging.python.org/en/latest/specifications/dependency-specifiers/
 */
import { type GrammarCursor, type Reading, readWhole } from "./grammar-cursor.ts";
import { type Marker, readMarker } from "./markers.ts";
import { parseSpecifier } from "./specifiers.ts";

export interface DependencySpecifier {
  /** As written. */
  readonly name: string;
  readonly extras: readonly string[];
  /** Clauses without whitespace, as written else: `>=2.8,==2.8.*`; empty when there are none. */
  readonly range: string;
  /** After `@`, instead of a range. */
  readonly url?: string;
  readonly marker?: { readonly text: string; readonly parsed: Marker };
}

/** PEP 508 wants a letter or digit at the end; the tools take an underscore too. */
const identifier = /[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?/y;
const url = /[^ \t]+/y;
/** One `version_one`: everything up to the comma, bracket, semicolon or blank that ends it. */
const clause = /(?:===[ \t]*[^\s;)]*|(?:~=|==|!=|<=|>=|<|>)[ \t]*[^\s,;()]*)/y;

/** The whole of a requirement. A problem says what was expected, and at which offset. */
export function parseDependencySpecifier(text: string): Reading<DependencySpecifier> {
  return readWhole(text, readSpecification, "a comma, a semicolon or the end of the requirement");
}

/** `specification = wsp* ( url_req | name_req ) wsp*` */
function readSpecification(cursor: GrammarCursor): DependencySpecifier {
  cursor.skipBlanks();
  const name = cursor.match(identifier) ?? cursor.fail("expected the name of a package");
  cursor.skipBlanks();
  const extras = readExtras(cursor);
  cursor.skipBlanks();
  const target = cursor.take("@") ? { range: "", url: readUrl(cursor) } : { range: readVersionSpec(cursor) };
  cursor.skipBlanks();
  if (!cursor.take(";")) return { name, extras, ...target };
  const start = cursor.at;
  const parsed = readMarker(cursor);
  return { name, extras, ...target, marker: { text: cursor.text.slice(start, cursor.at).trim(), parsed } };
}

/** `extras = '[' wsp* extras_list? wsp* ']'` */
function readExtras(cursor: GrammarCursor): readonly string[] {
  if (!cursor.take("[")) return [];
  const extras: string[] = [];
  cursor.skipBlanks();
  while (!cursor.take("]")) {
    if (extras.length > 0) {
      if (!cursor.take(",")) cursor.fail('expected a comma or "]" after the name of an extra');
      cursor.skipBlanks();
    }
    extras.push(cursor.match(identifier) ?? cursor.fail("expected the name of an extra"));
    cursor.skipBlanks();
  }
  return extras;
}

/** `urlspec = '@' wsp* URI_reference`. A semicolon after it needs a blank before it. */
function readUrl(cursor: GrammarCursor): string {
  cursor.skipBlanks();
  return cursor.match(url) ?? cursor.fail('expected a URL after "@"');
}

/** `versionspec = ( '(' version_many ')' ) | version_many` */
function readVersionSpec(cursor: GrammarCursor): string {
  const open = cursor.at;
  const bracketed = cursor.take("(");
  const clauses: string[] = [];
  for (;;) {
    cursor.skipBlanks();
    const at = cursor.at;
    const one = cursor.match(clause);
    if (one === undefined) break;
    if (parseSpecifier(one) === undefined) cursor.fail(`"${one.trim()}" is no version specifier`, at);
    clauses.push(one.replaceAll(/\s/g, ""));
    cursor.skipBlanks();
    if (!cursor.take(",")) break;
  }
  cursor.skipBlanks();
  if (bracketed && !cursor.take(")")) cursor.fail('this "(" is not closed', open);
  return clauses.join(",");
}
