/** Which of the language's dialects a file is written in, by the ending of its name. */
export interface Dialect {
  readonly typescript: boolean;
  /** `.d.ts`: nothing in it runs, so everything it imports is for its types. */
  readonly declarations: boolean;
  readonly jsx: boolean;
}

const javascript: Dialect = { typescript: false, declarations: false, jsx: true };
const typescript: Dialect = { typescript: true, declarations: false, jsx: false };
const typescriptJsx: Dialect = { typescript: true, declarations: false, jsx: true };
const declarations: Dialect = { typescript: true, declarations: true, jsx: false };

/** @see https://www.typescriptlang.org/docs/handbook/modules/reference.html#file-extensions */
export function dialectOf(path: string): Dialect {
  if (path.endsWith(".tsx")) return typescriptJsx;
  if (!path.endsWith("ts")) return javascript;
  // `style.d.css.ts` declares what `style.css` exports.
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /\.d\.([^.]+\.)?[cm]?ts$/.test(name) ? declarations : typescript;
}
