/** Package and build tools: the script, the requirements, the build file that their arguments name. */
import type { BridgeTarget } from "../../model/facts.ts";
import { joinPaths, lastPart } from "./path-text.ts";
import { pathTarget, placeOf } from "./target.ts";
import { buildTools, endingOf, plainScripts, scriptTools } from "./tools.ts";
import { hole, isOpen, rest, type Text } from "./value.ts";

/** Where a command runs: a path with holes; `""` is an unknown directory of the project. */
export type WorkingDirectory = string;

/** What arguments name. */
export interface Found {
  readonly target: BridgeTarget | undefined;
  /** The word that names it. */
  readonly by: Text;
}

const elsewhere = /^(?:(?:-w|--workspace|--workspaces|--filter|-F|-r|--recursive|-ws)(?:=.*)?|workspaces?)$/su;

export function npmScript(tool: string, args: readonly Text[], cwd: WorkingDirectory): Found | undefined {
  const moves = scriptTools.get(tool) ?? new Set<string>();
  // Another member's script: which one, its manifest says.
  const end = args.findIndex(({ text: word }) => word === "--");
  if (args.slice(0, end < 0 ? args.length : end).some(({ text: word }) => elsewhere.test(word))) return undefined;
  let directory = cwd;
  let run = false;
  for (let at = 0; at < args.length; at++) {
    const by = args[at];
    if (by === undefined) break;
    const word = by.text;
    const option = word.includes("=") ? word.slice(0, word.indexOf("=")) : word;
    if (moves.has(option)) {
      const to = option === word ? args[++at]?.text : word.slice(option.length + 1);
      directory = joinPaths([cwd, to ?? hole]);
    } else if (word === "run" || word === "run-script") {
      run = true;
    } else if (!word.startsWith("-") && word !== rest) {
      if (isOpen(by)) return undefined;
      if (tool === "bun" && endingOf(word) !== "") return { target: pathTarget(word, cwd, "node"), by };
      const plain = run ? undefined : plainScripts.get(word);
      const script = run ? word : plain;
      if (script === undefined && tool === "npm") return undefined;
      const place = placeOf(directory);
      if (place === undefined) return undefined;
      const loose = script === undefined || plain !== undefined ? ({ loose: true } as const) : {};
      return { target: { kind: "script", name: script ?? word, manifest: "package.json", ...place, ...loose }, by };
    }
  }
  return undefined;
}

export function requirementsFile(args: readonly Text[], cwd: WorkingDirectory): Found | undefined {
  for (let at = 0; at < args.length; at++) {
    const by = args[at];
    if (by === undefined) break;
    const match = /^(?:-r|--requirement|--requirements)(?:=(.*))?$|^-r(.+)$/su.exec(by.text);
    if (match === null) continue;
    const file = match[1] ?? match[2] ?? args[at + 1]?.text;
    const named = match[1] === undefined && match[2] === undefined ? (args[at + 1] ?? by) : by;
    return file === undefined ? undefined : { target: pathTarget(file, cwd), by: named };
  }
  return undefined;
}

/** `mvn -f shop/pom.xml`. */
export function buildFile(tool: string, args: readonly Text[], cwd: WorkingDirectory): Found | undefined {
  const options = buildTools.get(tool) ?? new Set<string>();
  for (let at = 0; at + 1 < args.length; at++) {
    const by = args[at + 1];
    if (by === undefined || !options.has(args[at]?.text ?? "")) continue;
    return endingOf(by.text) === "" ? undefined : { target: pathTarget(by.text, cwd), by };
  }
  return undefined;
}

/** `./gradlew`, `../mvnw`: the wrapper is a file of the repository when its path says where it is. */
export function wrapperScript(program: Text, cwd: WorkingDirectory): Found | undefined {
  const name = lastPart(program.text);
  // Without a directory it is looked up on the PATH.
  if (!program.text.includes("/") || !/^(?:gradlew|mvnw)(?:\.bat|\.cmd)?$/u.test(name)) return undefined;
  const target = pathTarget(program.text, cwd);
  return target === undefined ? undefined : { target, by: program };
}
