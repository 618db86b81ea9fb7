import { isAscii, isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { type Diagnostic, fileDiagnostic } from "../model/diagnostic.ts";

/** One file as text. Offsets in facts count its UTF-16 code units. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** What was wrong with its encoding. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Tells the encoding that a file declares within its own text (a WHATWG label), if its language has such a rule. */
export type DeclaredEncoding = (bytes: Uint8Array, path: string) => string | undefined;

/**
 * Decodes a file: by its byte order mark, else as UTF-8, else by what its own text declares, else as windows-1252, which
 * reads any bytes and leaves all ASCII in place. A byte order mark is not part of the text.
 * @see https://encoding.spec.whatwg.org/#bom-sniff
 */
export function decode(path: string, bytes: Uint8Array, declared?: DeclaredEncoding): SourceText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Most files. Measured: with the test this takes two thirds of the time of reading them as UTF-8.
  if (isAscii(bytes)) return { path, text: buffer.toString("latin1"), diagnostics: [] };
  const first = bytes[0];
  const second = bytes[1];
  if (first === 0xff && second === 0xfe) return { path, text: decodeAs("utf-16le", bytes), diagnostics: [] };
  if (first === 0xfe && second === 0xff) return { path, text: decodeAs("utf-16be", bytes), diagnostics: [] };
  if (isUtf8(bytes)) {
    const start = first === 0xef && second === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return { path, text: buffer.toString("utf8", start), diagnostics: [] };
  }
  const label = declared?.(bytes, path);
  const decoder = label === undefined ? undefined : decoderOf(label);
  const text = label === undefined || asciiLabels.has(label) ? undefined : wholeText(decoder, bytes);
  if (text !== undefined) return { path, text, diagnostics: [] };
  const wrong = decoder === undefined ? "which is unknown" : "and has bytes that are not of it";
  const claim = label === undefined ? "is not UTF-8" : `declares the encoding "${label}", ${wrong}`;
  const message = `the file ${claim}; it was read as windows-1252`;
  return {
    path,
    text: decodeAs("windows-1252", bytes),
    diagnostics: [{ ...fileDiagnostic("encoding", path, message), line: lineOfFirstBadByte(bytes) }],
  };
}

/** To WHATWG these are other names of windows-1252, which takes any bytes. */
const asciiLabels: ReadonlySet<string> = new Set(["us-ascii", "ascii"]);

/** Undefined for an unknown label. */
function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}

/** Undefined where some bytes are not of the encoding. */
function wholeText(decoder: TextDecoder | undefined, bytes: Uint8Array): string | undefined {
  try {
    return decoder?.decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeAs(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label).decode(bytes);
}

/** The 1-based line of the first byte that makes a file not UTF-8. */
function lineOfFirstBadByte(bytes: Uint8Array): number {
  let good = 0; // everything before it is UTF-8
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // A cut may split a character: look a little further back for a whole one.
    const whole = [0, 1, 2, 3].some((back) => middle - back > good && isUtf8(bytes.subarray(0, middle - back)));
    if (whole) good = middle;
    else bad = middle;
  }
  let line = 1;
  for (let at = 0; at < good; at++) if (bytes[at] === 0x0a) line++;
  return line;
}
