/** Names of modules and of what is in them, as strings spell them. */

const part = "[\\p{XID_Start}_]\\p{XID_Continue}*";
const absolute: RegExp = new RegExp(`^${part}(?:\\.${part})*$`, "u");
const relative: RegExp = new RegExp(`^\\.+(?:${part}(?:\\.${part})*)?$`, "u");
const objectPath: RegExp = new RegExp(`^${part}(?:\\.${part})*(?::${part}(?:\\.${part})*)?$`, "u");

/** `shop.till` */
export function isModuleName(text: string): boolean {
  return absolute.test(text);
}

/** `.till`, `..`, as only few functions take them. */
export function isRelativeName(text: string): boolean {
  return relative.test(text);
}

/** `shop.till.Drawer`, `shop.till:Drawer.open`; one part alone may be a module. */
export function isObjectPath(text: string): boolean {
  return objectPath.test(text);
}

/** At least two parts: what people write for a module or something in it, and for little else. */
export function isDottedPath(text: string): boolean {
  return /[.:]/.test(text) && isObjectPath(text);
}

/** `.till` in the package `shop.counter` is `shop.counter.till`; undefined above the outermost package. */
export function joinRelative(name: string, packageName: string): string | undefined {
  const [, dots = "", rest = ""] = /^(\.+)(.*)$/s.exec(name) ?? [];
  const parts = packageName.split(".");
  if (dots === "" || packageName === "" || dots.length > parts.length) return undefined;
  return [...parts.slice(0, parts.length - dots.length + 1), ...(rest === "" ? [] : [rest])].join(".");
}
