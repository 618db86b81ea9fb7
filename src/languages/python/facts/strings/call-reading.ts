/** What the functions that import by a name are given, read from the text of their calls. */
import { isPackageFile } from "../../package-file.ts";
import type { ImportKind } from "../../../../model/facts.ts";
import { labelledStrings } from "./labelled.ts";
import { argumentsAt, type Argument, type Literal, literalAt, wholeLiteralAt } from "./literals.ts";
import { isDottedPath, isModuleName, isObjectPath, isRelativeName, joinRelative } from "./module-names.ts";
import { blanks, blanksAndLines, isWord, wordEnd } from "./skips.ts";

/** A name in a string, and what it imports. */
export interface NamedImport {
  readonly kind: ImportKind;
  readonly specifier: string;
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Whoever asks so is ready for a failure. */
  readonly optional: boolean;
}

/** Something that imports, and what only running it would tell. */
export interface Note {
  readonly kind: "note";
  readonly message: string;
  readonly start: number;
}

/** One call. */
export interface Call {
  readonly text: string;
  readonly path: string;
  /** Of its opening bracket. */
  readonly open: number;
}

export type ReadCall = (call: Call) => readonly (NamedImport | Note)[];

function named(kind: ImportKind, specifier: string, { start, end }: Literal, optional = false): NamedImport {
  return { kind, specifier, names: [], start, end, optional };
}

/** The literal that is the first argument, or is given to this parameter. */
function literalOf({ text, open }: Call, parameter: string): Literal | undefined {
  const at = blanksAndLines(text, open + 1);
  const first = wholeLiteralAt(text, at);
  if (first !== undefined) return first;
  const word = wordEnd(text, at);
  if (word === at || text.charCodeAt(blanksAndLines(text, word)) !== 61) return undefined;
  const argument = argumentsAt(text, open)?.find(({ name }) => name === parameter);
  return argument === undefined ? undefined : wholeLiteralAt(text, argument.start);
}

export function argument(call: Call, position: number, name: string): Argument | undefined {
  const all = argumentsAt(call.text, call.open) ?? [];
  const given = all[position];
  return given !== undefined && given.name === undefined ? given : all.find((each) => each.name === name);
}

/** `import_module(".till", package="shop")` */
export const moduleAndPackage = (optional: "optional" | "needed"): ReadCall =>
  function read(call) {
    const literal = literalOf(call, "name");
    if (literal === undefined) return [];
    const specifier = isModuleName(literal.value) ? literal.value : relativeName(call, literal.value);
    return specifier === undefined ? [] : [named("dynamic", specifier, literal, optional === "optional")];
  };

function relativeName(call: Call, name: string): string | undefined {
  const given = isRelativeName(name) ? argument(call, 1, "package") : undefined;
  if (given === undefined) return undefined;
  const { text, path } = call;
  const written = text.slice(given.start, given.end).trim();
  // The package of this very file: the same as `from . import`. The name of a package is its `__init__`'s.
  if (written === "__package__" || written === "__spec__.parent") return name;
  if (written === "__name__") return isPackageFile(path) ? name : undefined;
  const literal = wholeLiteralAt(text, given.start);
  return literal === undefined ? undefined : joinRelative(name, literal.value);
}

/** `__import__("till", globals(), locals(), [], 1)`: the last counts the levels up. */
export const builtinImport: ReadCall = (call) => {
  const literal = literalOf(call, "name");
  if (literal === undefined || !isModuleName(literal.value)) return [];
  const alone = call.text.charCodeAt(blanksAndLines(call.text, literal.end)) === 41;
  const all = alone ? [] : argumentsAt(call.text, call.open);
  if (all === undefined) return [];
  const level = all[4] ?? all.find(({ name }) => name === "level");
  const written = level === undefined ? "0" : call.text.slice(level.start, level.end).trim();
  if (!/^[0-9]$/.test(written)) return [];
  return [named("dynamic", ".".repeat(Number(written)) + literal.value, literal)];
};

/** A module's name and nothing else. */
export const module = (parameter: string, optional: "optional" | "needed"): ReadCall =>
  function read(call) {
    const literal = literalOf(call, parameter);
    if (literal === undefined || !isModuleName(literal.value)) return [];
    return [named("dynamic", literal.value, literal, optional === "optional")];
  };

/** Something in a module, or perhaps a module alone: only what is known counts. */
export const objectIn = (parameter: string): ReadCall =>
  function read(call) {
    const literal = literalOf(call, parameter);
    return literal === undefined || !isDottedPath(literal.value) ? [] : [named("dotted-path", literal.value, literal)];
  };

export const moduleOrObject = (parameter: string): ReadCall =>
  function read(call) {
    const literal = literalOf(call, parameter);
    return literal === undefined || !isObjectPath(literal.value) ? [] : [named("dotted-path", literal.value, literal)];
  };

/** Django's `include("shop.urls")` and `include(("shop.urls", "shop"))`. */
export const urlModule: ReadCall = (call) => {
  const { text, open } = call;
  const at = blanksAndLines(text, open + 1);
  const literal =
    text.charCodeAt(at) === 40 ? wholeLiteralAt(text, blanksAndLines(text, at + 1)) : literalOf(call, "arg");
  const handlers = Array.from(text.matchAll(errorHandler), ({ index, 1: set = "" }) =>
    literalAt(text, index + set.length),
  );
  return [literal, ...handlers].flatMap((each) =>
    each === undefined || !isObjectPath(each.value) ? [] : [named("dotted-path", each.value, each)],
  );
};

/** Routes are beside the views of errors. @see https://docs.djangoproject.com/en/stable/ref/urls/#handler400 */
const errorHandler = /^(handler(?:400|403|404|500)[ \t]*=[ \t]*)["']/gm;

/** `os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")` */
export const settingsVariable: ReadCall = ({ text, open }) => {
  const variable = wholeLiteralAt(text, blanksAndLines(text, open + 1));
  if (variable === undefined || !settingsVariables.has(variable.value)) return [];
  const literal = wholeLiteralAt(text, blanksAndLines(text, blanksAndLines(text, variable.end) + 1));
  return literal === undefined || !isModuleName(literal.value) ? [] : [named("dotted-path", literal.value, literal)];
};

const settingsVariables: ReadonlySet<string> = new Set(["DJANGO_SETTINGS_MODULE", "CELERY_CONFIG_MODULE"]);

/**
 * `app.autodiscover_tasks(["shop"])` imports `shop.tasks`.
 * @see https://docs.celeryq.dev/en/stable/reference/celery.html#celery.Celery.autodiscover_tasks
 */
export const taskPackages: ReadCall = (call) => {
  const packages = argument(call, 0, "packages");
  if (packages === undefined || !"[(".includes(call.text.charAt(packages.start))) return [];
  const related = argument(call, 1, "related_name");
  const name = related === undefined ? "tasks" : wholeLiteralAt(call.text, related.start)?.value;
  if (name === undefined || !isModuleName(name)) return [];
  return labelledStrings(call.text, packages.start, "")
    .filter(({ value, end }) => isModuleName(value) && end <= packages.end)
    .map((literal) => named("dotted-path", `${literal.value}.${name}`, literal));
};

/**
 * `dictConfig({...})`, or of a name that is set to one in this file.
 * @see https://docs.python.org/3/library/logging.config.html#configuration-dictionary-schema
 */
export const loggingConfig: ReadCall = (call) => {
  const { text, open } = call;
  const at = blanks(text, open + 1);
  const word = wordEnd(text, at);
  const from = word === at ? at : valueOf(text, text.slice(at, word));
  if (from === undefined || text.charCodeAt(from) !== 123) return [];
  return labelledStrings(text, from, "")
    .filter(({ label, value }) => loggingKeys.has(label) && isDottedPath(value))
    .map((literal) => named("dotted-path", literal.value, literal));
};

const loggingKeys: ReadonlySet<string> = new Set(["class", "()", "factory"]);

/** Where the value of a name that a line sets begins. */
function valueOf(text: string, name: string): number | undefined {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (at > 0 && !"\r\n".includes(text.charAt(at - 1))) continue;
    if (!isWord(text, at, name)) continue;
    const set = /[ \t]*(?::[^=\r\n]*)?=(?!=)[ \t]*/y;
    set.lastIndex = at + name.length;
    const found = set.exec(text);
    if (found !== null) return set.lastIndex;
  }
  return undefined;
}
