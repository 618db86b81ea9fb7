/** One comparison of ours with a native tool's answer. */
export interface Case {
  /** What is asked, as a person would write it: also what the tool is given. */
  readonly question: readonly string[];
  readonly ours: string;
}

export interface Oracle {
  readonly name: string;
  /** Of the tool. */
  readonly version: string;
  /** Its answers, in order. */
  answer(questions: readonly (readonly string[])[]): readonly string[];
}

/** One kind of question, and how to make one. */
export interface Trial {
  readonly kind: string;
  readonly make: () => Case;
}
