/** What functions of every language's library do to texts and lists: joins, parents, words. */
import { type Fold, joinTexts } from "./fold.ts";
import { parentPath } from "./path-text.ts";
import { splitCommands } from "./shell.ts";
import { asText, hole, list, type Text, unknown, type Value, withText } from "./value.ts";

/** What gives back what it is given, as far as a command goes: `str`, `toString`, `resolve`. */
export const same: Fold = ([value]) => value ?? unknown;

export const joinAll: Fold = (args) => joinTexts(args.map(asText));

export const parentOf: Fold = ([value]) => changed(value, parentPath);

export function changed(value: Value | undefined, change: (text: string) => string): Text {
  const known = asText(value);
  return withText(known, change(known.text));
}

/** A line as the list of its words; of several commands the first. */
export const wordsOfLine: Fold = ([value]) => {
  const known = asText(value);
  if (known.text === hole) return unknown;
  return list((splitCommands(known.text)[0] ?? []).map((word) => withText(known, word)));
};
