import { describe, expect, test } from "vitest";
import { drawParsed, drawScanned, parsed } from "../facts-drawing.ts";

/** Every form, one a line; lines that only TypeScript has begin with a space. */
const forms = `import till, { euro as e } from "./till";
 import type { Price } from "./price";
import "./till.css";
export * as all from "./all";
export { a, b as c } from "./ab";
 import eq = require("./eq");
const lazy = () => import("./lazy");
 let t: import("./types").T = 1;
const r = require("./r"), q = require.resolve("./q"), m = module.require("./m");
const g = import.meta.glob("./g/*.ts"); const s = import.meta.resolve("./s");
new URL("./u.svg", import.meta.url); new Worker("./w.js");
jest.mock("./j"); define(["./d"], f);
import(\`./tills/\${id}.js\`);
require.context("./views", true, /x$/);
try { require("./guarded") } catch {}
const load = createRequire(import.meta.url)("./made");
class A { sell() { require("./inner") } }
`;

function formsOf(ending: string): string {
  return forms
    .split("\n")
    .filter((line) => ending === ".ts" || !line.startsWith(" "))
    .join("\n");
}

describe("what can be read of a broken file", () => {
  test("every form is read around what is broken, as a whole file has it", () => {
    expect(drawParsed("shop.ts", `let = = ;\n${formsOf(".ts")}`)).toMatchInlineSnapshot(`
      "2:33 import "./till" {default, euro}
      3:29 import "./price" {Price} [typeOnly]
      4:8 import "./till.css"
      5:22 export "./all" {*}
      6:27 export "./ab" {a, b}
      7:22 import-equals "./eq"
      8:27 dynamic "./lazy" [dynamic local]
      9:16 dynamic "./types" [typeOnly]
      10:19 require "./r"
      10:47 require-resolve "./q"
      10:74 require "./m"
      11:28 glob "./g/*.ts" [dynamic]
      11:71 import-resolve "./s"
      12:9 url "./u.svg" [dynamic]
      12:49 url "./w.js" [dynamic]
      13:11 mock "./j"
      13:27 amd "./d"
      14:8 glob "./tills/**/*.js" [dynamic]
      15:17 glob "./views/**/*" /x$/
      16:15 require "./guarded" [optional]
      17:45 require "./made"
      18:28 require "./inner" [local]
      1:7 ! Unexpected token"
    `);
  });

  test.each([
    ["at its head", (text: string) => `let = = ;\n${text}`],
    ["at its end", (text: string) => `${text}let = = ;\n`],
    ["in the middle", (text: string) => text.replace("const lazy", "const x = {{ ;\nconst lazy")],
  ])("broken %s", (_, broken) => {
    for (const ending of [".ts", ".js", ".tsx"]) {
      const text = formsOf(ending);
      const whole = parsed(`shop${ending}`, text).imports.map(({ kind, specifier, names }) => [kind, specifier, names]);
      const found = parsed(`shop${ending}`, broken(text));
      expect(found.imports.map(({ kind, specifier, names }) => [kind, specifier, names])).toEqual(whole);
      expect(found.diagnostics).toHaveLength(1);
    }
  });

  test("what is broken itself is read by its literal", () => {
    expect(
      drawParsed("shop.js", 'import { till as from "./till";\nrequire("./coins", let);\nexport { a b } from "./ab";'),
    ).toMatchInlineSnapshot(`
      "1:23 import "./till"
      2:9 require "./coins"
      3:21 export "./ab"
      1:23 ! Unexpected token, expected ",""
    `);
  });

  test("types in comments", () => {
    expect(drawParsed("shop.js", 'let = = ;\n/** @type {import("./till").Till} */\nlet a;')).toMatchInlineSnapshot(`
      "2:19 jsdoc "./till" [typeOnly]
      1:7 ! Unexpected token"
    `);
  });

  test("a function without an end: what is in it is local", () => {
    expect(drawParsed("shop.js", 'import "./a";\nfunction sell() {\n  require("./b");\n')).toMatchInlineSnapshot(`
      "1:8 import "./a"
      3:11 require "./b" [local]
      4:1 ! Unexpected token"
    `);
  });

  test("both sides of a merge that was left half done", () => {
    const text =
      'import "./a";\n<<<<<<< HEAD\nimport { x } from "./ours";\n=======\nimport { x } from "./theirs";\n>>>>>>> b\n';
    expect(drawParsed("shop.ts", text)).toMatchInlineSnapshot(`
      "1:8 import "./a"
      3:19 import "./ours" {x}
      5:19 import "./theirs" {x}
      2:1 ! the markers of a merge: both of its sides are read"
    `);
    expect(drawScanned("shop.ts", text)).toMatch(/^doubt/);
    expect(drawParsed("shop.ts", `${text}let = = ;`)).toMatchInlineSnapshot(`
      "1:8 import "./a"
      3:19 import "./ours" {x}
      5:19 import "./theirs" {x}
      2:1 ! the markers of a merge: both of its sides are read"
    `);
  });

  test("what breaks at every depth costs no more than a few readings", () => {
    const depth = 2000;
    const text = `${"{ if (a) ".repeat(depth)}let = require("./till")${"}".repeat(depth)}`;
    const start = process.cpuUsage();
    expect(parsed("shop.js", text).imports.map(({ specifier }) => specifier)).toEqual(["./till"]);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(10);
  });
});
