/**
 * Which module an edge leads to, in Maven builds of many modules: it must be one whose classes the importer's module compiles
 * against, as Maven's effective model has it. Where several modules declare a type of one name, a wrong choice would show.
 *
 * The builds are checkouts that the caller names. Maven runs in them (`help:effective-pom`); nothing of them is compiled.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Analysis, analyze } from "../../../src/index.ts";
import { readModel } from "../../effective-pom/read-model.ts";
import { drawTable } from "../../tables.ts";
import type { MeasureOptions } from "../strand.ts";
import { cached, runMaven } from "./jdk.ts";
import { ClassPaths } from "./class-paths.ts";
import { ownEdges } from "./own-edges.ts";

const fewestModules = 30;

export async function measureModules(options: MeasureOptions): Promise<void> {
  const { samples, print, trees } = options;
  if (samples === undefined) return print("(no --samples: builds of many modules left out)\n");
  const rows: (readonly string[])[] = [];
  const notes: string[] = [];
  for (const name of readdirSync(samples).toSorted()) {
    const root = join(samples, name);
    if (!existsSync(join(root, "pom.xml")) || !(trees?.includes(name) ?? true)) continue;
    const model = readModel(effectivePom(root, name));
    if (model.size < fewestModules) continue;
    console.error(`reading ${name}`);
    const judged = judge(await analyze({ root, goal: "graph" }), new ClassPaths(model));
    rows.push([`${name} ${head(root)}`, ...judged.counts.map(String)]);
    notes.push(...judged.notes.slice(0, Math.max(5, options.differences)).map((note) => `${name}: ${note}`));
  }
  print("### Modules of Maven builds\n");
  const columns = [
    "modules",
    "Java files",
    "edges",
    "to another module",
    "of them off the class path, told so",
    "not told",
  ];
  drawTable(
    ["build", ...columns, "to types of several modules", "off the class path, inferred", "wrong module"],
    rows,
    print,
  );
  for (const note of notes) print(`- ${note}`);
  print("");
}

interface Judged {
  readonly counts: readonly number[];
  readonly notes: readonly string[];
}

function judge(analysis: Analysis, classPaths: ClassPaths): Judged {
  const { projects, graph } = analysis;
  const byDirectory = new Map<string, string>();
  for (const project of projects) {
    const name = /^pkg:maven\/([^/]+)\/([^/?#]+)$/.exec(project.package ?? "");
    if (project.manifest.endsWith("pom.xml") && name !== null)
      byDirectory.set(project.directory, `${name[1]}:${name[2]}`);
  }
  const owners = new Map<string, Set<string>>();
  let files = 0;
  for (let node = 0; node < graph.nodeCount; node++) {
    const id = graph.id(node);
    if (!id.startsWith("file:") || !id.endsWith(".java")) continue;
    files++;
    const module = moduleOf(id.slice(5), byDirectory);
    const type = typeOf(id.slice(5));
    if (module === undefined || type === undefined) continue;
    const known = owners.get(type);
    if (known === undefined) owners.set(type, new Set([module]));
    else known.add(module);
  }
  const count = { edges: 0, across: 0, told: 0, silent: 0, shared: 0, guessed: 0, wrong: 0 };
  const notes: string[] = [];
  for (const [key, edge] of ownEdges(analysis)) {
    const [from = "", to = ""] = key.split(" ");
    const importer = moduleOf(from, byDirectory);
    const imported = moduleOf(to, byDirectory);
    // A module of a profile that is not active is not in Maven's model.
    if (importer === undefined || imported === undefined || !classPaths.has(importer)) continue;
    count.edges++;
    const candidates = owners.get(typeOf(to) ?? "") ?? new Set();
    const seen = (module: string): boolean => module === importer || classPaths.of(importer, scopeOf(from)).has(module);
    if (imported !== importer) {
      count.across++;
      if (!seen(imported)) {
        const told = edge.confidence === "inferred";
        count[told ? "told" : "silent"]++;
        notes.push(`${from} -> ${to}: ${imported} is not on the class path of ${importer} (${edge.confidence})`);
      }
    }
    if (candidates.size < 2) continue;
    count.shared++;
    if (seen(imported)) continue;
    // A file that no module compiles, or a module that packs the classes of another: no more than a guess, and called one.
    count[edge.confidence === "inferred" ? "guessed" : "wrong"]++;
    notes.unshift(`${from} -> ${to}: of ${[...candidates].join(", ")} the wrong one for ${importer}`);
  }
  const { edges, across, told, silent, shared, guessed, wrong } = count;
  return { counts: [classPaths.size, files, edges, across, told, silent, shared, guessed, wrong], notes };
}

/** The module of the innermost POM above a file. */
function moduleOf(path: string, byDirectory: ReadonlyMap<string, string>): string | undefined {
  for (let at = path.lastIndexOf("/"); at >= 0; at = path.lastIndexOf("/", at - 1)) {
    const module = byDirectory.get(path.slice(0, at));
    if (module !== undefined) return module;
  }
  return byDirectory.get("");
}

/** `org/acme/Shop` below a source root of Maven's layout. */
function typeOf(path: string): string | undefined {
  return /(?:^|\/)src\/[^/]+\/java\/(.*)\.java$/.exec(path)?.[1];
}

function scopeOf(path: string): "main" | "test" {
  return /(?:^|\/)src\/(?:test|it|integration-test)\//.test(path) ? "test" : "main";
}

function effectivePom(root: string, name: string): string {
  const output = join(cached("effective-poms"), `${name}-${head(root)}.xml`);
  if (!existsSync(output)) runMaven(["-f", join(root, "pom.xml"), "help:effective-pom", `-Doutput=${output}`]);
  return readFileSync(output, "utf8");
}

function head(root: string): string {
  const args = ["-C", root, "rev-parse", "--short", "HEAD"];
  return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
}
