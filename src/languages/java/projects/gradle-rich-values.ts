/** The version that a dependency asks for: that of its coordinates, or of its `version { ... }` block, filled in. */
import type { Evidence } from "../../../model/location.ts";
import type { GradleRich, GradleText } from "../manifests/gradle-model.ts";
import { printRich, readShorthand } from "../versions/rich.ts";
import { evaluate, type GradleScope } from "./gradle-values.ts";

export interface SettledVersion {
  /** `*` when nothing is asked for, or it has no value here. */
  readonly range: string;
  readonly missing: string | undefined;
  readonly origin: readonly Evidence[];
}

/** @param version of the coordinates, filled in; `""` when they have none */
export function settleVersion(
  version: string,
  rich: GradleRich | undefined,
  scopes: readonly GradleScope[],
): SettledVersion {
  const written = version === "" ? {} : readShorthand(version);
  if (rich === undefined) return { range: printRich(written), missing: undefined, origin: [] };
  const origin: Evidence[] = [];
  let missing: string | undefined;
  const value = (text: GradleText | undefined): string | undefined => {
    if (text === undefined) return undefined;
    const found = evaluate(text, scopes);
    origin.push(...found.origin);
    missing ??= found.missing;
    return found.value;
  };
  const settled = {
    strictly: value(rich.strictly) ?? written.strictly,
    require: value(rich.require) ?? written.require,
    prefer: value(rich.prefer) ?? written.prefer,
    reject: rich.reject.map((each) => value(each) ?? ""),
  };
  return { range: missing === undefined ? printRich(settled) : "*", missing, origin };
}
