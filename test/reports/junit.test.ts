import { expect, test } from "vitest";
import { analysis, conflict, cycle, printed } from "./drawn-analysis.ts";

test("a suite for each code: errors fail, what is milder says so, what was not read is skipped", () => {
  expect(printed("junit", "check", analysis({ conflicts: [conflict({ message: 'a < "b"' }), cycle] })))
    .toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="depbraid" tests="3" failures="1" errors="0" skipped="1">
  <testsuite name="import/cycle" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="stock/stock/book.py:1:6 file:stock/stock/book.py" classname="import/cycle" file="stock/stock/book.py" line="1">
      <system-out>warning: 2 files import each other in a circle: stock/stock/book.py -&gt; stock/stock/shelf.py -&gt; stock/stock/book.py
stock/stock/book.py:1:6
stock/stock/book.py:1:6 imports stock/stock/shelf.py
stock/stock/shelf.py:3:6 → imports stock/stock/book.py
fix: cut the import of stock/stock/shelf.py at stock/stock/book.py:1</system-out>
    </testcase>
  </testsuite>
  <testsuite name="import/undeclared" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="web/src/cart.ts:2:17 pkg:npm/left-pad" classname="import/undeclared" file="web/src/cart.ts" line="2">
      <failure type="import/undeclared" message="a &lt; &quot;b&quot;">web/src/cart.ts:2:17
fix: add "left-pad" to the dependencies of web/package.json</failure>
    </testcase>
  </testsuite>
  <testsuite name="not fully read" tests="1" failures="0" errors="0" skipped="1">
    <testcase name="stock/setup.py:3:9 syntax" classname="not fully read" file="stock/setup.py" line="3">
      <skipped message="a bracket is never closed"/>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test("nothing found is a case that passes: servers take an empty report for a broken run", () => {
  const text = printed("junit", "check", analysis({ conflicts: [], diagnostics: [] }));
  expect(text).toContain('<testsuites name="depbraid" tests="1" failures="0" errors="0" skipped="0">');
  expect(text).toContain('<testcase name="no conflicts" classname="depbraid"/>');
});

test("control characters and markup stay out of the document's structure", () => {
  const evil = "\x1b]]></failure>&\0\"'";
  const hostile = conflict({ message: evil, file: evil, subject: evil, code: evil, fix: { message: evil } });
  const text = printed("junit", "check", analysis({ conflicts: [hostile] }));
  // oxlint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\x00-\x08\x0b-\x1f]/);
  expect(text.match(/<\/failure>/g)).toHaveLength(1);
});
