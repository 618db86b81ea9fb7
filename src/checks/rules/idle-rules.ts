import type { Braid } from "../../model/analysis.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Rule, Selector } from "../../model/settings.ts";
import { Selections } from "./selection.ts";

/** Rules of which a part selects nothing: they look kept, and are about nothing. */
export function idleRules(braid: Braid, rules: readonly Rule[]): readonly Diagnostic[] {
  if (rules.length === 0) return [];
  const selections = new Selections(braid);
  return rules.flatMap((rule): readonly Diagnostic[] => {
    const idle = selectorsOf(rule).find(([, selector]) => selections.of(selector).size === 0);
    if (idle === undefined) return [];
    const { file, line, column, name } = rule;
    return [{ code: "settings", file, line, column, message: `${idle[0]} of the rule "${name}" selects nothing` }];
  });
}

/** What must not be there need not be there: of a rule that forbids, only those who might break it must exist. */
function selectorsOf(rule: Rule): readonly (readonly [what: string, selector: Selector])[] {
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
      return rule.layers.map((layer, at) => [`layer ${at + 1}`, layer]);
    case "independent":
      return rule.groups.map((group, at) => [`group ${at + 1}`, group]);
    case "acyclic":
      return [['"acyclic"', rule.of]];
  }
}
