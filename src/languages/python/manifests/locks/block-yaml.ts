/**
 * The YAML that lock tools write: a list of maps, each with texts, lists of texts and maps of texts, all in block style.
 * Read line by line, since such a file is long: over 7 MB of a lockfile a parser of all YAML took 25 times as long as such a
 * reader.
 */

export interface BlockItem {
  /** 1-based place of its first key. */
  readonly line: number;
  readonly column: number;
  readonly texts: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly maps: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface BlockReading {
  readonly items: readonly BlockItem[];
  /** The first line within them that is none of this kind. */
  readonly unread?: { readonly line: number; readonly column: number };
}

interface OpenItem extends BlockItem {
  readonly texts: Map<string, string>;
  readonly lists: Map<string, string[]>;
  readonly maps: Map<string, Map<string, string>>;
}

const pair = /^("[^"]*"|'[^']*'|[^\s"'#&*!|>%@`{}[\],:?-][^#:]*|[^\s:]+):(?:[ \t]+(.*))?$/;

/** The items of the lists under these keys of the document. */
export function blockItems(text: string, keys: readonly string[]): BlockReading {
  const items: OpenItem[] = [];
  let unread: BlockReading["unread"];
  let wanted = false;
  let indent = -1;
  let open = "";
  let number = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, text[end - 1] === "\r" ? end - 1 : end);
    start = end + 1;
    number++;
    const written = line.trimStart();
    if (written === "" || written.startsWith("#")) continue;
    const depth = line.length - written.length;
    const isItem = written.startsWith("- ") || written === "-";
    if (depth === 0 && !isItem) {
      wanted = keys.some((key) => written.startsWith(`${key}:`));
      indent = -1;
      continue;
    }
    if (!wanted) continue;
    const item = items.at(-1);
    let content = written;
    if (isItem && (indent < 0 || depth === indent)) {
      indent = depth;
      content = written.slice(1).trimStart();
      open = "";
      const column = line.length - content.length + 1;
      items.push({ line: number, column, texts: new Map(), lists: new Map(), maps: new Map() });
      if (content === "") continue;
    } else if (isItem && item !== undefined && open !== "") {
      const list = item.lists.get(open) ?? [];
      list.push(scalar(written.slice(1)));
      item.lists.set(open, list);
      continue;
    }
    const current = items.at(-1);
    const [, key, value = ""] = pair.exec(content) ?? [];
    if (current === undefined || key === undefined) {
      unread ??= { line: number, column: depth + 1 };
      continue;
    }
    if (depth > indent + 2 && !isItem) {
      if (open === "") continue;
      const map = current.maps.get(open) ?? new Map<string, string>();
      map.set(scalar(key), scalar(value));
      current.maps.set(open, map);
      continue;
    }
    open = scalar(key);
    if (value !== "") current.texts.set(open, scalar(value));
  }
  return { items, ...(unread === undefined ? {} : { unread }) };
}

/** Without quotes, or the comment after it. */
function scalar(written: string): string {
  const text = written.trim();
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/.exec(text);
  if (quoted !== null) return quoted[1]?.replaceAll(/\\(["\\])/g, "$1") ?? (quoted[2] ?? "").replaceAll("''", "'");
  const comment = text.indexOf(" #");
  return comment < 0 ? text : text.slice(0, comment).trimEnd();
}
