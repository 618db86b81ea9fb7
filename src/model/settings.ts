/** What the users of a repository decide about its conflicts. */
import { type Choices, noChoices } from "./choices.ts";
import type { Severity } from "./conflict.ts";
import type { Location } from "./location.ts";

export interface Settings {
  /** Severities by code or family (`import/*`), the last that fits counts; `off` leaves the conflicts out. */
  readonly severities: readonly SeveritySetting[];
  readonly ignores: readonly IgnoreSetting[];
  readonly rules: readonly Rule[];
  /** Names for files, projects and packages that rules select by. */
  readonly tags: readonly Tag[];
  readonly choices: Choices;
  /** Files to read and to leave out, as `.gitignore` patterns. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface SeveritySetting extends Location {
  readonly code: string;
  readonly severity: Severity | "off";
}

/** Conflicts that are known and accepted. What is absent is not looked at. */
export interface IgnoreSetting extends Location {
  readonly code: string;
  readonly reason: string;
  /** A pattern over the path. */
  readonly path?: string;
  /** A pattern over the subject. */
  readonly subject?: string;
}

/** `// depbraid-ignore CODE: reason` in a file of the repository. */
export interface IgnoreComment extends Location {
  readonly codes: readonly string[];
  /** Empty when none is given. */
  readonly reason: string;
  /** Whether nothing else stands on its line: then it is for what follows. */
  readonly alone: boolean;
}

/** Files, projects and packages; all that is given must fit. */
export interface Selector {
  /** Patterns over the path of a file. */
  readonly path?: readonly string[];
  /** Names of projects: what they publish, or the path of their manifest. */
  readonly project?: readonly string[];
  /** Patterns over purls or names of packages. */
  readonly package?: readonly string[];
  /** `java`, `python`, `javascript`, `typescript` */
  readonly language?: readonly string[];
  /** Names of tags: what one of them names. */
  readonly tag?: readonly string[];
}

export interface Tag extends Location {
  readonly name: string;
  /** Without tags of its own. */
  readonly of: Selector;
}

interface RuleBase extends Location {
  /** `rule/NAME` is the code of its conflicts. */
  readonly name: string;
  readonly severity: Severity;
  readonly comment?: string;
}

export type Rule =
  /** Nothing of `from` may depend on anything of `to`. */
  | (RuleBase & { readonly kind: "forbidden"; readonly from: Selector; readonly to: Selector })
  /** What `from` depends on must be of `from` or of `to`. */
  | (RuleBase & { readonly kind: "allowed"; readonly from: Selector; readonly to: Selector })
  /** Each file of `from` must depend on something of `to`. */
  | (RuleBase & { readonly kind: "required"; readonly from: Selector; readonly to: Selector })
  /**
   * A layer may depend on those below it, listed after it; `closed`: on the next one alone. Each file of `exhaustive` must be
   * in a layer.
   */
  | (RuleBase & {
      readonly kind: "layers";
      readonly layers: readonly Selector[];
      readonly closed: boolean;
      readonly exhaustive?: Selector;
    })
  /** None depends on another. */
  | (RuleBase & { readonly kind: "independent"; readonly groups: readonly Selector[] })
  /** No cycle among the files. */
  | (RuleBase & { readonly kind: "acyclic"; readonly of: Selector });

export const noSettings: Settings = {
  severities: [],
  ignores: [],
  rules: [],
  tags: [],
  choices: noChoices,
  include: [],
  exclude: [],
};
