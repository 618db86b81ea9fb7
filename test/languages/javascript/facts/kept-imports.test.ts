import { expect, test } from "vitest";
import { keepsImports } from "../../../../src/languages/javascript/facts/kept-imports.ts";
import { erasedImports } from "../../../../src/languages/javascript/parse/erased-imports.ts";
import { createSyntax } from "../../../../src/syntax/syntax.ts";

const syntax = createSyntax();

/** How many imports a parse says are dropped. */
function droppedByParse(text: string): number {
  const file = syntax.babel(text, { sourceType: "module", plugins: ["typescript", "decorators-legacy"] });
  return erasedImports(file, "erased").length;
}

const imported = `import { Till } from "./till";\n`;

test.each([
  ["nothing imported", "export const rate = 1;"],
  ["an import for what it does", `import "./till";`],
  ["types that say so", `import type { Till } from "./till"; export type Shop = Till;`],
  ["new", `${imported}const till = new Till();`],
  ["a decorator", `${imported}@Till class Shop {}`],
  ["what a decorator is given", `${imported}class Shop { @OneToMany(() => Till, (till) => till.shop) tills: Till[]; }`],
  ["a parameter of that", `${imported}class Shop { @Type((of) => Till) till: Till; }`],
  ["the class above", `${imported}export abstract class Shop extends Till {}`],
  ["a call", `${imported}export const till = Till("a");`],
  ["a member's call", `${imported}Till.open().then(() => 1);`],
  ["a call that is returned", `${imported}function open() { return Till(); }`],
  ["a call in a list", `${imported}open([Till(1)], (Till(2)));`],
  ["instanceof", `${imported}if (it instanceof Till) open();`],
  ["a comparison", `${imported}if (it === Till.closed) open();`],
  ["another name", `import { Till as Box } from "./till"; new Box();`],
  ["one name of several", `import shop, { Till, type Rate } from "./till"; new Till();`],
  ["a namespace", `import * as till from "./till"; till.open();`],
  ["a default by the name of type", `import type from "./till"; type.open();`],
  ["behind words in quotes", `${imported}const name = 'it is "Till"'; const text = \`Till's\`; new Till(name);`],
])("%s: all are kept", (_, text) => {
  expect(keepsImports(text)).toBe(true);
  expect(droppedByParse(text)).toBe(0);
});

test.each([
  ["a type", `${imported}export let till: Till;`],
  ["a type by its argument", `${imported}export let tills: Set<Till>;`],
  ["types one by one", `import { type Till, type Rate } from "./till"; new Shop();`],
  ["a comment", `${imported}// new Till()\n/* @Till */ export let till: Till;`],
  ["a string", `${imported}export const text = "new Till()";`],
  ["a template", `${imported}export const text = \`new Till()\`;`],
  ["typeof in a type", `${imported}export let till: typeof Till;`],
  ["an interface above", `${imported}export interface Shop extends Till {}`],
  ["implements", `${imported}export class Shop implements Till {}`],
  ["a method of that name", `${imported}export interface Shop { Till(): void; it: Till }`],
  ["a member of that name", `${imported}shop.Till(); export let till: Till;`],
  ["what is elsewhere", `${imported}declare class Shop extends Till {}`],
  ["a function's type", `${imported}export let open: (by: string) => Till;`],
  ["one of two imports", `${imported}import { Shop } from "./shop"; export const shop: Shop = new Till();`],
])("%s: one is dropped, which only a parse tells", (_, text) => {
  expect(keepsImports(text)).toBe(false);
  expect(droppedByParse(text)).toBe(1);
});

test.each([
  ["a template with holes", `${imported}const text = \`\${new Till()}\`;`],
  ["a slash", `${imported}const rate = 1 / new Till();`],
  ["TypeScript's own import", `import Till = require("./till"); new Till();`],
])("%s: left to the parse", (_, text) => {
  expect(keepsImports(text)).toBe(false);
});

test("takes time in proportion to the text", () => {
  const start = performance.now();
  for (const part of ["import ", "@a.", "a.", "import { a, ", "=> ", '"', "/*", "@a(("])
    keepsImports(part.repeat(50_000));
  expect(performance.now() - start).toBeLessThan(5000);
});
