import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Rule, Selector, Tag } from "../../model/settings.ts";
import type { Selections } from "./selection.ts";

/** Rules of which a part selects nothing, and such tags: they look kept, and are about nothing. */
export function idleRules(rules: readonly Rule[], tags: readonly Tag[], selections: Selections): readonly Diagnostic[] {
  const idleTags = tags
    .filter(({ of }) => selections.of(of).size === 0)
    .map((tag) => tell(tag, `the tag "${tag.name}" selects nothing`));
  const idle = rules.flatMap((rule): readonly Diagnostic[] => {
    const found = selectorsOf(rule).find(([, selector]) => selections.of(selector).size === 0);
    return found === undefined ? [] : [tell(rule, `${found[0]} of the rule "${rule.name}" selects nothing`)];
  });
  return [...idleTags, ...idle];
}

function tell({ file, line, column }: Rule | Tag, message: string): Diagnostic {
  return { code: "settings", file, line, column, message };
}

/** What must not be there need not be there: of a rule that forbids, only those who might break it must exist. */
function selectorsOf(rule: Rule): readonly Part[] {
  switch (rule.kind) {
    case "forbidden":
      return [['"from"', rule.from]];
    case "allowed":
    case "required":
      return [
        ['"from"', rule.from],
        ['"to"', rule.to],
      ];
    case "layers":
      return [
        ...rule.layers.map((layer, at): Part => [`layer ${at + 1}`, layer]),
        ...(rule.exhaustive === undefined ? [] : [['"exhaustive"', rule.exhaustive] as const]),
      ];
    case "independent":
      return rule.groups.map((group, at) => [`group ${at + 1}`, group]);
    case "acyclic":
      return [['"acyclic"', rule.of]];
  }
}

type Part = readonly [what: string, selector: Selector];
