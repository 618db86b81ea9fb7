import {
  confidences,
  type EdgeAttributes,
  type EdgeKind,
  edgeKinds,
  type NodeAttributes,
  type NodeKind,
  nodeKinds,
} from "./graph-types.ts";
import {
  declarationStates,
  EdgeColumns,
  flag,
  nameSeparator,
  type RareAttributes,
  rareNames,
} from "./graph-columns.ts";
import { Graph } from "./graph.ts";
import { StringTable } from "./string-table.ts";

const noAttributes: NodeAttributes = {};

export class GraphBuilder {
  readonly ids: string[] = [];
  readonly index: Map<string, number> = new Map();
  readonly attributes: NodeAttributes[] = [];
  readonly edges: EdgeColumns = new EdgeColumns();
  readonly strings: StringTable = new StringTable();
  /** Import and requirement scopes: few, so that a byte holds their number. */
  readonly scopes: StringTable = new StringTable();
  readonly rare: Map<number, RareAttributes> = new Map();
  #kinds: Uint8Array = new Uint8Array(1024);
  #lastSpecifier = "";
  #specifierAt = 0;
  #lastScope = "";
  #scopeAt = 0;

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

  /** @param scope an import's, by the file that it stands in; of other edges what their attributes say */
  edge(
    from: number,
    to: number,
    kind: EdgeKind,
    attributes: EdgeAttributes,
    scope: string = attributes.scope ?? "",
  ): void {
    const columns = this.edges;
    if (columns.size === columns.from.length) columns.grow();
    const at = columns.size++;
    const { names, declaration } = attributes;
    columns.from[at] = from;
    columns.to[at] = to;
    columns.kind[at] = edgeKinds.indexOf(kind);
    columns.confidence[at] = confidences.indexOf(attributes.confidence);
    columns.flags[at] =
      (attributes.typeOnly ? flag.typeOnly : 0) |
      (attributes.dynamic ? flag.dynamic : 0) |
      (attributes.optional ? flag.optional : 0) |
      (attributes.local ? flag.local : 0) |
      (attributes.inactive ? flag.inactive : 0);
    columns.line[at] = attributes.line ?? 0;
    columns.column[at] = attributes.column ?? 0;
    columns.specifier[at] = attributes.specifier === undefined ? 0 : this.#specifier(attributes.specifier);
    columns.names[at] = names === undefined || names.length === 0 ? 0 : this.strings.intern(joined(names));
    columns.scope[at] = this.#scope(scope);
    if (declaration !== undefined) columns.declared[at] = declarationStates.indexOf(declaration.state) + 1;
    const elsewhere = declaration !== undefined && declaration.package !== this.ids[to];
    if (!elsewhere && declaration?.manifest === undefined && !hasRare(attributes)) return;
    this.rare.set(at, rareOf(attributes, elsewhere ? declaration.package : undefined, declaration?.manifest));
  }

  /** Edges of one import stand together, and so do those of one file: most ask for what the last one asked for. */
  #specifier(text: string): number {
    if (text !== this.#lastSpecifier) {
      this.#lastSpecifier = text;
      this.#specifierAt = this.strings.intern(text);
    }
    return this.#specifierAt;
  }

  #scope(text: string): number {
    if (text !== this.#lastScope) {
      this.#lastScope = text;
      this.#scopeAt = this.scopes.intern(text);
    }
    return this.#scopeAt;
  }

  build(): Graph {
    return new Graph({
      ids: this.ids,
      index: this.index,
      kinds: this.#kinds,
      attributes: this.attributes,
      edges: this.edges,
      strings: this.strings.strings,
      scopes: this.scopes.strings,
      rare: this.rare,
    });
  }
}

function joined(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? "") : names.join(nameSeparator);
}

type Draft = { -readonly [K in keyof RareAttributes]: RareAttributes[K] };

/** Most edges have none of these: asked for each by its own name, not in a loop over the names. */
function hasRare(attributes: EdgeAttributes): boolean {
  return (
    attributes.via !== undefined ||
    attributes.shadows !== undefined ||
    attributes.shadowedBy !== undefined ||
    attributes.rival !== undefined ||
    attributes.marker !== undefined ||
    attributes.file !== undefined ||
    attributes.range !== undefined ||
    attributes.group !== undefined ||
    attributes.integrity !== undefined ||
    attributes.mechanism !== undefined
  );
}

function rareOf(
  attributes: EdgeAttributes,
  declaredPackage: string | undefined,
  declaredIn: string | undefined,
): RareAttributes {
  const rare: Draft = {};
  for (const name of rareNames) {
    const value = attributes[name];
    if (value !== undefined) rare[name] = value;
  }
  if (declaredPackage !== undefined) rare.declaredPackage = declaredPackage;
  if (declaredIn !== undefined) rare.declaredIn = declaredIn;
  return rare;
}
