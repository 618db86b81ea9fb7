/** The parameters of a function or lambda as bindings. https://docs.python.org/3/reference/compound_stmts.html#function-definitions */
import { type Binding, type Expression, nothing } from "../expression.ts";
import type { Cursor } from "./cursor.ts";

/** Of a parameter that is given by its name alone. */
const nowhere = Number.MAX_SAFE_INTEGER;

/**
 * Reads parameters from behind the bracket, or behind `lambda`, up to what closes them.
 * @param of the function; a lambda has no name
 */
export function readParameters(
  cursor: Cursor,
  { name: of, kind }: { readonly name: string; readonly kind: "function" | "method" },
  expression: () => Expression,
): readonly Binding[] {
  const at = cursor.start();
  const bindings: Binding[] = [];
  let index = 0;
  let isNamed = false;
  const closing = of === "" ? ":" : ")";
  while (!cursor.isDone && cursor.word() !== closing && cursor.word() !== ")") {
    const star = cursor.take("**") ? "**" : cursor.take("*") ? "*" : "";
    const name = cursor.name();
    if (name === undefined) {
      // `*` alone: what follows is given by name. `/` divides, and is no parameter.
      if (star === "*") isNamed = true;
      else cursor.at++;
      cursor.take(",");
      continue;
    }
    if (of !== "" && cursor.take(":")) {
      cursor.take("*");
      expression();
    }
    const fallback = cursor.take("=") ? expression() : undefined;
    if (kind === "method" && bindings.length === 0 && (name === "self" || name === "cls")) index--;
    const parameter = { of, name, index: isNamed ? nowhere : index, rest: star === "*" };
    const value = (): Expression => ({ kind: "choice", of: [nothing, fallback ?? nothing] });
    bindings.push({
      name,
      kind: "declare",
      at,
      ...(fallback === undefined ? {} : { value }),
      ...(of === "" || star === "**" ? {} : { parameter }),
    });
    index++;
    if (star === "*") isNamed = true;
    if (!cursor.take(",") && cursor.word() !== closing) cursor.at++;
  }
  return bindings;
}
