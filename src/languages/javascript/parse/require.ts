/**
 * What the name `require` stands for at a place of a file, and other names for its like: CommonJS's own, one that
 * `createRequire` made, a loader's, or one of the file's own (a parameter of a bundle's wrapper, a variable).
 */
import type { Node } from "@babel/types";
import { type MadeFrom, type MadeRequires } from "./made-requires.ts";
import { NestedSpans, type Span } from "./nested-spans.ts";

/** The nearest scope of `var` and the nearest of `let`. */
export interface Scopes {
  readonly scope: Span;
  readonly block: Span;
}

/** What a name is within a part of the file. */
interface Binding {
  readonly within: Span;
  /** Undefined for one of the file's own. */
  readonly from: MadeFrom | "loader" | undefined;
}

export class RequireNames {
  readonly #made: MadeRequires;
  readonly #names: ReadonlySet<string>;
  readonly #bindings = new Map<string, Binding[]>();
  /** Of them, for names that were asked of. */
  readonly #nested = new Map<string, NestedSpans<Binding>>();
  /** Where functions begin to which a loader hands its own `require`. */
  readonly #factories = new Set<number>();

  constructor(made: MadeRequires) {
    this.#made = made;
    this.#names = new Set(["require", ...made.names]);
  }

  /** Whether a name may ask for modules; `meaning` tells when the whole file was gone through. */
  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** What a name is at an offset: the innermost binding around it tells. Undefined for one of the file's own. */
  meaning(name: string, at: number): MadeFrom | "loader" | undefined {
    const binding = this.#bindingsOf(name)?.innermost(at);
    if (binding !== undefined) return binding.from;
    return name === "require" ? "here" : this.#made.assigned.get(name);
  }

  /** A bundle has thousands of one name. */
  #bindingsOf(name: string): NestedSpans<Binding> | undefined {
    const bindings = this.#bindings.get(name);
    if (bindings === undefined) return undefined;
    let nested = this.#nested.get(name);
    if (nested === undefined) this.#nested.set(name, (nested = new NestedSpans(bindings)));
    return nested;
  }

  /** Takes down what a node declares, and gives the scopes that its children stand in. */
  enter(node: Node, { scope, block }: Scopes): Scopes {
    switch (node.type) {
      case "CallExpression":
        for (const start of amdFactories(node)) this.#factories.add(start);
        return { scope, block };
      case "FunctionDeclaration":
        this.#bind(node.id, block);
        return this.#function(node, node.params);
      case "FunctionExpression":
        this.#bind(node.id, spanOf(node));
        return this.#function(node, node.params);
      case "ArrowFunctionExpression":
      case "ObjectMethod":
      case "ClassMethod":
      case "ClassPrivateMethod":
        return this.#function(node, node.params);
      case "VariableDeclaration":
        // `declare const require: NodeRequire` tells the compiler of CommonJS's own.
        if (node.declare === true) return { scope, block };
        for (const { id, init } of node.declarations) {
          const from = id.type === "Identifier" ? this.#madeAt(id.name, init) : undefined;
          this.#bind(id, node.kind === "var" ? scope : block, from);
        }
        return { scope, block };
      case "ClassDeclaration":
      case "TSImportEqualsDeclaration":
        this.#bind(node.id, block);
        return { scope, block };
      case "ImportDeclaration":
        for (const { local } of node.specifiers) this.#bind(local, scope);
        return { scope, block };
      case "CatchClause":
        this.#bind(node.param, spanOf(node));
        return { scope, block: spanOf(node) };
      case "BlockStatement":
      case "SwitchStatement":
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
        return { scope, block: spanOf(node) };
      case "TSModuleBlock":
      case "StaticBlock":
        return { scope: spanOf(node), block: spanOf(node) };
      default:
        return { scope, block };
    }
  }

  /** What a declaration gives a name, at once or by an assignment that follows. */
  #madeAt(name: string, init: Node | null | undefined): MadeFrom | undefined {
    if (init === null || init === undefined) return this.#made.assigned.get(name);
    return this.#made.from(init);
  }

  #function(node: Node, params: readonly Node[]): Scopes {
    const span = spanOf(node);
    const isFactory = this.#factories.has(span.start);
    for (const param of params) this.#bind(param, span, isFactory && param === params[0] ? "loader" : undefined);
    return { scope: span, block: span };
  }

  #bind(pattern: Node | null | undefined, within: Span, from?: Binding["from"]): void {
    // Most patterns are a name, and most names are none of these.
    if (pattern?.type === "Identifier") this.#add(pattern.name, { within, from });
    else if (pattern) for (const name of namesOf(pattern)) this.#add(name, { within, from });
  }

  #add(name: string, binding: Binding): void {
    if (!this.#names.has(name)) return;
    const known = this.#bindings.get(name);
    if (known === undefined) this.#bindings.set(name, [binding]);
    else known.push(binding);
  }
}

/**
 * Where the function begins of `define(function (require) {})`, which asks by the loader's `require`.
 * @see https://github.com/amdjs/amdjs-api/blob/master/CommonJS.md
 */
function amdFactories(node: Extract<Node, { type: "CallExpression" }>): readonly number[] {
  if (node.callee.type !== "Identifier" || node.callee.name !== "define") return [];
  return node.arguments.flatMap((each) => {
    if (each.type !== "FunctionExpression" && each.type !== "ArrowFunctionExpression") return [];
    return namesOf(each.params[0]).includes("require") ? (each.start ?? []) : [];
  });
}

/** The names that a binding pattern binds. Iterative: patterns nest. */
function namesOf(pattern: Node | null | undefined): readonly string[] {
  const names: string[] = [];
  const pending: (Node | null | undefined)[] = [pattern];
  while (pending.length > 0) {
    const node = pending.pop();
    switch (node?.type) {
      case "Identifier":
        names.push(node.name);
        break;
      case "ObjectPattern":
        pending.push(...node.properties);
        break;
      case "ObjectProperty":
        pending.push(node.value);
        break;
      case "ArrayPattern":
        pending.push(...node.elements);
        break;
      case "AssignmentPattern":
        pending.push(node.left);
        break;
      case "RestElement":
        pending.push(node.argument);
        break;
      case "TSParameterProperty":
        pending.push(node.parameter);
        break;
      default:
        break;
    }
  }
  return names;
}

function spanOf(node: Node): Span {
  return { start: node.start ?? 0, end: node.end ?? 0 };
}
