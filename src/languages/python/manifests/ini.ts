/**
 * The INI dialect of Python's configparser, with the place of every line.
 * @see https://docs.python.org/3/library/configparser.html#supported-ini-file-structure
 */

export interface IniLine {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Section to option to the lines of its value, blank and comment lines left out. */
export type IniFile = ReadonlyMap<string, ReadonlyMap<string, readonly IniLine[]>>;

const option = /^([^=:\s][^=:]*?)\s*[=:]\s*(.*)$/;

interface Reading {
  readonly text: string;
  readonly file: IniFile;
}

/** One file is read for its requirements, and then for what it runs. */
let last: Reading | undefined;

/** Lines that are no section, option or continuation are left out. */
export function readIni(text: string): IniFile {
  if (last?.text !== text) last = { text, file: readWhole(text) };
  return last.file;
}

function readWhole(text: string): IniFile {
  const sections = new Map<string, Map<string, IniLine[]>>();
  let section: Map<string, IniLine[]> | undefined;
  let values: IniLine[] | undefined;
  for (const [index, written] of text.split(/\r\n|\n|\r/).entries()) {
    const content = written.trim();
    if (content === "" || content.startsWith("#") || content.startsWith(";")) continue;
    const indented = /^[ \t]/.test(written);
    if (indented && values !== undefined) {
      const stripped = withoutComment(content);
      if (stripped !== "") values.push({ text: stripped, line: index + 1, column: written.indexOf(content) + 1 });
      continue;
    }
    const header = /^\[([^\]]+)\]/.exec(content)?.[1];
    if (header !== undefined) {
      section = sections.get(header) ?? new Map<string, IniLine[]>();
      sections.set(header, section);
      values = undefined;
      continue;
    }
    const [, name, value = ""] = option.exec(content.slice(0, 10_000)) ?? [];
    if (section === undefined || name === undefined) continue;
    values = [];
    section.set(name.toLowerCase().replaceAll("-", "_"), values);
    const stripped = withoutComment(value);
    if (stripped !== "") values.push({ text: stripped, line: index + 1, column: written.lastIndexOf(value) + 1 });
  }
  return sections;
}

/** setuptools' requirements take comments at the end of a line. */
function withoutComment(text: string): string {
  const comment = text.search(/(?:^|[ \t])#/);
  return (comment < 0 ? text : text.slice(0, comment)).trim();
}
