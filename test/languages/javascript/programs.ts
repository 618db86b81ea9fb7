/** Programs made by chance from the grammar, to hold the two tiers against each other. */
import fc from "fast-check";

type Text = fc.Arbitrary<string>;

/** Joins parts, some of them by chance. */
function code(strings: TemplateStringsArray, ...parts: readonly Text[]): Text {
  return fc.tuple(...parts).map((made) => strings.map((string, index) => string + (made[index] ?? "")).join(""));
}

const name: Text = fc.constantFrom(
  "cart",
  "price",
  "till",
  "of",
  "get",
  "async",
  "type",
  "from",
  "as",
  "$total",
  "größe",
);
const property: Text = fc.oneof(
  name,
  fc.constantFrom("import", "require", "class", "function", "default", "if", "return", "catch"),
);
const specifier: Text = fc.constantFrom('"./cart"', "'@shop/till'", '"node:fs"', "`./price.js`");
const quoted: Text = fc.constantFrom('"./cart"', "'@shop/till'", '"node:fs"');
const runner: Text = fc.constantFrom("jest", "vi");
const double: Text = fc.constantFrom("mock", "importActual", "requireActual", "fn");
const space: Text = fc.constantFrom("", " ", "\n", " /* import 'x' */ ", " // require('x')\n");
const comment: Text = fc.constantFrom(
  '/** @type {import("./cart").Cart} */\n',
  '/** @import { Cart as C } from "./cart" */\n',
  '/// <reference path="./cart.d.ts" />\n',
  "/* @type {import('x')} */",
);
const end: Text = fc.constantFrom(";\n", "\n", ";");

const value = (self: Text, statements: Text): Text =>
  fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    name,
    fc.constantFrom("1", "0x1f", "1.5e-3", "10n", "this", "null"),
    fc.constantFrom("\"import 'x'\"", "'it\\'s'", "`require('x')`", "/[/'\"`]\\//g", "/=x/"),
    code`require(${space}${specifier}${space})`,
    code`require.resolve(${quoted})`,
    code`require.resolve(${quoted}, { paths: [] })`,
    code`(await import(${space}${quoted}))`,
    code`till.require(${quoted})`,
    code`module${space}.require(${space}${quoted})`,
    code`import(${space}\`./\${${name}}/\${${self}}.js\`)`,
    code`require(${quoted} + ${name}${space})`,
    code`require("./till-" + ${self} + ".js")`,
    code`${runner}.${double}(${space}${quoted}, () => ${self})`,
    code`new URL(${specifier},${space}import.meta.url)`,
    code`new ${fc.constantFrom("Worker", "SharedWorker")}(${space}${quoted})`,
    code`navigator.serviceWorker.register(${quoted})`,
    code`define([${quoted}, ${quoted}], ${self})`,
    code`require([${quoted}], ${self})`,
    code`import.meta.glob(${quoted})`,
    code`import.meta.resolve(${quoted})`,
    code`\`total: \${${self}} and \${${self}}\``,
    code`((${name}) => ${self})`,
    code`async (${name}, { price = ${self} }) => {${statements}}`,
    code`(function (${name}) {${statements}})`,
    code`class { ${property} = ${self}; ${property}(x) {${statements}} static {${statements}} }`,
    code`({ ${property}: ${self}, ${property}() {${statements}}, get ${property}() {${statements}}, ...${name} })`,
    code`[${self}, , ${self}]`,
    code`${name}(${self}, ${self})`,
    code`${name}.${property}(${self})`,
    code`${name}?.${property}?.[${self}]`,
    code`(${self}) / price / (${self})`,
    code`${name} ? (${self}) : (${self})`,
    code`${name} ? ${name} => ${name} : require(${quoted})`,
    code`(${self}) <= (${self}) || !(${self})`,
    code`typeof (${self})`,
    code`new Till(${self})`,
  );

const jsx = (self: Text): Text =>
  fc.oneof(
    code`<Shop.Cart />`,
    code`<p title="it's" price={${self}} {...${name}}>don't import "x" from {${self}} {/* require("x") */}</p>`,
    code`<><svg:path d='/"' />{${self}}</>`,
  );

const typed = (self: Text): Text =>
  fc.oneof(
    code`((${self}) as Array<Map<string, number>>)`,
    code`(${name}!.price satisfies (a?: string) => void)`,
    code`(<T extends { price: number }>(a: T, b?: string): Array<T> => ${self})`,
    code`vi.importActual<typeof import(${quoted})>(${quoted})`,
    code`total<{ a: typeof import(${quoted}) }>(${self})`,
  );

const statement = (expression: Text, self: Text): Text =>
  fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    code`const { price } = ${expression}${end}`,
    code`let total = ${expression}${end}`,
    code`void (${expression});\n`,
    code`if (${expression}) {${self}} else {${self}}\n`,
    code`if (till) /x/.test(${expression})${end}`,
    code`for (const item of ${name}) {${self}}\n`,
    code`try {${self}} catch (error) {${self}}\n`,
    code`try {${self}} catch {${self}} finally {${self}}\n`,
    code`try {${self}} finally {${self}}\n`,
    code`switch (${name}) { case ${name}: {${self}} default: ${self} }\n`,
    code`function sell(a, b = ${expression}) {${self}}\n`,
    code`async function* stock() {${self}}\n`,
    code`class Shop extends (${expression}) { async *sell() {${self}} #till = ${expression} }\n`,
    code`counter: {${self}}\n`,
    code`{${self}}\n`,
    code`${comment}`,
    code`const load = m.createRequire(import.meta.url); load(${quoted})${end}`,
    code`define(function (require, exports) {${self}})${end}`,
  );

const typedStatement = (expression: Text, self: Text): Text =>
  fc.oneof(
    code`interface Shop<T> { price?: T; sell(a: string): void; import(x: string): T }\n`,
    code`type Total = { price: number } | (() => void)${end}`,
    code`function sell(a: string): { price: number } {${self}}\n`,
    code`function stock<T>(this: T): Promise<Array<T>> {${self}}\n`,
    code`enum Price { Low = 1, High = "x" }\n`,
    code`class Till { private readonly open: boolean = ${expression}; sell(): string {${self}} }\n`,
    code`const shop: { sell: () => void } = { sell(): void {${self}} }${end}`,
  );

const moduleItem: Text = fc.oneof(
  code`import ${name}Of, { a as b, default as c }${space} from ${quoted}${end}`,
  code`import * as ${name}All from ${quoted}${end}`,
  code`import ${quoted};\n`,
  code`import data from ${quoted} with { type: "json" };\n`,
  code`export * from ${quoted}${end}`,
  code`export * as ${name} from ${quoted}${end}`,
  code`export { a, b as c } from ${quoted}${end}`,
);

const typedModuleItem: Text = fc.oneof(
  code`import type { Price } from ${quoted}${end}`,
  code`import { type Price, type Till as T } from ${quoted}${end}`,
  code`import Shop, { type Price } from ${quoted}${end}`,
  code`export type { Price } from ${quoted}${end}`,
  code`export type * from ${quoted}${end}`,
  code`import shop = require(${quoted})${end}`,
  code`declare module ${quoted} { interface Cart { price: number } }\n`,
);

/** Whole programs for a file of this ending. */
export function programs(ending: ".js" | ".ts" | ".tsx"): Text {
  const isTyped = ending !== ".js";
  const isJsx = ending !== ".ts";
  const { statements } = fc.letrec<{ expression: string; statement: string; statements: string }>((tie) => {
    const expression = tie("expression");
    const block = tie("statements");
    return {
      expression: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        { arbitrary: value(expression, block), weight: 5 },
        ...(isJsx ? [jsx(expression)] : []),
        ...(isTyped && !isJsx ? [typed(expression)] : []),
      ),
      statement: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        { arbitrary: statement(expression, block), weight: 4 },
        ...(isTyped ? [typedStatement(expression, block)] : []),
      ),
      statements: fc.array(tie("statement"), { maxLength: 3 }).map((list) => list.join("")),
    };
  });
  const items = fc.oneof(moduleItem, statements, statements, ...(isTyped ? [typedModuleItem] : []));
  const head = fc.oneof(fc.constant(""), comment);
  return fc.tuple(head, fc.array(items, { maxLength: 5 })).map(([first, list]) => first + list.join(""));
}
