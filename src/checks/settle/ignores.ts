/** Conflicts that people have accepted: in the configuration, or by a comment where they stand. */
import type { Conflict } from "../../model/conflict.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { purlName } from "../../model/purl.ts";
import type { IgnoreComment, IgnoreSetting } from "../../model/settings.ts";
import { isNamed } from "../selection.ts";
import { pathFilter } from "../../files/path-filter.ts";
import { fitsName } from "../../model/fits-name.ts";

export interface IgnoreContext {
  readonly settings: readonly IgnoreSetting[];
  readonly comments: readonly IgnoreComment[];
  /** One line of a file: a comment is for what follows it, up to the next empty line. */
  readonly line: (file: string, line: number) => string | undefined;
  /** Codes that were checked: an ignore of another one may well ignore something. */
  readonly checked: readonly string[];
}

export interface Accepted {
  readonly conflicts: readonly Conflict[];
  readonly ignored: number;
  /** Ignores that ignore nothing, and comments without a reason. */
  readonly diagnostics: readonly Diagnostic[];
}

export function withoutIgnored(conflicts: readonly Conflict[], context: IgnoreContext): Accepted {
  const rules = [
    ...context.settings.map(settingRule),
    ...context.comments.flatMap((each) => commentRules(each, conflicts, context)),
  ];
  const used = new Set<IgnoreRule>();
  const left = conflicts.filter((conflict) => {
    const fitting = rules.filter((rule) => isNamed(conflict.code, [rule.code]) && rule.fits(conflict));
    for (const rule of fitting) used.add(rule);
    return fitting.length === 0;
  });
  const idle = rules.filter((rule) => !used.has(rule) && context.checked.some((code) => isNamed(code, [rule.code])));
  return {
    conflicts: left,
    ignored: conflicts.length - left.length,
    diagnostics: [
      ...idle.map(({ code, place }) => tell(place, `nothing here is ${code}: this ignores nothing`)),
      ...context.comments
        .filter(({ reason }) => reason === "")
        .map((comment) => tell(comment, "an ignore needs a reason after a colon: it is not followed")),
    ],
  };
}

type Place = Pick<Diagnostic, "file" | "line" | "column">;

interface IgnoreRule {
  readonly code: string;
  readonly place: Place;
  readonly fits: (conflict: Conflict) => boolean;
}

function tell({ file, line, column }: Place, message: string): Diagnostic {
  return { code: "settings", file, line, column, message };
}

function settingRule(setting: IgnoreSetting): IgnoreRule {
  const { code, path, subject } = setting;
  const passes = path === undefined ? () => true : pathFilter([path]);
  const fits = (conflict: Conflict): boolean =>
    passes(conflict.file) &&
    (subject === undefined || [conflict.subject, purlName(conflict.subject)].some((name) => fitsName(subject, name)));
  return { code, place: setting, fits };
}

/** More lines than any statement has. */
const reach = 40;

/** On a line of its own a comment is for the first line below it that has such a conflict, as far as no line is empty. */
function commentRules(
  comment: IgnoreComment,
  conflicts: readonly Conflict[],
  { line }: IgnoreContext,
): readonly IgnoreRule[] {
  if (comment.reason === "") return [];
  let last = comment.line;
  if (comment.alone) while (last < comment.line + reach && (line(comment.file, last + 1) ?? "").trim() !== "") last++;
  const near = conflicts.filter((each) => each.file === comment.file && each.line >= comment.line && each.line <= last);
  return comment.codes.map((code) => {
    const first = Math.min(...near.filter((each) => isNamed(each.code, [code])).map((each) => each.line));
    return { code, place: comment, fits: (each) => each.file === comment.file && each.line === first };
  });
}
