import { expect, test } from "vitest";
import { xmlAttribute, xmlText } from "../../src/reports/xml.ts";

test.each([
  [
    "a < b && c > 'd' \"e\"",
    "a &lt; b &amp;&amp; c &gt; 'd' \"e\"",
    "a &lt; b &amp;&amp; c &gt; &apos;d&apos; &quot;e&quot;",
  ],
  ["]]>", "]]&gt;", "]]&gt;"],
  ["one\r\n\ttwo", "one&#13;\n\ttwo", "one&#13;&#10;&#9;two"],
  ["\0\x1b\uFFFE", "\\u{0}\\u{1b}\\u{fffe}", "\\u{0}\\u{1b}\\u{fffe}"],
  ["half \uD83D, whole 🥖", "half \\u{d83d}, whole 🥖", "half \\u{d83d}, whole 🥖"],
])("%j as text and as an attribute", (given, text, attribute) => {
  expect([xmlText(given), xmlAttribute(given)]).toEqual([text, attribute]);
});
