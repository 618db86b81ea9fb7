/** A text of a file that may name a distribution, or a module of one. */
export interface Mention {
  readonly text: string;
  readonly line: number;
}
