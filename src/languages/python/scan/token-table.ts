/**
 * The lexer's table: what each character means after what was read before. A row is a state, a column a class of
 * characters, a cell the next state or an action. The rows know which tokens may stand side by side and which words are
 * keywords, so the lexer itself need not look at most tokens. Measured: a step through the table takes no longer than a
 * test of a character for being a letter, and the loop around it is small enough to be compiled soon.
 * @see https://docs.python.org/3/reference/lexical_analysis.html
 */
import { dynamicWords } from "../facts/dynamic-calls.ts";
import {
  bindingKeywords,
  column,
  columnOfLetter,
  columnOfSign,
  firstSign,
  freeKeywords,
  knownWords,
  type Sign,
  softKeywords,
  stringPrefixes,
  templatePrefixes,
} from "./token-classes.ts";
import { action, rowWidth, state } from "./tokens.ts";

/** Rows after each other. A row is named by its offset, which is also what a cell holds to lead to it. */
export const table: Uint16Array = new Uint16Array(320 * rowWidth).fill(action.misplaced);

let rows = Object.values(state).length * rowWidth;

function newRow(): number {
  if (rows === table.length) throw new Error("the table has no more rows");
  rows += rowWidth;
  return rows - rowWidth;
}

type Cells = Readonly<Partial<Record<Sign | "digit" | "other" | "none", number>>>;

function set(row: number, cells: Cells): void {
  for (const [each, to] of Object.entries(cells) as [keyof Cells, number][]) {
    const at = each === "digit" || each === "other" || each === "none" ? column[each] : columnOfSign(each);
    table[row + at] = to;
  }
}

function setLetters(row: number, to: number): void {
  table.fill(to, row + column.letter, row + firstSign);
}

function copy(row: number, like: number): void {
  table.copyWithin(row, like, like + rowWidth);
}

/** What a row does once its own token is at an end: at a sign, or at what is no part of a word. */
function endAs(row: number, ended: number): void {
  table.copyWithin(row + firstSign, ended + firstSign, ended + rowWidth);
  set(row, { none: action.none, other: action.other });
}

const { operator, start, dot, colon, star, comma, opening, name, keyword, operand, string } = state;
const mayBegin = [operator, start, colon, star, comma, opening];
const haveOperand = [name, keyword, operand, string];

// What may stand anywhere.
for (const blank of Object.values(state)) {
  const { none, other, newline, hash, backslash, semicolon, bang, backtick } = action;
  set(blank, { none, other, blank, newline, hash, backslash, semicolon, bang, backtick });
}
set(dot, { semicolon: action.misplaced, bang: action.misplaced, backtick: action.misplaced });

// After an operand.
for (const row of haveOperand) {
  setLetters(row, action.word);
  set(row, { open: action.open, close: action.close, equals: action.equals, comma, colon: action.colon, dot });
}
set(keyword, { quote: action.quote, brace: action.open, tilde: operator });
set(string, { quote: action.quote });

// Where an operand may come.
for (const row of mayBegin) {
  const { quote, open, closeEarly } = action;
  set(row, { quote, open, brace: open, close: closeEarly, plus: operator, minus: operator, tilde: operator });
}
for (const row of [colon, star, comma, opening]) set(row, { close: action.close, colon: action.colon });
for (const row of [colon, star]) set(row, { comma });
// `price, = prices` takes the one element.
set(comma, { equals: action.equals, slash: action.slash });

// Numbers and what begins with a dot.
const number = newRow();
const bareDot = newRow();
const keywordDot = newRow();
for (const row of [...mayBegin, keyword]) set(row, { digit: number, dot: row === keyword ? keywordDot : bareDot });

// Operators, each of which may be a part of a longer one, and the `*` and `**` of arguments.
const doubled = newRow();
const sign = newRow();
const [minus, stars, slash, less, greater] = [newRow(), newRow(), newRow(), newRow(), newRow()];
const firstStar = newRow();
for (const row of haveOperand) set(row, { star: stars, slash, less, greater, plus: sign, minus, binary: sign });
for (const row of mayBegin) if (row !== star) set(row, { star: firstStar });

// Words. All rows that they end as are whole by now.
const word = newRow();

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
    const at = columnOfLetter(beginning.slice(-1));
    const before = spelled.get(beginning.slice(0, -1));
    for (const row of before === undefined ? starts : [before]) table[row + at] = to;
  }
}

endAs(word, name);
setLetters(word, word);
set(word, { digit: word });

const known = spell(knownWords);
const rowOf = (each: string): number => known.get(each) ?? word;
for (const row of known.values()) copy(row, word);
for (const each of freeKeywords) endAs(rowOf(each), keyword);
for (const each of bindingKeywords) endAs(rowOf(each), operator);
for (const each of stringPrefixes) set(rowOf(each), { quote: action.quote });
for (const each of templatePrefixes) set(rowOf(each), { quote: action.template });
for (const each of ["lambda", ...dynamicWords]) {
  const to = each === "lambda" ? action.lambda : action.dynamic;
  table.fill(to, rowOf(each) + firstSign, rowOf(each) + rowWidth);
  set(rowOf(each), { none: to });
}
const wordsFollow = [...mayBegin, dot, keyword];
for (const row of wordsFollow) setLetters(row, word);
link(known, wordsFollow);

// Soft keywords, at the start alone and beside what is known anywhere.
const soft = spell(softKeywords);
for (const [beginning, row] of soft) copy(row, rowOf(beginning));
for (const each of softKeywords) endAs(soft.get(each) ?? word, keyword);
link(soft, [start]);

// What was left out above, now that the rows that it is like are whole.
copy(number, operand);
setLetters(number, number);
set(number, { digit: number, dot: number });
set(bareDot, { none: action.none, other: action.other, digit: number, dot: action.ellipsis });
copy(keywordDot, dot);
set(keywordDot, { digit: number, dot: action.ellipsis });
copy(doubled, operator);
set(doubled, { equals: action.augmented });
for (const row of [sign, minus, stars, slash]) copy(row, doubled);
for (const row of [less, greater]) copy(row, operator);
set(minus, { greater: operator });
set(stars, { star: doubled });
set(slash, { slash: doubled });
set(less, { less: doubled, greater: operator, equals: operator });
set(greater, { greater: doubled, equals: operator });
copy(firstStar, star);
set(firstStar, { star });
