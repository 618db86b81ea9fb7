/** Python programs that are valid by construction, for both tiers to read alike. */
import fc from "fast-check";
import { type Age, dotted, expressions, inBrackets, name } from "./scan-expressions.ts";
import { comments, conditions, contexts, lineEnds, tellingStatements } from "./scan-forms.ts";

const blank: fc.Arbitrary<string> = fc.constantFrom(" ", " ", " ", "\t", "  ", "\f ", " \\\n  ", "\\\n");

const imported: fc.Arbitrary<string> = fc
  .tuple(name, blank, fc.option(name, { nil: "" }))
  .map(([each, space, alias]) => (alias === "" ? each : `${each}${space}as${space}${alias}`));
const list: fc.Arbitrary<readonly string[]> = fc.array(imported, { minLength: 1, maxLength: 3 });
const imports: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(dotted, blank).map(([module, space]) => `import${space}${module}`),
  fc.tuple(dotted, dotted, name).map(([a, b, alias]) => `import ${a} as ${alias} , ${b}`),
  fc
    .tuple(fc.constantFrom("", ".", "..", "... "), dotted, list, blank)
    .map(([dots, module, each, space]) => `from${space}${dots}${module}${space}import${space}${each.join(",")}`),
  fc
    .tuple(dotted, list, inBrackets)
    .map(([module, each, space]) => `from ${module} import(${space}${each.join(`,${space}`)},${space})`),
  dotted.map((module) => `from .${module} import *`),
);

const target: fc.Arbitrary<string> = fc.constantFrom(
  "a",
  "b, (c, d)",
  "[e, f]",
  "g.h",
  "i[j]",
  "k,",
  "l().m, n",
  "(o)",
);
const operators = "+ - * / // % ** >> << & | ^".split(" ");
const plain: Readonly<Record<Age, readonly string[]>> = {
  common: [
    "pass",
    "del a, b[0], (c)",
    "assert a, b",
    "match = 1",
    "match[a] = case.b = print_",
    "match(a).b",
    "case(1, *a)",
    "type(case)",
    "print(a, *b)",
    "raise",
    "global a, b",
  ],
  new: [
    "*a, b = c",
    "y: int",
    "(y): 'int' = 1",
    "a.b: int",
    "type Price = int",
    "type Tax[T: int, *U, **V] = list[T]",
    "raise E from e",
    "nonlocal a",
    "x @= y",
    "async_ = await b",
    "a = yield",
    "print(*a, sep='', file=b)",
  ],
  old: [
    "print",
    "print 'till', x",
    "print >>log, 'a',",
    "print('a'), x",
    "print -x",
    "exec code in scope",
    "exec 'import no'",
    "raise Closed, 'shop'",
    "print `x`, not y, lambda: z",
  ],
};

function lines(age: Age, expression: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const common = fc.constantFrom(...plain.common);
  const assigned = fc.tuple(target, target, expression).map(([a, b, value]) => `${a} = ${b} = ${value}`);
  const augmented = fc.tuple(fc.constantFrom(...operators), expression).map(([sign, value]) => `x ${sign}= ${value}`);
  const annotated = fc.tuple(name, expression).map(([a, value]) => `p: "${a}" = ${value}`);
  const simple = fc.oneof(
    { weight: 6, arbitrary: imports },
    { weight: 3, arbitrary: tellingStatements(age) },
    ...[expression, common, assigned, augmented].map((arbitrary) => ({ weight: 1, arbitrary })),
    { weight: 1, arbitrary: age === "old" ? common : annotated },
    { weight: 3, arbitrary: age === "common" ? common : fc.constantFrom(...plain[age]) },
  );
  return fc
    .tuple(fc.array(simple, { minLength: 1, maxLength: 3 }), lineEnds)
    .map(([statements, end]) => `${statements.join("; ")}${end}`);
}

const patterns: fc.Arbitrary<string> = fc.constantFrom(
  "{'a': [b, *_]} | C(d=1)",
  "-1 | 2+3j | 'a' 'b' | None",
  "[a, (b, c), *d] as e",
  "shop.Till(1, x=y, z={'k': v, **w})",
  "a, b",
  "_",
);
const subjects: fc.Arbitrary<string> = fc.constantFrom(
  "(shop)",
  " shop",
  " shop, cart",
  " -shop",
  " *a, b",
  "[a]",
  " {1: 2}",
);

/** The entries of a block: each begins a line; what more lines it has are within brackets, strings or joined. */
type Lines = readonly string[];

/** @param more statements that stand on lines of their own */
function blocks(age: Age, more: readonly fc.Arbitrary<Lines>[]): fc.Arbitrary<Lines> {
  const expression = expressions(age);
  const line = lines(age, expression);
  const condition: fc.Arbitrary<string> = fc.oneof(
    { weight: 3, arbitrary: conditions },
    { weight: 1, arbitrary: expression.map((test) => `(${test})`) },
  );
  const { block } = fc.letrec<{ block: Lines; statement: Lines }>((tie) => {
    const unit = fc.constantFrom("\t", "\t", " ", "    ", " \t");
    const indented = fc.tuple(unit, tie("block")).map(([by, each]) => each.map((entry) => indent(by, entry)));
    const body: fc.Arbitrary<Lines> = fc.oneof(
      indented,
      line.map((inline) => [` ${inline}`]),
    ) as fc.Arbitrary<Lines>;
    const caught = [" ImportError", " (KeyError, errors.ImportError)", " Exception", " KeyError", ""];
    const handled = {
      common: [...caught, " (KeyError, errors.ImportError) as q"],
      new: ["* ImportError", "* KeyError as q", " KeyError, errors.ModuleNotFoundError", "* ValueError, KeyError"],
      old: [...caught, " ImportError, q", " (KeyError, ImportError), q"],
    };
    const always: fc.Arbitrary<Lines>[] = [
      line.map((each) => [each]),
      fc
        .tuple(condition, body, fc.array(fc.tuple(condition, body), { maxLength: 3 }), fc.option(body))
        .map(([a, b, others, last]) =>
          joined(
            headed(`if ${a}:`, b),
            ...others.map(([c, d]) => headed(`elif ${c}:`, d)),
            last === null ? [] : headed("else:", last),
          ),
        ),
      fc.tuple(condition, body).map(([a, b]) => headed(`while ${a}:`, b)),
      fc
        .tuple(body, fc.constantFrom(...handled[age]), body, body)
        .map(([a, handler, b, c]) =>
          joined(headed("try:", a), headed(`except${handler}:`, b), headed("else:", c), headed("finally:", b)),
        ),
      fc.tuple(contexts, body).map(([items, a]) => headed(`with ${items}:`, a)),
      fc.tuple(expression, body).map(([a, b]) => headed(`def u(v={}, w=(${a}), *x, **y):`, b)),
      body.map((a) => headed("class V(shop.Till):", a)),
      fc
        .tuple(expression, body, body)
        .map(([a, b, c]) => joined(headed(`for x, (y, z) in (${a}):`, b), headed("else:", c))),
      comments,
      body.map((a) => headed("for x in y:  # type: int", a)),
    ];
    const since3: fc.Arbitrary<Lines>[] = [
      fc.tuple(expression, body).map(([a, b]) => headed(`def u(v: {}, /, *, w=(${a})) -> {"x": 1}:`, b)),
      body.map((a) => headed("class V(shop.Till, metaclass=cart):", a)),
      fc
        .tuple(subjects, patterns, fc.constantFrom("", " if e", " if (f := g)"), body)
        .map(([a, pattern, guard, b]) => joined([`match${a}:`], indentAll(headed(`case ${pattern}${guard}:`, b)))),
      fc
        .tuple(expression, body, fc.constantFrom("async def w():", "def w(*, a: int): # import no"))
        .map(([a, b, header]) => joined([`@cart(${a})`, "# import no", "@(lambda x: x)"], headed(header, b))),
      fc
        .tuple(
          body,
          fc.oneof(
            fc.constant("for x in y:"),
            contexts.map((items) => `with (${items},):`),
          ),
        )
        .map(([a, header]) => joined(["async def w():"], indentAll(headed(`async ${header}`, a)))),
    ];
    const since312: fc.Arbitrary<Lines>[] = [
      body.map((a) => headed("def u[T: (int, str), *U, **V](v: T) -> T:", a)),
      body.map((a) => headed("class V[T](shop.Till):", a)),
      body.map((a) => headed("for x in *a, b:", a)),
    ];
    const all = [...always, ...(age === "old" ? [] : since3), ...(age === "new" ? since312 : []), ...more];
    const statement = fc.oneof({ maxDepth: 3, withCrossShrink: true }, ...all);
    // Comments alone are no block.
    return {
      statement,
      block: fc.array(statement, { minLength: 1, maxLength: 4 }).map((each) => each.flat().concat("pass")),
    };
  }) as { block: fc.Arbitrary<Lines> };
  return block;
}

/** A header with its body: a body of one entry stands on the header's line, unless there is a comment. */
function headed(header: string, body: Lines): Lines {
  const [first = ""] = body;
  return body.length === 1 && !header.includes("#") ? [`${header}${first}`] : [header, ...body];
}

function joined(...parts: readonly Lines[]): Lines {
  return parts.flat();
}

function indentAll(entries: Lines): Lines {
  return entries.map((entry) => indent("\t", entry));
}

function indent(by: string, entry: string): string {
  return entry === "" || entry === "\f" ? entry : by + entry;
}

/** The text of a module. */
export function programs(age: Age, more: readonly fc.Arbitrary<Lines>[] = []): fc.Arbitrary<string> {
  return fc
    .tuple(blocks(age, more), fc.constantFrom("\n", "\r\n", "\r"), fc.constantFrom("", "", "\f"))
    .map(([entries, ending, before]) =>
      `${entries.map((entry) => before + entry).join("\n")}\n`.replaceAll("\n", ending),
    );
}
