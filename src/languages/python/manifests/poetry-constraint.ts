/**
 * Poetry's constraints in the words of PEP 440: `^1.2` is `>=1.2,<2.0`.
 * @see https://python-poetry.org/docs/dependency-specification/#version-constraints
 */

const clauseShape = /^(\^|~(?!=)|~=|===?|!=|<=|>=|<|>)?\s*([^\s]+)$/;

/** Undefined when the constraint is not understood; alternatives (`||`) are no single range. */
export function poetryRange(constraint: string): string | undefined {
  if (constraint.includes("|")) return undefined;
  const clauses: string[] = [];
  for (const written of constraint.split(/\s*,\s*|(?<=[0-9*])\s+(?=[<>=!^~])/)) {
    const clause = readClause(written.trim());
    if (clause === undefined) return undefined;
    if (clause !== "*") clauses.push(clause);
  }
  return clauses.length === 0 ? "*" : clauses.join(",");
}

function readClause(written: string): string | undefined {
  if (written === "" || written === "*") return "*";
  const [, operator, version] = clauseShape.exec(written) ?? [];
  if (version === undefined) return undefined;
  if (operator === "^") return between(version, caretIndex(version));
  if (operator === "~") return between(version, Math.min(1, releaseOf(version).length - 1));
  if (operator === undefined || operator === "=") return `==${version}`;
  return operator + version;
}

/** "An update is allowed if the new version number does not modify the left-most non-zero digit." */
function caretIndex(version: string): number {
  const release = releaseOf(version);
  const nonZero = release.findIndex((part) => part !== 0);
  return nonZero < 0 ? release.length - 1 : nonZero;
}

function releaseOf(version: string): readonly number[] {
  const digits = /^v?([0-9]+(?:\.[0-9]+)*)/i.exec(version)?.[1] ?? "0";
  return digits.split(".").map(Number);
}

/** From a version up to, but without, the next change of one part of its release. */
function between(version: string, index: number): string {
  const release = releaseOf(version);
  const upper = release.map((part, at) => (at < index ? part : at === index ? part + 1 : 0));
  return `>=${version},<${upper.join(".")}`;
}

/** A constraint on Python as a marker; undefined when it is not understood. */
export function pythonMarker(constraint: string): string | undefined {
  const range = poetryRange(constraint);
  if (range === undefined || range === "*") return undefined;
  return range
    .split(",")
    .map((clause) => {
      const [, operator, version] = /^([<>=!~]+)(.*)$/.exec(clause) ?? [];
      const variable = (version ?? "").split(".").length > 2 ? "python_full_version" : "python_version";
      return `${variable} ${operator ?? "=="} "${version ?? ""}"`;
    })
    .join(" and ");
}
