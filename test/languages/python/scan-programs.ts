/** Python programs that are valid by construction, for both tiers to read alike. */
import fc from "fast-check";

const names = [
  "shop",
  "cart",
  "till",
  "tax",
  "stock",
  "price",
  "größe",
  "match",
  "case",
  "type",
  "_",
  "print_",
  "importer",
];
const name: fc.Arbitrary<string> = fc.constantFrom(...names);
const dotted: fc.Arbitrary<string> = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("."));
const blank: fc.Arbitrary<string> = fc.constantFrom(" ", " ", " ", "\t", "  ", " \\\n  ");
const inBrackets: fc.Arbitrary<string> = fc.constantFrom(" ", "\n", "  # import no\n   ", "\n\n\t", "");

const literal: fc.Arbitrary<string> = fc.constantFrom(
  "0",
  "1.5e-3",
  "0x_ff",
  "...",
  "None",
  "'import a'",
  '"from b import c"',
  "rb'\\''",
  "'''\nimport d\n'''",
  '"""\\"""\nfrom e import f\n"""',
  "f'{shop}'",
  "f'{shop!r:>{cart}}{{}}'",
  "f'{tax[\"a\"]:%H:%M}'",
  "f'''{\nprice = :{till}\n}'''",
  "f'\\N{EM DASH}{till}'",
  "'a' 'b'",
  "'joined\\\nimport g'",
);

const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie("expression");
  const pair = fc.tuple(inner, inner);
  return {
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      name,
      literal,
      pair.map(([a, b]) => `(${a}) + (${b})`),
      pair.map(([a, b]) => `(${a}) not in (${b})`),
      pair.map(([a, b]) => `(${a}) if (${b}) else (${a})`),
      pair.map(([a, b]) => `(lambda x, *y, z=${a}: ${b})`),
      fc.tuple(inner, inBrackets).map(([a, space]) => `(${space}${a}${space})`),
      fc.tuple(inner, inBrackets).map(([a, space]) => `[${a},${space}*cart]`),
      pair.map(([a, b]) => `{(${a}): ${b}, **cart}`),
      pair.map(([a, b]) => `shop.till(${a}, tax=${b}, *cart)`),
      inner.map((a) => `[x for x in cart if not (${a})]`),
      pair.map(([a, b]) => `cart[(${a}):(${b}), ::2, ...]`),
      inner.map((a) => `-(${a})`),
      fc.constantFrom(
        "importlib.import_module('shop.cart')",
        "__import__('tax')",
        "importorskip('till')",
        "import_module(tax)",
      ),
    ),
  };
});

const condition: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "TYPE_CHECKING",
    "not TYPE_CHECKING",
    "typing.TYPE_CHECKING and shop",
    "(TYPE_CHECKING or cart)",
    "sys.version_info >= (3, 8)",
    "os.name == 'nt'",
    "False",
    "'sys.platform'",
  ),
  expression.map((test) => `(${test})`),
);

const imported: fc.Arbitrary<string> = fc
  .tuple(name, blank, fc.option(name, { nil: "" }))
  .map(([each, space, alias]) => (alias === "" ? each : `${each}${space}as${space}${alias}`));
const imports: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(dotted, blank).map(([module, space]) => `import${space}${module}`),
  fc.tuple(dotted, dotted, name).map(([a, b, alias]) => `import ${a} as ${alias} , ${b}`),
  fc
    .tuple(fc.constantFrom("", ".", "..", "... "), dotted, fc.array(imported, { minLength: 1, maxLength: 3 }), blank)
    .map(([dots, module, list, space]) => `from${space}${dots}${module}${space}import${space}${list.join(",")}`),
  fc
    .tuple(dotted, fc.array(imported, { minLength: 1, maxLength: 3 }), inBrackets)
    .map(
      ([module, list, space]) =>
        `from ${module} import(${space}${list.map((each) => each.replaceAll("\\\n", "")).join(`,${space}`)},${space})`,
    ),
  dotted.map((module) => `from .${module} import *`),
);

const target: fc.Arbitrary<string> = fc.constantFrom(
  "a",
  "b, (c, *d)",
  "[e, f]",
  "g.h",
  "i[j]",
  "k,",
  "l().m, n",
  "(o)",
);
const simple: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: imports },
  { weight: 1, arbitrary: expression },
  { weight: 1, arbitrary: fc.tuple(target, target, expression).map(([a, b, value]) => `${a} = ${b} = ${value}`) },
  { weight: 1, arbitrary: fc.tuple(name, expression).map(([a, value]) => `p: "${a}" = ${value}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "pass",
      "del a, b",
      "assert a, b",
      "x += 1",
      "y: int",
      "match = 1",
      "type(case)",
      "raise E from e",
    ),
  },
);
const line: fc.Arbitrary<string> = fc
  .tuple(fc.array(simple, { minLength: 1, maxLength: 3 }), fc.constantFrom("", ";", "  # import no", ";#"))
  .map(([statements, end]) => `${statements.join("; ")}${end}`);

/** A statement's lines, its blocks indented by one space a level. */
type Lines = readonly string[];

const { block } = fc.letrec<{ block: Lines; statement: Lines }>((tie) => {
  const indented = tie("block").map((lines) => lines.map(indent));
  const body: fc.Arbitrary<Lines> = fc.oneof(
    indented,
    line.map((inline) => [` ${inline}`]),
  ) as fc.Arbitrary<Lines>;
  const statement = fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    line.map((each) => [each]),
    fc
      .tuple(condition, body, condition, body, body)
      .map(([a, b, c, d, e]) => joined(headed(`if ${a}:`, b), headed(`elif ${c}:`, d), headed("else:", e))),
    fc.tuple(condition, body).map(([a, b]) => headed(`if ${a}:`, b)),
    fc
      .tuple(body, fc.constantFrom("", " ImportError", " (KeyError, errors.ImportError) as q", " KeyError"), body, body)
      .map(([a, caught, b, c]) =>
        joined(headed("try:", a), headed(`except${caught}:`, b), headed("else:", c), headed("finally:", b)),
      ),
    fc
      .tuple(
        fc.constantFrom("suppress(ImportError)", "open(a) as r", "contextlib.suppress(KeyError), b as (s, t)"),
        body,
      )
      .map(([item, a]) => headed(`with ${item}:`, a)),
    fc.tuple(expression, body).map(([a, b]) => headed(`def u(v={}, /, *, w=(${a})) -> {"x": 1}:`, b)),
    body.map((a) => headed("class V(shop.Till, metaclass=cart):", a)),
    fc
      .tuple(expression, body, body)
      .map(([a, b, c]) => joined(headed(`for x, (y, z) in ${a}:`, b), headed("else:", c))),
    body.map((a) => joined(["match (shop):"], headed("case {'a': [b, *_]} | C(d=1) if e:", a).map(indent))),
    fc.tuple(expression, body).map(([a, b]) => joined([`@cart(${a})`], headed("async def w():", b))),
    fc.constant(["# import no", "", "   # from no import no", "\f"]),
  );
  return { statement, block: fc.array(statement, { minLength: 1, maxLength: 4 }).map(withStatement) };
}) as { block: fc.Arbitrary<Lines> };

function withStatement(statements: readonly Lines[]): Lines {
  // Comments alone are no block.
  return [...statements.flat(), "pass"];
}

/** A header with its body: on its own line when the body begins with a blank and is one line. */
function headed(header: string, body: Lines): Lines {
  const [first = ""] = body;
  return body.length === 1 && !first.startsWith("\t") ? [`${header}${first}`] : [header, ...body];
}

function joined(...parts: readonly Lines[]): Lines {
  return parts.flat();
}

function indent(line: string): string {
  return line === "" || line === "\f" ? line : `\t${line}`;
}

/** The text of a module. */
export const program: fc.Arbitrary<string> = fc
  .tuple(block, fc.constantFrom("\n", "\r\n", "\r"))
  .map(([lines, ending]) => `${lines.join("\n")}\n`.replaceAll("\n", ending));

/** A module with a few of its characters cut out, doubled or changed: mostly no Python any more. */
export const brokenProgram: fc.Arbitrary<string> = fc
  .tuple(
    program,
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom("", "(", ")", ":", "'", " ", "\n", "=", ",", ".", "import ", "\\", "{", "\t", "else"),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((edited, [place, put]) => {
      const at = place % (edited.length + 1);
      return `${edited.slice(0, at)}${put}${edited.slice(put === "" ? at + 1 : at)}`;
    }, text),
  );
