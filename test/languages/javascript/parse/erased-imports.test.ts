import { expect, test } from "vitest";
import { decode } from "../../../../src/files/source-text.ts";
import { erased } from "../../../../src/languages/javascript/parse.ts";
import type { TypeImports } from "../../../../src/model/resolution.ts";
import { createSyntax } from "../../../../src/syntax/syntax.ts";

const syntax = createSyntax();

/** The lines on which imports are dropped. */
function lines(text: string, typeImports: TypeImports = "erased", path = "bank/till.tsx"): readonly number[] {
  return erased(decode(path, Buffer.from(text)), syntax, typeImports).map(({ line }) => line);
}

const imported = 'import { Account } from "./account";\n';

test.each([
  ["an annotation", "export function open(account: Account): void {}"],
  ["a type argument", "export const all = new Map<string, Account>();"],
  ["a type alias", "export type Owner = Account['owner'];"],
  ["an interface", "export interface Joint extends Account { with: Account }"],
  ["implements", "export class Savings implements Account {}"],
  ["a cast", "export const account = JSON.parse('{}') as Account;"],
  ["a check of a type", "export const account = {} satisfies Account;"],
  ["an old cast", "export const account = <Account>JSON.parse('{}');", "bank/till.ts"],
  ["typeof in a type", "export type Maker = typeof Account;"],
  ["a predicate", "export function isOpen(it: unknown): it is Account { return true; }"],
  ["a declaration without a value", "declare const account: Account; declare class Old extends Account {}"],
  ["an overload", "export function open(account: Account): void;\nexport function open(): void {}"],
  ["the type of a property", "export class Till { private last?: Account; constructor(private first: Account) {} }"],
  ["another's property of the name", "export const found = bank.Account; export const it = { Account: 1 };"],
  ["an attribute of the name", "export const view = <Row Account='1' />;"],
  ["a decorated member", "class Till { @Column() account: Account }"],
  ["nothing at all", "export {};"],
])("dropped: used by %s only", (_, code, path = "bank/till.tsx") => {
  expect(lines(imported + code, "erased", path)).toEqual([1]);
  expect(lines(imported + code, "kept", path)).toEqual([]);
});

test.each([
  ["a call", "Account.open();"],
  ["new", "export const account: Account = new Account();"],
  ["extends", "export class Savings extends Account {}"],
  ["an element", "export const view = <Account />;"],
  ["a part of an element", "export const view = <Account.Row />;"],
  ["a decorator", "@Account class Till {}"],
  ["an argument of a decorator", "class Till { @ManyToOne(() => Account) account: Account }"],
  ["a computed key", "export const names = { [Account]: 1, till: bank[Account] };"],
  ["a shorthand", "export const it = { Account };"],
  ["an export", "export { Account };"],
  ["a default export", "export default Account;"],
  ["a cast value", "export const it = Account as unknown;"],
  ["an instantiation", "export const it = Account<string>;"],
  ["a default value", "export function open(maker = Account) {}"],
  ["an enum", "export enum Kind { Savings = Account.Savings }"],
  ["an alias of a part", "import Owner = Account.Owner;\nexport const owner: Owner = 1;"],
  ["an export assignment", "export = Account;"],
])("kept: used by %s", (_, code) => {
  expect(lines(imported + code)).toEqual([]);
});

test.each([
  ["import * as bank from './bank';\nexport const it: bank.Account = 1;", [1]],
  ["import * as bank from './bank';\nexport const it = bank.open();", []],
  ["import bank, { Account } from './bank';\nexport const it: Account = bank;", []],
  ["import bank, { type Account } from './bank';\nexport const it: Account = bank;", []],
  ["import bank, { type Account } from './bank';\nexport const it: Account = 1;", [1]],
  ["import './bank';\nimport {} from './till';", []],
  ["import type { Account } from './bank';\nexport const it = 1;", []],
  ["import bank = require('./bank');\nexport const it: bank.Account = 1;", [1]],
  ["import bank = require('./bank');\nbank.open();", []],
  ["import { Account as Kept } from './bank';\nexport const Account = 1;", [1]],
  ["import React from './react';\nexport const view = <div />;", []],
  [
    "import { a } from './a';\nimport { b } from './b';\nimport { c } from './c';\nb(); export type It = a | c;",
    [1, 3],
  ],
])("%s", (text, expected) => {
  expect(lines(text)).toEqual(expected);
});

test.each([
  ["a property", "class Till { @Column() account: Account }"],
  ["a property that may be absent", "class Till { @Column() account: Account | null }"],
  ["a parameter of a decorated method", "class Till { @Post() open(account: Account) {} }"],
  ["a decorated parameter", "class Till { open(@Body() account: Account) {} }"],
  ["what a decorated method gives", "class Till { @Get() last(): Account {} }"],
  [
    "a constructor of a decorated class",
    "@Injectable() class Till { constructor(private readonly account: Account) {} }",
  ],
  ["a parameter with a default", "@Injectable() class Till { constructor(account: Account = undefined) {} }"],
])("metadata of decorators keep the type of %s", (_, code) => {
  expect(lines(imported + code, "kept-for-decorators")).toEqual([]);
  expect(lines(imported + code, "erased")).toEqual([1]);
});

test.each([
  ["within another type", "class Till { @Column() account: Promise<Account> }"],
  ["without a decorator", "class Till { account: Account; open(account: Account) {} }"],
])("metadata of decorators do not keep a type %s", (_, code) => {
  expect(lines(imported + code, "kept-for-decorators")).toEqual([1]);
});

test.each(["bank/till.js", "bank/till.vue", "bank/till.jsx"])("%s drops nothing", (path) => {
  expect(lines(`${imported}export const it = 1;`, "erased", path)).toEqual([]);
});

test("a file that cannot be parsed drops nothing", () => {
  expect(lines(`${imported}export const = ;`)).toEqual([]);
});

test("both sides of a merge that was left half done", () => {
  const text = `<<<<<<< HEAD
import { Account } from "./account";
=======
import { Account } from "./account";
import { Till } from "./till";
>>>>>>> other
export const till = new Till();
export function open(account: Account): void {}
`;
  expect(lines(text)).toEqual([2, 4]);
});

test.each([
  ["nothing", "export {};"],
  ["for what it does", 'import "./account"; export * from "./till";'],
  ["types only", 'import type { Account } from "./account"; import { type Till } from "./till";'],
])("a file that imports %s is not parsed", (_, text) => {
  const refuse = (): never => {
    throw new Error("parsed");
  };
  const file = decode("bank/till.tsx", Buffer.from(text));
  expect(erased(file, { ...syntax, babel: refuse, parse: refuse }, "erased")).toEqual([]);
});
