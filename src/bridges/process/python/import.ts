/** The names that an import binds, and where they come from. https://docs.python.org/3/reference/simple_stmts.html#import */
import type { Binding } from "../expression.ts";
import type { Cursor } from "./cursor.ts";

/** Reads an import statement from its first word to its end. */
export function readImport(cursor: Cursor): readonly Binding[] {
  const at = cursor.start();
  let module: string | undefined;
  if (cursor.take("from")) {
    module = "";
    while (!cursor.isDone && cursor.word() !== "import") {
      module += cursor.word();
      cursor.at++;
    }
  }
  cursor.take("import");
  cursor.take("(");
  const bindings: Binding[] = [];
  while (!cursor.isDone && cursor.word() !== ")") {
    const dotted = dottedName(cursor);
    const alias = cursor.take("as") ? cursor.name() : undefined;
    if (dotted !== "") bindings.push(bindingOf(module, dotted, alias, at));
    if (!cursor.take(",")) break;
  }
  cursor.at = cursor.end;
  return bindings;
}

/** `import a.b` binds `a`; with `as` it binds the whole. */
function bindingOf(module: string | undefined, dotted: string, alias: string | undefined, at: number): Binding {
  if (module !== undefined) return { name: alias ?? dotted, kind: "declare", at, origin: `${module}.${dotted}` };
  const [root = dotted] = dotted.split(".");
  return alias === undefined
    ? { name: root, kind: "declare", at, origin: root }
    : { name: alias, kind: "declare", at, origin: dotted };
}

function dottedName(cursor: Cursor): string {
  let dotted = cursor.name() ?? "";
  while (dotted !== "" && cursor.take(".")) dotted += `.${cursor.name() ?? ""}`;
  return dotted;
}
