/**
 * The header of a script that says what it needs itself.
 * @see https://packaging.python.org/en/latest/specifications/inline-script-metadata/
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { OwnEnvironment } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";
import { readToml, textAt, listAt } from "../manifests/toml-document.ts";
import { readRequirement } from "../manifests/written-requirement.ts";

const opening = "# /// script";

/** Whether such a header begins with the comment at `at`. */
export function isScriptHeader(text: string, at: number): boolean {
  const next = text.charCodeAt(at + opening.length);
  return text.startsWith(opening, at) && (next === 10 || next === 13 || next !== next);
}

export interface ScriptMetadata {
  readonly environment?: OwnEnvironment;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the header at the first of these offsets; there must be no other. One that is not closed is none. */
export function readScriptMetadata(file: SourceText, headers: readonly number[]): ScriptMetadata {
  const blocks = headers.flatMap((at) => blockAt(file.text, at) ?? []);
  const [first, second] = blocks;
  if (first === undefined) return { diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  if (second !== undefined) {
    const place = new LineCounter(file.text).at(second.start);
    const message = "a script has one block of metadata at most; only the first was read";
    diagnostics.push({ code: "manifest", file: file.path, ...place, message });
  }
  const document = readToml({ path: file.path, text: first.toml, diagnostics: [] }, diagnostics);
  const runtime = textAt(document.root, "requires-python");
  const requirements = listAt(document.root, "dependencies").flatMap((text, index) => {
    if (typeof text !== "string") return [];
    const place = document.place(["dependencies", index]);
    const read = readRequirement({ text, file: file.path, ...place, scope: "runtime" }, diagnostics);
    return read === undefined ? [] : [Object.assign(read, { observable: false })];
  });
  const environment = { requirements, isWhole: true, ...(runtime === undefined ? {} : { runtime }) };
  return { environment, diagnostics };
}

interface Block {
  readonly start: number;
  /** The TOML in it, at the same offsets as in the file. */
  readonly toml: string;
}

const line = /#(?: [^\r\n]*)?(?:\r\n|\n|\r|$)/y;

/** The last `# ///` of the comments in a row closes the block. */
function blockAt(text: string, start: number): Block | undefined {
  let content = "";
  let toml: string | undefined;
  let at = start;
  for (;;) {
    line.lastIndex = at;
    const [whole] = line.exec(text) ?? [];
    if (whole === undefined || whole === "") break;
    if (/^# \/\/\/\s*$/.test(whole)) toml = content;
    content += at === start ? blanked(whole) : whole.replace(/^# ?/, (sign) => " ".repeat(sign.length));
    at += whole.length;
  }
  return toml === undefined ? undefined : { start, toml: blanked(text.slice(0, start)) + toml };
}

function blanked(text: string): string {
  return text.replaceAll(/[^\r\n]/g, " ");
}
