/** Steps over what a token is made of: offsets in, offset after it out, -1 where the text ends or breaks first. */

/** A-Z a-z 0-9 _ $ and all that is not ASCII. */
export function isNamePart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36 ||
    code >= 128
  );
}

/** @param at the offset of the opening quote */
export function skipString(text: string, at: number): number {
  const quote = text.charCodeAt(at);
  const length = text.length;
  for (let i = at + 1; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) return i + 1;
    if (code === 92) {
      if (text.charCodeAt(++i) === 13 && text.charCodeAt(i + 1) === 10) i++;
    } else if (code === 10 || code === 13) return -1;
  }
  return -1;
}

/** To after the closing backquote or the next `${`. @param at an offset within the template's text */
export function skipTemplateText(text: string, at: number): number {
  const length = text.length;
  for (let i = at; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 96) return i + 1;
    if (code === 92) i++;
    else if (code === 36 && text.charCodeAt(i + 1) === 123) return i + 2;
  }
  return -1;
}

/** To after the flags. @see https://tc39.es/ecma262/#sec-literals-regular-expression-literals */
export function skipRegularExpression(text: string, at: number): number {
  const length = text.length;
  let inClass = false;
  for (let i = at + 1; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return -1;
    if (code === 92) {
      const next = text.charCodeAt(++i);
      if (next === 10 || next === 13) return -1;
    } else if (code === 91) inClass = true;
    else if (code === 93) inClass = false;
    else if (code === 47 && !inClass) {
      do i++;
      while (i < length && isNamePart(text.charCodeAt(i)));
      return i;
    }
  }
  return -1;
}

/** A number, with its suffix; -1 when a name follows it without a space. */
export function skipNumber(text: string, at: number): number {
  const second = text.charCodeAt(at + 1) | 32;
  // 0x, 0o, 0b
  if (text.charCodeAt(at) === 48 && (second === 120 || second === 111 || second === 98)) return skipName(text, at);
  let i = at;
  let hasDot = false;
  for (; ; i++) {
    const code = text.charCodeAt(i);
    if (code === 46 && !hasDot) hasDot = true;
    else if (!((code >= 48 && code <= 57) || code === 95)) break; // the end of the text is no digit, either
  }
  if ((text.charCodeAt(i) | 32) === 101) {
    const sign = text.charCodeAt(i + 1);
    i += sign === 43 || sign === 45 ? 2 : 1;
    while (text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57) i++;
  } else if (text.charCodeAt(i) === 110) i++;
  return i < text.length && isNamePart(text.charCodeAt(i)) ? -1 : i;
}

/** To the next character that is neither space nor comment; the text's length when there is none. */
export function skipBlank(text: string, at: number): number {
  const length = text.length;
  for (let i = at; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 || (code >= 9 && code <= 13)) continue;
    if (code !== 47) return i;
    const next = text.charCodeAt(i + 1);
    if (next === 47) {
      const end = text.indexOf("\n", i + 2);
      if (end < 0) return length;
      i = end;
    } else if (next === 42) {
      const end = text.indexOf("*/", i + 2);
      if (end < 0) return length;
      i = end + 1;
    } else return i;
  }
  return length;
}

/** The offset after a name that starts here. */
export function skipName(text: string, at: number): number {
  let i = at;
  while (i < text.length && isNamePart(text.charCodeAt(i))) i++;
  return i;
}
