/** The few styles of the text report, as ANSI escapes or as nothing. */
export interface Palette {
  readonly bold: Style;
  readonly dim: Style;
  readonly red: Style;
  readonly yellow: Style;
  readonly blue: Style;
  readonly cyan: Style;
  readonly green: Style;
}

export type Style = (text: string) => string;

/** The text as it is. */
export const plain: Style = (text) => text;

/** @see https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ (SGR, 8.3.117) */
function sgr(on: number, off: number): Style {
  return (text) => (text === "" ? "" : `\x1b[${on}m${text}\x1b[${off}m`);
}

const coloured: Palette = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  yellow: sgr(33, 39),
  blue: sgr(34, 39),
  cyan: sgr(36, 39),
  green: sgr(32, 39),
};

const uncoloured: Palette = {
  bold: plain,
  dim: plain,
  red: plain,
  yellow: plain,
  blue: plain,
  cyan: plain,
  green: plain,
};

export function palette({ colour }: { readonly colour: boolean }): Palette {
  return colour ? coloured : uncoloured;
}
