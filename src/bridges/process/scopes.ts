/** Which value a name has at a place: lexical scopes over the offsets of bodies. */
import type { Binding, BindingsOf, Body, Expression, Parameter } from "./expression.ts";

/** A name as it is known: what it comes from, or the one value it is given, and what is added to that. */
export interface Bound {
  readonly origin?: string;
  readonly value?: () => Expression;
  readonly parameter?: Parameter;
  readonly additions: readonly Binding[];
}

interface Gathered {
  origin: string | undefined;
  value: (() => Expression) | undefined;
  settings: number;
  parameter: Parameter | undefined;
  readonly additions: Binding[];
}

/** Looks bindings up that were all read at once. */
export function bindingsByName(bindings: readonly Binding[]): BindingsOf {
  const names = new Map<string, Binding[]>();
  for (const binding of bindings) {
    const known = names.get(binding.name);
    if (known === undefined) names.set(binding.name, [binding]);
    else known.push(binding);
  }
  return (name) => names.get(name) ?? [];
}

export class Scopes {
  readonly #starts: readonly number[];
  readonly #bodies: readonly Body[];
  /** Index of the body around each body; -1 is the file. */
  readonly #around: readonly number[];
  readonly #bindingsOf: BindingsOf;
  /** By name, then by the body that it lives in. */
  readonly #names = new Map<string, ReadonlyMap<number, Gathered>>();

  constructor(bodies: readonly Body[], bindingsOf: BindingsOf) {
    this.#bodies = bodies.toSorted((a, b) => a.start - b.start || b.end - a.end);
    this.#starts = this.#bodies.map((body) => body.start);
    this.#around = enclosing(this.#bodies);
    this.#bindingsOf = bindingsOf;
  }

  /** The name as seen from an offset; undefined when nothing in the file makes it. */
  find(name: string, at: number): Bound | undefined {
    const found = this.#find(name, at);
    if (found === undefined) return undefined;
    const { origin, value, settings, parameter, additions } = found;
    return {
      ...(origin === undefined ? {} : { origin }),
      ...(value === undefined || settings > 1 ? {} : { value }),
      ...(parameter === undefined || settings > 1 ? {} : { parameter }),
      additions,
    };
  }

  #find(name: string, at: number): Gathered | undefined {
    return this.#seen(this.#gather(name), at);
  }

  #seen(scopes: ReadonlyMap<number, Gathered>, at: number): Gathered | undefined {
    if (scopes.size === 0) return undefined;
    for (let scope = this.#bodyAt(at); scope >= 0; scope = this.#around[scope] ?? -1) {
      const gathered = scopes.get(scope);
      if (gathered !== undefined) return gathered;
    }
    return scopes.get(-1);
  }

  #gather(name: string): ReadonlyMap<number, Gathered> {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const scopes = new Map<number, Gathered>();
    this.#names.set(name, scopes);
    const bindings = this.#bindingsOf(name);
    for (const binding of bindings) {
      if (binding.kind !== "declare") continue;
      const scope = this.#bodyAt(binding.at);
      const gathered = scopes.get(scope) ?? {
        origin: undefined,
        value: undefined,
        settings: 0,
        parameter: undefined,
        additions: [],
      };
      scopes.set(scope, gathered);
      set(gathered, binding);
    }
    for (const binding of bindings) {
      if (binding.kind === "declare") continue;
      const gathered = this.#seen(scopes, binding.at);
      if (gathered === undefined) continue;
      if (binding.kind === "add") gathered.additions.push(binding);
      else set(gathered, binding);
    }
    return scopes;
  }

  /** Index of the innermost body around an offset; -1 outside of all. */
  #bodyAt(at: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    let body = low - 1;
    while (body >= 0 && (this.#bodies[body]?.end ?? 0) <= at) body = this.#around[body] ?? -1;
    return body;
  }
}

/** A try and its except may import one name from two places: the first is what is meant. */
function set(gathered: Gathered, binding: Binding): void {
  if (binding.origin !== undefined) {
    gathered.origin ??= binding.origin;
    return;
  }
  if (binding.unset === true) return;
  gathered.settings++;
  gathered.value = binding.value;
  gathered.parameter = binding.parameter;
}

function enclosing(bodies: readonly Body[]): readonly number[] {
  const around: number[] = [];
  const open: number[] = [];
  bodies.forEach((body, at) => {
    while (open.length > 0 && (bodies[open.at(-1) ?? 0]?.end ?? 0) <= body.start) open.pop();
    around.push(open.at(-1) ?? -1);
    open.push(at);
  });
  return around;
}
