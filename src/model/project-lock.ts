import type { LockedPeer, LockEntry, Requirement } from "./requirement.ts";

/** A lockfile that a project is installed by, and what it gives for what the project asks for. */
export interface ProjectLock {
  readonly file: string;
  /**
   * The tool that installs by it: `npm`, `yarn`, `uv`. Absent for what is written on request and may stand beside a
   * lockfile: a compiled list of pins.
   */
  readonly tool?: string;
  /** Present where its tool refuses to install what a direct requirement wants beside it in another version. */
  readonly strictPeers?: true;
  /**
   * What direct requirements want beside them, with what this project gives them; absent where no requirement wants anything, or
   * where the lockfile tells it of each entry.
   */
  readonly peers?: ReadonlyMap<Requirement, readonly LockedPeer[]>;
  /** What it says the project's own version is, if it does. */
  readonly own?: LockedOwn;
  /** Only requirements of which it surely tells: the entries that it may give, and none where it has nothing for it. */
  readonly answers: ReadonlyMap<Requirement, readonly LockEntry[]>;
}

/** The project itself as its lockfile has it. */
export interface LockedOwn {
  readonly version: string;
  readonly line: number;
  readonly column: number;
}
