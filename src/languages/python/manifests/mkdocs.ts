/**
 * What a configuration of MkDocs has it load: plug-ins, extensions of Markdown, a theme. Its pages are no such names.
 * @see https://www.mkdocs.org/user-guide/configuration/
 */
import type { Mention } from "./mention.ts";

/** A part of the file that lists what is loaded. */
interface Section {
  readonly key: string;
  readonly indent: number;
  /** Of its own entries; what is further in are their settings. */
  entries: number | undefined;
}

const heading = /^(\s*)(?:-\s+)?(plugins|markdown_extensions|theme)\s*:(.*)$/;
const entry = /^(\s*)(-\s+)?["']?([\w.-]+)/;

/** By lines: the tags of the file (`!ENV`, `!!python/name:`) mean nothing outside of MkDocs. */
export function mkdocsMentions(text: string): readonly Mention[] {
  const found: Mention[] = [];
  const sections: Section[] = [];
  for (const [index, written] of text.split("\n").entries()) {
    const row = written.replace(/(?:^|\s)#.*$/, "");
    const [, blanks, dash, name = ""] = entry.exec(row) ?? [];
    if (blanks === undefined) continue;
    const indent = blanks.length;
    // A list may stand as far out as its key.
    while (sections.length > 0 && leaves(sections.at(-1), indent, dash !== undefined)) sections.pop();
    const section = sections.at(-1);
    if (section !== undefined) {
      section.entries ??= indent;
      const text = section.key === "theme" ? /^\s*name\s*:\s*["']?([\w.-]+)/.exec(row)?.[1] : name;
      if (section.entries === indent && text !== undefined) found.push({ text, line: index + 1 });
    }
    const [, , key, inline = ""] = heading.exec(row) ?? [];
    // At the top, or within a plug-in that loads others.
    if (key === undefined || (indent > 0 && section === undefined)) continue;
    sections.push({ key, indent, entries: undefined });
    for (const [word] of inline.matchAll(/[A-Za-z][\w.-]*/g)) found.push({ text: word, line: index + 1 });
  }
  return found;
}

function leaves(section: Section | undefined, indent: number, isItem: boolean): boolean {
  return section !== undefined && (indent < section.indent || (indent === section.indent && !isItem));
}
