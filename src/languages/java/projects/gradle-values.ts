/** What names in a Gradle script stand for, as far as it is written out: own variables, applied scripts, parents, properties. */
import type { Evidence } from "../../../model/location.ts";
import type { GradleScript, GradleText } from "../manifests/gradle-model.ts";

export interface GradleScope {
  readonly path: string;
  readonly values: ReadonlyMap<string, GradleText>;
}

export interface GradleValue {
  readonly value: string;
  readonly missing: string | undefined;
  readonly origin: readonly Evidence[];
}

/** What a script sees besides what all see: its own variables. */
export function ownScopes(script: GradleScript, all: readonly GradleScript[]): readonly GradleScope[] {
  // A section lies in the script of the same path, and sees what that one has.
  const host = all.find(({ path }) => path === script.path);
  return (host === undefined || host === script ? [script] : [script, host]).flatMap(({ path, locals, variables }) => [
    { path, values: locals },
    { path, values: variables },
  ]);
}

const mostSteps = 100;
const longestValue = 10_000;

/** Fills in `$name` and `${name}`, nearest scope first. */
export function evaluate(text: GradleText, scopes: readonly GradleScope[]): GradleValue {
  if (!text.template || !text.value.includes("$")) return { value: text.value, missing: undefined, origin: [] };
  let { value } = text;
  const origin: Evidence[] = [];
  const expression = /\$(?:\{([^}]*)\}|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*))/;
  for (let steps = 0; ; steps++) {
    const found = expression.exec(value);
    if (found === null) return { value, missing: undefined, origin };
    const name = (found[1] ?? found[2] ?? "").trim();
    const known = lookUp(name, scopes);
    if (known === undefined || steps >= mostSteps || value.length > longestValue)
      return { value, missing: found[0], origin };
    const { scope, at } = known;
    origin.push({ file: scope.path, line: at.line, column: at.column, message: `${name} is "${at.value}"` });
    value = value.slice(0, found.index) + at.value + value.slice(found.index + found[0].length);
  }
}

const qualifiers = /^(?:(?:rootProject|project|ext|extra|this|parent)\.)+/;

/** `rootProject.ext.x`, `project.property("x")`, `extra["x"]`, `versions.x`, `versions["x"]` by their plain names. */
function lookUp(
  expression: string,
  scopes: readonly GradleScope[],
): { readonly scope: GradleScope; readonly at: GradleText } | undefined {
  const plain = expression
    .replace(/^(?:\w+\.)*(?:property|findProperty|extra|ext)(?:\.get)?[([]["'](.+?)["'][)\]].*$/, "$1")
    .replaceAll(/\[["'](.+?)["']\]/g, ".$1")
    .replace(qualifiers, "")
    .replaceAll(/\.(?:get|toString)\(\)/g, "")
    .replace(/\.get(Version|Module)\(\)$/, (_, part: string) => `.${part.toLowerCase()}`);
  for (const scope of scopes) {
    const at = scope.values.get(plain);
    if (at !== undefined) return { scope, at };
  }
  return undefined;
}
