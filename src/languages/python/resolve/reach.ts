import type { Confidence, Declaration, Target } from "../../../model/resolution.ts";

/** What is said of few. */
export interface ReachDetails {
  readonly declaration: Declaration | undefined;
  /** The file that defines the names which the target only hands on. */
  readonly via: string | undefined;
  /** Node id of what the target hides. */
  readonly shadows: string | undefined;
  /** A file that may hide the target. */
  readonly shadowedBy: string | undefined;
}

export const noDetails: ReachDetails = {
  declaration: undefined,
  via: undefined,
  shadows: undefined,
  shadowedBy: undefined,
};

/**
 * What an import, or some names of it, reach: all that a resolved import says but where it is written. Shared by imports. A
 * class, and every field always there, because the loop over all imports wants one shape.
 */
export class Reach {
  readonly target: Target;
  /** The path of a file of this repository. */
  readonly file: string | undefined;
  /** As it should be shown, where that is not as it is written. */
  readonly specifier: string | undefined;
  readonly names: readonly string[];
  readonly confidence: Confidence;
  readonly details: ReachDetails;
  /** A module that its package is asked for by name: `from a import b` is shown as `a.b`. */
  readonly isMember: boolean;

  constructor(
    target: Target,
    specifier: string | undefined,
    names: readonly string[],
    confidence: Confidence,
    details: ReachDetails = noDetails,
    isMember = false,
  ) {
    this.target = target;
    this.file = target.kind === "file" ? target.path : undefined;
    this.specifier = specifier;
    this.names = names;
    this.confidence = confidence;
    this.details = details;
    this.isMember = isMember;
  }

  /** The specifier to show for an import that is written so. */
  shown(written: string): string {
    if (this.specifier !== undefined) return this.specifier;
    return this.isMember ? memberOf(written, this.names[0] ?? "") : written;
  }

  withNames(names: readonly string[]): Reach {
    return new Reach(this.target, this.specifier, names, this.confidence, this.details, this.isMember);
  }

  /** The same for names that another file defines. */
  byWay(via: string, names: readonly string[]): Reach {
    const { declaration, shadows, shadowedBy } = this.details;
    return new Reach(this.target, this.specifier, names, this.confidence, { declaration, via, shadows, shadowedBy });
  }
}

/** Where only a declaration is said. */
export function declaredAs(declaration: Declaration | undefined): ReachDetails {
  return declaration === undefined
    ? noDetails
    : { declaration, via: undefined, shadows: undefined, shadowedBy: undefined };
}

/** Gathers what one import reaches: one entry a target, and for a package's own file one a defining file. */
export class ReachList {
  readonly #entries = new Map<string, Reach>();

  add(reach: Reach): void {
    const { target, details } = reach;
    const key = `${target.kind}\0${nameOf(target)}\0${details.via ?? ""}`;
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

function joined(before: Reach, { target, names, confidence, details }: Reach): Reach {
  const all = [...before.names, ...names];
  return new Reach(target, before.specifier, all, confidence, details, before.isMember);
}

/** `from . import till` stands as `.till`, `from shop import till` as `shop.till`. */
export function memberOf(specifier: string, name: string): string {
  return specifier.endsWith(".") ? specifier + name : `${specifier}.${name}`;
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
