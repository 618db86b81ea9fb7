/**
 * Imports of Scala 2 and 3.
 * @see https://docs.scala-lang.org/scala3/reference/changed-features/imports.html
 */
import type { FoundImport } from "../facts/found.ts";
import { type Cursor, token } from "./cursor.ts";
import { longestName } from "./outline.ts";

/** From the word `import` on; the cursor is left on the token after the last of its clauses. */
export function readScalaImport(cursor: Cursor, found: FoundImport[]): void {
  do {
    cursor.nextOnAnyLine();
    readClause(cursor, found);
  } while (cursor.code === 44);
}

/** `shop.Cart`, `shop._`, `shop.*`, `shop.{Cart, Desk => Table, given}`, `shop.Cart as Basket` */
function readClause(cursor: Cursor, found: FoundImport[]): void {
  const path: string[] = [];
  const { start } = cursor;
  let { end } = cursor;
  const add = (kind: FoundImport["kind"]): void => {
    if (path.length > 0) found.push({ kind, specifier: path.join("."), start, end });
  };
  for (;;) {
    if (cursor.code === 123) return readSelectors(cursor, { path: path.join("."), found });
    if (isWildcard(cursor)) {
      cursor.next();
      return add("on-demand");
    }
    if (cursor.kind !== token.word) return add("import");
    path.push(cursor.word());
    ({ end } = cursor);
    cursor.next();
    if (cursor.code !== 46) break;
    cursor.nextOnAnyLine();
  }
  add("import");
  if (!cursor.is("as")) return;
  cursor.next();
  cursor.next();
}

function isWildcard(cursor: Cursor): boolean {
  return cursor.code === 42 || cursor.is("_") || cursor.is("given");
}

function readSelectors(
  cursor: Cursor,
  { path, found }: { readonly path: string; readonly found: FoundImport[] },
): void {
  // Only the first word of a selector names something; what it is called here follows.
  let isName = true;
  for (cursor.next(); cursor.code !== 125 && cursor.kind !== token.end; cursor.next()) {
    const { start, end } = cursor;
    if (cursor.code === 44) isName = true;
    else if (isName && isWildcard(cursor)) {
      found.push({ kind: "on-demand", specifier: path, start, end });
      isName = false;
    } else if (isName && cursor.kind === token.word) {
      isName = false;
      if (path.length > longestName) continue;
      found.push({ kind: "import", specifier: `${path}.${cursor.word()}`, start, end });
    }
  }
  if (cursor.code === 125) cursor.next();
}
