/** Which nodes of the graph a selector means. */
import type { Braid } from "../../model/analysis.ts";
import { purlName } from "../../model/purl.ts";
import type { Selector, Tag } from "../../model/settings.ts";
import { pathOf } from "../findings/node-names.ts";
import { pathFilter } from "../../files/path-filter.ts";
import { fitsName } from "../../model/fits-name.ts";
import { NodeProjects } from "../uses/node-projects.ts";

/** Made once a run: each selector is looked up once, whatever asks for it. */
export class Selections {
  readonly #braid: Braid;
  readonly #tags: readonly Tag[];
  #owners: NodeProjects | undefined;
  readonly #known = new Map<Selector, ReadonlySet<number>>();

  constructor(braid: Braid, tags: readonly Tag[] = []) {
    this.#braid = braid;
    this.#tags = tags;
  }

  /** Files and packages, by number. */
  of(selector: Selector): ReadonlySet<number> {
    let nodes = this.#known.get(selector);
    if (nodes === undefined) this.#known.set(selector, (nodes = this.#tagged(selector)));
    return nodes;
  }

  #tagged({ tag, ...selector }: Selector): ReadonlySet<number> {
    if (tag === undefined) return this.#select(selector);
    const named = new Set<number>();
    for (const { name, of } of this.#tags) if (tag.includes(name)) for (const node of this.of(of)) named.add(node);
    if (Object.keys(selector).length === 0) return named;
    const fitting = this.#select(selector);
    return new Set([...named].filter((node) => fitting.has(node)));
  }

  #select({ path, project, package: packages, language }: Selector): ReadonlySet<number> {
    const { graph } = this.#braid;
    const inPath = path === undefined ? undefined : pathFilter(path);
    const nodes = new Set<number>();
    for (let node = 0; node < graph.nodeCount; node++) {
      const kind = graph.nodeKind(node);
      const id = graph.id(node);
      if (kind === "package" && packages !== undefined) {
        const names = [id, purlName(id)];
        if (packages.some((pattern) => names.some((name) => fitsName(pattern, name)))) nodes.add(node);
      }
      if (kind !== "file" || packages !== undefined) continue;
      if (inPath?.(pathOf(id)) === false) continue;
      if (language?.includes(graph.nodeAttributes(node).language ?? "") === false) continue;
      if (project !== undefined && !this.#isOf(node, project)) continue;
      nodes.add(node);
    }
    return nodes;
  }

  #isOf(node: number, patterns: readonly string[]): boolean {
    this.#owners ??= NodeProjects.of(this.#braid);
    const owner = this.#owners.of(node);
    if (owner === undefined) return false;
    const names = [owner.manifest, ...(owner.package === undefined ? [] : [owner.package, purlName(owner.package)])];
    return patterns.some((pattern) => names.some((name) => fitsName(pattern, name)));
  }
}
