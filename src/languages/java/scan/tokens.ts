/**
 * What the scanner remembers of the last token: a character's code (33 and over), or one of these. Each is a constant of
 * its own, because the properties of a table are loaded anew each time.
 */
export const atStart = 0;
/** An identifier, a keyword without a number of its own, or a chain. */
export const afterWord = 1;
export const afterAnnotationName = 2;
export const afterLiteral = 3;
export const afterNew = 4;
export const afterCase = 5;
export const afterInstanceof = 6;
/** After `break` or `continue`. */
export const afterJump = 7;
export const afterArrow = 8;
export const afterTwoColons = 9;
export const afterEllipsis = 10;
/** After `++` or `--`. */
export const afterStep = 11;

export const dot = 46;

const operators: ReadonlySet<number> = new Set(Array.from("!%&*+,-./:<=>?^|~", (each) => each.charCodeAt(0)));

/** Whether a character is an operator, or a part of one, or a separator that is no bracket, quote or `@`. */
export function isOperator(code: number): boolean {
  return operators.has(code);
}

/** Whether neither an expression nor a type can end after this token. */
export function isUnfinished(last: number): boolean {
  switch (last) {
    case 33: // !
    case 37: // %
    case 38: // &
    case 42: // *
    case 43: // +
    case 45: // -
    case dot:
    case 47: // /
    case 60: // <
    case 61: // =
    case 63: // ?
    case 94: // ^
    case 124: // |
    case 126: // ~
    case afterArrow:
      return true;
    default:
      return false;
  }
}
