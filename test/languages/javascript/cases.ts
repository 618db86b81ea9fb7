/** Programs and what they import, for both tiers: path, text, drawing. */
export interface Case {
  readonly about: string;
  readonly path: string;
  readonly text: string;
  readonly drawing: string;
  /** The scanner's reason to leave it to the parser. */
  readonly doubt?: string;
}

function it(about: string, path: string, text: string, drawing: string, doubt?: string): Case {
  return { about, path, text, drawing, ...(doubt === undefined ? {} : { doubt }) };
}

export const cases: readonly Case[] = [
  it(
    "default and named",
    "a.js",
    'import shop, { price as p, till } from "./shop"',
    '1:40 import "./shop" {default, price, till}',
  ),
  it("namespace", "a.mjs", "import * as shop from './shop';", '1:23 import "./shop" {*}'),
  it("side effect", "a.js", "import './shop.css'", '1:8 import "./shop.css"'),
  it("attributes", "a.js", 'import tax from "./tax.json" with { type: "json" };', '1:17 import "./tax.json" {default}'),
  it(
    "assertions",
    "a.js",
    'import tax from "./tax.json" assert { type: "json" };',
    '1:17 import "./tax.json" {default}',
  ),
  it("export from", "a.js", 'export { price as p, default } from "./shop"', '1:37 export "./shop" {price, default}'),
  it(
    "export star",
    "a.js",
    'export * from "./a"; export * as b from "./b"',
    '1:15 export "./a" {*}\n1:41 export "./b" {*}',
  ),
  it("a local export", "a.js", 'const price = 1; export { price }; export default "./shop"', ""),
  it("type import", "a.ts", 'import type { Price } from "./shop"', '1:28 import "./shop" {Price} [typeOnly]'),
  it("all named are types", "a.ts", 'import { type A, type B as C } from "./s"', '1:37 import "./s" {A, B} [typeOnly]'),
  it("one named is a value", "a.ts", 'import { type A, b } from "./s"', '1:27 import "./s" {A, b}'),
  it("default beside a type", "a.ts", 'import a, { type B } from "./s"', '1:27 import "./s" {default, B}'),
  it("a default called type", "a.ts", 'import type from "./s"', '1:18 import "./s" {default}'),
  it(
    "type export",
    "a.ts",
    'export type { A } from "./a"; export type * from "./b"',
    '1:24 export "./a" {A} [typeOnly]\n1:50 export "./b" {*} [typeOnly]',
  ),
  it("import equals", "a.ts", 'import till = require("./till"); import A = till.A.B;', '1:23 import-equals "./till"'),
  it(
    "require",
    "a.js",
    'const till = require("./till"), p = require(`./p`)',
    '1:22 require "./till"\n1:45 require "./p"',
  ),
  it("require of what is computed", "a.js", 'require("@shop/" + kind); require(`${shop}/till`); require()', ""),
  it("a member called require", "a.js", 'ace.require("./ace"); shop?.require("x"); this.#require("y")', "", undefined),
  it(
    "require.resolve",
    "a.js",
    'require.resolve("./a"); require.resolve("b", { paths: [] })',
    '1:17 require-resolve "./a"\n1:41 require-resolve "b" [optional]',
  ),
  it(
    "dynamic",
    "a.js",
    'import("./a"); import(`./b`); import(c)',
    '1:8 dynamic "./a" [dynamic]\n1:23 dynamic "./b" [dynamic]',
  ),
  it("type of a module", "a.ts", 'let shop: typeof import("./shop")', '1:25 dynamic "./shop" [typeOnly]'),
  it(
    "type of a module's member",
    "a.ts",
    'let price: import("./shop").Price',
    '1:19 dynamic "./shop" [typeOnly]',
    "import-type",
  ),
  it("declarations", "a.d.ts", 'export const price: import("./shop").Price', '1:28 dynamic "./shop" [typeOnly]'),
  it(
    "guarded",
    "a.js",
    'try { require("a") } catch {} try { require("b") } finally {}',
    '1:15 require "a" [optional]\n1:45 require "b"',
  ),
  it("guarded by the outer", "a.js", 'try { try { require("a") } finally {} } catch {}', '1:21 require "a" [optional]'),
  it("not in the catch", "a.js", 'try { } catch { require("a") }', '1:25 require "a"'),
  it(
    "behind a test for the module system",
    "a.js",
    'if (typeof exports == "object") // CommonJS\n  shop(require("a"))\nelse if ("undefined" != typeof module) { var b = require("b"); c = require("c") } require("d")',
    '2:16 require "a" [optional]\n3:58 require "b" [optional]\n3:76 require "c" [optional]\n3:91 require "d"',
  ),
  it(
    "in a function",
    "a.js",
    'function sell(x = require("a")) { require("b") }',
    '1:27 require "a"\n1:43 require "b" [local]',
  ),
  it(
    "in arrows",
    "a.js",
    'const a = () => require("a"), b = require("b"), c = () => { require("c") }',
    '1:25 require "a" [local]\n1:43 require "b"\n1:69 require "c" [local]',
  ),
  it("after an arrow, no semicolon", "a.js", 'const a = x => x\nconst b = require("b")', '2:19 require "b"'),
  it("an arrow in a conditional", "a.js", 'a ? x => x : require("b")', '1:22 require "b"'),
  it(
    "in methods",
    "a.js",
    '({ sell() { require("a") }, get b() { return require("b") }, c: require("c") })',
    '1:21 require "a" [local]\n1:54 require "b" [local]\n1:73 require "c"',
  ),
  it(
    "in a class",
    "a.js",
    'class Till extends require("a") { b = require("b"); catch() {} }',
    '1:28 require "a"\n1:47 require "b" [local]',
  ),
  it(
    "in blocks",
    "a.js",
    'if (a) { require("a") } for (;;) { require("b") } { require("c") }',
    '1:18 require "a"\n1:44 require "b"\n1:61 require "c"',
  ),
  it(
    "in a returned type's function",
    "a.ts",
    'function a(): { b: string } { require("c") }',
    '1:39 require "c" [local]',
  ),
  it(
    "a parameter called require",
    "a.js",
    '(function (require) { require("a") }); require("b")',
    '1:48 require "b"',
    "require",
  ),
  it("a variable called require", "a.js", 'const require = () => {}; require("a")', "", "require"),
  it(
    "a require of one's own making",
    "a.mjs",
    'import m, { createRequire } from "node:module"; const require = createRequire(import.meta.url); require("a")',
    '1:34 import "node:module" {default, createRequire}\n1:105 require "a"',
    "require",
  ),
  it(
    "the same by a member",
    "a.mjs",
    'import m from "node:module"; { const require = m.createRequire("/till/"); require("a") } require("b")',
    '1:15 import "node:module" {default}\n1:83 require "a" [optional]\n1:98 require "b"',
    "require",
  ),
  it("an ambient require", "a.ts", 'declare const require: any; require("a")', '1:37 require "a"', "require"),
  it("comments", "a.js", '// import "a"\n/* require("b") */ /** import("c") */', ""),
  it("a stray sign", "a.js", "a = #;", "1:5 ! Unexpected token", "syntax"),
  it(
    "strings and templates",
    "a.js",
    'a = "import \'x\'" + `require("y") ${require("z")} import("w")`',
    '1:44 require "z"',
  ),
  it("regular expressions", "a.js", 'a = /require("x")/.test(b) / 2 / require("c")', '1:42 require "c"'),
  it("a slash in a class of characters", "a.js", 'if (a) /[/"]/.exec(require("b"))', '1:28 require "b"'),
  it(
    "JSX",
    "a.jsx",
    'const a = <p title="it\'s">don\'t require("x") {require("y")}</p>; require("z")',
    '1:55 require "y"\n1:74 require "z"',
  ),
  it(
    "generics are not JSX",
    "a.tsx",
    'const a = <T,>(x: T) => x; const b = <T extends A>(x: T) => <p>{x}</p>; require("z")',
    '1:81 require "z"',
  ),
  it(
    "keywords as names",
    "a.js",
    'a = { import: 1, class: 2, function() {}, if() { require("b") } }; a.import("x"); a.class',
    '1:58 require "b" [local]',
  ),
  it(
    "ambient modules",
    "a.d.ts",
    'declare module "a" {\n  import { b } from "b";\n}',
    '2:21 import "b" {b}\ndeclares "a"',
  ),
  it("hashbang", "a.js", '#!/usr/bin/env node\nrequire("a")', '2:9 require "a"'),
  it("escapes in the specifier", "a.js", 'import "./\\x61"', '1:8 import "./a"', "string"),
  it("Flow", "a.js", '// @flow\nimport type { A } from "./a"', '2:24 import "./a" {A} [typeOnly]', "flow"),
  it("an HTML-like comment", "a.js", '<!-- require("a")\nrequire("b")', '2:9 require "b"', "html-comment"),
  it("windows' line ends", "a.js", 'import "a"\r\nimport "b"\r\n', '1:8 import "a"\n2:8 import "b"'),
  it("a number at the very end", "a.js", 'require("a"); 1', '1:9 require "a"'),
  it("shifts are not JSX", "a.js", 'a << b; require("c")', '1:17 require "c"'),
  it("a comparison is not an assignment", "a.js", 'x => x === require("a")', '1:20 require "a" [local]'),
  it("as const", "a.ts", 'const a = ["b"] as const\nrequire("c")', '2:9 require "c"'),
  it(
    "members of an interface",
    "a.ts",
    'interface A { for(a: string): void; with(b: number): A; catch(): void }\nrequire("c")',
    '2:9 require "c"',
  ),
  it(
    "broken",
    "a.js",
    'const a = ;\nimport b from "b"; function c() { require("c") }',
    '2:15 import "b" {default}\n2:43 require "c" [local]\n1:11 ! Unexpected token',
    "syntax",
  ),
  it(
    "unbalanced",
    "a.js",
    'import "a"; function b() { require("c")',
    '1:8 import "a"\n1:36 require "c" [local]\n1:40 ! Unexpected token',
    "unbalanced",
  ),
];
