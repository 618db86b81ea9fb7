/** What package tools print of their own lockfiles, as one kind of list: `debug@4.4.3 > ms@2.1.3`. */

export interface Listed {
  readonly packages: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

type Tree = {
  readonly [name: string]: { readonly version: string; readonly from?: string; readonly dependencies?: Tree };
};

/** The shop's own packages, and its one alias, which some tools list by that name. */
const isOwn = (name: string): boolean => /^(?:@bookshop\/|bookshop(?:@|$))/.test(name);
const realName = (name: string): string => (name === "old-ms" ? "ms" : name);

class List implements Listed {
  readonly packages = new Set<string>();
  readonly edges = new Set<string>();

  add(name: string, version: string, parent: string | undefined): string {
    const id = `${realName(name)}@${version}`;
    if (!isOwn(name)) this.packages.add(id);
    if (!isOwn(name) && parent !== undefined && !isOwn(parent)) this.edges.add(`${parent} > ${id}`);
    return id;
  }

  tree(tree: Tree, parent?: string): void {
    for (const [name, { version, from, dependencies }] of Object.entries(tree)) {
      const id = this.add(from ?? name, version, parent);
      if (dependencies !== undefined) this.tree(dependencies, id);
    }
  }
}

/** `npm ls --all --json --package-lock-only` */
export function npmList(text: string): Listed {
  const list = new List();
  const root: { readonly dependencies: Tree } = JSON.parse(text);
  list.tree(root.dependencies);
  return list;
}

/** `pnpm ls -r --depth Infinity --json` */
export function pnpmList(text: string): Listed {
  const list = new List();
  const projects: readonly Record<"dependencies" | "devDependencies" | "optionalDependencies", Tree | undefined>[] =
    JSON.parse(text);
  for (const project of projects) {
    for (const tree of [project.dependencies, project.devDependencies, project.optionalDependencies]) {
      if (tree !== undefined) list.tree(tree);
    }
  }
  return list;
}

interface YarnTree {
  readonly name: string;
  readonly children: readonly YarnTree[];
  readonly shadow?: boolean;
}

/** `yarn list --json` of yarn 1: the children that are shadows are ranges. */
export function yarnClassicList(text: string): Listed {
  const list = new List();
  const root: { readonly data: { readonly trees: readonly YarnTree[] } } = JSON.parse(text);
  const visit = ({ name: id, children, shadow }: YarnTree, parent: string | undefined): void => {
    const at = id.lastIndexOf("@");
    if (shadow === true) list.edges.add(`${parent ?? ""} > ${id}`);
    else {
      const own = list.add(id.slice(0, at), id.slice(at + 1), undefined);
      for (const child of children) visit(child, own);
    }
  };
  for (const tree of root.data.trees) visit(tree, undefined);
  for (const edge of list.edges) if (isOwn(edge.slice(0, edge.indexOf("@", 1)))) list.edges.delete(edge);
  return list;
}

/** `yarn info -AR --json` of yarn 2 and later: a locator a line. */
export function yarnList(text: string): Listed {
  const list = new List();
  const parts = (locator: string): readonly [string, string] => {
    const at = locator.indexOf("@", 1);
    const version = /(?:::version=|#npm:|@npm:)([^&]+?)(?:&.*)?$/.exec(locator)?.[1] ?? "";
    return [locator.slice(0, at), version];
  };
  for (const line of text.trim().split("\n")) {
    const { value, children }: { value: string; children: { Dependencies?: readonly { readonly locator: string }[] } } =
      JSON.parse(line);
    const id = list.add(...parts(value), undefined);
    for (const { locator } of children.Dependencies ?? []) list.add(...parts(locator), id);
  }
  return list;
}

/** `bun pm ls --all`: packages, nested where they are installed. */
export function bunList(text: string): Listed {
  const list = new List();
  for (const [, name, version] of text.matchAll(/── (@?[^@\n]+)@([^\n]+)/g)) {
    if (name !== undefined && version !== undefined) list.add(name, version, undefined);
  }
  return list;
}
