import type { Confidence, Declaration, Target } from "../../../model/resolution.ts";

/**
 * What an import, or some names of it, reach: all that a resolved import says but where it is written. Shared by imports. A
 * class, and every field always there, because the loop over all imports wants one shape.
 */
export class Reach {
  readonly target: Target;
  /** The path of a file of this repository. */
  readonly file: string | undefined;
  /** As it should be shown: `from a import b` as `a.b` when `b` is the module reached. */
  readonly specifier: string;
  readonly names: readonly string[];
  readonly confidence: Confidence;
  readonly declaration: Declaration | undefined;

  constructor(
    target: Target,
    specifier: string,
    names: readonly string[],
    confidence: Confidence,
    declaration?: Declaration,
  ) {
    this.target = target;
    this.file = target.kind === "file" ? target.path : undefined;
    this.specifier = specifier;
    this.names = names;
    this.confidence = confidence;
    this.declaration = declaration;
  }

  withNames(names: readonly string[]): Reach {
    return new Reach(this.target, this.specifier, names, this.confidence, this.declaration);
  }
}

/** Gathers what one import reaches: one entry a target, with all the names that it gives. */
export class ReachList {
  readonly #entries = new Map<string, Reach>();

  add(reach: Reach): void {
    const { target } = reach;
    const key = `${target.kind}\0${nameOf(target)}`;
    const before = this.#entries.get(key);
    this.#entries.set(key, before === undefined ? reach : joined(before, reach));
  }

  get count(): number {
    return this.#entries.size;
  }

  get entries(): readonly Reach[] {
    return [...this.#entries.values()];
  }
}

function joined(before: Reach, { target, names, confidence, declaration }: Reach): Reach {
  return new Reach(target, before.specifier, [...before.names, ...names], confidence, declaration);
}

function nameOf(target: Target): string {
  switch (target.kind) {
    case "file":
      return target.path;
    case "package":
      return target.package;
    case "builtin":
    case "unresolved":
      return target.name;
  }
}
