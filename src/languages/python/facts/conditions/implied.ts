/**
 * What must be so wherever a condition holds, or wherever it fails: necessary, and perhaps not enough. So a condition that
 * is only partly understood still says something true.
 */

export interface Implied {
  /** Only type checkers come here, or nobody: `TYPE_CHECKING`, `False`. */
  readonly typeOnly: boolean;
  /** Environment markers that all hold here: comparisons, and `(a or b)` in brackets. */
  readonly clauses: readonly string[];
  /** The version or the platform decides too, in a way that no marker says. */
  readonly vague: boolean;
}

export const nothing: Implied = { typeOnly: false, clauses: [], vague: false };
export const typeOnly: Implied = { typeOnly: true, clauses: [], vague: false };
export const vague: Implied = { typeOnly: false, clauses: [], vague: true };

/** @param clause one comparison: `python_version >= "3.11"` */
export function implies(clause: string): Implied {
  return { typeOnly: false, clauses: [clause], vague: false };
}

/** Beyond these lengths a marker is cut, or not made: what is left is still true. */
const longest = 600;

/** All of these hold. */
export function all(parts: readonly Implied[]): Implied {
  const [first, ...rest] = parts;
  if (first === undefined) return nothing;
  if (rest.length === 0) return first;
  const clauses: string[] = [];
  let length = 0;
  for (const clause of parts.flatMap((part) => part.clauses)) {
    if (clauses.includes(clause) || length + clause.length > longest) continue;
    clauses.push(clause);
    length += clause.length;
  }
  return { typeOnly: parts.some((part) => part.typeOnly), clauses, vague: parts.some((part) => part.vague) };
}

/** One of these holds, and nobody says which. */
export function any(parts: readonly Implied[]): Implied {
  // Where nobody comes nothing is added to what may be.
  const open = parts.filter((part) => !part.typeOnly);
  const [first, ...rest] = open;
  if (first === undefined) return parts[0] ?? nothing;
  if (rest.length === 0) return first;
  const isVague = open.some((part) => part.vague);
  const texts = new Set(open.map(({ clauses }) => clauses.join(" and ")));
  // One of them may be so under any Python: then the others say nothing.
  if (texts.has("")) return isVague || texts.size > 1 ? { ...nothing, vague: isVague || texts.size > 1 } : nothing;
  if (texts.size === 1) return { ...first, vague: isVague };
  const text = [...texts].join(" or ");
  return text.length > longest ? vague : { typeOnly: false, clauses: [`(${text})`], vague: isVague };
}

/** The marker of these clauses; undefined when there are none. */
export function markerOf({ clauses }: Implied): string | undefined {
  const [only] = clauses;
  if (only === undefined) return undefined;
  if (clauses.length > 1) return clauses.join(" and ");
  return only.startsWith("(") ? only.slice(1, -1) : only;
}
