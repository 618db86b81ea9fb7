/**
 * The lexer's table: what each character means after what was read before. A row is a state, a column an ASCII character
 * (one of them stands for all others), a cell the next state or an action. The rows know which tokens may stand side by side
 * and which words are keywords, so the lexer itself need not look at most tokens. Measured: a step through the table takes
 * little longer than a test of a character for being a letter, and the loop around it is small enough to be compiled soon.
 * @see https://docs.python.org/3/reference/lexical_analysis.html
 */
import {
  bindingKeywords,
  freeKeywords,
  softKeywords,
  stringPrefixes,
  templatePrefixes,
  watchedWords,
} from "./known-words.ts";
import { kinds, otherCharacter, Rows, strangers, wordEnds } from "./table-rows.ts";
import { action, state } from "./tokens.ts";

const { operator, start, dot, colon, star, comma, opening, name, keyword, operand, string } = state;
const mayBegin = [operator, start, colon, star, comma, opening];
const haveOperand = [name, keyword, operand, string];

const rows = new Rows();
const states = Object.values(state).map(() => rows.add());

// What may stand anywhere.
for (const row of states) {
  rows.set(row, strangers, action.none);
  rows.set(row, otherCharacter, action.other);
  rows.set(row, kinds.blank, row);
  rows.set(row, kinds.newline, action.newline);
  rows.set(row, "#", action.hash);
  rows.set(row, "\\", action.backslash);
  if (row === dot) continue;
  rows.set(row, ";", action.semicolon);
  rows.set(row, "!", action.bang);
  rows.set(row, "`", action.backtick);
}

// After an operand.
for (const row of haveOperand) {
  rows.set(row, kinds.letter, action.word);
  rows.set(row, kinds.open, action.open);
  rows.set(row, kinds.close, action.close);
  rows.set(row, "=", action.equals);
  rows.set(row, ":", action.colon);
  rows.set(row, ",", comma);
  rows.set(row, ".", dot);
}
for (const row of [keyword, string]) rows.set(row, kinds.quote, action.quote);
rows.set(keyword, kinds.brace, action.open);
rows.set(keyword, "~", operator);

// Where an operand may come.
for (const row of mayBegin) {
  const mustCome = row === operator || row === start;
  rows.set(row, kinds.quote, action.quote);
  rows.set(row, kinds.open + kinds.brace, action.open);
  rows.set(row, "+-~", operator);
  rows.set(row, kinds.close, mustCome ? action.closeEarly : action.close);
  if (!mustCome) rows.set(row, ":", action.colon);
}
for (const row of [colon, star]) rows.set(row, ",", comma);
// `price, = prices` takes the one element.
rows.set(comma, "=", action.equals);
rows.set(comma, "/", action.slash);

// Numbers and what begins with a dot.
const number = rows.add();
const bareDot = rows.add();
const keywordDot = rows.add();
for (const row of [...mayBegin, keyword]) {
  rows.set(row, kinds.digit, number);
  rows.set(row, ".", row === keyword ? keywordDot : bareDot);
}

// Operators, each of which may be a part of a longer one, and the `*` and `**` of arguments.
const doubled = rows.add();
const sign = rows.add();
const minus = rows.add();
const stars = rows.add();
const slash = rows.add();
const less = rows.add();
const greater = rows.add();
const firstStar = rows.add();
for (const row of haveOperand) {
  rows.set(row, kinds.binary, sign);
  rows.set(row, "-", minus);
  rows.set(row, "*", stars);
  rows.set(row, "/", slash);
  rows.set(row, "<", less);
  rows.set(row, ">", greater);
}
for (const row of mayBegin) if (row !== star) rows.set(row, "*", firstStar);

// Words, by their letters. All rows that they end as are whole by now.
const word = rows.add();
rows.copy(word, name);
rows.set(word, kinds.letter + kinds.digit, word);

/**
 * The row of a word that begins where `from` stands. Each letter leads to a row of its own, made here if there is none: a
 * word that goes on otherwise is any word.
 */
function spell(table: Rows, from: number, letters: string): number {
  let row = from;
  for (const letter of letters) {
    let next = table.get(row, letter);
    if (next === word) {
      next = table.add();
      table.copy(next, word);
      table.set(row, letter, next);
    }
    row = next;
  }
  return row;
}

rows.set(operator, kinds.letter, word);
// Every letter, so that further words change no row but those of words.
for (const letter of kinds.letter) spell(rows, operator, letter);
for (const each of freeKeywords) rows.endAs(spell(rows, operator, each), keyword);
for (const each of bindingKeywords) rows.endAs(spell(rows, operator, each), operator);
for (const each of stringPrefixes) rows.set(spell(rows, operator, each), kinds.quote, action.quote);
for (const each of templatePrefixes) rows.set(spell(rows, operator, each), kinds.quote, action.template);
rows.set(spell(rows, operator, "lambda"), wordEnds, action.lambda);
for (const each of watchedWords) rows.set(spell(rows, operator, each), wordEnds, action.watched);

for (const row of [...mayBegin, dot, keyword]) {
  for (const letter of kinds.letter) rows.set(row, letter, rows.get(operator, letter));
}

// Soft keywords, at the start alone: their beginnings have rows of their own there.
for (const each of softKeywords) {
  let row: number = start;
  let elsewhere: number = operator;
  for (const letter of each) {
    elsewhere = rows.get(elsewhere, letter);
    let next = rows.get(row, letter);
    if (next === elsewhere) {
      next = rows.add();
      rows.copy(next, elsewhere);
      rows.set(row, letter, next);
    }
    row = next;
  }
  rows.endAs(row, keyword);
}

// What was left out above, now that the rows that it is like are whole.
// `1_000`, `0xff`, `1.5`, `10L`. A sign in an exponent reads as a minus.
rows.copy(number, operand);
rows.set(number, `${kinds.letter}${kinds.digit}.`, number);
rows.set(bareDot, strangers, action.none);
rows.set(bareDot, otherCharacter, action.other);
rows.copy(keywordDot, dot);
for (const row of [bareDot, keywordDot]) {
  rows.set(row, kinds.digit, number);
  rows.set(row, ".", action.ellipsis);
}
rows.copy(doubled, operator);
rows.set(doubled, "=", action.augmented);
for (const row of [sign, minus, stars, slash]) rows.copy(row, doubled);
for (const row of [less, greater]) rows.copy(row, operator);
rows.set(minus, ">", operator);
rows.set(stars, "*", doubled);
rows.set(slash, "/", doubled);
rows.set(less, "<", doubled);
rows.set(less, ">=", operator);
rows.set(greater, ">", doubled);
rows.set(greater, "=", operator);
rows.copy(firstStar, star);
rows.set(firstStar, "*", star);

/** The table that serves all files. The next state after `byte` in state `now` is at `(now << 7) + byte`. */
export const table: Uint16Array = rows.finish();

/**
 * One for a file that has further words to be watched, of ASCII letters and digits alone. States are the same in it as in
 * the table for all.
 */
export function tableWatching(words: readonly string[]): Uint16Array {
  const known = made.get(words);
  if (known !== undefined) return known;
  const further = new Rows(table);
  for (const each of words) {
    for (const from of [operator, start]) further.set(spell(further, from, each), wordEnds, action.watched);
  }
  const finished = further.finish();
  made.set(words, finished);
  return finished;
}

/** Tables by the list of their words: most files that have further ones have the same. */
const made = new WeakMap<readonly string[], Uint16Array>();
