/** What a notebook installs by its own lines: `%pip install till`, `!conda install -y till`. */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { readRequirement } from "../manifests/written-requirement.ts";
import type { DeclaredRequirement } from "../manifests/manifest.ts";
import type { Magic } from "./magics.ts";

export interface Installed {
  readonly requirement: DeclaredRequirement;
  /** Offset in the cell. */
  readonly start: number;
}

const install =
  /^\s*(?:(?:\{?sys\.executable\}?|python[\d.]*)\s+-m\s+)?(?:uv\s+)?(?:pip[\d.]*|conda|mamba|micromamba)\s+(?:install|add)\s+/;

/** Options that take the next word. */
const withValue =
  /^-(?:[rcefitn]|-(?:requirement|constraint|editable|find-links|index-url|extra-index-url|target|name|prefix|channel|python-version|platform))$|^-c$/;

export function installedBy({ sign, text, start }: Magic, file: string): readonly Installed[] {
  if (sign === "?") return [];
  const command = install.exec(text)?.[0];
  if (command === undefined) return [];
  const found: Installed[] = [];
  let skip = false;
  for (const { 0: word, index } of text.slice(command.length).matchAll(/"[^"]*"|'[^']*'|[^\s"'\\]+/g)) {
    if (/^[;|&>#]/.test(word)) break;
    const isOption = word.startsWith("-");
    if (!skip && !isOption) {
      const quoted = /^["']/.test(word) ? 1 : 0;
      const written = {
        text: quoted === 1 ? word.slice(1, -1) : word,
        file,
        line: 0,
        column: 0,
        scope: "runtime",
      } as const;
      const problems: Diagnostic[] = [];
      // conda's `till=1.0` and what the shell fills in are not read as pip would.
      const requirement = readRequirement(
        { ...written, text: written.text.replace(/^([\w.-]+)=(?!=).*$/, "$1") },
        problems,
      );
      if (requirement !== undefined) found.push({ requirement, start: start + command.length + index + quoted });
    }
    skip = isOption && withValue.test(word);
  }
  return found;
}
