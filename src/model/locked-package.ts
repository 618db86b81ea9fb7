/** One package as a lockfile has it, before its needs are put together with the others. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly line: number;
  readonly column: number;
  readonly integrity?: string | undefined;
  readonly requires: readonly LockedNeed[];
}

/** What a locked package needs, and which version of it the lockfile names, where it names one. */
export interface LockedNeed {
  readonly name: string;
  /** As its ecosystem writes it; `*` where the lockfile gives none. */
  readonly range: string;
  readonly version?: string | undefined;
}
