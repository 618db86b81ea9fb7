/** What the tools' own list commands print, as packages and edges: `h2@4.3.0`, `httpx@0.28.1 > h2@4.3.0`. */
import { normalizeName } from "../../../../../src/languages/python/versions/distribution-name.ts";

export interface Listed {
  readonly packages: ReadonlySet<string>;
  /** Empty where the command prints none. */
  readonly edges: ReadonlySet<string>;
}

interface Line {
  readonly depth: number;
  readonly name: string;
  /** A version, or the range that is asked for. */
  readonly rest: string;
}

const nothing = /^(?:till|bookshop) v?[0-9.]+$/;

/** A tree by its indents: everything that stands in the drawing, four columns a level. */
function treeLines(text: string): readonly Line[] {
  return text.split("\n").flatMap((line) => {
    const [, drawing = "", name = "", rest = ""] = /^([│├└─|`\- ]*)([A-Za-z0-9._[\],-]+)(?: (.*))?$/.exec(line) ?? [];
    if (name === "") return [];
    return { depth: drawing.length / 4, name: normalizeName(name.replace(/\[.*/, "")), rest };
  });
}

function listed(lines: readonly Line[], version: (line: Line) => string): Listed {
  const packages = new Set<string>();
  const edges = new Set<string>();
  const above: (string | undefined)[] = [];
  for (const line of lines) {
    const id = nothing.test(`${line.name} ${version(line)}`) ? undefined : `${line.name}@${version(line)}`;
    above[line.depth] = id;
    if (id === undefined) continue;
    packages.add(id);
    const parent = line.depth === 0 ? undefined : above[line.depth - 1];
    if (parent !== undefined) edges.add(`${parent} > ${id}`);
  }
  return { packages, edges };
}

/** `uv tree --universal --no-dedupe`: versions throughout. */
export function uvTree(text: string): Listed {
  return listed(treeLines(text), ({ rest }) => rest.replace(/^v/, "").replace(/ \(.*/, ""));
}

/** `pdm list --graph`: versions, and then what was asked for. */
export function pdmGraph(text: string): Listed {
  return listed(treeLines(text), ({ rest }) => rest.replace(/ \[.*/, ""));
}

/** `poetry show --tree`: versions at the top, ranges below. Edges are of names alone: `h2 > hpack`. */
export function poetryTree(text: string): Listed {
  const { edges } = listed(treeLines(text), ({ name }) => (name === "till" ? "0.3" : ""));
  return { packages: new Set(), edges: new Set([...edges].map((edge) => edge.replaceAll("@", ""))) };
}

/** `poetry show --all`: name, `(!)` for what is not installed, version, what it is. */
export function poetryList(text: string): Listed {
  const rows = [...text.matchAll(/^([a-z0-9._-]+)[ \t]+(?:\(!\)[ \t]+)?([0-9][^\s]*)/gm)];
  const packages = rows.map(([, name = "", version = ""]) => `${normalizeName(name)}@${version}`);
  return { packages: new Set(packages.filter((each) => each !== "till@0.3")), edges: new Set() };
}

/** `name==1.0 ; marker` a line, as the export commands print. */
export function exported(text: string): Listed {
  const pins = [...text.matchAll(/^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)/gm)];
  return {
    packages: new Set(pins.map(([, name = "", version = ""]) => `${normalizeName(name)}@${version}`)),
    edges: new Set(),
  };
}
