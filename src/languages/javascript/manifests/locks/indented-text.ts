/**
 * The indented text that yarn and pnpm write their lockfiles in: maps within maps, a key a line. Yarn 1's is its own, that of
 * yarn 2 and of pnpm is a part of YAML that a machine writes. Measured: over 7 MB a reader of all of YAML takes 25 times as long,
 * and these files have megabytes.
 */
import type { SourceText } from "../../../../files/source-text.ts";
import type { Diagnostic } from "../../../../model/diagnostic.ts";

export interface IndentedNode {
  /** Without its quotes, if it is one quoted text. */
  readonly key: string;
  /** What stands behind the key, without quotes; empty where children do. */
  readonly value: string;
  readonly children: readonly IndentedNode[];
  readonly line: number;
  readonly column: number;
}

export interface IndentedReading {
  readonly nodes: readonly IndentedNode[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How a key is parted from its value. */
export type Separator = "colon" | "blank";

interface OpenNode extends IndentedNode {
  readonly children: OpenNode[];
  readonly indent: number;
}

/** After so many complaints a file says nothing new. */
const maxDiagnostics = 5;

const conflictMark = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;

/** @param separator of a key and a value in one line: in both kinds a colon at the end of a line begins a map */
export function readIndented({ path, text }: SourceText, separator: Separator): IndentedReading {
  const root: OpenNode = { key: "", value: "", children: [], line: 0, column: 0, indent: -1 };
  const open: OpenNode[] = [root];
  const diagnostics: Diagnostic[] = [];
  const complain = (line: number, column: number, message: string): void => {
    if (diagnostics.length < maxDiagnostics) diagnostics.push({ code: "syntax", file: path, line, column, message });
  };
  /** Lines that are indented further are the rest of a text of several lines. */
  let textIndent = Number.MAX_SAFE_INTEGER;
  let line = 0;
  for (let start = 0; start < text.length;) {
    line++;
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    let at = start;
    while (text.charCodeAt(at) === 32) at++;
    const indent = at - start;
    let last = end;
    while (last > at && text.charCodeAt(last - 1) <= 32) last--;
    const content = text.slice(at, last);
    start = end + 1;
    if (content === "" || content.startsWith("#")) continue;
    if (indent > textIndent) continue;
    textIndent = Number.MAX_SAFE_INTEGER;
    if (indent === 0 && conflictMark.test(content)) {
      complain(line, 1, "the lockfile holds both sides of a merge conflict: what it locks is not settled");
      continue;
    }
    if (content === "---") continue;
    // The value of a key so long that it has lines of its own: `? key`, then `: value`.
    if (content.startsWith(":") && open.at(-1)?.indent === indent) continue;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const parent = open.at(-1) ?? root;
    const part = content.startsWith("- ") || content === "-" ? item(content) : split(content, separator);
    if (part === undefined) {
      complain(line, indent + 1, `a key and a value should stand here, not ${JSON.stringify(content.slice(0, 40))}`);
      continue;
    }
    const { key, value } = part;
    const isBlock = value.length < 4 && /^[|>][+-]?\d?$/.test(value);
    const node: OpenNode = { key, value: isBlock ? "" : value, children: [], line, column: indent + 1, indent };
    if (value !== "") textIndent = indent;
    parent.children.push(node);
    open.push(node);
  }
  return { nodes: root.children, diagnostics: [...diagnostics, ...duplicates(path, root)] };
}

/** The children under a key; none where it is not there. */
export function childrenOf(nodes: readonly IndentedNode[], key: string): readonly IndentedNode[] {
  return nodes.findLast((node) => node.key === key)?.children ?? [];
}

export function valueOf(nodes: readonly IndentedNode[], key: string): string | undefined {
  return nodes.findLast((node) => node.key === key)?.value;
}

/** `{integrity: sha512-x, tarball: y}` */
export function flowValue(flow: string, key: string): string | undefined {
  const at = flow.indexOf(`${key}: `);
  if (at < 0 || !"{ ".includes(flow.charAt(at - 1))) return undefined;
  const value = flow.slice(at + key.length + 2);
  const quote = value.charAt(0);
  const end = quote === '"' || quote === "'" ? closing(value, quote) + 1 : value.search(/[,}]/);
  return unquote(value.slice(0, end < 0 ? undefined : end).trim());
}

interface Part {
  readonly key: string;
  readonly value: string;
}

function item(content: string): Part {
  return { key: "", value: unquote(content.slice(1).trim()) };
}

function split(content: string, separator: Separator): Part | undefined {
  if (content.startsWith("? ")) return { key: unquote(content.slice(2).trim()), value: "" };
  const endsInColon = content.endsWith(":");
  if (separator === "blank" && endsInColon) return { key: unquote(content.slice(0, -1)), value: "" };
  const quote = content.charAt(0);
  let end: number;
  if (quote === '"' || quote === "'") {
    end = closing(content, quote) + 1;
    if (end === 0 || (separator === "colon" && content.charAt(end) !== ":")) return undefined;
  } else {
    end = content.indexOf(separator === "colon" ? ": " : " ");
    if (end < 0 && endsInColon) end = content.length - 1;
    if (end < 0) return undefined;
  }
  const value = content.slice(separator === "colon" ? end + 1 : end).trim();
  return { key: unquote(content.slice(0, end)), value: unquote(value) };
}

/** Where the quoted text that begins here ends; -1 where it does not. */
function closing(content: string, quote: string): number {
  for (let at = 1; at < content.length; at++) {
    const char = content.charAt(at);
    if (char === "\\" && quote === '"') at++;
    else if (char === quote) {
      if (quote === "'" && content.charAt(at + 1) === "'") at++;
      else return at;
    }
  }
  return -1;
}

function unquote(text: string): string {
  const quote = text.charAt(0);
  if ((quote !== '"' && quote !== "'") || closing(text, quote) !== text.length - 1) return text;
  const inner = text.slice(1, -1);
  if (quote === "'") return inner.replaceAll("''", "'");
  return inner.includes("\\") ? inner.replaceAll(/\\(.)/g, "$1") : inner;
}

function duplicates(path: string, root: OpenNode): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const visit = ({ children }: OpenNode): void => {
    const seen = new Set<string>();
    for (const child of children) {
      if (child.key !== "" && seen.has(child.key) && diagnostics.length < maxDiagnostics) {
        const message = `the key ${JSON.stringify(child.key)} is there twice; the last one counts`;
        diagnostics.push({ code: "syntax", file: path, line: child.line, column: child.column, message });
      }
      seen.add(child.key);
    }
  };
  visit(root);
  for (const child of root.children) visit(child);
  return diagnostics;
}
