/** Whether environment markers can never hold together. Says so only where it is certain. */
import { satisfiability } from "./marker-algebra.ts";
import { type Comparison, type Marker, type MarkerOperator, mirroredOperator, parseMarker } from "./markers.ts";
import { parseSpecifiers, type VersionRange, versionRange } from "./specifiers.ts";
import { parseVersion } from "./version.ts";

type Conjunction = readonly Comparison[];

/** Beyond this many alternatives the answer is "cannot tell". */
const maxAlternatives = 64;

export function exclusiveMarkers(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const left = parseMarker(a);
  const right = parseMarker(b);
  return "value" in left && "value" in right && neverTogether([left.value, right.value]);
}

/** Whether no environment meets all of these. */
export function neverTogether(markers: readonly Marker[]): boolean {
  return markers.length > 0 && satisfiability(markers).kind === "no";
}

/** The marker that holds where this one does not; undefined where a comparison has no opposite. */
export function negated(marker: Marker): Marker | undefined {
  const items: (Marker[number] | undefined)[] = marker.map((item) => {
    if (item === "and") return "or";
    if (item === "or") return "and";
    const operator = opposites[item.operator];
    return operator === undefined ? undefined : { ...item, operator };
  });
  return items.every((item) => item !== undefined) ? items : undefined;
}

const opposites: Readonly<Partial<Record<MarkerOperator, MarkerOperator>>> = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  in: "not in",
  "not in": "in",
};

/** The full versions of Python under which a marker may hold; undefined where it does not say. */
export function pythonVersions(marker: Marker): VersionRange | undefined {
  let union: VersionRange | undefined;
  for (const conjunction of disjunctiveForm(marker) ?? []) {
    const own = pythonOf(conjunction);
    if (own === undefined) return undefined;
    union = union === undefined ? own : union.union(own);
  }
  return union;
}

function pythonOf(conjunction: Conjunction): VersionRange | undefined {
  let python: VersionRange | undefined;
  for (const comparison of conjunction) {
    const clause = normal(comparison);
    const range = clause !== undefined && isPython(clause.name) ? pythonRange(clause) : undefined;
    if (range !== undefined) python = python === undefined ? range : python.intersect(range);
  }
  return python;
}

/** Whether a marker variable tells the version of Python. */
export function isPython(name: string): boolean {
  return name === "python_version" || name === "python_full_version";
}

function disjunctiveForm(marker: Marker): readonly Conjunction[] | undefined {
  const stack: (readonly Conjunction[])[] = [];
  for (const item of marker) {
    if (typeof item === "object") {
      stack.push([[item]]);
      continue;
    }
    const right = stack.pop() ?? [];
    const left = stack.pop() ?? [];
    const joined =
      item === "or"
        ? left.length + right.length <= maxAlternatives && [...left, ...right]
        : left.length * right.length <= maxAlternatives &&
          left.flatMap((one) => right.map((other) => one.concat(other)));
    if (joined === false) return undefined;
    stack.push(joined);
  }
  return stack.pop();
}

interface Clause {
  readonly name: string;
  readonly operator: MarkerOperator;
  readonly text: string;
}

/** With the variable on the left; undefined for what has no variable or cannot be turned round. */
function normal({ left, operator, right }: Comparison): Clause | undefined {
  if (left.kind === "variable" && right.kind === "value") return { name: left.name, operator, text: right.text };
  const turned = mirroredOperator(operator);
  if (left.kind === "variable" || right.kind === "value" || turned === undefined) return undefined;
  return { name: right.name, operator: turned, text: left.text };
}

/**
 * The full versions of Python that a clause allows. `python_version` is only major and minor, so `> "3.8"` begins at
 * 3.9 and `<= "3.8"` takes all of 3.8 in. Undefined when the clause is not of a form that is understood.
 */
function pythonRange({ name, operator, text }: Clause): VersionRange | undefined {
  if (operator === "in" || operator === "not in") return undefined;
  if (name === "python_full_version") return rangeOf(operator + text);
  const version = parseVersion(text);
  const minor = version?.release[1];
  if (text.endsWith(".*")) return rangeOf(operator + text);
  if (version?.release.length !== 2 || !/^[0-9.]+$/.test(text) || typeof minor !== "number") {
    // `< "3"` and `>= "3"` mean the same for both variables; other forms are rare and left alone.
    return /^[0-9]+$/.test(text) && (operator === "<" || operator === ">=")
      ? rangeOf(`${operator}${text}.dev0`)
      : undefined;
  }
  const following = `${version.release[0] ?? 0}.${minor + 1}.dev0`;
  switch (operator) {
    case "<":
      return rangeOf(`<${text}.dev0`);
    case "<=":
      return rangeOf(`<${following}`);
    case ">":
      return rangeOf(`>=${following}`);
    case ">=":
      return rangeOf(`>=${text}.dev0`);
    case "~=":
      return rangeOf(`>=${text}.dev0,==${version.release[0] ?? 0}.*`);
    case "==":
    case "===":
      return rangeOf(`==${text}.*`);
    case "!=":
      return rangeOf(`!=${text}.*`);
  }
}

function rangeOf(text: string): VersionRange | undefined {
  const specifiers = parseSpecifiers(text);
  return specifiers === undefined ? undefined : versionRange(specifiers);
}
