import { describe, expect, test } from "vitest";
import { readConditions } from "../../../../src/languages/java/facts/conditions.ts";

const spring = [{ specifier: "org.springframework.boot.autoconfigure.condition.ConditionalOnClass" }];

const drawn = (text: string, imports = spring): readonly string[] =>
  readConditions(text, imports).map(({ name, start, end }) => `${name} ${start} ${text.slice(start, end)}`);

describe("classes that are named by annotations of Spring Boot", () => {
  test.each<readonly [string, readonly string[]]>([
    ['@ConditionalOnClass(name = "shop.Till")', ['shop.Till 27 "shop.Till"']],
    [
      '  @AutoConfigureAfter ( name={"shop.Till", /* "a.B" */ "shop.Till$Row",} )',
      ['shop.Till 30 "shop.Till"', 'shop.Till$Row 55 "shop.Till$Row"'],
    ],
    ['@ConditionalOnMissingClass("shop.Till")', ['shop.Till 27 "shop.Till"']],
    ['@ConditionalOnMissingClass({ "shop.Till" })', ['shop.Till 29 "shop.Till"']],
    ['@ConditionalOnBean(name = "shop.till", type = "shop.Till")', ['shop.Till 46 "shop.Till"']],
    ['@AutoConfiguration(after = Till.class, beforeName = "shop.Door")', ['shop.Door 52 "shop.Door"']],
    ['@Bean @ConditionalOnMissingBean(value = Till.class, ignoredType = "shop.Door")', ['shop.Door 66 "shop.Door"']],
    [
      '@ConditionalOnClass(name = "shop.Till")\n@AutoConfigureBefore(name = "shop.Door")',
      ['shop.Till 27 "shop.Till"', 'shop.Door 68 "shop.Door"'],
    ],
    ['@ConditionalOnClass(name = "shop.Till"', []],
    ['@ConditionalOnClass(name = "shop." + "Till")', []],
    ['@ConditionalOnClass(name = Names.SHOP + "shop.Till")', []],
    ['@ConditionalOnClass(name = "Till")', []],
    ['@ConditionalOnClass("shop.Till")', []],
    ['@ConditionalOnProperty(name = "shop.Till")', []],
    ["@ConditionalOnClass(Till.class)", []],
    ["@ConditionalOnClass", []],
    ["@ConditionalOnClass(", []],
    [
      '@ConditionalOnClass(name = "shop.Till);\n@ConditionalOnMissingClass(\'a\', "shop.Door")',
      ['shop.Door 72 "shop.Door"'],
    ],
    ['@ConditionalOnClass(name = { ; "shop.Till" })', []],
    [' * @ConditionalOnClass(name = "shop.Till")', []],
    ['// @ConditionalOnClass(name = "shop.Till")', []],
    ['String text = "@ConditionalOnClass(name = \\"shop.Till\\")";', []],
    [`${" ".repeat(500)}@ConditionalOnClass(name = "shop.Till")`, []],
  ])("%s", (text, expected) => {
    expect(drawn(text)).toEqual(expected);
  });

  test.each<readonly [string, number]>([
    ["org.springframework.boot.autoconfigure", 1],
    ["org.springframework.boot.autoconfigure.condition", 1],
    ["org.springframework.boot.autoconfigured.ConditionalOnClass", 0],
    ["shop.ConditionalOnClass", 0],
  ])("the file imports %s", (specifier, count) => {
    expect(drawn('@ConditionalOnClass(name = "shop.Till")', [{ specifier }])).toHaveLength(count);
  });
});

describe("hostile input costs bounded time", () => {
  test.each([
    ["@ConditionalOnClass("],
    ["@ConditionalOnClass(\n"],
    ['@ConditionalOnClass("'],
    ["@ConditionalOnClass(("],
    ["@ConditionalOnClass /*\n"],
  ])("%j", (piece) => {
    const before = process.cpuUsage();
    readConditions(piece.repeat(50_000), spring);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
