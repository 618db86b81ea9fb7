/** Expressions of Python that are valid by construction, by the age of the programs that have them. */
import fc from "fast-check";
import { namingCalls } from "./scan-forms.ts";

/** `old` is Python 2 beside what all have, `common` is what CPython takes since 3.10, `new` has what came with 3.12. */
export type Age = "old" | "common" | "new";

export const name: fc.Arbitrary<string> = fc.constantFrom(
  ..."shop cart till tax stock price größe 価格 match case type _ print_ importer rb f lambda_".split(" "),
);
export const dotted: fc.Arbitrary<string> = fc
  .array(name, { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join("."));
export const inBrackets: fc.Arbitrary<string> = fc.constantFrom(" ", "\n", "  # import no\n   ", "\n\n\t", " \\\n", "");

const literals: Readonly<Record<Age, readonly string[]>> = {
  common: [
    "0",
    "1.5e-3",
    "1_000j",
    ".5",
    "0x_ff",
    "...",
    "None",
    "'import a'",
    '"from b import c"',
    "rb'\\''",
    "R'\\\n'",
    "'''\nimport d\n'''",
    '"""\\"""\nfrom e import f\n"""',
    "''",
    '""""""',
    "f'{shop}'",
    "f'{shop!r:>{cart}}{{}}'",
    "f'{tax[\"a\"]:%H:%M}'",
    "f'{(lambda x: x)(1)} {price=} {price = !s:^{till}.{tax}}'",
    'f"""{f\'{shop}\'}{1:{2}}"""',
    "f'''{\nprice = :{till}\n}'''",
    "f'\\N{EM DASH}{till}\\\n'",
    "'a' 'b'",
    "'a' f'{cart}' R'c'",
    "'joined\\\nimport g'",
  ],
  new: [
    "f'{tax['a']}'",
    'f"{f"{f"{shop}"}"}"',
    "f'{cart:{'>'}{till}}'",
    "f'''{shop # import no\n}'''",
    "f'{'\\n'.join(cart)}'",
    "cart[*shop, 1]",
  ],
  old: ["0777L", "ur'\\''", "`price`", "10l", "(shop <> cart)"],
};

export function expressions(age: Age): fc.Arbitrary<string> {
  const literal = fc.constantFrom(...literals.common, ...(age === "common" ? [] : literals[age]));
  const { expression } = fc.letrec<{ expression: string }>((tie) => {
    const inner = tie("expression");
    const pair = fc.tuple(inner, inner);
    const spaced = fc.tuple(inner, inBrackets);
    const always = [
      name,
      literal,
      pair.map(([a, b]) => `(${a}) + (${b})`),
      pair.map(([a, b]) => `(${a})**-(${b})//~(${a})<=(${b})`),
      pair.map(([a, b]) => `(${a}) not in (${b})`),
      pair.map(([a, b]) => `(${a})if(${b})else(${a})`),
      pair.map(([a, b]) => `(lambda x, *y, z=(${a}): (${b}))`),
      pair.map(([a, b]) => `(lambda: (${a}), lambda *k: (${b}))`),
      spaced.map(([a, space]) => `(${space}${a}${space})`),
      spaced.map(([a, space]) => `[(${a}),${space}cart]`),
      pair.map(([a, b]) => `{(${a}): (${b}), 1: 2}`),
      pair.map(([a, b]) => `shop.till((${a}), tax=(${b}), *cart, **price)`),
      inner.map((a) => `[x for x in cart if not (${a})]`),
      inner.map((a) => `{x: y for x, (y, z) in (${a}) for w in z if w is not x}`),
      pair.map(([a, b]) => `cart[(${a}):(${b}), ::2, ...]`),
      inner.map((a) => `-(${a})`),
      inner.map((a) => `shop \\\n . till (${a}) . price`),
      namingCalls(inBrackets),
    ];
    const since3 = [
      spaced.map(([a, space]) => `[(${a}),${space}*cart]`),
      inner.map((a) => `{**cart, 'a': (${a})}`),
      inner.map((a) => `(lambda x, /, *, y=(${a}): x @ y)`),
      inner.map((a) => `(x := (${a}))`),
      inner.map((a) => `[x async for x in (${a}) if await x]`),
      inner.map((a) => `(yield (${a}))`),
      inner.map((a) => `(yield from (${a}))`),
    ];
    const all = age === "old" ? always : [...always, ...since3];
    return { expression: fc.oneof({ maxDepth: 3, withCrossShrink: true }, ...all) };
  });
  return expression;
}
