import type { FileFacts } from "../../../src/model/facts.ts";

/** Texts that both tiers read, and what they say; drawn by `drawFacts`. */
export interface JavaCase {
  readonly name: string;
  readonly path?: string;
  readonly text: string;
  readonly facts: readonly string[];
  /** References are left to other cases. */
  readonly loadsOnly?: true;
}

/** What a case tells of. */
export function kept(facts: FileFacts, loadsOnly: true | undefined): FileFacts {
  return loadsOnly === true ? { ...facts, references: [] } : facts;
}

/** A case inside of a method, and the names it uses; places are left to other cases. */
function statement(text: string, ...uses: readonly string[]): JavaCase {
  return inside(`class Shop { void open() {\n${text}\n} }`, text, uses, 2);
}

/** A case inside of a class. */
function member(text: string, ...uses: readonly string[]): JavaCase {
  return inside(`class Shop {\n${text}\n}`, text, uses, 2);
}

/** `uses` are in order; `Name@2` is found where the text has that word for the second time. */
function inside(text: string, name: string, uses: readonly string[], line: number): JavaCase {
  const drawn = uses.map((use) => {
    const [used = "", nth = "1"] = use.split("@");
    let at = -1;
    for (let count = 0; count < Number(nth);) {
      at = name.indexOf(used, at + 1);
      if (!/[\w$]/.test(name.charAt(at - 1) + name.charAt(at + used.length))) count++;
    }
    return `uses ${used} ${line}:${at + 1}`;
  });
  return { name, text, facts: ["declares Shop", ...drawn] };
}

const headers: readonly JavaCase[] = [
  { name: "nothing", text: "", facts: [] },
  {
    name: "imports of every form",
    text: `/* Licence */ package org.acme.shop;

import java.util.List;
import java.util.*;
import static org.acme.Prices.of;
import static org.acme.Prices.*;
import org.acme.Till;import Lone;;
class Shop {}`,
    facts: [
      "package org.acme.shop",
      "import java.util.List 3:8",
      "on-demand java.util 4:8",
      "static org.acme.Prices.of 5:15",
      "static-on-demand org.acme.Prices 6:15",
      "import org.acme.Till 7:8",
      "import Lone 7:29",
      "declares Shop",
    ],
  },
  {
    name: "blanks and comments in names",
    text: "package org . /* here */ acme\n. shop ;\nimport /* the */ java . util // all\n . * ;\r\nimport static\torg.acme.Shop\n.open;",
    facts: ["package org.acme.shop", "on-demand java.util 3:18", "static org.acme.Shop.open 5:15"],
  },
  {
    name: "import is no word of comments, strings and text blocks",
    text: 'class Shop { // import a.B;\n/* import c.D; */ String text = "import e.F;" + """\n  import g.H;\n  """; }',
    facts: ["declares Shop", "uses String 2:19"],
  },
  {
    name: "import module",
    text: "import module java.base;\nimport module.Part;\nclass Shop { List<Part> parts; }",
    facts: [
      "import module java.base 1:8",
      "import module.Part 2:8",
      "declares Shop",
      "uses List 3:14",
      "uses Part 3:19",
    ],
  },
  {
    name: "package-info.java: annotations are used",
    path: "shop/package-info.java",
    text: "@Open(Hours.DAY)\n@org.acme.Sealed\npackage shop;\nimport org.acme.Open;",
    facts: [
      "package shop",
      "import org.acme.Open 4:8",
      "uses Open 1:2",
      "uses Hours.DAY 1:7",
      "uses org.acme.Sealed 2:2",
    ],
  },
  {
    name: "module-info.java: what it requires, uses, provides",
    path: "src/module-info.java",
    text: `import org.acme.Open;
@Open(by = "a; b {") open module org.acme.shop { requires java.sql; requires static transitive /* x */ org . acme.till;
requires transitive; exports org.acme.shop; exports org.acme.own to org.acme.till; opens org.acme.Odd;
uses Open; provides Open with org.acme.shop.Door, Gate; }`,
    facts: [
      "import org.acme.Open 1:8",
      "import module java.sql 2:59",
      "export module org.acme.till 2:104 optional",
      "import module transitive 3:10",
      "declares module org.acme.shop",
      "uses Open 4:6",
      "uses Open 4:21",
      "uses org.acme.shop.Door 4:31",
      "uses Gate 4:51",
    ],
  },
  {
    name: "lines end by \\n, \\r\\n and \\r",
    text: "package shop;\r// one\rimport a.B;\r\nimport a.C;\nclass Shop {\r  Till till; }",
    facts: ["package shop", "import a.B 3:8", "import a.C 4:8", "declares Shop", "uses Till 6:3"],
  },
];

const comments: readonly JavaCase[] = [
  {
    name: "what Javadoc sends its reader to",
    text: `/** {@link Till} and
 * {@link Row#open(Key)} */
class Shop { Row row;
  /** @see Row */ Gate gate; } // {@link Ghost}
/** {@link Last} */`,
    facts: [
      "declares Shop",
      "uses Row 3:14",
      "uses Gate 4:19",
      "mentions Till 1:12",
      "mentions Row 2:11",
      "mentions Key 2:20",
      "mentions Last 5:12",
    ],
  },
];

const types: readonly JavaCase[] = [
  {
    name: "nested types, not local ones",
    text: `class Shop { enum Size { S { class InConstant { } }, M; interface Fit { } } @interface Open { }
  record Price(int cents) { record Tax() { } }
  void open() { class Local { class Deep { } } record Row() { } new Object() { class Hidden { } }; }
  { class InBlock { } }
  Object keeper = new Object() { class Hidden { } };
  int[] sizes = { 1 };
  static class Till { class Drawer { } } }
interface Door { class Key { } }`,
    facts: [
      ..."Shop Size Size.Fit Open Price Price.Tax Till Till.Drawer"
        .split(" ")
        .map((each, at) => `declares ${at === 0 ? each : `Shop.${each}`}`),
      "declares Door",
      "declares Door.Key",
      "uses Object 3:69",
    ],
  },
  {
    name: "record, sealed, permits as names",
    text: "class Shop { int record = 1; Object sealed(Object permits) { return record(permits).record; } }",
    facts: ["declares Shop", "uses Object 1:30"],
  },
  {
    name: "heads of types",
    text: "@Open sealed class Shop<T extends Stock & Sold> extends a.b.Base<T> implements Door, Gate<? super Key> permits Corner, Mall { }",
    facts: [
      "declares Shop",
      ..."Open 2,T 25,Stock 35,Sold 43,a.b.Base 57,Door 80,Gate 86,Key 99,Corner 112,Mall 120"
        .split(",")
        .map((each) => `uses ${each.replace(" ", " 1:")}`),
    ],
  },
];

const members: readonly JavaCase[] = [
  member("Till till, OTHER = Till.of();", "Till", "OTHER"),
  member("static final int MAX = 3, MIN = MAX;", "MIN", "MAX@2"),
  member("int[] SIZES; Size[] ALL, more[];", "Size"),
  member("Map<String, ? extends Till> TILLS = new HashMap<>();", "Map", "String", "Till", "TILLS", "HashMap"),
  member("@Inject Shop(Till... TILLS) throws a.Closed { }", "Inject", "Till", "a.Closed"),
  member("<T> T Make(T Of) { return Of; }", "T", "Of@2"),
  member("java.lang.@Fresh String name; Outer.@Fresh Inner in;", "Fresh", "String", "Outer", "Inner"),
  member("void serve(Shop Shop.this) { }", "Shop"),
  member("$Gen a; _Fields b; _c d; $e f; Ärmel g; ñu h; 本 i;", "$Gen", "_Fields", "Ärmel", "本"),
  member('@Named(value = "Ghost", by = Clerk.class, all = {@Tag(Kind.A)}) int a;', "Named", "Clerk", "Tag", "Kind.A"),
];

const statements: readonly JavaCase[] = [
  statement("Helper.run(); a.b.C.run(); list.size(); run(); Run();", "Helper", "a.b.C"),
  statement("Outer.LIMIT.of(); x.Y.z.Of(); new Outer.Inner().Go();", "Outer.LIMIT", "x.Y.z", "Outer.Inner"),
  statement("this.FIELD = super.OTHER + Shop.this.THIRD + of().Fourth.Fifth;", "Shop"),
  statement("Of.<Key>of(Til.<A, B>By()).Then(); Outer<X>.Inner<Y> z;", "Of", "Key", "Til", "A", "B", "Outer", "X", "Y"),
  statement(
    "Runnable r = Till::Open, s = Till.Row::new, t = int[]::new, u = Shop.super::toString;",
    "Runnable",
    "Till",
    "Till.Row",
    "Shop",
  ),
  statement("Object o = (Till) x + (a.Till) y + Till[].class + int.class;", "Object", "Till", "a.Till"),
  statement(
    "new @Fresh Till(A.B); new @Tag(1) Row(); o.new Part(); new int[N][M];",
    "Fresh",
    "Till",
    "A.B",
    "Tag",
    "Row",
    "Part",
    "N",
    "M",
  ),
  statement("if (o instanceof Till TILL && TILL.open() || o instanceof a.Row) ;", "Till", "TILL@2", "a.Row"),
  statement("if (o instanceof Box(Key K, Row(var x, Lid y)) && K.at(Box.of())) ;", "Box", "Key", "Row", "Lid", "K@2"),
  statement(
    "switch (o) { case Box(Row(var x), Key k) when Go() -> Of(); case A, B -> C(D); default -> E(); }",
    "Box",
    "Row",
    "Key",
    "A",
    "B",
    "D",
  ),
  statement("switch (k) { case A: case B: for (;;) break C; case 3: { yield(); } }", "A", "B"),
  statement(
    "OUT: for (Till T : TILLS) { IN: while (A < B) { continue OUT; } } do E: { } while (F > G);",
    "Till",
    "TILLS",
    "A",
    "B",
    "F",
    "G",
  ),
  statement("try (Till T = Till.of(); U) { } catch (E | a.F G) { throw new H(); }", "Till", "U", "E", "a.F", "H"),
  statement("int x = 1.e3f + .5 + 0x1e+ONE + 0x1p-3 + 1_000L + 0b1 + 1.D;", "ONE"),
  statement("char c = '\\'', d = '\"', e = '\\u0041'; String s = \"a\\\"Ghost\\\\\" + A;", "String", "A"),
  statement("var X = Of.a; final var Y = X; Of<A>[] Z = null;", "Of.a", "X@2", "Of@2", "A"),
  statement("Fn f = (A, b) -> C.of(A), g = D -> { return D; };", "Fn", "A", "C", "D"),
  statement("return A ? B : C.D < E.F ? (G) h : i[J] >>> K;", "A", "B", "C.D", "E.F", "G", "J", "K"),
  statement(
    "switch (o) { case Row(var when) when A -> when; case Key k when B -> 1; default -> 2; }",
    "Row",
    "A",
    "Key",
    "B",
  ),
  statement("new @Of(k = new int[1]) Row @Of [3].Go(); @At Till T = null;", "Of", "Row", "At", "Till"),
  statement("yield FOUND; ", "FOUND"),
];

/** Classes and libraries that are loaded by name: what is loaded goes first, and what catches that it is not there. */
const loads: readonly JavaCase[] = [
  loading('Class.forName("org.acme.Till"); java.lang.Class.forName ( "org.acme.Row$Key", true, x);', [
    "dynamic org.acme.Till 2:15",
    "dynamic org.acme.Row$Key 2:59",
  ]),
  loading('loader.loadClass("a.B"); loadClass(/* which */ "a.C" // this\n);', [
    "dotted-path a.B 2:18",
    "dotted-path a.C 2:48",
  ]),
  loading('System.loadLibrary("till"); System.load("/opt/libtill.so"); load("no"); other.load("no");', [
    "dynamic library till 2:20",
    "dynamic library /opt/libtill.so 2:41",
  ]),
  loading(
    'Class.forName("a." + b); Class.forName("[La.B;"); Charset.forName("UTF-8"); loadClass("""\na.B"""); forName("Till");',
    [],
  ),
  loading(
    'Class.forName("a\\u002eB"); x.forNames("a.B"); of("a.B", "a.C"); x.forName(b, "a.B"); downloadClass("a.B");',
    [],
  ),
  loading('try { Class.forName("a.B"); } catch (ClassNotFoundException e) { }', ["dynamic a.B 2:21 optional"]),
  loading('try { Class.forName("a.B"); } catch (ClassNotFoundException e) { throw new Shut(e); }', [
    "dynamic a.B 2:21",
  ]),
  loading('try (Door d = open("}")) { { Class.forName("a.B"); } } catch (Shut e) { } catch (X | Exception e) { }', [
    "dynamic a.B 2:44 optional",
  ]),
];

/** Classes that annotations of Spring Boot name, as they may not be there. */
const conditions: readonly JavaCase[] = [
  {
    name: "conditions of Spring Boot",
    text: `import org.springframework.boot.autoconfigure.*;
@AutoConfiguration(afterName = { "org.acme.Till" })
// @ConditionalOnClass(name = "a.No")
class Shop {
  /** @ConditionalOnClass(name = "a.No") */
  @ConditionalOnClass(name = "org.acme.Row$Key") @Fresh
  Object row() { return Class.forName("org.acme.Row"); }
}`,
    facts: [
      "on-demand org.springframework.boot.autoconfigure 1:8",
      "dotted-path org.acme.Till 2:34 optional",
      "dotted-path org.acme.Row$Key 6:30 optional",
      "dynamic org.acme.Row 7:39",
      "declares Shop",
    ],
    loadsOnly: true,
  },
  {
    name: "conditions of somebody else",
    text: 'import org.acme.ConditionalOnClass;\n@ConditionalOnClass(name = "org.acme.Till")\nclass Shop { }',
    facts: ["import org.acme.ConditionalOnClass 1:8", "declares Shop"],
    loadsOnly: true,
  },
];

function loading(text: string, imports: readonly string[]): JavaCase {
  const { facts, ...rest } = statement(text);
  return { ...rest, facts: [...imports, ...facts], loadsOnly: true };
}

export const javaCases: readonly JavaCase[] = [
  ...headers,
  ...comments,
  ...types,
  ...members,
  ...statements,
  ...loads,
  ...conditions,
];
