import { describe, expect, it } from "vitest";
import { childText, list, readXml, type XmlElement } from "../../../../src/languages/java/manifests/xml.ts";

function draw(element: XmlElement | undefined): string {
  if (element === undefined) return "nothing";
  const inner = element.children.map(draw).join(" ");
  return `${element.name}@${element.line}:${element.column}${element.text === "" ? "" : `=${element.text}`}${inner === "" ? "" : `(${inner})`}`;
}

describe("readXml", () => {
  it.each([
    ["<shop/>", "shop@1:1"],
    ["<shop>\n  <name> Tea </name>\n</shop>", "shop@1:1(name@2:3=Tea)"],
    ["\r\n<shop a='>' b=\"<\">x</shop>", "shop@2:1=x"],
    ["<s:shop xmlns:s='x'><s:a>1</s:a></s:shop>", "shop@1:1(a@1:21=1)"],
    ["<!-- <no/> --><?pi <no/> ?><shop><![CDATA[<a>&amp;]]></shop>", "shop@1:28=<a>&amp;"],
    ["<shop>&lt;tea&gt; &#65;&#x42; &amp;amp;</shop>", "shop@1:1=<tea> AB &amp;"],
    // an entity of a document type is never filled in
    [
      '<!DOCTYPE shop [<!ENTITY tea "x>y"><!ENTITY f SYSTEM "file:///etc/passwd">]><shop>&tea;&f;</shop>',
      "shop@1:77=&tea;&f;",
    ],
    ["<shop><__proto__>1</__proto__></shop>", "shop@1:1(__proto__@1:7=1)"],
  ])("%s", (text, drawing) => {
    const { root, problem } = readXml(text);
    expect(problem).toBeUndefined();
    expect(draw(root)).toBe(drawing);
  });

  it.each([
    ["", "nothing", "1:1 there is no element"],
    ["plain", "nothing", "1:1 there is no element"],
    ["<shop>\n<tea>\n</shop>", "shop@1:1(tea@2:1)", "3:1 </shop> stands where </tea> should"],
    ["<shop><tea>1</tea>", "shop@1:1(tea@1:7=1)", "1:19 <shop> is not closed"],
    ["<shop><tea", "shop@1:1", "1:7 the tag <tea> is not closed"],
    ["<shop a='><tea/></shop>", "nothing", "1:1 an attribute of <shop> is not closed"],
    ["<shop><!-- tea", "shop@1:1", "1:7 the comment is not closed"],
    ["<shop><![CDATA[tea", "shop@1:1", "1:7 the CDATA section is not closed"],
    ["<shop/><shop/>", "shop@1:1", "1:8 there is a second root element"],
    ["<shop>1 < 2</shop>", "shop@1:1=1", "1:9 `<` begins no tag"],
    ["</shop>", "nothing", "1:1 </shop> closes nothing"],
  ])("keeps what stands before the problem: %s", (text, drawing, words) => {
    const { root, problem } = readXml(text);
    expect(draw(root)).toBe(drawing);
    expect(`${problem?.line}:${problem?.column} ${problem?.message}`).toBe(words);
  });

  it("reads deep nesting without recursion", () => {
    const { root, problem } = readXml(`${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`);
    expect(problem).toBeUndefined();
    expect(root?.children.length).toBe(1);
  });

  it("finds children by name", () => {
    const { root } = readXml("<shop><teas><tea>green</tea></teas><name>Leaf</name></shop>");
    expect(list(root, "teas").map(({ text }) => text)).toEqual(["green"]);
    expect(childText(root, "name")).toBe("Leaf");
    expect(childText(root, "gone")).toBeUndefined();
  });
});
