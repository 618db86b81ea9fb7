import { expect, test } from "vitest";
import { codeSpan, markdownText } from "../../src/reports/markdown-text.ts";

test.each([
  ["two words", "two words"],
  ["a | b", "a \\| b"],
  ["List<Book> & co", "List&lt;Book&gt; &amp; co"],
  ["<script>", "&lt;script&gt;"],
  ["`code` and *stars* and _lines_", "\\`code\\` and \\*stars\\* and \\_lines\\_"],
  ["![x](y) ~~z~~ $1$", "\\!\\[x\\](y) \\~\\~z\\~\\~ \\$1\\$"],
  ["C:\\till", "C:\\\\till"],
  ["ask @acme/ui, and #12.", "ask `@acme/ui`, and `#12`."],
  ["&lt;", "&amp;lt;"],
  ["one\ntwo\x1b", "one\\\\u{a}two\\\\u{1b}"],
])("%j in prose is %j", (text, expected) => {
  expect(markdownText(text)).toBe(expected);
});

test.each([
  ["web/src/a.ts:1", "`web/src/a.ts:1`"],
  ["a|b", "`a\\|b`"],
  ["a`b", "``a`b``"],
  ["`a``", "``` `a`` ```"],
  [" a ", "`  a  `"],
  ["<b>*", "`<b>*`"],
  ["", ""],
])("%j in a code span is %j", (text, expected) => {
  expect(codeSpan(text)).toBe(expected);
});
