/** Punctuation that changes what may follow: arrows, conditionals, cases, assignments. */
import { skipBlank } from "./characters.ts";
import * as s from "./state.ts";
import type { State } from "./state.ts";

/** After `=>`. A block body is a bracket of its own; an expression body lasts until what ends it. */
export function readArrow(state: State, after: number): void {
  state.previous = s.arrow;
  state.newline = false;
  state.link();
  if (state.text.charCodeAt(skipBlank(state.text, after)) === 123) return;
  if ((state.pending & s.arrowPending) === 0) {
    state.pending |= s.arrowPending;
    state.arrowQuestions = 0;
  } else state.pending |= s.arrowNested;
}

/**
 * Whether an operator that needs a left side has none here. Where a type may stand, TypeScript lets a few of them lead; its
 * types in braces may have been taken for blocks.
 */
export function lacksLeftSide({ previous, dialect }: State): boolean {
  if (previous < s.start || previous === s.contextToken) return false;
  if (previous === s.greater || previous === s.start || previous === s.typeofToken) return !dialect.typescript;
  // A member of an interface may be called `for`.
  if (previous === s.controlParen) return !dialect.typescript;
  return previous !== s.infixToken && previous !== s.awaitToken;
}

export function readColon(state: State): void {
  // `default:` is a prefix that nothing follows.
  if (lacksLeftSide(state) && state.previous !== s.prefixToken) state.fail("syntax");
  if (!state.dialect.typescript && state.questions === 0 && state.level > s.objectLevel) state.fail("syntax");
  state.colonOfCase = false;
  state.colonOfConditional = state.questions > 0;
  if (state.questions > 0) state.questions--;
  else if ((state.pending & s.casePending) !== 0) {
    state.colonOfCase = true;
    state.endStatement();
  }
  if ((state.pending & s.arrowPending) !== 0) {
    if (state.arrowQuestions > 0) state.arrowQuestions--;
    else if ((state.pending & s.arrowNested) !== 0) state.pending |= s.arrowUnsure;
    else state.pending &= ~s.arrowPending;
  }
  state.nest();
  state.previous = s.colon;
  state.newline = false;
}

export function readAssignment(state: State): void {
  if (lacksLeftSide(state)) state.fail("syntax");
  state.link();
  // In `done: () => void = f` the arrow was a type's.
  if ((state.pending & s.arrowPending) !== 0) state.pending |= s.arrowUnsure;
  state.previous = s.assign;
  state.newline = false;
}

/** At `?`. Returns the offset after it. */
export function readQuestion(state: State, at: number): number {
  const { text } = state;
  const next = text.charCodeAt(at + 1);
  const following = text.charCodeAt(at + 2);
  state.newline = false;
  if (next === 46 && !(following >= 48 && following <= 57)) {
    if (lacksLeftSide(state)) state.fail("syntax");
    // `?.(` and `?.[` go on as a call and an index do.
    state.previous = following === 40 || following === 91 ? s.operand : s.dot;
    return at + 2;
  }
  if (next === 63) {
    if (lacksLeftSide(state)) state.fail("syntax");
    state.link();
    const end = at + (following === 61 ? 3 : 2);
    if (following === 61) readAssignment(state);
    else state.previous = s.operator;
    return end;
  }
  if (state.dialect.typescript) {
    // `name?: string`, `name?)`, `name?, ...`, `method?(): void`
    const code = text.charCodeAt(skipBlank(text, at + 1));
    if (code === 58 || code === 41 || code === 44 || code === 59 || code === 93 || code === 61) {
      state.previous = s.operand;
      return at + 1;
    }
    if (code === 40 || code === 60) {
      const inMembers = state.level === s.objectLevel || state.level === s.classLevel;
      if (inMembers && state.questions === 0 && text.charCodeAt(at + 1) === code) {
        state.previous = s.operand;
        return at + 1;
      }
    }
  }
  state.questions++;
  state.link();
  if ((state.pending & s.arrowPending) !== 0) state.arrowQuestions++;
  state.previous = s.question;
  return at + 1;
}

export function readComma(state: State): void {
  if (state.previous >= s.start && !mayBeEmpty(state) && lacksLeftSide(state)) state.fail("syntax");
  state.pending &= ~(s.arrowPending | s.arrowNested | s.arrowUnsure);
  state.questions = 0;
  state.chain = 0;
  state.heads = 0;
  state.previous = s.comma;
  state.newline = false;
}

/** `[, second]` */
function mayBeEmpty(state: State): boolean {
  return state.level === s.bracketLevel && (state.previous === s.open || state.previous === s.comma);
}

/** Whether the token before cannot stand before a `)`, `]`, `}` or `;`. */
export function isCutOff({ previous, dialect, colonOfCase, level }: State): boolean {
  switch (previous) {
    case s.colon:
      return !colonOfCase && (dialect.typescript || level > s.tryLevel);
    case s.infixToken:
    case s.functionToken:
    case s.operator:
    case s.assign:
    case s.arrow:
    case s.dot:
    case s.newToken:
    case s.typeofToken:
    case s.question:
    case s.classToken:
    case s.declareToken:
    case s.tryToken:
      return true;
    case s.greater:
      return !dialect.typescript;
    default:
      return false;
  }
}
