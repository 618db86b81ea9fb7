/** Small repositories drawn as text: what a check would be given, without reading any file. */
import type { Check } from "../../src/checks/check.ts";
import type { Braid } from "../../src/model/analysis.ts";
import type { Finding } from "../../src/model/conflict.ts";
import type { FaultyPlace } from "../../src/model/fault.ts";
import { GraphBuilder } from "../../src/model/graph-builder.ts";
import {
  edgeKinds,
  type EdgeKind,
  type NodeAttributes,
  type NodeKind,
  nodeKinds,
} from "../../src/model/graph-types.ts";
import { type Project, projectId } from "../../src/model/project.ts";
import { versionedPurl } from "../../src/model/purl.ts";
import type { LockEntry, Requirement } from "../../src/model/requirement.ts";
import type { Confidence, Declaration } from "../../src/model/resolution.ts";
import type { VersionScheme } from "../../src/model/version-scheme.ts";
import { VersionSchemes } from "../../src/model/version-schemes.ts";
import { type Interval, VersionSet } from "../../src/model/version-set.ts";

export interface Drawn {
  /**
   * One edge a line: `shop/cart.ts -> shop/price.ts 3:8 "./price" names=a,b [typeOnly local] ~inferred (undeclared pkg:npm/x)
   * references`. Ends without a kind are files. The kind is `imports` unless a word says otherwise.
   */
  readonly edges?: string;
  /** Attributes of nodes by id or path; those of an `unresolved:` node default to `inRepo`. */
  readonly nodes?: Readonly<Record<string, NodeAttributes>>;
  readonly projects?: readonly Project[];
  readonly faults?: readonly FaultyPlace[];
}

/** A project by its manifest, with what is not said left plain. */
export function project(
  manifest: string,
  more: Partial<Omit<Project, "requirements">> & { readonly requirements?: readonly Partial<Requirement>[] } = {},
): Project {
  const slash = manifest.lastIndexOf("/");
  const { requirements = [], ...rest } = more;
  return {
    id: projectId(manifest),
    directory: manifest.slice(0, Math.max(slash, 0)),
    manifest,
    ecosystem: "npm",
    installScope: projectId(manifest),
    sourceRoots: [],
    locks: [],
    ...rest,
    requirements: requirements.map((requirement, at) => fill(requirement, manifest, at + 1)),
  };
}

function fill(requirement: Partial<Requirement>, file: string, line: number): Requirement {
  const plain = { package: "pkg:npm/nameless", range: "*", scope: "runtime", observable: true } as const;
  return { ...plain, file, line, column: 1, ...requirement };
}

/** A lock entry that asks for others: `lock("express@4.18.0", 12, "qs@6.0.0")`. */
export function lock(entry: string, line: number, ...requires: readonly string[]): LockEntry {
  const [name = "", version = ""] = entry.split("@");
  return {
    package: `pkg:npm/${name}`,
    version,
    file: "package-lock.json",
    line,
    column: 1,
    requires: requires.map((text) => {
      const [needed = "", range = ""] = text.split("@");
      return { package: `pkg:npm/${needed}`, range, version: range };
    }),
  };
}

/** Whole numbers as versions, `1-3`, `2` and `1-2,5-6` as ranges: enough to clash. */
export function numbers(more: Partial<VersionScheme> = {}): VersionScheme {
  const order = (a: unknown, b: unknown): number => Number(a) - Number(b);
  return {
    name: "npm",
    parse: Number,
    compare: order,
    print: String,
    range(text) {
      if (text === "*") return VersionSet.all(order);
      const intervals = text.split(",").map((part): Interval<unknown> => {
        const [low = NaN, high = low] = part.split("-").map(Number);
        return { lower: { version: low, inclusive: true }, upper: { version: high, inclusive: true } };
      });
      return text.match(/^[\d,-]+$/) === null ? undefined : VersionSet.of(order, intervals);
    },
    asking: (version) => version,
    sideBySide: false,
    exclusive: (a, b) => a !== undefined && b !== undefined && a !== b,
    ...more,
  };
}

export function braid(
  { edges = "", nodes = {}, projects = [], faults = [] }: Drawn,
  scheme: VersionScheme = numbers(),
): Braid {
  const builder = new GraphBuilder();
  const node = (text: string): number => {
    const kind = kindOf(text);
    const plain: NodeAttributes = kind === "unresolved" ? { inRepo: true } : kind === "file" ? { language: "ts" } : {};
    return builder.node(kind === "file" ? `file:${text}` : text, kind, { ...plain, ...nodes[text] });
  };
  for (const each of projects) {
    const from = builder.node(each.id, "project");
    for (const entry of each.locks) {
      const locked = node(versionedPurl(entry.package, entry.version));
      const { file, line, column } = entry;
      builder.edge(from, locked, "locks", { confidence: "declared", file, line, column });
      for (const { package: name, version = "", range } of entry.requires) {
        builder.edge(locked, node(versionedPurl(name, version)), "requires", {
          confidence: "declared",
          range,
          file,
          line,
          column,
        });
      }
    }
  }
  const erased = new Set<number>();
  for (const line of edges.split("\n").filter((text) => text.trim() !== "")) {
    const [from = "", to = ""] = line.trim().split(/ -> | /);
    if (/\[[^\]]*erased/.test(line)) erased.add(builder.edges.size);
    builder.edge(node(from), node(to), edgeKind(line), edgeAttributes(line));
  }
  const projectOf = (file: string): Project | undefined =>
    projects
      .filter(({ directory }) => directory === "" || file.startsWith(`${directory}/`))
      .toSorted((a, b) => b.directory.length - a.directory.length)[0];
  return {
    graph: builder.build(),
    projects,
    projectOf,
    faults,
    isErased: (edge) => erased.has(edge),
    schemes: new VersionSchemes([{ purlType: "npm", versions: scheme }]),
  };
}

function kindOf(text: string): NodeKind {
  if (text.startsWith("pkg:")) return text.includes("@") ? "version" : "package";
  return nodeKinds.find((kind) => text.startsWith(`${kind}:`)) ?? "file";
}

function edgeKind(line: string): EdgeKind {
  return edgeKinds.find((kind) => line.endsWith(` ${kind}`)) ?? "imports";
}

const confidences: readonly Confidence[] = ["declared", "inferred"];
const states: readonly Declaration["state"][] = ["declared", "transitive", "undeclared", "unknown"];

function edgeAttributes(line: string): Parameters<GraphBuilder["edge"]>[3] {
  const place = / (\d+):(\d+)/.exec(line);
  const specifier = /"([^"]*)"/.exec(line)?.[1];
  const names = /names=(\S+)/.exec(line)?.[1]?.split(",");
  const flags = /\[([^\]]*)\]/.exec(line)?.[1]?.split(" ") ?? [];
  const declaration = /\((\w+) (\S+)\)/.exec(line);
  const state = states.find((each) => each === declaration?.[1]);
  return {
    confidence: confidences.find((each) => line.includes(`~${each}`)) ?? "exact",
    line: Number(place?.[1] ?? 1),
    column: Number(place?.[2] ?? 1),
    ...(specifier === undefined ? {} : { specifier }),
    ...(names === undefined ? {} : { names }),
    typeOnly: flags.includes("typeOnly"),
    dynamic: flags.includes("dynamic"),
    optional: flags.includes("optional"),
    local: flags.includes("local"),
    scope: flags.includes("test") ? "test" : "main",
    ...(state === undefined ? {} : { declaration: { state, package: declaration?.[2] ?? "" } }),
  };
}

/** `error web/app.ts:3:8 pkg:npm/left-pad`, and below it the message, the evidence and the fix. */
export function draw(findings: Iterable<Finding>): string {
  return [...findings].map(drawFinding).join("\n");
}

function drawFinding({ severity, file, line, column, subject, message, evidence, fix }: Finding): string {
  return [
    `${severity} ${file}:${line}:${column} ${subject}`,
    `  ${message}`,
    ...evidence.map((each) => `  - ${each.file}:${each.line} ${each.message}`),
    ...(fix === undefined ? [] : [`  fix: ${fix.message}`]),
  ].join("\n");
}

/** What one check finds, drawn. */
export function found(check: Check, drawn: Drawn, scheme?: VersionScheme): string {
  return draw(check.run(braid(drawn, scheme)));
}

/** The same, a line a finding: its severity, place and subject. */
export function brief(check: Check, drawn: Drawn, scheme?: VersionScheme): readonly string[] {
  return [...check.run(braid(drawn, scheme))].map(
    ({ severity, file, line, column, subject }) => `${severity} ${file}:${line}:${column} ${subject}`,
  );
}
