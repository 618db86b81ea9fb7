/** Imports by a call with a literal name: `importlib.import_module("shop.cart")`. */
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { asDynamicWord, type DynamicWord, dynamicRecord, literalValue, mayOwn } from "../facts/dynamic-calls.ts";
import type { ImportRecord } from "../facts/import-record.ts";

const relativeName = /^(\.+)(.*)$/s;

/** The record of a call that imports a module named by a literal; undefined for all other calls. */
export function readDynamicCall(node: SyntaxNode, path: string, flags: number): ImportRecord | undefined {
  const called = node.childForFieldName("function");
  const list = node.childForFieldName("arguments");
  if (called === null || list === null || list.type !== "argument_list") return undefined;
  const word = calledWord(called);
  if (word === undefined) return undefined;
  const { positional, named } = readArguments(list);
  const argument = positional[0] ?? named.get(word === "importorskip" ? "modname" : "name");
  const name = argument === undefined ? undefined : literal(argument);
  if (argument === undefined || name === undefined) return undefined;
  const specifier = word === "import_module" ? join(name, positional[1] ?? named.get("package"), path) : name;
  if (specifier === undefined) return undefined;
  // The builtin counts dots in an argument of its own.
  if (word === "__import__" && (positional.length > 4 || named.has("level"))) return undefined;
  return dynamicRecord(word, specifier, { start: argument.startIndex, end: argument.endIndex }, flags);
}

function calledWord(called: SyntaxNode): DynamicWord | undefined {
  if (called.type === "identifier") return asDynamicWord(called.text);
  if (called.type !== "attribute") return undefined;
  const word = asDynamicWord(called.childForFieldName("attribute")?.text ?? "");
  if (word === undefined) return undefined;
  return mayOwn(called.childForFieldName("object")?.text ?? "", word) ? word : undefined;
}

function readArguments(list: SyntaxNode): {
  readonly positional: readonly SyntaxNode[];
  readonly named: ReadonlyMap<string, SyntaxNode>;
} {
  const positional: SyntaxNode[] = [];
  const named = new Map<string, SyntaxNode>();
  for (const child of list.namedChildren) {
    if (child.type === "comment") continue;
    const name = child.type === "keyword_argument" ? child.childForFieldName("name") : null;
    const value = name === null ? null : child.childForFieldName("value");
    if (name !== null && value !== null) named.set(name.text, value);
    else positional.push(child);
  }
  return { positional, named };
}

/** The value of a string literal without escapes or interpolation; undefined for all else. */
function literal(node: SyntaxNode): string | undefined {
  if (node.type === "concatenated_string") {
    const parts = node.namedChildren.filter((child) => child.type !== "comment").map(literal);
    return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
  }
  return node.type === "string" ? literalValue(node.text) : undefined;
}

/** Puts a relative name on its package; undefined when the package is not known. */
function join(name: string, packageArgument: SyntaxNode | undefined, path: string): string | undefined {
  if (!name.startsWith(".")) return name;
  if (packageArgument === undefined) return undefined;
  const { text } = packageArgument;
  // The package of this very file: the same as `from . import`. The name of a package is its `__init__`'s.
  if (text === "__package__" || (text === "__name__" && /(?:^|\/)__init__\.pyi?$/.test(path))) return name;
  const base = literal(packageArgument);
  if (base === undefined || base === "") return undefined;
  const [, dots = "", rest = ""] = relativeName.exec(name) ?? [];
  const parts = base.split(".");
  if (dots === "" || dots.length > parts.length) return undefined;
  return [...parts.slice(0, parts.length - dots.length + 1), ...(rest === "" ? [] : [rest])].join(".");
}
