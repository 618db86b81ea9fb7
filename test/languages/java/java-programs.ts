/** Arbitrary Java programs: valid by construction, with odd spacing, and all names drawn from few, so that they meet. */
import fc from "fast-check";

const name = fc.constantFrom("Till", "Shop", "MAX", "item", "price", "_Row", "$Gen", "record", "Ärmel");
const capital = fc.constantFrom("Till", "Shop", "Row", "T");
const gap = fc.constantFrom("", " ", "\n", " /* Ghost */ ", "\t// Ghost\n", "\r\n");
const blank = fc.constantFrom(" ", "\n", " /* Ghost */ ", "// Ghost\n", "\n/** {@link Till.Row#open(T)} */ ");

const join = (...parts: readonly (fc.Arbitrary<string> | string)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
    .map((texts) => texts.join(""));

const list = (item: fc.Arbitrary<string>, separator: string, minLength = 0): fc.Arbitrary<string> =>
  fc.array(item, { minLength, maxLength: 3 }).map((items) => items.join(separator));

const dotted = fc
  .tuple(fc.array(name, { minLength: 1, maxLength: 3 }), gap, gap)
  .map(([parts, before, after]) => parts.join(`${before}.${after}`));

/** `record` can be no type, and other lower-case words make none of the names that are looked for. */
const typeName = join(
  fc.constantFrom("", "org.acme.", "a . "),
  fc.constantFrom("Till", "Shop", "_Row", "$Gen", "Ärmel"),
);

const text = fc.constantFrom(
  '"Ghost"',
  '"a\\"// Ghost"',
  "'\"'",
  "'\\''",
  '"""\n  Ghost " "" \\""" {\n  """',
  "1.5e-3f",
  "0x1e",
  ".5",
  "null",
);

const loadedName = fc.constantFrom(
  '"a.Till"',
  '"a.b.Till$Row"',
  '"till"',
  '"a." + Till.NAME',
  '"""\n a.Till"""',
  "NAME",
);
const absence = fc.constantFrom("ClassNotFoundException", "a.Shut", "Row | Exception", "final Throwable");

type Grammar = Readonly<Record<"type" | "expression" | "statement" | "member" | "body" | "annotation", string>>;

const { type, expression, statement, member, annotation } = fc.letrec<Grammar>((knot) => {
  const tie = (rule: keyof Grammar): fc.Arbitrary<string> => knot(rule).map(String);
  const grow = (...larger: readonly fc.Arbitrary<string>[]) => ({ larger });
  const choose = (small: readonly fc.Arbitrary<string>[], { larger }: ReturnType<typeof grow>): fc.Arbitrary<string> =>
    fc.oneof({ maxDepth: 4, depthSize: "small" }, ...small, ...larger);
  const inner = tie("expression");
  const types = tie("type");
  const args = list(inner, ", ");
  return {
    annotation: choose(
      [join("@", capital, " ")],
      grow(join("@a.", capital, "(", name, " = ", inner, ") "), join("@", capital, "(", inner, ")")),
    ),
    type: choose(
      [capital, typeName, fc.constant("int[]")],
      grow(
        join(capital, "<", types, gap, ", ? super ", types, ">"),
        join(typeName, "[]"),
        join(capital, "<", capital, ">.", capital),
      ),
    ),
    expression: choose(
      [
        dotted,
        text,
        join("this.", name),
        join(capital, ".class"),
        join(capital, "::", name),
        join(capital, ".this.", name),
      ],
      grow(
        join(dotted, gap, "(", args, ")"),
        join("new ", typeName, "(", args, ")"),
        join("Class.forName", gap, "(", gap, loadedName, gap, ")"),
        join(dotted, ".loadClass(", loadedName, ", ", inner, ")"),
        join("System.loadLibrary(", loadedName, ")"),
        join("new ", tie("annotation"), capital, "(", args, ") {", tie("body"), "}"),
        join("(", capital, ") ", dotted),
        join("(", inner, gap, "+", gap, inner, ")"),
        join("(", inner, " < ", inner, ")"),
        join("(", inner, " ? (", inner, ") : (", inner, "))"),
        join("(", inner, " instanceof ", capital, " ", name, ")"),
        join("(", inner, " instanceof ", capital, "(", types, " ", name, ", ", capital, "(var ", name, ")))"),
        join("(", name, ") -> ", inner).map((each) => `((Fn) ${each})`),
        join(dotted, ".<", types, ">", name, "(", args, ")"),
        join(
          "switch (",
          inner,
          ") { case ",
          capital,
          ", ",
          capital,
          " -> ",
          inner,
          "; default -> { yield ",
          inner,
          "; } }",
        ),
        join(
          "switch (",
          inner,
          ") { case ",
          capital,
          "(var ",
          name,
          ") when ",
          name,
          " -> ",
          inner,
          "; default -> throw ",
          inner,
          "; }",
        ),
      ),
    ),
    statement: choose(
      [join(types, " ", name, ";"), join("return ", inner, ";"), join(";")],
      grow(
        join(types, " ", name, gap, "=", gap, inner, ", ", name, " = ", inner, ";"),
        join("{", blank, tie("statement"), tie("statement"), "}"),
        join("if (", inner, ") ", tie("statement"), " else ", tie("statement")),
        join("for (", types, " ", name, " : ", inner, ") ", tie("statement")),
        join(capital, ": while (", inner, ") { break ", capital, "; }"),
        join("try (", types, " ", name, " = ", inner, ") {} catch (", capital, " | ", typeName, " ", name, ") {}"),
        join("try {", tie("statement"), inner, ";} catch (", absence, " e) {", tie("statement"), "}"),
        join("class ", capital, " {", tie("body"), "}"),
        join("do ", tie("statement"), " while (", inner, ");"),
      ),
    ),
    member: choose(
      [join(types, " ", name, ";"), join("private final ", types, " ", name, ", ", name, ";")],
      grow(
        join(tie("annotation"), "static ", types, " ", name, " = ", inner, ";"),
        join(
          tie("annotation"),
          "<T extends ",
          types,
          "> ",
          types,
          " ",
          name,
          "(",
          types,
          " ",
          name,
          ", ",
          types,
          "... ",
          name,
          ") {",
          tie("statement"),
          "}",
        ),
        join("static {", tie("statement"), "}"),
        join("class ", capital, " extends ", types, " {", tie("body"), "}"),
        join("record ", capital, "<T>(", types, " ", name, ") implements ", typeName, " {", tie("body"), "}"),
        join(
          "enum ",
          capital,
          " { ",
          tie("annotation"),
          name,
          "(",
          args,
          ") {",
          tie("body"),
          "}, ",
          name,
          "; ",
          tie("body"),
          "}",
        ),
        join("@interface ", capital, " { ", types, " ", name, "() default ", tie("annotation"), "; }"),
        join("interface ", capital, " { default void ", name, "() {", tie("statement"), "} }"),
      ),
    ),
    body: list(tie("member"), "\n"),
  };
});

const header = join(
  fc.constantFrom("", "package shop;\n", "@Open package org . shop ;"),
  list(join("import ", dotted, fc.constantFrom("", ".*", " . *"), gap, ";"), "\n"),
  list(join("import static a.", dotted, fc.constantFrom("", ".*"), ";"), "\n"),
);

/** A whole compilation unit. */
export const javaProgram: fc.Arbitrary<string> = join(
  header,
  blank,
  annotation,
  "class Shop extends ",
  type,
  " {",
  member,
  blank,
  member,
  " int x = ",
  expression,
  "; void open() {",
  statement,
  statement,
  "} }\n",
);
