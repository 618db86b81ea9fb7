/** One tool's answers beside depbraid's, statement by statement. */
import type { Edge } from "../../../src/index.ts";
import { type Difference, drawTable, drawTally, percent, tally } from "../../tables.ts";
import type { MeasureOptions } from "../strand.ts";
import { differenceKind } from "./differences.ts";
import type { ObservedTree, Statement } from "./observed-tree.ts";

/** The path from the root of the file that a statement reaches; undefined for whatever is no file of the repository. */
export type Answer = string | undefined;

export interface Asked {
  readonly statement: Statement;
  readonly answer: Answer;
}

export interface TreeScore {
  readonly row: readonly string[];
  readonly differences: readonly Difference[];
  readonly asked: number;
  readonly agreed: number;
  /** Differences where depbraid only guesses. */
  readonly guessed: number;
}

export function compare(tool: string, observed: ObservedTree, asked: readonly Asked[]): TreeScore {
  const differences: Difference[] = [];
  let agreed = 0;
  let internal = 0;
  let guessed = 0;
  for (const { statement, answer } of asked) {
    const edges = observed.edges(statement.path, statement.specifier);
    if (answer !== undefined) internal++;
    if (
      edges.length === 0
        ? answer === undefined || answer === statement.path
        : edges.some((edge) => agrees(edge, answer))
    )
      agreed++;
    else {
      if (edges.length > 0 && edges.every(({ confidence }) => confidence === "inferred")) guessed++;
      const kind = differenceKind({ observed, statement, answer, edges });
      differences.push({
        side: answer === undefined ? "depbraid" : tool,
        kind,
        example: draw(tool, statement, answer, edges),
      });
    }
  }
  const open = differences.filter(({ kind }) => kind === undefined).length;
  const figures = [asked.length, internal, agreed, differences.length].map(String);
  return {
    row: [
      observed.tree.name,
      ...figures,
      percent(agreed, asked.length),
      percent(agreed, asked.length - guessed),
      String(open),
    ],
    differences,
    asked: asked.length,
    agreed,
    guessed,
  };
}

export function drawScores(scores: readonly TreeScore[], tool: string, options: MeasureOptions): void {
  const sum = (pick: (score: TreeScore) => number): number => scores.reduce((total, score) => total + pick(score), 0);
  const [asked, agreed] = [sum((score) => score.asked), sum((score) => score.agreed)];
  const sure = asked - sum((score) => score.guessed);
  const differences = scores.flatMap((score) => score.differences);
  const open = differences.filter(({ kind }) => kind === undefined).length;
  const total = [
    "all",
    String(asked),
    "",
    String(agreed),
    String(differences.length),
    percent(agreed, asked),
    percent(agreed, sure),
    String(open),
  ];
  const head = [
    "tree",
    "specifiers",
    `to files by ${tool}`,
    "agreed",
    "differing",
    "agreement",
    "guesses left out",
    "differing, unexplained",
  ];
  drawTable(head, [...scores.map(({ row }) => row), total], options.print);
  drawTally(tally(differences), options);
}

function agrees({ to }: Edge, answer: Answer): boolean {
  const ours = to.startsWith("file:") ? to.slice("file:".length) : undefined;
  return ours === answer || (ours !== undefined && answer !== undefined && isDeclarationOf(answer, ours));
}

/** TypeScript prefers the declaration that lies beside what runs; depbraid goes by what the importer is written in. */
function isDeclarationOf(declaration: string, path: string): boolean {
  const stem = /^(.*)\.d\.[cm]?ts$/.exec(declaration)?.[1];
  return stem !== undefined && path.replace(/\.[cm]?jsx?$/, "") === stem;
}

function draw(tool: string, { path, line, specifier }: Statement, answer: Answer, edges: readonly Edge[]): string {
  const ours = edges.map(({ to, confidence }) => `${to} (${confidence})`).join(", ") || "no edge";
  return `${path}:${line} \`${specifier}\`: ${ours}; ${tool}: ${answer ?? "nothing here"}`;
}
