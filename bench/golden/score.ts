/** Compares one run with what is expected of it. The rules of reading stand in golden's own README. */
import type { Analysis, Conflict, Edge } from "../../src/index.ts";
import type { ExpectedConflict, ExpectedDeclaration, ExpectedEdge, Golden } from "./expectation.ts";

export interface Tally {
  found: number;
  /** The same import was read, and ends elsewhere. */
  wrong: number;
  total: number;
}

export interface Score {
  readonly imports: Tally;
  readonly declares: Tally;
  readonly bridges: Tally;
  readonly conflicts: Tally;
  readonly absentViolated: Tally;
  /** One line for each expectation that was not met. */
  readonly misses: readonly string[];
}

export function score(analysis: Analysis, golden: Golden): Score {
  const misses: string[] = [];
  const tally = (): Tally => ({ found: 0, wrong: 0, total: 0 });
  const result = { imports: tally(), declares: tally(), bridges: tally(), conflicts: tally(), absentViolated: tally() };
  const count = (into: Tally, verdict: Verdict, description: string, why: string): void => {
    into.total++;
    if (verdict.met) into.found++;
    else {
      if (verdict.wrong) into.wrong++;
      misses.push(`${description}${verdict.instead === "" ? "" : ` (instead: ${verdict.instead})`}  # ${why}`);
    }
  };
  for (const { edge, declares, conflict, absent, why } of golden.expect) {
    if (edge?.kind === "imports") count(result.imports, judgeImport(analysis, edge), drawEdge(edge), why);
    if (edge?.kind === "bridges") count(result.bridges, judgeBridge(analysis, edge), drawEdge(edge), why);
    if (declares !== undefined) {
      const { manifest, line, range, scope } = declares;
      const text = `declares ${manifest}:${line} ${declares.package} ${range} ${scope}`;
      count(result.declares, judgeDeclaration(analysis, declares), text, why);
    }
    if (conflict !== undefined) {
      const text = `conflict ${conflict.code} ${conflict.file}:${conflict.line} ${conflict.subject}`;
      count(result.conflicts, judgeConflict(analysis, conflict), text, why);
    }
    if (absent !== undefined) {
      const { code, subject, file } = absent;
      const seen = analysis.conflicts.find(
        (each) => each.code === code && sameEnd(each.subject, subject) && (file === undefined || each.file === file),
      );
      result.absentViolated.total++;
      if (seen !== undefined) {
        result.absentViolated.found++;
        misses.push(`VIOLATED absent ${code} ${file ?? ""} ${subject} (instead: ${drawConflict(seen)})  # ${why}`);
      }
    }
  }
  return { ...result, misses };
}

interface Verdict {
  readonly met: boolean;
  readonly wrong: boolean;
  readonly instead: string;
}

function judgeImport(analysis: Analysis, expected: ExpectedEdge): Verdict {
  const edges = analysis.graph
    .dependencies(`file:${expected.from}`)
    .filter((edge) => edge.kind === "imports" || edge.kind === "references");
  const there = edges.filter((edge) => edge.line === expected.line);
  if (there.some((edge) => endsAt(edge.to, expected.to) && sameSpecifier(edge, expected))) return met;
  const same = there.filter((edge) => sameSpecifier(edge, expected));
  const instead =
    same.length > 0 ? same : there.length > 0 ? there : edges.filter((edge) => endsAt(edge.to, expected.to));
  return { met: false, wrong: same.length > 0, instead: drawEdges(instead) };
}

function judgeBridge(analysis: Analysis, expected: ExpectedEdge): Verdict {
  const starts = [`file:${expected.from}`, `project:${expected.from}`];
  const edges = starts.flatMap((id) => analysis.graph.dependencies(id)).filter((edge) => edge.kind === "bridges");
  const wanted = expected.to.replace(/^class:.*@/, "").replace(/#.*$/, "");
  const hit = edges.some(
    (edge) =>
      edge.mechanism === expected.mechanism &&
      (edge.to === expected.to || edge.to.replace(/^\w+:/, "").replace(/#.*$/, "").startsWith(wanted)),
  );
  return hit
    ? met
    : { met: false, wrong: false, instead: drawEdges(edges.filter((edge) => edge.line === expected.line)) };
}

function judgeDeclaration(analysis: Analysis, expected: ExpectedDeclaration): Verdict {
  const edges: Edge[] = analysis.projects
    .flatMap((project) => analysis.graph.dependencies(project.id))
    .filter(
      (edge) => edge.kind === "declares" && edge.file === expected.manifest && sameEnd(edge.to, expected.package),
    );
  const hit = edges.some(
    (edge) =>
      edge.line === expected.line &&
      edge.scope === expected.scope &&
      squeeze(edge.range ?? "*") === squeeze(expected.range),
  );
  if (hit) return met;
  const instead = edges.map((edge) => `:${edge.line ?? 0} ${edge.range ?? ""} ${edge.scope ?? ""}`).join("; ");
  return { met: false, wrong: edges.length > 0, instead };
}

function judgeConflict(analysis: Analysis, expected: ExpectedConflict): Verdict {
  const same = analysis.conflicts.filter((each) => each.code === expected.code);
  const names = (each: Conflict): boolean =>
    each.file === expected.file || each.evidence.some((evidence) => evidence.file === expected.file);
  // A cycle may be told by any of its files, so its subject is not compared.
  const hit = same.some(
    (each) => names(each) && (sameEnd(each.subject, expected.subject) || expected.code === "import/cycle"),
  );
  return hit ? met : { met: false, wrong: false, instead: same.filter(names).map(drawConflict).slice(0, 3).join("; ") };
}

const met: Verdict = { met: true, wrong: false, instead: "" };

function sameSpecifier(edge: Edge, expected: ExpectedEdge): boolean {
  return expected.specifier === undefined || edge.specifier === expected.specifier;
}

function endsAt(id: string, expected: string): boolean {
  if (!expected.includes(":")) return id === `file:${expected}`;
  if (expected.startsWith("builtin:python/")) return id === expected || id.startsWith(`${expected}.`);
  return sameEnd(id, expected);
}

/** Compares ids and specifiers, purls by their decoded and normalised names. */
function sameEnd(a: string, b: string): boolean {
  return a === b || normalise(a) === normalise(b);
}

function normalise(id: string): string {
  if (!id.startsWith("pkg:")) return id.replace(/^(file|unresolved:\w+)[:/]/, "");
  const decoded = decodeURIComponent(id);
  return decoded.startsWith("pkg:pypi/") ? decoded.toLowerCase().replaceAll(/[-_.]+/g, "-") : decoded;
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, "").split(",").toSorted().join(",");
}

function drawEdge(edge: ExpectedEdge): string {
  return `${edge.mechanism ?? edge.kind} ${edge.from}:${edge.line} ${edge.specifier ?? ""} -> ${edge.to}`;
}

function drawEdges(edges: readonly Edge[]): string {
  return edges
    .slice(0, 3)
    .map((edge) => `:${edge.line ?? 0} ${edge.specifier ?? ""} -> ${edge.to}`)
    .join("; ");
}

function drawConflict(conflict: Conflict): string {
  return `${conflict.severity} ${conflict.file}:${conflict.line} ${conflict.subject}`;
}
