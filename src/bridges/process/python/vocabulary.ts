/** What Python's own names mean in a command: paths, the interpreter, text methods. */
import { parentPath } from "../path-text.ts";
import type { Fold, Vocabulary } from "../fold.ts";
import { joinAll, parentOf, same, wordsOfLine } from "../folds.ts";
import { asItems, asText, choose, concatenate, here, hole, self, text, unknown, type Value } from "../value.ts";

/** `os.environ.get("NODE", "node")`: the default, if there is one. */
const setting: Fold = ([, fallback]) => choose([unknown, fallback ?? unknown]);

const templates: Fold = ([template, ...args]) => {
  const { text: written, sure } = asText(template);
  let at = 0;
  const filled = written.replaceAll(/%[sdr]|\{\w*(?:![rs])?\}/gu, (field) => {
    const value = asText(args[at++]);
    return /^\{\w+/u.test(field) ? hole : value.text;
  });
  return { kind: "text", text: filled, sure };
};

export const pythonVocabulary: Vocabulary = {
  constants: new Map([
    ["global.__file__", `${here}/${self}`],
    ["sys.executable", "python"],
    ["os.curdir", "."],
    ["os.pardir", ".."],
    ["os.sep", "/"],
    ["os.path.sep", "/"],
  ]),
  functions: new Map<string, Fold>([
    ["os.path.join", joinAll],
    ["posixpath.join", joinAll],
    ["os.path.dirname", parentOf],
    ["os.path.abspath", same],
    ["os.path.realpath", same],
    ["os.path.normpath", same],
    ["os.path.expanduser", same],
    ["os.fspath", same],
    ["os.fsdecode", same],
    ["shlex.quote", same],
    ["pipes.quote", same],
    ["global.str", same],
    ["global.list", same],
    ["global.tuple", same],
    ["pathlib.Path", joinAll],
    ["pathlib.PurePath", joinAll],
    ["pathlib.PosixPath", joinAll],
    ["pathlib.Path.cwd", () => text(".")],
    ["os.getcwd", () => text(".")],
    ["os.getenv", ([name, fallback]) => setting([unknown, fallback ?? unknown, name ?? unknown])],
    ["os.environ.get", ([, fallback]) => setting([unknown, fallback ?? unknown])],
    ["shutil.which", ([name]) => ({ ...asText(name), sure: false })],
    ["shlex.split", wordsOfLine],
  ]),
  methods: new Map<string, Fold>([
    ["resolve", same],
    ["absolute", same],
    ["as_posix", same],
    ["expanduser", same],
    ["strip", same],
    ["rstrip", same],
    ["encode", same],
    ["copy", same],
    ["__str__", same],
    ["joinpath", joinAll],
    ["parents", ([path, index]) => climb(path, Number(asText(index).text))],
    ["split", wordsOfLine],
    ["join", ([separator, items]) => joined(separator, items)],
    ["format", templates],
    ["%", templates],
    ["get", ([, , fallback]) => setting([unknown, fallback ?? unknown])],
  ]),
  properties: new Map([["parent", (path) => ({ ...path, text: parentPath(path.text) })]]),
  wrappers: new Set(["functools.partial"]),
  unbound: (name) => `global.${name}`,
  loads: () => undefined,
};

function climb(path: Value | undefined, index: number): Value {
  if (!Number.isInteger(index) || index < 0 || index > 32) return unknown;
  let known = asText(path).text;
  for (let step = 0; step <= index; step++) known = parentPath(known);
  return { ...asText(path), text: known };
}

function joined(separator: Value | undefined, items: Value | undefined): Value {
  return items?.kind === "list" ? concatenate(asItems(items), asText(separator).text) : unknown;
}
