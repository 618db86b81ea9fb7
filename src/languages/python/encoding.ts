/**
 * The coding line of a Python file.
 * @see https://peps.python.org/pep-0263/#defining-the-encoding
 */

/** PEP 263's own expression, over the first two lines alone. */
const codingLine = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const blankOrComment = /^[ \t\f]*(?:#.*)?$/;

/** Python's codec names (lower case, `_` as `-`) whose WHATWG label is another one. */
const labels: ReadonlyMap<string, string> = new Map([
  ["latin", "iso-8859-1"],
  ["latin-1", "iso-8859-1"],
  ["iso-latin-1", "iso-8859-1"],
  ["l1", "iso-8859-1"],
  ["8859", "iso-8859-1"],
  ["cp819", "iso-8859-1"],
  ["latin-2", "iso-8859-2"],
  ["latin-3", "iso-8859-3"],
  ["latin-4", "iso-8859-4"],
  ["latin-5", "iso-8859-9"],
  ["latin-6", "iso-8859-10"],
  ["latin-9", "iso-8859-15"],
  ["latin-10", "iso-8859-16"],
  ["utf8", "utf-8"],
  ["u8", "utf-8"],
  ["utf", "utf-8"],
  ["cp65001", "utf-8"],
  ["utf-8-sig", "utf-8"],
  ["utf-8-unix", "utf-8"],
  ["utf16", "utf-16"],
  ["646", "us-ascii"],
  ["cp367", "us-ascii"],
  ["sjis", "shift-jis"],
  ["s-jis", "shift-jis"],
  ["shiftjis", "shift-jis"],
  ["shift-jis", "shift-jis"],
  ["cp932", "shift-jis"],
  ["ms932", "shift-jis"],
  ["mskanji", "shift-jis"],
  ["ujis", "euc-jp"],
  ["u-jis", "euc-jp"],
  ["eucjp", "euc-jp"],
  ["iso2022-jp", "iso-2022-jp"],
  ["iso2022jp", "iso-2022-jp"],
  ["euckr", "euc-kr"],
  ["cp949", "euc-kr"],
  ["ms949", "euc-kr"],
  ["uhc", "euc-kr"],
  ["gb2312-80", "gb2312"],
  ["eucgb2312-cn", "gb2312"],
  ["euccn", "gb2312"],
  ["euc-cn", "gb2312"],
  ["cp936", "gbk"],
  ["ms936", "gbk"],
  ["936", "gbk"],
  ["cp950", "big5"],
  ["big5-tw", "big5"],
  ["big5hkscs", "big5-hkscs"],
  ["koi8-r", "koi8-r"],
  ["koi8-u", "koi8-u"],
  ["mac-roman", "macintosh"],
  ["macroman", "macintosh"],
  ["mac-cyrillic", "x-mac-cyrillic"],
]);

/** Labels that WHATWG spells with an underscore. */
const underscored: ReadonlyMap<string, string> = new Map([["shift-jis", "shift_jis"]]);

/** The WHATWG label of the encoding that the first two lines declare; a name that is not known comes back as it is. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  // Two lines are what is asked for; a longer head than this is no coding line.
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const [first = "", second = ""] = head.split(/\r\n|\r|\n/, 2);
  const found = codingLine.exec(first) ?? (blankOrComment.test(first) ? codingLine.exec(second) : null);
  return found?.[1] === undefined ? undefined : label(found[1]);
}

function label(name: string): string {
  const plain = name.toLowerCase().replaceAll("_", "-");
  const known = labels.get(plain) ?? whole(plain);
  return underscored.get(known) ?? known;
}

/** `latin-1-unix` is `latin-1`, `cp1252` and `iso8859-2` are spelled otherwise by WHATWG. */
function whole(name: string): string {
  const ended = /^(.+)-(?:unix|dos|mac)$/.exec(name)?.[1];
  if (ended !== undefined) return labels.get(ended) ?? whole(ended);
  const codePage = /^(?:cp-?|windows-?)(125\d|874)$/.exec(name)?.[1];
  if (codePage !== undefined) return `windows-${codePage}`;
  const part = /^iso-?8859-?(\d+)(?:-e)?$/.exec(name)?.[1];
  if (part !== undefined) return `iso-8859-${part}`;
  if (name === "cp866" || name === "866") return "ibm866";
  return name;
}
