/**
 * The versions of conda's match specs: `>=1.2,<2|2.1.*`.
 * @see https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html#package-match-specifications
 */
import { VersionSet } from "../../../model/version-set.ts";
import { compareCondaVersions, type CondaVersion, parseCondaVersion, startingWith } from "./conda.ts";

type Versions = VersionSet<CondaVersion>;

const all: Versions = VersionSet.all(compareCondaVersions);
const longest = 1000;

/** Undefined for what is none, and for expressions over the text (`^1\.[23]$`), of which an order knows nothing. */
export function parseCondaSpec(text: string): Versions | undefined {
  if (text.length > longest) return undefined;
  const cursor = new Cursor(text.replaceAll(/\s+/g, ""));
  const versions = alternatives(cursor);
  return cursor.isAtEnd() ? versions : undefined;
}

/** Deeper brackets are no person's. */
const deepest = 20;

class Cursor {
  readonly #text: string;
  #at = 0;
  depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  constraint(): string {
    const found = /[^,|()]*/y;
    found.lastIndex = this.#at;
    const text = found.exec(this.#text)?.[0] ?? "";
    this.#at += text.length;
    return text;
  }
}

/** `|` binds less than `,`. */
function alternatives(cursor: Cursor): Versions | undefined {
  let versions = together(cursor);
  while (versions !== undefined && cursor.take("|")) {
    const other = together(cursor);
    versions = other === undefined ? undefined : versions.union(other);
  }
  return versions;
}

function together(cursor: Cursor): Versions | undefined {
  let versions = one(cursor);
  while (versions !== undefined && cursor.take(",")) {
    const other = one(cursor);
    versions = other === undefined ? undefined : versions.intersect(other);
  }
  return versions;
}

function one(cursor: Cursor): Versions | undefined {
  if (!cursor.take("(")) return constraint(cursor.constraint());
  if (++cursor.depth > deepest) return undefined;
  const versions = alternatives(cursor);
  cursor.depth--;
  return cursor.take(")") ? versions : undefined;
}

function constraint(text: string): Versions | undefined {
  if (text === "*") return all;
  const [, operator = "", written = ""] = /^(==|!=|<=|>=|~=|=|<|>)?([^<>=~]+)$/.exec(text) ?? [];
  const isPrefix = written.endsWith("*");
  const version = parseCondaVersion(written.replace(/\.?\*+$/, ""));
  if (version === undefined || version.text.includes("*")) return undefined;
  switch (operator) {
    case "":
      return isPrefix ? beginning(version) : exactly(version);
    case "=":
      return beginning(version);
    // With a star as well, says conda's own reading.
    case "==":
      return exactly(version);
    case "!=":
      return (isPrefix ? beginning(version) : exactly(version)).complement();
    case "~=":
      return isPrefix ? undefined : compatible(version);
    case ">=":
      return from(version);
    case "<":
      return from(version).complement();
    case "<=":
      return upTo(version);
    default:
      return upTo(version).complement();
  }
}

function exactly(version: CondaVersion): Versions {
  return from(version).intersect(upTo(version));
}

function from(version: CondaVersion): Versions {
  return VersionSet.of(compareCondaVersions, [{ lower: { version, inclusive: true } }]);
}

function upTo(version: CondaVersion): Versions {
  return VersionSet.of(compareCondaVersions, [{ upper: { version, inclusive: true } }]);
}

function beginning(version: CondaVersion): Versions {
  if (version.local.length > 0) return exactly(version);
  const [lowest, highest] = startingWith(version);
  return from(lowest).intersect(upTo(highest));
}

/** `~=1.4.2` is at least that and begins with `1.4`. */
function compatible(version: CondaVersion): Versions | undefined {
  if (version.segments.length < 3) return undefined;
  return from(version).intersect(beginning({ ...version, segments: version.segments.slice(0, -1), local: [] }));
}
