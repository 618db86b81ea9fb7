/**
 * The branches of `if` statements around an import. A branch is only remembered by its place when it is entered; what it
 * tests is read when an import stands in it, which is seldom.
 */
import { Conditions } from "./conditions/condition.ts";
import { all, type Implied, nothing } from "./conditions/implied.ts";
import type { Test } from "./conditions/version-tests.ts";
import type { KnownNames } from "./known-names.ts";

export interface Branch {
  /** Offsets of the text between `if` or `elif` and its colon; an `else` has none. */
  readonly start: number;
  readonly end: number;
  /** The branch before it of the same `if`. */
  readonly before: Branch | undefined;
  /** The branch that the whole `if` stands in. */
  readonly outer: Branch | undefined;
}

/** The branch of an `else`: it tests nothing itself. */
export function elseBranch(before: Branch | undefined, outer: Branch | undefined): Branch {
  return { start: -1, end: -1, before, outer };
}

/** Reads the branches of one file. Ask when all its imports are known: they tell what names stand for. */
export class BranchReader {
  readonly #conditions: Conditions;
  readonly #tests = new Map<Branch, Test>();
  readonly #here = new Map<Branch, Implied>();
  /** What holds where all branches up to this one, itself included, were passed by. */
  readonly #past = new Map<Branch, Implied>();

  constructor(text: string, names: KnownNames) {
    this.#conditions = new Conditions(text, names);
  }

  /** What holds in a branch, by itself, those before it, and those around it. */
  implied(innermost: Branch | undefined): Implied {
    // From the outside in, without recursion: blocks may be nested as deep as a file likes.
    const path: Branch[] = [];
    for (let branch = innermost; branch !== undefined && !this.#here.has(branch); branch = branch.outer)
      path.push(branch);
    for (const branch of path.toReversed()) {
      const outer = branch.outer === undefined ? nothing : (this.#here.get(branch.outer) ?? nothing);
      const own = branch.start < 0 ? nothing : this.#test(branch).holds;
      this.#here.set(branch, all([outer, this.#passed(branch.before), own]));
    }
    return innermost === undefined ? nothing : (this.#here.get(innermost) ?? nothing);
  }

  #passed(last: Branch | undefined): Implied {
    const chain: Branch[] = [];
    for (let branch = last; branch !== undefined && !this.#past.has(branch); branch = branch.before) chain.push(branch);
    for (const branch of chain.toReversed()) {
      const before = branch.before === undefined ? nothing : (this.#past.get(branch.before) ?? nothing);
      this.#past.set(branch, all([before, this.#test(branch).fails]));
    }
    return last === undefined ? nothing : (this.#past.get(last) ?? nothing);
  }

  #test(branch: Branch): Test {
    const known = this.#tests.get(branch);
    if (known !== undefined) return known;
    const test = this.#conditions.read(branch.start, branch.end);
    this.#tests.set(branch, test);
    return test;
  }
}
