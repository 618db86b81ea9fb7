/**
 * `noxfile.py`, without running it: what sessions install by name.
 * @see https://nox.thea.codes/en/stable/tutorial.html#installing-dependencies
 */
import type { ManifestReader } from "../../language.ts";
import { declaredEncoding } from "../encoding.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { LineCounter } from "../../../model/location.ts";
import type { DeclaredRequirement, PythonManifest, RequirementsLink } from "./manifest.ts";
import { noPathSettings } from "./path-settings.ts";
import { pythonTokens } from "./python-tokens.ts";
import { readRequirementLine } from "./requirements.ts";

export const noxfile: ManifestReader<PythonManifest> = {
  format: "noxfile.py",
  matches: (name) => name === "noxfile.py",
  encoding: declaredEncoding,
  read(file) {
    const diagnostics: Diagnostic[] = [];
    const requirements: DeclaredRequirement[] = [];
    const links: RequirementsLink[] = [];
    const lines = new LineCounter(file.text);
    let computed: number | undefined;
    for (const { session, words, computedAt } of installs(file.text)) {
      computed ??= computedAt;
      for (const [at, { text, offset }] of words.entries()) {
        const before = words[at - 1]?.text ?? "";
        // `-r` may stand in one word with its file, or before it.
        const option = /^(?:-[rce]|--requirement|--constraint|--editable)$/.test(before) ? `${before} ` : "";
        if (text.startsWith("-") && !/^-[rce].|^--(?:requirement|constraint|editable)=/.test(text)) continue;
        if (option === "" && /^--(?!editable\b)[a-z-]+$/.test(before) && valued.test(before)) continue;
        const place = { text: option + text, ...lines.at(offset) };
        const where = {
          file: file.path,
          scope: "test",
          ...(session === "" ? {} : { group: session }),
          environment: `${file.path} ${session}`,
        } as const;
        const read = readRequirementLine(place, where, diagnostics);
        if (read === undefined) continue;
        if ("kind" in read) links.push(read);
        else requirements.push(read);
      }
    }
    if (computed !== undefined) {
      const message =
        "some of what is installed is computed when the file runs; only what is written as literals was read";
      diagnostics.push({ code: "unsupported", file: file.path, ...lines.at(computed), message });
    }
    return {
      manifest: {
        kind: "environment",
        path: file.path,
        of: "project-around",
        requirements,
        links,
        conda: [],
        mixed: true,
        // Sessions may install in many other ways: groups and extras by variables, another tool's commands.
        open: "tests",
        settings: noPathSettings,
      },
      diagnostics,
    };
  },
};

/** pip's options that take a value in a word of its own. */
const valued =
  /^--(?:index-url|extra-index-url|find-links|target|prefix|upgrade-strategy|no-binary|only-binary|progress-bar|python)$/;

interface Install {
  /** The function it stands in. */
  readonly session: string;
  readonly words: readonly { readonly text: string; readonly offset: number }[];
  /** Where something that is no literal stands among them. */
  readonly computedAt: number | undefined;
}

/** Calls of `install` on the parameter of the function around them. */
function installs(text: string): readonly Install[] {
  const tokens = pythonTokens(text);
  const found: Install[] = [];
  let session = "";
  let parameter = "";
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === "name" && token.text === "def" && tokens[at + 2]?.text === "(") {
      session = tokens[at + 1]?.text ?? "";
      parameter = tokens[at + 3]?.kind === "name" ? (tokens[at + 3]?.text ?? "") : "";
    }
    const isCall =
      token?.kind === "name" &&
      token.text === parameter &&
      tokens[at + 1]?.text === "." &&
      tokens[at + 2]?.text === "install" &&
      tokens[at + 3]?.text === "(";
    if (!isCall) continue;
    const words: { text: string; offset: number }[] = [];
    let computedAt: number | undefined;
    let depth = 1;
    for (at += 4; at < tokens.length && depth > 0; at++) {
      const each = tokens[at];
      if (each === undefined || each.kind === "end") break;
      const isArgument = tokens[at - 1]?.text === "(" || tokens[at - 1]?.text === ",";
      if (each.kind === "operator" && /^[([{]$/.test(each.text)) depth++;
      else if (each.kind === "operator" && /^[)\]}]$/.test(each.text)) depth--;
      else if (depth === 1 && each.kind === "string" && /^[,)]$/.test(tokens[at + 1]?.text ?? "") && !each.formatted) {
        if (isArgument) words.push({ text: each.text, offset: each.at });
      } else if (depth === 1 && isArgument && tokens[at + 1]?.text !== "=") computedAt ??= each.at;
    }
    at--;
    found.push({ session, words, computedAt });
  }
  return found;
}
