/**
 * `meson.build`, as far as it names in so many words what it installs for Python.
 * @see https://mesonbuild.com/Python-module.html
 */
import type { ManifestReader, ManifestReading } from "../../language.ts";
import type { ExtensionModule, NativeBuild, Placement, PythonManifest } from "./manifest.ts";

export const meson: ManifestReader<PythonManifest> = {
  format: "meson.build",
  matches: (name) => name === "meson.build",
  read(file): ManifestReading<NativeBuild> {
    const calls = readCalls(withoutComments(file.text));
    const extensions = calls.flatMap(readExtension);
    const placements = calls.flatMap(readPlacement);
    if (extensions.length === 0 && placements.length === 0) return { diagnostics: [] };
    return {
      manifest: { kind: "native-build", path: file.path, requirements: [], extensions, placements },
      diagnostics: [],
    };
  },
};

interface Call {
  readonly method: string;
  /** Between the brackets. */
  readonly given: string;
  /** Strings that are given by position, those of lists included. */
  readonly texts: readonly string[];
}

/** Strings have no escape for a comment sign, so a quote before it decides. */
function withoutComments(text: string): string {
  return text.replaceAll(/'(?:[^'\\\n]|\\.)*'|#[^\n]*/g, (part) => (part.startsWith("#") ? "" : part));
}

function readCalls(text: string): readonly Call[] {
  const calls: Call[] = [];
  for (const match of text.matchAll(/\.(extension_module|install_sources)\s*\(/g)) {
    const start = match.index + match[0].length;
    const given = text.slice(start, closing(text, start));
    const positional = given.replaceAll(/\b\w+\s*:\s*(?:\[[^\]]*\]|'[^']*'|[^,]*)/g, "");
    const texts = [...positional.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, each = ""]) => each);
    calls.push({ method: match[1] ?? "", given, texts });
  }
  return calls;
}

/** In characters; a list of sources takes a few thousand. */
const longestCall = 50_000;

/** The offset of the bracket that closes a call. */
function closing(text: string, start: number): number {
  let depth = 1;
  const window = text.slice(start, start + longestCall);
  for (const match of window.matchAll(/'(?:[^'\\\n]|\\.)*'|[()]/g)) {
    if (match[0] === "(") depth++;
    else if (match[0] === ")" && --depth === 0) return start + match.index;
  }
  return start + window.length;
}

function subdirectoryOf({ given }: Call): string | undefined {
  return /\bsubdir\s*:\s*'([^'@]*)'/.exec(given)?.[1];
}

function readExtension(call: Call): readonly ExtensionModule[] {
  const [name, ...sources] = call.texts;
  if (call.method !== "extension_module" || name === undefined || !/^\w+$/.test(name)) return [];
  const source = sources.find((each) => /\.(?:pyx|c|cc|cpp|cxx|f|f90)$/.test(each));
  const directory = subdirectoryOf(call);
  const module = directory === undefined ? name : `${dotted(directory)}.${name}`;
  return [{ module, ...(source === undefined ? {} : { source }) }];
}

/** Sources are installed flat: those of the file's own directory stand for it. */
function readPlacement(call: Call): readonly Placement[] {
  const directory = subdirectoryOf(call);
  if (call.method !== "install_sources" || directory === undefined || !/^[\w/]+$/.test(directory)) return [];
  const [first] = call.texts;
  const slash = first?.lastIndexOf("/") ?? -1;
  return [{ module: dotted(directory), path: first === undefined || slash < 0 ? "" : first.slice(0, slash) }];
}

function dotted(directory: string): string {
  return directory.replaceAll(/^\/+|\/+$/g, "").replaceAll("/", ".");
}
