/**
 * What the lexer meets too seldom for its loop, or what takes a longer look. Each function returns the offset to go on from,
 * with the state left in `reading`, or -1 where the statement stops.
 */
import { isWordPart, newlineEnd, wordPartAt } from "./byte-skips.ts";
import type { Doubt } from "./doubt.ts";
import { field, lambda } from "./nesting.ts";
import type { Reading } from "./reading.ts";
import { action, firstAction, state, type Stop } from "./tokens.ts";
import { isClosedLater } from "./unclosed.ts";

/** Whatever ends a token leads to the same state as a blank does, which is between tokens. */
const blank = 32;
/** A letter that no known word begins with. */
const letter = 74;

/** The end of the keyword at `at`, or of the prefix of a string after another; -1 for all other words. */
export function keywordEnd(reading: Reading, at: number, now: number): number {
  const { bytes } = reading;
  const rows = reading.table;
  let spelled = rows[(state.operator << 7) + (bytes[at] ?? 0)] ?? 0;
  let end = at + 1;
  for (; spelled < firstAction && isWordPart(bytes[end] ?? 0); end++)
    spelled = rows[(spelled << 7) + (bytes[end] ?? 0)] ?? 0;
  const ended = spelled < firstAction ? rows[(spelled << 7) + blank] : spelled;
  if (ended === state.keyword || ended === state.operator) {
    reading.state = ended;
    return end;
  }
  if (now === state.string && spelled < firstAction) {
    const next = rows[(spelled << 7) + (bytes[end] ?? 0)];
    if (next === action.quote || next === action.template) {
      reading.state = spelled;
      return end;
    }
  }
  return misplaced(reading, at);
}

function refuse(reading: Reading, doubt: Doubt, at: number): -1 {
  reading.stop = reading.fail(doubt, at);
  return -1;
}

/** A token is where it may not be; or else a bracket around it is never closed. */
function misplaced(reading: Reading, at: number): -1 {
  const nesting = reading.nesting;
  const inBracket = nesting.top() >= 40;
  return inBracket && !isClosedLater(reading.text, reading.bytes, at)
    ? refuse(reading, "bracket", nesting.openedAt(at))
    : refuse(reading, "operand", at);
}

function goOn(reading: Reading, to: number, at: number): number {
  reading.state = to;
  return at;
}

function stopAt(reading: Reading, stop: Stop, at: number): -1 {
  reading.stop = stop;
  reading.at = at;
  return -1;
}

/** Does what the table asks for at `at`, where it is in state `now`. */
export function act(reading: Reading, what: number, at: number, now: number): number {
  const nesting = reading.nesting;
  const { bytes } = reading;
  const rows = reading.table;
  const ended = now < firstAction ? (rows[(now << 7) + blank] ?? 0) : now;
  switch (what) {
    case action.template:
      return template(reading, nesting.beginTemplate(bytes, at));
    case action.close:
    case action.closeEarly:
      return close(reading, what, at);
    case action.newline:
      // Within brackets a lambda may go on.
      return nesting.openBracket() < 0 ? misplaced(reading, at) : goOn(reading, ended, at + 1);
    case action.colon:
      return colon(reading, at, ended);
    case action.equals:
      // `{price=}` ends on the sign.
      return now === state.comma ? misplaced(reading, at) : goOn(reading, state.opening, at + 1);
    case action.lambda:
      nesting.push(lambda, at);
      reading.hasLambda = true;
      return goOn(reading, state.opening, at);
    case action.watched: {
      let start = at;
      while (start > 0 && isWordPart(bytes[start - 1] ?? 0)) start--;
      reading.watched.push(start);
      return goOn(reading, state.name, at);
    }
    case action.augmented: {
      let start = at;
      while ("+-*/%@&|^<>".includes(String.fromCharCode(bytes[start - 1] ?? 0))) start--;
      if (nesting.depth === 0) reading.augmentedAt = start;
      return goOn(reading, state.operator, at + 1);
    }
    case action.semicolon:
      return nesting.depth > 0 || ended <= state.star ? unfinished(reading, at) : stopAt(reading, "semicolon", at);
    case action.backslash:
      if (bytes[at + 1] !== 10 && bytes[at + 1] !== 13) return refuse(reading, "character", at);
      return goOn(reading, ended, newlineEnd(bytes, at + 1));
    case action.bang:
      return bang(reading, at, ended);
    case action.backtick: {
      // Python 2's `repr`: to the next one on the line.
      let end = at + 1;
      while (!"`\n\r\0".includes(String.fromCharCode(bytes[end] ?? 0))) end++;
      return bytes[end] === 96 ? goOn(reading, state.operand, end + 1) : refuse(reading, "character", at);
    }
    case action.ellipsis:
      return bytes[at + 1] === 46 ? goOn(reading, state.operand, at + 2) : misplaced(reading, at);
    case action.slash:
      return nesting.depth > 0 ? goOn(reading, state.star, at + 1) : misplaced(reading, at);
    case action.other: {
      const width = wordPartAt(reading.text, at);
      if (width === 0) return refuse(reading, "character", at);
      const next = rows[(now << 7) + letter] ?? 0;
      return next < firstAction ? goOn(reading, next, at + width) : misplaced(reading, at);
    }
    case action.none:
      if (at < reading.text.length) return refuse(reading, "character", at);
      if (nesting.depth > 0 || ended <= state.star || ended >= firstAction) return unfinished(reading, at);
      return stopAt(reading, "end", at);
    default:
      return misplaced(reading, at);
  }
}

function close(reading: Reading, what: number, at: number): number {
  const nesting = reading.nesting;
  const code = reading.bytes[at] ?? 0;
  const opened = nesting.top();
  if (opened === lambda) return misplaced(reading, at);
  const fits = opened === field ? code === 125 : opened === 40 ? code === 41 : code === opened + 2;
  if (!fits) return refuse(reading, "bracket", nesting.openedAt(at));
  if (what === action.closeEarly) return misplaced(reading, at);
  nesting.depth--;
  return template(reading, at + 1);
}

function colon(reading: Reading, at: number, ended: number): number {
  const nesting = reading.nesting;
  const opened = nesting.top();
  if (opened === field) {
    nesting.beginFormat();
    return template(reading, at + 1);
  }
  if (reading.bytes[at + 1] === 61) {
    reading.walrus = true;
    return ended < state.name ? misplaced(reading, at) : goOn(reading, state.operator, at + 2);
  }
  nesting.depth--;
  return goOn(reading, state.colon, at + 1);
}

function bang(reading: Reading, at: number, ended: number): number {
  if (reading.bytes[at + 1] === 61) {
    return ended < state.name ? misplaced(reading, at) : goOn(reading, state.operator, at + 2);
  }
  // `{price!r}`
  if (reading.nesting.top() !== field) return refuse(reading, "character", at);
  return goOn(reading, state.operator, at + 1);
}

/** The statement ends where it cannot: in brackets, or where an operand must come. */
function unfinished(reading: Reading, at: number): number {
  const bracket = reading.nesting.openBracket();
  return bracket < 0 ? refuse(reading, "operand", at) : refuse(reading, "bracket", bracket);
}

/** Goes on in an f-string's literal part. */
function template(reading: Reading, from: number): number {
  const nesting = reading.nesting;
  const at = nesting.readTemplate(reading.text, reading.bytes, from);
  if (at < 0) return refuse(reading, "string", -at - 1);
  return goOn(reading, nesting.closed ? state.string : state.opening, at);
}
