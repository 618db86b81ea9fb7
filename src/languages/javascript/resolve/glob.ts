/**
 * Globs over paths of directories and files, as workspaces and tsconfig.json write them: `*` and `?` within one part,
 * `**` over any number of parts, `{a,b}` for alternatives. Matched with two indexes instead of a regular expression, so
 * that no pattern costs more than its length times that of the path.
 */

/** More alternatives than anyone writes by hand. */
const maxAlternatives = 64;

/** The patterns without braces that a pattern stands for: `{apps,libs}/*` is two. */
export function expandBraces(pattern: string): readonly string[] {
  const done: string[] = [];
  const rest = [pattern];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const close = next.indexOf("}");
    const open = close < 0 ? -1 : next.lastIndexOf("{", close);
    if (open < 0) done.push(next);
    else {
      const [before, after] = [next.slice(0, open), next.slice(close + 1)];
      const parts = next.slice(open + 1, close).split(",");
      for (const part of parts.reverse()) rest.push(before + part + after);
    }
    if (rest.length + done.length > maxAlternatives) return [pattern];
  }
  return [...new Set(done)];
}

/** Whether a path matches a pattern without braces. Neither begins with `/` or `./`. */
export function matchesGlob(pattern: string, path: string): boolean {
  return matchesParts(pattern.split("/"), path === "" ? [] : path.split("/"));
}

/** Wildcards over lists: `**` takes any number of parts; on a mismatch the last one takes one more. */
function matchesParts(pattern: readonly string[], path: readonly string[]): boolean {
  let [p, s, star, mark] = [0, 0, -1, 0];
  while (s < path.length) {
    const part = pattern[p];
    if (part === "**") {
      star = p++;
      mark = s;
    } else if (part !== undefined && matchesPart(part, path[s] ?? "")) {
      p++;
      s++;
    } else if (star >= 0) {
      p = star + 1;
      s = ++mark;
    } else return false;
  }
  while (pattern[p] === "**") p++;
  return p === pattern.length;
}

/** The same over the characters of one part. */
function matchesPart(pattern: string, text: string): boolean {
  let [p, s, star, mark] = [0, 0, -1, 0];
  while (s < text.length) {
    const char = pattern[p];
    if (char === "*") {
      star = p++;
      mark = s;
    } else if (char !== undefined && (char === "?" || char === text[s])) {
      p++;
      s++;
    } else if (star >= 0) {
      p = star + 1;
      s = ++mark;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
