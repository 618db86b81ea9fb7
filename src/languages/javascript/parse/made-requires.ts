/**
 * What `createRequire` makes: functions that ask for modules as `require` does, under whatever name.
 * @see https://nodejs.org/api/module.html#modulecreaterequirefilename
 */
import type { Node } from "@babel/types";
import { childrenOf } from "./children.ts";

/** From where a made function looks: from this file, or from a place that is not known. */
export type MadeFrom = "here" | "elsewhere";

export interface MadeRequires {
  /** From where the function looks that an expression makes; undefined where it makes none, or perhaps only. */
  readonly from: (node: Node | null | undefined) => MadeFrom | undefined;
  /** Names that are given such a function where they are declared, or later. */
  readonly names: ReadonlySet<string>;
  /** Of these the ones that are given it by an assignment. */
  readonly assigned: ReadonlyMap<string, MadeFrom>;
}

const maker = "createRequire";
const none: MadeRequires = { from: () => undefined, names: new Set(), assigned: new Map() };

/** Looks through the whole file, for names may be used before they stand. */
export function madeRequires(program: Node, text: string): MadeRequires {
  if (!text.includes(maker)) return none;
  const nodes: Node[] = [];
  const makers = new Set([maker]);
  const paths = new Set<string>();
  const pending: Node[] = [program];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const local = localMaker(node);
    if (local !== undefined) makers.add(local);
    if (node.type === "VariableDeclarator" || node.type === "AssignmentExpression") nodes.push(node);
    if (node.type === "VariableDeclaration" && node.kind === "const") {
      for (const { id, init } of node.declarations) {
        if (id.type === "Identifier" && init && isOwnPath(init, none.names, text)) paths.add(id.name);
      }
    }
    for (const { child } of childrenOf(node)) pending.push(child);
  }
  const isOwn = (path: Node | undefined): boolean => path !== undefined && isOwnPath(path, paths, text);
  const from = (node: Node | null | undefined): MadeFrom | undefined => madeFrom(node, makers, isOwn);
  const names = new Set<string>();
  const assigned = new Map<string, MadeFrom>();
  for (const node of nodes) {
    if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && from(node.init) !== undefined) {
      names.add(node.id.name);
    }
    if (node.type !== "AssignmentExpression" || node.left.type !== "Identifier") continue;
    const made = from(node.right);
    if (made === undefined) continue;
    names.add(node.left.name);
    assigned.set(node.left.name, made);
  }
  return { from, names, assigned };
}

/** `import { createRequire as make }`, `const { createRequire: make } = module`, `const make = module.createRequire`. */
function localMaker(node: Node): string | undefined {
  switch (node.type) {
    case "ImportSpecifier":
      return node.imported.type === "Identifier" && node.imported.name === maker ? node.local.name : undefined;
    case "ObjectProperty":
      return isNamed(node.key) && !node.computed && node.value.type === "Identifier" ? node.value.name : undefined;
    case "VariableDeclarator":
      return node.id.type === "Identifier" && node.init?.type === "MemberExpression" && isNamed(node.init.property)
        ? node.id.name
        : undefined;
    default:
      return undefined;
  }
}

function isNamed(node: Node): boolean {
  return node.type === "Identifier" && node.name === maker;
}

/** Iterative: a chain of `??` may be long. The last branch that makes one tells. */
function madeFrom(
  start: Node | null | undefined,
  makers: ReadonlySet<string>,
  isOwn: (path: Node | undefined) => boolean,
): MadeFrom | undefined {
  const pending: (Node | null | undefined)[] = [start];
  while (pending.length > 0) {
    const node = pending.pop();
    switch (node?.type) {
      case "ConditionalExpression":
        pending.push(node.consequent, node.alternate);
        break;
      case "LogicalExpression":
        pending.push(node.left, node.right);
        break;
      case "TSAsExpression":
      case "TSNonNullExpression":
        pending.push(node.expression);
        break;
      case "CallExpression": {
        const callee = node.callee.type === "MemberExpression" ? node.callee.property : node.callee;
        const isMaker = callee.type === "Identifier" && makers.has(callee.name);
        if (isMaker && (callee === node.callee || isNamed(callee)))
          return isOwn(node.arguments[0]) ? "here" : "elsewhere";
        break;
      }
      default:
        break;
    }
  }
  return undefined;
}

const own = /^(?:(?:url\.)?(?:fileURLToPath|pathToFileURL)\(\s*)?([\w$.]+)\s*\)?(?:\.href)?$/;

/** A directory is none of them: Node takes its last part for a file's name, and looks from above it. */
const ownPaths: ReadonlySet<string> = new Set([
  "import.meta.url",
  "import.meta.filename",
  "__filename",
  "module.filename",
]);

/** Whether a path is that of the file itself, by Node's own words or by a constant that holds it. */
function isOwnPath({ start, end }: Node, constants: ReadonlySet<string>, text: string): boolean {
  const path = own.exec(text.slice(start ?? 0, end ?? 0))?.[1];
  return path !== undefined && (ownPaths.has(path) || constants.has(path));
}
