/**
 * Modules of a package, listed to be imported: `pkgutil.iter_modules(__path__)`. What is listed is told by its text alone: the
 * package's own path, that of a package by its name, a directory beside the file, or a name that is set once to one of them.
 * @see https://docs.python.org/3/library/pkgutil.html#pkgutil.iter_modules
 */
import { isPackageFile } from "../../package-file.ts";
import { argument, type Call, type ReadCall } from "./call-reading.ts";
import { isModuleName } from "./module-names.ts";

/** Only a file that imports by names that it computes imports what it lists: to list is not to import. */
const importsComputedNames = /\b(?:import_module|__import__|load_module|exec_module|find_spec)\b/;

const notKnown = "the modules that are listed here, and imported, are known only when it runs";

export const everyModule = (depth: "*" | "**"): ReadCall =>
  function read(call) {
    if (!importsComputedNames.test(call.text)) return [];
    const given = argument(call, 0, "path");
    // Without a path, or with none that is known, it is all modules that there are.
    const { start, end } = given ?? { start: call.open + 1, end: call.open + 1 };
    const specifier = given === undefined ? undefined : directoryOf(call, call.text.slice(start, end).trim(), deepest);
    if (specifier === undefined) return [{ kind: "note", message: notKnown, start }];
    return [{ kind: "every-module", specifier, names: [depth], start, end, optional: false }];
  };

/** How many names are followed that are set to another. */
const deepest = 3;

const ownFile = String.raw`(?:os\.path\.(?:abspath|realpath)\(\s*__file__\s*\)|__file__)`;
const ownDirectory = String.raw`os\.path\.dirname\(\s*${ownFile}\s*\)`;
const ownPath = String.raw`(?:pathlib\.)?Path\(\s*__file__\s*\)(?:\.(?:resolve|absolute)\(\s*\))?\.parent`;
const literal = String.raw`["']\w+["']`;
const own: RegExp = new RegExp(String.raw`^(?:${ownDirectory}|${ownPath})$`);
const joinedTo: RegExp = new RegExp(String.raw`^os\.path\.join\(\s*${ownDirectory}((?:\s*,\s*${literal})+)\s*,?\s*\)$`);
const pathBelow: RegExp = new RegExp(String.raw`^${ownPath}((?:\s*/\s*${literal})+)$`);

/** The package, or the place relative to the file, whose modules a list of directories leads to. */
function directoryOf(call: Call, written: string, depth: number): string | undefined {
  const expression = unwrapped(written);
  const { text, path } = call;
  if (own.test(expression)) return ".";
  const below = joinedTo.exec(expression)?.[1] ?? pathBelow.exec(expression)?.[1];
  if (below !== undefined) return `.${(below.match(/\w+/g) ?? []).join(".")}`;
  if (expression === "__path__") {
    const imported = importedBy(text, expression);
    if (imported === undefined) return isPackageFile(path) ? "." : undefined;
    return imported.slice(0, -expression.length).replace(/([^.])\.$/, "$1");
  }
  const [, owner] = /^([^]+)\.__path__$/.exec(expression) ?? [];
  if (owner !== undefined) return packageOf(call, owner, depth);
  const value = depth === 0 ? undefined : valueOf(call, expression);
  return value === undefined ? undefined : directoryOf(call, value, depth - 1);
}

/** Without the brackets of a list of one, and without what makes a text of a path. */
function unwrapped(written: string): string {
  const isList = written.startsWith("[") && written.endsWith("]");
  const item = isList ? written.slice(1, -1).trim().replace(/,$/, "").trimEnd() : written;
  return item.startsWith("str(") && item.endsWith(")") ? item.slice("str(".length, -1).trim() : item;
}

/** The package that an expression is: `shop.plugins` of `plugins` after `from shop import plugins`. */
function packageOf(call: Call, written: string, depth: number): string | undefined {
  const { text, path } = call;
  const [, named] = /^(?:importlib\.)?import_module\(\s*["']([^"']+)["']\s*\)$/.exec(written) ?? [];
  if (named !== undefined) return isModuleName(named) ? named : undefined;
  const [, key = "", inTable] = /^sys\.modules\[\s*(["']?)([\w.]+)\1\s*\]$/.exec(written) ?? [];
  if (inTable !== undefined) {
    if (key !== "") return isModuleName(inTable) ? inTable : undefined;
    // The name of a package is its `__init__`'s.
    return inTable === "__package__" || (inTable === "__name__" && isPackageFile(path)) ? "." : undefined;
  }
  const [, first, more = ""] = /^([A-Za-z_]\w*)((?:\.\w+)*)$/.exec(written) ?? [];
  if (first === undefined || isParameter(call, first)) return undefined;
  const imported = importedBy(text, first);
  if (imported !== undefined) return imported + more;
  const value = depth === 0 || more !== "" ? undefined : valueOf(call, first);
  return value === undefined ? undefined : packageOf(call, value, depth - 1);
}

const imports =
  /(?:^|[;:])[ \t]*(?:from[ \t]+([^\s;#]+)[ \t]+import[ \t]*(\([^)]*\)|[^\r\n#;]*)|import[ \t]+([^\r\n#;]*))/gm;

/** What an import of this file binds a name to, as a dotted name. */
function importedBy(text: string, name: string): string | undefined {
  for (const [, from, names = "", modules = ""] of text.matchAll(imports)) {
    const items = (from === undefined ? modules : names.replaceAll(/#[^\r\n]*|[()\\]/g, "")).split(",");
    for (const item of items) {
      const [, original = "", alias] = /^\s*([^\s]+)(?:\s+as\s+([^\s]+))?\s*$/.exec(item) ?? [];
      if (from !== undefined) {
        if ((alias ?? original) === name) return `${from}${from.endsWith(".") ? "" : "."}${original}`;
      } else if (alias === name) {
        return original;
      } else if (alias === undefined && original.split(".", 1)[0] === name) {
        return name;
      }
    }
  }
  return undefined;
}

/** What a name is set to, where that is done in one place of the file. */
function valueOf(call: Call, name: string): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name) || isParameter(call, name)) return undefined;
  const settings = new RegExp(String.raw`^[ \t]*${name}[ \t]*(?::[^=\r\n]*)?=(?!=)[ \t]*([^\r\n#]*)`, "gm");
  const otherwise = new RegExp(String.raw`\b(?:for|as)\b[^\r\n:]*\b${name}\b|\b${name}[ \t]*[-+*/|]=`);
  const [setting, another] = call.text.matchAll(settings);
  return another === undefined && !otherwise.test(call.text) ? setting?.[1]?.trim() : undefined;
}

/** Whether the function that begins last before the call is given the name: then its callers tell what it is. */
function isParameter({ text, open }: Call, name: string): boolean {
  const before = text.slice(0, open);
  const header = before.slice(Math.max(0, before.lastIndexOf("def ")));
  const [, parameters = ""] = /^def[ \t]+\w+[ \t]*\(([^)]*)/.exec(header) ?? [];
  return new RegExp(String.raw`\b${name}\b`).test(parameters);
}
