/**
 * Guards: what a block says about the imports in it. The headers of compound statements are read here from their text,
 * once for both tiers: a condition, an exception list or a `with` clause means the same however its place was found.
 */

/**
 * Bits of what surrounds a statement.
 * - `typeOnly`: under `if TYPE_CHECKING:` or `if False:`; never runs.
 * - `conditional`: under a test of the Python version or the platform, or in a handler of a failed import. It stays
 *   when a function is entered: the function itself exists only then.
 * - `caught`: in the body of a `try` or `with suppress` that catches a failed import. It goes when a function is entered,
 *   for that runs after the `try` is left. The `else` and `finally` branches of a `try` are not caught.
 * - `local`: in a function or lambda body.
 * - `inner`: in a function, lambda or class body: binds no name of the module.
 */
export const guard = { typeOnly: 1, conditional: 2, caught: 4, local: 8, inner: 16 } as const;

/** The guards inside a function's body, from those around the function. */
export function insideFunction(flags: number): number {
  return (flags & ~guard.caught) | guard.local | guard.inner;
}

/** What an `if` or `elif` tests, as far as imports care. */
export interface Condition {
  /** `checking` holds for type checkers alone, `runtime` fails for them alone. */
  readonly sense: "checking" | "runtime" | "plain";
  /** Asks for the version of Python or the platform. */
  readonly platform: boolean;
}

/** What the branches of one `if` that were read so far say about the next one. */
export interface Chain {
  typeOnly: boolean;
  conditional: boolean;
}

/** The guards in the branch of a condition; tells `chain` what holds in the branches after it. */
export function enterBranch(chain: Chain, condition: Condition): number {
  if (condition.platform) chain.conditional = true;
  const typeOnly = chain.typeOnly || condition.sense === "checking";
  if (condition.sense === "runtime") chain.typeOnly = true;
  return (typeOnly ? guard.typeOnly : 0) | (chain.conditional ? guard.conditional : 0);
}

/** The guards in the `else` of an `if`. */
export function enterElse(chain: Chain): number {
  return (chain.typeOnly ? guard.typeOnly : 0) | (chain.conditional ? guard.conditional : 0);
}

const plain: Condition = { sense: "plain", platform: false };
/** Without one of these no condition is more than plain. */
const speaking = /TYPE_CHECKING|\bFalse\b|^[\s(]*0[\s)]*$|version_info|hexversion|platform|implementation|\b_?os\b/;

/** Names that tell the Python version or the platform. `version_info` and `hexversion` are also imported by themselves. */
const platformNames: ReadonlySet<string> = new Set([
  "version_info",
  "hexversion",
  "sys.version_info",
  "sys.hexversion",
  "sys.platform",
  "sys.implementation",
  "os.name",
  "platform.system",
  "platform.python_implementation",
  "platform.python_version_tuple",
]);

/** Reads the text between `if` or `elif` and its colon. */
export function readCondition(text: string, start: number, end: number): Condition {
  const source = text.slice(start, end);
  if (!speaking.test(source)) return plain;
  const words = dottedWords(source);
  return { sense: sense(words), platform: words.some(namesPlatform) };
}

function namesPlatform(word: string): boolean {
  if (platformNames.has(word)) return true;
  // `sys.implementation.name`, `sys.version_info.major`, `_sys.platform`
  const [base = "", member = ""] = word.split(".");
  return platformNames.has(`${base.replace(/^_/, "")}.${member}`);
}

/** Of a disjunction of conjunctions; what is nested deeper, in brackets among others, is plain. */
function sense(words: readonly string[]): Condition["sense"] {
  const alternatives = split(unwrap(words), "or").map((alternative) => {
    const parts = split(alternative, "and").map(atomSense);
    if (parts.includes("checking")) return "checking";
    return parts.length === 1 ? parts[0] : "plain";
  });
  if (alternatives.includes("runtime")) return "runtime";
  return alternatives.every((alternative) => alternative === "checking") ? "checking" : "plain";
}

function atomSense(atom: readonly string[]): Condition["sense"] {
  let words = unwrap(atom);
  let negated = false;
  while (words[0] === "not") {
    negated = !negated;
    words = unwrap(words.slice(1));
  }
  const [word = "", ...rest] = words;
  if (rest.length > 0) return "plain";
  const checking = /(?:^|\.)TYPE_CHECKING$/.test(word) || (!negated && (word === "False" || word === "0"));
  if (!checking) return "plain";
  return negated ? "runtime" : "checking";
}

/** Without the brackets around the whole. */
function unwrap(words: readonly string[]): readonly string[] {
  let start = 0;
  let end = words.length;
  while (words[start] === "(" && closes(words, start, end) === end - 1) {
    start++;
    end--;
  }
  return start === 0 ? words : words.slice(start, end);
}

/** Where the bracket at `start` is closed, or -1. Looks at the outermost pair only as deep as people nest. */
function closes(words: readonly string[], start: number, end: number): number {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const word = words[at];
    if (word === "(" || word === "[" || word === "{") {
      if (++depth > 16) return -1;
    }
    if (word === ")" || word === "]" || word === "}") {
      depth--;
      if (depth === 0) return at;
    }
  }
  return -1;
}

function split(words: readonly string[], separator: string): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === "(" || word === "[" || word === "{") depth++;
    if (word === ")" || word === "]" || word === "}") depth--;
    if (depth > 0 || word !== separator) continue;
    parts.push(words.slice(start, at));
    start = at + 1;
  }
  parts.push(words.slice(start));
  return parts;
}

const importFailures: ReadonlySet<string> = new Set([
  "ImportError",
  "ModuleNotFoundError",
  "Exception",
  "BaseException",
]);

function namesImportFailure(word: string): boolean {
  return importFailures.has(word.slice(word.lastIndexOf(".") + 1));
}

/** Reads the text between `except` and its colon: whether it catches a failed import. A bare one catches all. */
export function catchesImportFailure(text: string, start: number, end: number): boolean {
  const words = dottedWords(text.slice(start, end));
  return words.length === 0 || words.some(namesImportFailure);
}

/** Reads the text between `with` and its colon: whether it is `suppress(ImportError)`, among others perhaps. */
export function suppressesImportFailure(text: string, start: number, end: number): boolean {
  const source = text.slice(start, end);
  if (!source.includes("suppress")) return false;
  const words = dottedWords(source);
  return words.some((word, at) => {
    if (word !== "suppress" && word !== "contextlib.suppress") return false;
    if (words[at + 1] !== "(") return false;
    const close = closes(words, at + 1, words.length);
    return words.slice(at + 1, close < 0 ? words.length : close).some(namesImportFailure);
  });
}

/** A string, a comment, a name, a number, or any other sign. */
const token =
  /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\r\n]|\\[\s\S])*"?|'(?:[^'\\\r\n]|\\[\s\S])*'?|#[^\r\n]*|[\w\u0080-\uffff]+|[^\s\\]/g;

/** Names with their dots, and signs; strings as one `"`, comments left out. */
function dottedWords(source: string): readonly string[] {
  const words: string[] = [];
  let joins = false;
  for (const [part] of source.matchAll(token)) {
    if (part.startsWith("#")) continue;
    const last = words.at(-1);
    if (part === "." && last !== undefined && /^[\w\u0080-\uffff]/.test(last)) {
      words[words.length - 1] = `${last}.`;
      joins = true;
    } else if (joins) {
      words[words.length - 1] = `${last ?? ""}${part}`;
      joins = false;
    } else {
      words.push(/^["']/.test(part) ? '"' : part);
    }
  }
  return words;
}
