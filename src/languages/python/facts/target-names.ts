/**
 * The names that a target binds: `a, (b, *c)`, and none of `a.b`, `a[0]`, `f().x`.
 * @see https://docs.python.org/3/reference/simple_stmts.html#assignment-statements
 */

const token =
  /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\r\n]|\\[\s\S])*"?|'(?:[^'\\\r\n]|\\[\s\S])*'?|#[^\r\n]*|[\w\u0080-\uffff]+|[^\s\\]/g;
const name = /^[A-Za-z_\u0080-\uffff]/;

/** Adds the names that the target written at these offsets binds. */
export function addTargetNames(text: string, start: number, end: number, bound: Set<string>): void {
  const parts = Array.from(text.slice(start, end).matchAll(token), ([part]) => part).filter((part) => part[0] !== "#");
  // Depth of the brackets of a trailer (`a[...]`, `f(...)`), whose names are only read; 0 outside.
  let trailer = 0;
  let previous = ",";
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? "";
    if (trailer > 0) {
      if (part === "(" || part === "[" || part === "{") trailer++;
      if (part === ")" || part === "]" || part === "}") trailer--;
    } else if ((part === "(" || part === "[") && (previous === ")" || previous === "]" || name.test(previous))) {
      trailer = 1;
    } else if (name.test(part) && previous !== ".") {
      const next = parts[at + 1];
      if (next !== "." && next !== "(" && next !== "[") bound.add(part);
    }
    previous = part;
  }
}

/** Adds the names after each `as` of a `with` clause written at these offsets. */
export function addWithNames(text: string, start: number, end: number, bound: Set<string>): void {
  const source = text.slice(start, end);
  let depth = 0;
  let from = -1;
  let level = 0;
  const close = (at: number): void => {
    if (from >= 0) addTargetNames(source, from, at, bound);
    from = -1;
  };
  for (const { 0: part, index } of source.matchAll(token)) {
    if (part === "as" && from < 0) {
      from = index + 2;
      level = depth;
    } else if (part === "(" || part === "[" || part === "{") {
      depth++;
    } else if (part === ")" || part === "]" || part === "}") {
      if (--depth < level) close(index);
    } else if (part === "," && depth === level) {
      close(index);
    }
  }
  close(source.length);
}

/**
 * Adds the name of `except E as e`, or of Python 2's `except E, e`. Since 3.14 what is after the comma is another exception:
 * their names begin with capitals.
 */
export function addHandlerName(text: string, start: number, end: number, bound: Set<string>): void {
  const parts = Array.from(text.slice(start, end).matchAll(token), ([part]) => part).filter((part) => part[0] !== "#");
  const last = parts.at(-1) ?? "";
  const sign = parts.at(-2);
  const binds = sign === "as" ? name.test(last) : sign === "," && /^[a-z_\u0080-\uffff]/.test(last);
  if (binds) bound.add(last);
}

/** Adds the names of `for ... in`, from the text after the `for`. */
export function addLoopNames(text: string, start: number, end: number, bound: Set<string>): void {
  let depth = 0;
  for (const { 0: part, index } of text.slice(start, end).matchAll(token)) {
    if (part === "(" || part === "[" || part === "{") depth++;
    if (part === ")" || part === "]" || part === "}") depth--;
    if (part === "in" && depth === 0) return addTargetNames(text, start, start + index, bound);
  }
}

/**
 * Adds `__path__` where an expression begins with it: `__path__.append(directory)` widens the package as an assignment does.
 * @see https://docs.python.org/3/reference/datamodel.html#module.__path__
 */
export function addWidenedPath(text: string, start: number, bound: Set<string>): void {
  if (text.startsWith("__path__.", start)) bound.add("__path__");
}
