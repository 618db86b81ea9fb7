/** The file that a path would mean if case did not matter: it resolves on one machine and not on another. */
import type { FileIndex } from "../../../files/file-index.ts";

/**
 * The path as it is written on disk, as far as that tells: a last part without its ending keeps being without. Undefined when
 * nothing is like it, or it is written so already.
 */
export function caseCorrected(path: string, files: FileIndex): string | undefined {
  const parts = path.split("/");
  const last = parts.pop() ?? "";
  let directory = "";
  for (const part of parts) {
    const name = sameButCase(part, files.names(directory));
    if (name === undefined) return undefined;
    directory = directory === "" ? name : `${directory}/${name}`;
  }
  const names = files.names(directory);
  const name = sameButCase(last, names) ?? sameStem(last, names);
  if (name === undefined) return undefined;
  const corrected = directory === "" ? name : `${directory}/${name}`;
  return corrected === path ? undefined : corrected;
}

function sameButCase(name: string, names: readonly string[]): string | undefined {
  if (names.includes(name)) return name;
  const lower = name.toLowerCase();
  return names.find((each) => each.toLowerCase() === lower);
}

/** `Till` of `till.ts` is `till`, `Till.js` is `till.js`: what is written for an output keeps its ending. */
function sameStem(name: string, names: readonly string[]): string | undefined {
  const ending = /\.[cm]?jsx?$/.exec(name)?.[0] ?? "";
  const stem = name.slice(0, name.length - ending.length).toLowerCase();
  const like = names.filter(
    (each) => /^\.(d\.)?\w+$/.test(each.slice(stem.length)) && each.toLowerCase().startsWith(stem),
  );
  const exact = like.find((each) => name.startsWith(each.slice(0, stem.length)));
  const found = exact ?? like[0];
  return found === undefined ? undefined : found.slice(0, stem.length) + ending;
}
