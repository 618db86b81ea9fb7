import { describe, expect, test } from "vitest";
import { parse } from "../../../../src/languages/java/parse.ts";
import { scan } from "../../../../src/languages/java/scan.ts";
import { createSyntax } from "../../../../src/syntax/syntax.ts";
import { drawInheritance } from "../drawn-facts.ts";

const syntax = createSyntax();

const cases: readonly (readonly string[])[] = [
  ["class Shop { }"],
  ["class Shop extends Store { }", "Shop is a Store"],
  [
    "class Shop<T extends Till & Desk> extends Store<T, Row<T>> implements Open<? super T>, org.acme . Closed { }",
  ].concat("Shop is a Store", "Shop is a Open", "Shop is a org.acme.Closed"),
  ["interface Shop extends Open, Closed { }", "Shop is a Open", "Shop is a Closed"],
  ["sealed interface Shop extends Open permits Kiosk, Stall { }", "Shop is a Open"],
  ['record Price(@Json("a)b{") Row<Cell> r, int... more) implements Sum { }', "Price is a Sum"],
  ["enum Size implements Named { SMALL { }, LARGE(new Box()) { } }", "Size is a Named"],
  ["class Shop extends @Fresh(Kind.NEW) Outer<Till>.@At(')') Inner { }", "Shop is a Outer.Inner"],
  ["class Shop // extends Ghost\n extends /* Ghost */ Store { }", "Shop is a Store"],
  ["class Shop { class Till extends Desk { } }", "Shop.Till is a Desk", "package Shop.Till"],
  ["class Shop { void open() { class Till extends Desk { class Key extends Thing { } } } }"].concat(
    "a class is a Desk",
    "a class is a Thing",
  ),
  ["class Shop { Object o = new Till(a, (b)) { }; }", "a class is a Till"],
  ["class Shop { Object o = new Till() { Object p = new Desk<Row<Cell>>() { }; }, q = new Till() { }; }"].concat(
    "a class is a Till",
    "a class is a Desk",
  ),
  ["class Shop { Object o = outer.new Till() { }; }", "a class is a Till"],
  ["class Shop { Object o = new @At(new Ghost()) a . b /* x */ . Till<>(new Ghost()) { }; }", "a class is a a.b.Till"],
  [
    "class Shop { Object o = new Outer<Row>.Till(new Box() { }.key) { }; }",
    "a class is a Box",
    "a class is a Outer.Till",
  ],
  ["class Shop { int[] o = new int[] { 1 }; Till[] t = new Till[3]; void open() { } }"],
  ["class Shop { void open() { for (Till t : new Till[] { x }) close(); if (new Till().ok()) { } } }"],
  ["class Shop { Object o = new List<int[]>() { }; }", "a class is a List"],
  [
    "class Shop { private static class Key { } protected enum Size { } @At({1}) public interface Open { } record Row() { } }",
  ].concat("private Shop.Key", "package Shop.Row"),
  ["interface Shop { class Key { } private class Odd { } @interface At { class Deep { } } }", "private Shop.Odd"],
  [
    "class Shop { private int a = 1; class Key { } private void open() { } class Row { } public Shop() { } enum E { } }",
  ].concat("package Shop.Key", "package Shop.Row", "package Shop.E"),
  ["class Shop { private @At({ Ghost.class }) class Key { } }", "private Shop.Key"],
  ["enum Size { SMALL, LARGE; private class Key { } }", "private Size.Key"],
];

describe("what is inherited, by both tiers", () => {
  test.each(cases)("%s", (text = "", ...lines) => {
    const source = { path: "Shop.java", text, diagnostics: [] };
    const scanned = scan(source);
    expect(scanned.doubt).toBeUndefined();
    expect(drawInheritance(scanned.facts)).toBe(lines.join("\n"));
    expect(drawInheritance(parse(source, syntax).facts)).toBe(lines.join("\n"));
  });
});
