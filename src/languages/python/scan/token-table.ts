/**
 * The lexer's table: what each character means after what was read before. A row is a state, a column an ASCII character
 * (one of them stands for all others), a cell the next state or an action. The rows know which tokens may stand side by side
 * and which words are keywords, so the lexer itself need not look at most tokens. Measured: a step through the table takes
 * little longer than a test of a character for being a letter, and the loop around it is small enough to be compiled soon.
 * @see https://docs.python.org/3/reference/lexical_analysis.html
 */
import { dynamicWords } from "../facts/dynamic-calls.ts";
import {
  bindingKeywords,
  freeKeywords,
  knownWords,
  softKeywords,
  stringPrefixes,
  templatePrefixes,
} from "./known-words.ts";
import { other } from "./source-bytes.ts";
import { action, rowWidth, state } from "./tokens.ts";

const wordParts = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
const signs = "\"'([{)]}=*/<>+-~%@&|^#\\.,:;`! \t\f\n\r";
const kinds = {
  letter: wordParts.slice(0, 53),
  digit: wordParts.slice(53),
  blank: " \t\f",
  newline: "\n\r",
  quote: "\"'",
  /** Brackets that may follow an operand, and the one that may not. */
  open: "([",
  brace: "{",
  close: ")]}",
  binary: "+%@&|^",
  other: String.fromCharCode(other),
  none: Array.from({ length: other }, (_, code) => String.fromCharCode(code))
    .filter((character) => !wordParts.includes(character) && !signs.includes(character))
    .join(""),
} as const;

/** Rows after each other. A row is named by its offset, which is also what a cell holds to lead to it. */
export const table: Uint16Array = new Uint16Array(320 * rowWidth).fill(action.misplaced);

let rows = Object.values(state).length * rowWidth;

function newRow(): number {
  if (rows === table.length) throw new Error("the table has no more rows");
  rows += rowWidth;
  return rows - rowWidth;
}

function copy(row: number, like: number): void {
  table.copyWithin(row, like, like + rowWidth);
}

/** Sets the cells of some characters, or of a kind of them. */
function set(row: number, characters: string, to: number): void {
  for (const character of characters) table[row + character.charCodeAt(0)] = to;
}

/** What a row does once its own word is at an end. */
function endAs(row: number, ended: number): void {
  for (const character of signs + kinds.none) {
    table[row + character.charCodeAt(0)] = table[ended + character.charCodeAt(0)] ?? action.none;
  }
}

const { operator, start, dot, colon, star, comma, opening, name, keyword, operand, string } = state;
const mayBegin = [operator, start, colon, star, comma, opening];
const haveOperand = [name, keyword, operand, string];

// What may stand anywhere.
for (const row of Object.values(state)) {
  set(row, kinds.none, action.none);
  set(row, kinds.other, action.other);
  set(row, kinds.blank, row);
  set(row, kinds.newline, action.newline);
  set(row, "#", action.hash);
  set(row, "\\", action.backslash);
  if (row === dot) continue;
  set(row, ";", action.semicolon);
  set(row, "!", action.bang);
  set(row, "`", action.backtick);
}

// After an operand.
for (const row of haveOperand) {
  set(row, kinds.letter, action.word);
  set(row, kinds.open, action.open);
  set(row, kinds.close, action.close);
  set(row, "=", action.equals);
  set(row, ":", action.colon);
  set(row, ",", comma);
  set(row, ".", dot);
}
for (const row of [keyword, string]) set(row, kinds.quote, action.quote);
set(keyword, kinds.brace, action.open);
set(keyword, "~", operator);

// Where an operand may come.
for (const row of mayBegin) {
  set(row, kinds.quote, action.quote);
  set(row, kinds.open + kinds.brace, action.open);
  set(row, "+-~", operator);
  set(row, kinds.close, row === operator || row === start ? action.closeEarly : action.close);
  if (row !== operator && row !== start) set(row, ":", action.colon);
}
for (const row of [colon, star]) set(row, ",", comma);
// `price, = prices` takes the one element.
set(comma, "=", action.equals);
set(comma, "/", action.slash);

// Numbers and what begins with a dot.
const number = newRow();
const bareDot = newRow();
const keywordDot = newRow();
for (const row of [...mayBegin, keyword]) {
  set(row, kinds.digit, number);
  set(row, ".", row === keyword ? keywordDot : bareDot);
}

// Operators, each of which may be a part of a longer one, and the `*` and `**` of arguments.
const doubled = newRow();
const [sign, minus, stars, slash, less, greater, firstStar] = [
  newRow(),
  newRow(),
  newRow(),
  newRow(),
  newRow(),
  newRow(),
  newRow(),
];
for (const row of haveOperand) {
  set(row, kinds.binary, sign);
  set(row, "-", minus);
  set(row, "*", stars);
  set(row, "/", slash);
  set(row, "<", less);
  set(row, ">", greater);
}
for (const row of mayBegin) if (row !== star) set(row, "*", firstStar);

// Words. All rows that they end as are whole by now.
const word = newRow();
copy(word, name);
set(word, wordParts, word);

/** A row for each beginning of the words, by the beginning. */
function spell(words: readonly string[]): ReadonlyMap<string, number> {
  const spelled = new Map<string, number>();
  for (const each of words) {
    for (let length = 1; length <= each.length; length++) {
      const beginning = each.slice(0, length);
      if (!spelled.has(beginning)) spelled.set(beginning, newRow());
    }
  }
  return spelled;
}

/** Leads from each beginning to those that are one letter longer, and from the rows of `starts` to the first letters. */
function link(spelled: ReadonlyMap<string, number>, starts: readonly number[]): void {
  for (const [beginning, to] of spelled) {
    const before = spelled.get(beginning.slice(0, -1));
    for (const row of before === undefined ? starts : [before]) set(row, beginning.slice(-1), to);
  }
}

const known = spell(knownWords);
const rowOf = (each: string): number => known.get(each) ?? word;
for (const row of known.values()) copy(row, word);
for (const each of freeKeywords) endAs(rowOf(each), keyword);
for (const each of bindingKeywords) endAs(rowOf(each), operator);
for (const each of stringPrefixes) set(rowOf(each), kinds.quote, action.quote);
for (const each of templatePrefixes) set(rowOf(each), kinds.quote, action.template);
set(rowOf("lambda"), signs + kinds.none, action.lambda);
for (const each of dynamicWords) set(rowOf(each), signs + kinds.none, action.dynamic);
const wordsFollow = [...mayBegin, dot, keyword];
for (const row of wordsFollow) set(row, kinds.letter, word);
link(known, wordsFollow);

// Soft keywords, at the start alone and beside what is known anywhere.
const soft = spell(softKeywords);
for (const [beginning, row] of soft) copy(row, rowOf(beginning));
for (const each of softKeywords) endAs(soft.get(each) ?? word, keyword);
link(soft, [start]);

// What was left out above, now that the rows that it is like are whole.
// `1_000`, `0xff`, `1.5`, `10L`. A sign in an exponent reads as a minus.
copy(number, operand);
set(number, `${wordParts}.`, number);
set(bareDot, kinds.none, action.none);
set(bareDot, kinds.other, action.other);
copy(keywordDot, dot);
for (const row of [bareDot, keywordDot]) {
  set(row, kinds.digit, number);
  set(row, ".", action.ellipsis);
}
copy(doubled, operator);
set(doubled, "=", action.augmented);
for (const row of [sign, minus, stars, slash]) copy(row, doubled);
for (const row of [less, greater]) copy(row, operator);
set(minus, ">", operator);
set(stars, "*", doubled);
set(slash, "/", doubled);
set(less, "<", doubled);
set(less, ">=", operator);
set(greater, ">", doubled);
set(greater, "=", operator);
copy(firstStar, star);
set(firstStar, "*", star);
