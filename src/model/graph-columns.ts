/** How edges are stored: what `GraphBuilder` writes and `Graph` reads. */
import type { EdgeAttributes } from "./graph-types.ts";

/** Bits of the flags column. */
export const flag = { typeOnly: 1, dynamic: 2, optional: 4, local: 8, inactive: 16 } as const;

/** How a declaration's state is stored; 0 is none. */
export const declarationStates = ["declared", "transitive", "undeclared", "unknown"] as const;

/** Edge columns: one typed array a column, grown by doubling. 29 bytes an edge, and 8 more for the two directions. */
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
export const rareNames = [
  "file",
  "range",
  "group",
  "marker",
  "integrity",
  "mechanism",
  "via",
  "shadows",
  "shadowedBy",
  "rival",
] as const;

export type RareAttributes = Pick<EdgeAttributes, (typeof rareNames)[number]> & {
  /** A declaration's package where it is not the edge's own end. */
  readonly declaredPackage?: string;
  /** The file that should declare it, where it is not the manifest of the importer's project. */
  readonly declaredIn?: string;
};

/** Between two names of one import: no name of any language holds it. */
export const nameSeparator = "\n";
