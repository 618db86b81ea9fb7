import {
  confidences,
  type EdgeAttributes,
  type EdgeKind,
  edgeKinds,
  type NodeAttributes,
  type NodeKind,
  nodeKinds,
} from "./graph-types.ts";
import { Graph } from "./graph.ts";
import { StringTable } from "./string-table.ts";

/** Bits of the flags column. */
export const flag = { typeOnly: 1, dynamic: 2, optional: 4, local: 8 } as const;

/** How a declaration's state is stored; 0 is none. */
export const declarationStates = ["declared", "transitive", "undeclared", "unknown"] as const;

/** Edge columns: one typed array a column, grown by doubling. 31 bytes an edge, and 8 more for the two directions. */
export class EdgeColumns {
  size = 0;
  from: Uint32Array = new Uint32Array(1024);
  to: Uint32Array = new Uint32Array(1024);
  kind: Uint8Array = new Uint8Array(1024);
  confidence: Uint8Array = new Uint8Array(1024);
  flags: Uint8Array = new Uint8Array(1024);
  declared: Uint8Array = new Uint8Array(1024);
  line: Uint32Array = new Uint32Array(1024);
  column: Uint32Array = new Uint32Array(1024);
  /** Index of the specifier, of the joined names, and of the scope in the string table. */
  specifier: Uint32Array = new Uint32Array(1024);
  names: Uint32Array = new Uint32Array(1024);
  scope: Uint8Array = new Uint8Array(1024);

  grow(): void {
    const capacity = this.from.length * 2;
    const wide = (old: Uint32Array): Uint32Array => {
      const grown = new Uint32Array(capacity);
      grown.set(old);
      return grown;
    };
    const narrow = (old: Uint8Array): Uint8Array => {
      const grown = new Uint8Array(capacity);
      grown.set(old);
      return grown;
    };
    this.from = wide(this.from);
    this.to = wide(this.to);
    this.kind = narrow(this.kind);
    this.confidence = narrow(this.confidence);
    this.flags = narrow(this.flags);
    this.declared = narrow(this.declared);
    this.line = wide(this.line);
    this.column = wide(this.column);
    this.specifier = wide(this.specifier);
    this.names = wide(this.names);
    this.scope = narrow(this.scope);
  }
}

/** The rare attributes, kept beside the columns for the few edges that have them. */
export type RareAttributes = Pick<EdgeAttributes, "file" | "range" | "group" | "marker" | "integrity" | "mechanism"> & {
  /** A declaration's package where it is not the edge's own end. */
  readonly declaredPackage?: string;
};

/** Between two names of one import: no name of any language holds it. */
export const nameSeparator = "\n";

const noAttributes: NodeAttributes = {};
const scopes = new StringTable();

export class GraphBuilder {
  readonly ids: string[] = [];
  readonly index: Map<string, number> = new Map();
  readonly attributes: NodeAttributes[] = [];
  readonly edges: EdgeColumns = new EdgeColumns();
  readonly strings: StringTable = new StringTable();
  readonly rare: Map<number, RareAttributes> = new Map();
  #kinds: Uint8Array = new Uint8Array(1024);

  /** The number of the node with this id, made at its first mention. Attributes of the first mention stay. */
  node(id: string, kind: NodeKind, attributes: NodeAttributes = noAttributes): number {
    const known = this.index.get(id);
    if (known !== undefined) return known;
    const at = this.ids.length;
    this.ids.push(id);
    this.index.set(id, at);
    this.attributes.push(attributes);
    if (at === this.#kinds.length) {
      const grown = new Uint8Array(at * 2);
      grown.set(this.#kinds);
      this.#kinds = grown;
    }
    this.#kinds[at] = nodeKinds.indexOf(kind);
    return at;
  }

  edge(from: number, to: number, kind: EdgeKind, attributes: EdgeAttributes): void {
    const columns = this.edges;
    if (columns.size === columns.from.length) columns.grow();
    const at = columns.size++;
    columns.from[at] = from;
    columns.to[at] = to;
    columns.kind[at] = edgeKinds.indexOf(kind);
    columns.confidence[at] = confidences.indexOf(attributes.confidence);
    columns.flags[at] =
      (attributes.typeOnly ? flag.typeOnly : 0) |
      (attributes.dynamic ? flag.dynamic : 0) |
      (attributes.optional ? flag.optional : 0) |
      (attributes.local ? flag.local : 0);
    columns.line[at] = attributes.line ?? 0;
    columns.column[at] = attributes.column ?? 0;
    columns.specifier[at] = this.strings.intern(attributes.specifier ?? "");
    columns.names[at] = attributes.names?.length ? this.strings.intern(attributes.names.join(nameSeparator)) : 0;
    columns.scope[at] = scopes.intern(attributes.scope ?? "");
    const { declaration, file, range, group, marker, integrity, mechanism } = attributes;
    columns.declared[at] = declaration === undefined ? 0 : declarationStates.indexOf(declaration.state) + 1;
    const declaredPackage = declaration?.package === this.ids[to] ? undefined : declaration?.package;
    if (file ?? range ?? group ?? marker ?? integrity ?? mechanism ?? declaredPackage) {
      this.rare.set(at, {
        ...(file === undefined ? {} : { file }),
        ...(range === undefined ? {} : { range }),
        ...(group === undefined ? {} : { group }),
        ...(marker === undefined ? {} : { marker }),
        ...(integrity === undefined ? {} : { integrity }),
        ...(mechanism === undefined ? {} : { mechanism }),
        ...(declaredPackage === undefined ? {} : { declaredPackage }),
      });
    }
  }

  build(): Graph {
    return new Graph({
      ids: this.ids,
      index: this.index,
      kinds: this.#kinds,
      attributes: this.attributes,
      edges: this.edges,
      strings: this.strings.strings,
      scopes: scopes.strings,
      rare: this.rare,
    });
  }
}
