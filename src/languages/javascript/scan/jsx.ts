/**
 * JSX: from `<` to the end of the element, or to the next `{`, where the scanner's own loop goes on until the matching `}`.
 * @see https://facebook.github.io/jsx/
 */
import { skipBlank } from "./characters.ts";
import { jsxChildrenLevel, jsxExpressionLevel, jsxTagLevel, open, operand, type State } from "./state.ts";

/** @param at the offset of `<` where an operand is expected */
export function openElement(state: State, at: number): number {
  return resumeJsx(state, enterElement(state, at));
}

/** Goes on in a tag or between tags, as the level tells: after the `}` of an expression, too. */
export function resumeJsx(state: State, from: number): number {
  let at = from;
  while (state.doubt === undefined) {
    if (state.level === jsxTagLevel) at = readAttributes(state, at);
    else if (state.level === jsxChildrenLevel) at = readChildren(state, at);
    else break;
  }
  // Comments among attributes may import types; text that looks like one has none.
  if (!state.dialect.typescript && state.hasImportWithin(from, at) && state.text.slice(from, at).includes("/**")) {
    return state.fail("comment");
  }
  return at;
}

function enterElement(state: State, at: number): number {
  const { text } = state;
  const nameStart = skipBlank(text, at + 1);
  const nameEnd = skipElementName(text, nameStart);
  state.enter(jsxTagLevel, nameStart);
  if (nameEnd === nameStart && text.charCodeAt(nameStart) !== 62) return state.fail("jsx");
  return nameEnd;
}

function readAttributes(state: State, from: number): number {
  const { text } = state;
  for (let at = skipBlank(text, from); ; at = skipBlank(text, at)) {
    const code = text.charCodeAt(at);
    if (code === 62) {
      state.level = jsxChildrenLevel;
      return at + 1;
    }
    if (code === 47) {
      const end = skipBlank(text, at + 1);
      return text.charCodeAt(end) === 62 ? closeElement(state, end + 1) : state.fail("jsx");
    }
    if (code === 123) return openExpression(state, at);
    const nameEnd = skipElementName(text, at);
    if (nameEnd === at) return state.fail("jsx");
    at = skipBlank(text, nameEnd);
    if (text.charCodeAt(at) !== 61) continue;
    at = skipBlank(text, at + 1);
    const quote = text[at];
    if (quote === "{") return openExpression(state, at);
    // A string of JSX has no escapes and may run over lines.
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) return state.fail("jsx");
    at = end + 1;
  }
}

function readChildren(state: State, from: number): number {
  const { text } = state;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) return openExpression(state, at);
    // Babel refuses both in text; here they tell that this was no JSX.
    if (code === 62 || code === 125) return state.fail("jsx");
    if (code !== 60) continue;
    const next = skipBlank(text, at + 1);
    if (text.charCodeAt(next) !== 47) return enterElement(state, at);
    const nameStart = skipBlank(text, next + 1);
    const nameEnd = skipElementName(text, nameStart);
    const end = skipBlank(text, nameEnd);
    const opened = text.slice(state.mark, skipElementName(text, state.mark));
    if (text.charCodeAt(end) !== 62 || opened !== text.slice(nameStart, nameEnd)) return state.fail("jsx");
    return closeElement(state, end + 1);
  }
  return state.fail("jsx");
}

function openExpression(state: State, at: number): number {
  state.previous = open;
  state.enter(jsxExpressionLevel, 0);
  state.newline = false;
  return at + 1;
}

function closeElement(state: State, at: number): number {
  state.leave();
  state.previous = operand;
  state.newline = false;
  return at;
}

/** Names, members (`Shop.Cart`), namespaces (`svg:path`), hyphens. */
function skipElementName(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    const isPart =
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 48 && code <= 58) ||
      code === 45 ||
      code === 46 ||
      code === 95 ||
      code === 36;
    if (!isPart) return at;
  }
}
