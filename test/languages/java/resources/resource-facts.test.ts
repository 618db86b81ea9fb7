import { describe, expect, test } from "vitest";
import { java } from "../../../../src/languages/java/index.ts";
import { resourceKind } from "../../../../src/languages/java/resources/places.ts";
import { createSyntax } from "../../../../src/syntax/syntax.ts";
import { drawFacts } from "../drawn-facts.ts";

const syntax = createSyntax();

/** What both tiers say. */
function names(path: string, text: string): readonly string[] {
  const source = { path, text, diagnostics: [] };
  const { facts, doubt } = java.scan(source);
  expect(doubt).toBeUndefined();
  expect(java.parse(source, syntax)).toEqual({ facts });
  expect(java.tree?.(source, syntax)).toBeUndefined();
  return facts.imports.length === 0 ? [] : drawFacts({ ...facts, package: "" }).split("\n");
}

describe("which files are resources", () => {
  test.each([
    ["META-INF/services/shop.Till", "services"],
    ["shop/src/main/resources/META-INF/services/shop.Till", "services"],
    ["shop/src/main/resources/META-INF/services/org/acme/till", undefined],
    ["shop/NOT-META-INF/services/shop.Till", undefined],
    ["shop/src/main/resources/META-INF/dubbo/shop.Till", "services"],
    ["shop/src/main/resources/META-INF/dubbo/internal/shop.Till", "services"],
    ["shop/src/main/resources/META-INF/dubbo/external/shop.Till", "services"],
    ["shop/src/main/resources/META-INF/dubbo/other/shop.Till", undefined],
    ["shop/META-INF/spring.factories", "factories"],
    ["shop/META-INF/spring/aot.factories", "factories"],
    ["shop/META-INF/spring.handlers", "factories"],
    ["shop/META-INF/MANIFEST.MF", undefined],
    ["shop/META-INF/spring/org.acme.AutoConfiguration.imports", "imports"],
    ["shop/src/main/resources/beans.xml", "xml"],
    ["shop/src/test/java/shop/beans.xml", "xml"],
    ["shop/src/main/webapp/WEB-INF/web.xml", "xml"],
    ["web/WEB-INF/web.xml", "xml"],
    ["shop/src/main/resources/application.properties", "properties"],
    ["shop/src/main/resources/till/application.yml", "yaml"],
    ["shop/src/main/resources/application.yaml", "yaml"],
    ["shop/src/main/resources/reference.conf", "hocon"],
    ["shop/till.properties", undefined],
    ["shop/beans.xml", undefined],
    ["shop/src/test/resources/project/pom.xml", undefined],
    ["shop/src/main/java/shop/Till.java", undefined],
  ])("%s: %s", (path, kind) => {
    expect(resourceKind(path)).toBe(kind);
    expect(java.isResource?.(path)).toBe(kind !== undefined);
  });
});

test("services: the service, and a provider a line", () => {
  const text = "# ours\nshop.Door # front=shop.No\r\n\n  shop.Gate$Back  \r\nno class\nDoor\nshop.Last";
  expect(names("META-INF/services/shop.Entrance", text)).toEqual([
    "dynamic shop.Entrance 1:1",
    "dynamic shop.Door 2:1",
    "dynamic shop.Gate$Back 4:3",
    "dynamic shop.Last 7:1",
  ]);
  expect(names("META-INF/services/README", "shop.Door")).toEqual(["dynamic shop.Door 1:1"]);
});

test("extensions of Dubbo: the same with names before the classes", () => {
  const text =
    "# ours\nfront=shop.Door # the first\r\n back = shop.Gate$Back\nshop.Hatch=shop.Hatch\nshop.Plain\nside=\n=shop.Side";
  expect(names("META-INF/dubbo/internal/shop.Entrance", text)).toEqual([
    "dynamic shop.Entrance 1:1",
    "dynamic shop.Door 2:7",
    "dynamic shop.Gate$Back 3:9",
    "dynamic shop.Hatch 4:12",
    "dynamic shop.Plain 5:1",
    "dynamic shop.Side 7:2",
  ]);
});

test("a list of what is to be imported: a class a line", () => {
  const path = "META-INF/spring/org.acme.AutoConfiguration.imports";
  expect(names(path, "# shop\nshop.TillConfiguration\n")).toEqual(["dynamic shop.TillConfiguration 2:1"]);
});

describe("properties with classes", () => {
  test.each([
    ["a key and a value", "shop.Door=shop.Gate", ["shop.Door 1:1", "shop.Gate 1:11"]],
    [
      "lines that go on",
      "shop.Door = \\\n  shop.Gate,\\\r\n  shop.Hatch\nshop.Till: shop.Drawer , shop.Lid",
      ["shop.Door 1:1", "shop.Gate 2:3", "shop.Hatch 3:3", "shop.Till 4:1", "shop.Drawer 4:12", "shop.Lid 4:26"],
    ],
    ["comments do not go on", "# shop.No=\\\nshop.Door=shop.Gate\n ! shop.No", ["shop.Door 2:1", "shop.Gate 2:11"]],
    ["a namespace", "http\\://www.shop.org/schema/till=shop.TillHandler", ["shop.TillHandler 1:34"]],
    ["a backslash at the end", "shop.Door=shop.Gate\\", ["shop.Door 1:1"]],
    ["blank lines", "\n \n\t\n", []],
  ])("%s", (_, text, expected) => {
    expect(names("META-INF/spring.factories", text)).toEqual(expected.map((each) => `dotted-path ${each}`));
  });
});

describe("classes in XML", () => {
  test.each([
    ["an attribute", '<bean id="till"\n  class="shop.Till"/>', ["shop.Till 2:10"]],
    ["an attribute in odd dress", "<till factory-class = ' shop.Till$Row '/>", ["shop.Till$Row 1:25"]],
    ["an element", "<servlet-class>\n shop.Till\n</servlet-class>", ["shop.Till 2:2"]],
    ["whatever it is called", '<property name="driver" value="shop.Till"/>', ["shop.Till 1:32"]],
    ["comments", '<!-- class="shop.No" --><a class="shop.Till"/><!-- <b class="shop.No"', ["shop.Till 1:35"]],
    [
      "what is no class",
      '<div class="wide"/><a class="shop..Till"/><b class="shop.Till/x"/><class/>http://shop.org/Till a/shop.Till',
      [],
    ],
    ["nothing", "<beans/>", []],
    ["an open end", '<a class="shop.Till', ["shop.Till 1:11"]],
  ])("%s", (_, text, expected) => {
    expect(names("src/main/resources/shop.xml", text)).toEqual(expected.map((each) => `dotted-path ${each}`));
  });
});

describe("classes among settings", () => {
  test.each<readonly [string, string, readonly string[]]>([
    [
      "yml",
      `# driver: shop.No
driver: shop.Till # shop.No
  #shop.No
colour: "#fff", till: "shop.Till#open", tills: shop.Till,shop.Hatch
mail: till@shop.Org
lid: !!shop.Lid { }
!!shop.Drawer
path: class:shop.No
shop.No: debug
log.appender.A1: file`,
      ["shop.Till 2:9", "shop.Till 4:24", "shop.Till 4:48", "shop.Hatch 4:58", "shop.Lid 6:8", "shop.Drawer 7:3"],
    ],
    [
      "properties",
      `# driver=shop.No
 ! shop.No
driver=shop.Till
handler:shop.Till$Row
a.key\\:here:shop.Lid,shop.Hatch
 bell : shop.Bell # shop.Rope
path=class:shop.No
path:class:shop.No
mail:till@shop.Org
shop.No=debug
shop.No:debug
log.appender.A1 = file`,
      ["shop.Till 3:8", "shop.Till$Row 4:9", "shop.Lid 5:13", "shop.Hatch 5:22", "shop.Bell 6:9", "shop.Rope 6:21"],
    ],
    [
      "conf",
      `// shop.No
# shop.No
till { driver = "shop.Till" # shop.No
  lid = shop.Lid, home = "http://shop.org/", bell = shop.Bell // shop.No
  hatch : shop.Hatch#shop.No
  ! shop.Rope
}`,
      ["shop.Till 3:18", "shop.Lid 4:9", "shop.Bell 4:53", "shop.Hatch 5:11", "shop.Rope 6:5"],
    ],
  ])("%s", (ending, text, expected) => {
    const shown = names(`src/main/resources/shop.${ending}`, text);
    expect(shown).toEqual(expected.map((each) => `dotted-path ${each}`));
  });
});

describe("hostile input costs bounded time", () => {
  test.each([
    ["META-INF/spring.factories", "# \\\n".repeat(200_000)],
    ["META-INF/spring.factories", "a,\\\n".repeat(200_000)],
    ["META-INF/services/shop.Door", "#\n".repeat(200_000)],
    ["src/main/resources/a.xml", "<!-- class=".repeat(200_000)],
    ["src/main/resources/a.xml", '<!----><a class="'.repeat(100_000)],
    ["src/main/resources/a.xml", `<a class="${" ".repeat(1_000_000)}`],
    ["src/main/resources/a.xml", "a.".repeat(500_000)],
    ["src/main/resources/a.yml", "#\n".repeat(500_000)],
    ["src/main/resources/a.yml", "a.b.C ".repeat(150_000)],
    ["src/main/resources/a.yml", " #".repeat(500_000)],
    ["src/main/resources/a.conf", "/ ".repeat(500_000)],
    ["src/main/resources/a.properties", "a:".repeat(500_000)],
    ["src/main/resources/a.properties", `a${"\\".repeat(500_000)}:a.b.C`],
    ["src/main/resources/a.properties", `${" ".repeat(500_000)}${":a.b.C".repeat(50_000)}`],
  ])("%s %#", (path, text) => {
    const started = performance.now();
    java.scan({ path, text, diagnostics: [] });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
